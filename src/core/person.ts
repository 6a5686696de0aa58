import { z } from 'zod'
import { idOf } from './id.ts'
import { type Scope, scopes } from './key.ts'
import { Instant } from './time.ts'

/** How a mail address is written: it is the name by which somebody signs in, so spellings in capitals are one. */
export const Email = z
  .string()
  .trim()
  .toLowerCase()
  .max(200)
  .pipe(z.email('write a mail address, as in ada@example.org'))
  .meta({ description: 'mail address, in lower case', format: 'email' })

export const SHORTEST_PASSWORD = 12
export const LONGEST_PASSWORD = 128

/** Length is all that is asked of a password: rules on its letters make people choose worse ones (NIST SP 800-63B). */
export const Password = z
  .string()
  .min(SHORTEST_PASSWORD, `choose a password of at least ${SHORTEST_PASSWORD} characters`)
  .max(LONGEST_PASSWORD, `choose a password of at most ${LONGEST_PASSWORD} characters`)

export const PersonName = z.string().trim().min(1, 'say who you are').max(100, 'at most 100 characters')

/** What somebody may do, as a request gives it: at least one scope, each once. */
export const GivenScopes = z
  .array(z.enum(scopes))
  .min(1, `give at least one of ${scopes.join(', ')}`)
  .max(scopes.length)
  .transform((given): Scope[] => scopes.filter((scope) => given.includes(scope)))

export const Person = z
  .object({
    id: idOf('person'),
    name: z.string(),
    email: z.string(),
    scopes: z.array(z.enum(scopes)),
    banned: z.boolean().meta({ description: 'true = may not sign in, and all keys are revoked' }),
    banReason: z.string().nullable(),
    recordedAt: Instant,
  })
  .meta({ id: 'Person' })
export type Person = z.infer<typeof Person>

/** What people are called where it is recorded who acts: `person:psn_…`. */
export const PERSON = 'person:'
export const actorNameOf = ({ id }: Pick<Person, 'id'>): string => `${PERSON}${id}`
/** The id of the person that this actor is; null where it is a key, a job or the host. */
export const personIdOf = (actorName: string): string | null =>
  actorName.startsWith(PERSON) ? actorName.slice(PERSON.length) : null
