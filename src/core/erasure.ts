import { z } from 'zod'
import { idOf } from './id.ts'
import { Instant } from './time.ts'

/** Who had an account erased: its own person, or somebody who administers the place. */
export const erasers = ['self', 'administrator'] as const

/** That an account was erased. Whose it was is told by the id alone: what the account held of its person is gone. */
export const Erasure = z
  .object({
    id: idOf('erasure'),
    personId: idOf('person').meta({ description: 'facts that name `person:` and this id were recorded by it' }),
    by: z.enum(erasers).meta({ description: 'self: whoever had the account' }),
    digest: z.string(),
    recordedAt: Instant,
  })
  .meta({ id: 'Erasure' })
export type Erasure = z.infer<typeof Erasure>

/** What pages say in place of who has an account no more. */
export const ERASED = 'an erased account'
