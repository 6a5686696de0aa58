import { z } from 'zod'
import { idOf } from './id.ts'
import { Instant } from './time.ts'

/** What a key may do. `admin` may do everything. */
export const scopes = ['read', 'submit', 'review', 'resolve', 'admin'] as const
export type Scope = (typeof scopes)[number]

/** What the secrets of keys begin with; those of test keys open a sandbox and nothing else. */
export const KEY_PREFIX = 'hck_'
export const TEST_KEY_PREFIX = 'hck_test_'

/** What a route may ask for: a scope, or `any` key that is good. */
export type Needed = Scope | 'any'

/** How long the secret before may go on working after a rotation. */
export const LONGEST_OVERLAP_HOURS = 168

export const ApiKey = z
  .object({
    id: idOf('key'),
    name: z.string(),
    prefix: z.string().meta({ description: 'the first characters of the key, to tell keys apart' }),
    scopes: z.array(z.enum(scopes)),
    bot: z.boolean().meta({ description: 'a program forecasts with it: its authors and predictions are marked so' }),
    owner: z.string().meta({
      description: 'who made it: `host` (the command line), the id of a key, or `person:` with that of a person',
    }),
    recordedAt: Instant,
    expiresAt: Instant.nullable(),
    revokedAt: Instant.nullable(),
    previousUntil: Instant.nullable().meta({
      description: 'until when the secret before the last rotation works too; null: it does not',
    }),
    lastUsedAt: Instant.nullable().meta({ description: 'to the minute; null: never' }),
  })
  .meta({ id: 'ApiKey' })
export type ApiKey = z.infer<typeof ApiKey>

export const allows = (held: readonly Scope[], needed: Needed): boolean =>
  needed === 'any' || held.includes('admin') || held.includes(needed)
