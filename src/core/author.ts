import { z } from 'zod'
import { idOf } from './id.ts'
import { Instant } from './time.ts'

/** `unattributed` is the voice of a publisher, or of one commentary without a publisher: listed, never ranked. */
export const authorKinds = ['person', 'organisation', 'model', 'unattributed'] as const

export const Author = z
  .object({
    id: idOf('author'),
    name: z.string(),
    slug: z.string(),
    kind: z.enum(authorKinds),
    bot: z.boolean().meta({ description: 'registered with a key that is marked as a bot’s' }),
    recordedAt: Instant,
  })
  .meta({ id: 'Author', description: 'Anyone whose foresight is scored' })
export type Author = z.infer<typeof Author>

export const AuthorName = z
  .string()
  .trim()
  .min(1, 'give a name')
  .max(300, 'a name has at most 300 characters')
  .refine((name) => /\p{L}|\p{N}/u.test(name), 'a name needs a letter or a digit')

/** The key under which two spellings of a name meet: case, accents' form and spaces do not matter. */
export const nameKey = (name: string): string =>
  name.normalize('NFKC').toLocaleLowerCase('en').replace(/\s+/g, ' ').trim()

/** What an author is found again by: their name, or whose unattributed voice it is. */
export const identityOfName = (name: string): string => `name:${nameKey(name)}`

/** Names in the order in which all who record several authors do; spellings of one stay as they came. */
export const inNameOrder = (names: readonly string[]): string[] => {
  const identities = new Map(names.map((name) => [name, identityOfName(name)]))
  const of = (name: string): string => identities.get(name) ?? ''
  return [...names].sort((a, b) => (of(a) === of(b) ? 0 : of(a) < of(b) ? -1 : 1))
}
export const identityOfVoice = (sourceOrCommentaryId: string): string => `unattributed:${sourceOrCommentaryId}`

/** `Eric Ciaramella` → `eric-ciaramella`; a name without Latin letters keeps its own. */
export const slugOf = (name: string): string => {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase('en')
  const slug = plain
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .join('-')
  return [...slug].slice(0, 80).join('').replace(/-$/, '') || 'author'
}
