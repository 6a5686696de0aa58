import { z } from 'zod'
import { idOf } from './id.ts'
import { Instant } from './time.ts'

/** What a key may do. `admin` may do everything. */
export const scopes = ['read', 'submit', 'review', 'resolve', 'admin'] as const
export type Scope = (typeof scopes)[number]

export const ApiKey = z
  .object({
    id: idOf('key'),
    name: z.string(),
    prefix: z.string().meta({ description: 'the first characters of the key, to tell keys apart' }),
    scopes: z.array(z.enum(scopes)),
    recordedAt: Instant,
    expiresAt: Instant.nullable(),
    revokedAt: Instant.nullable(),
  })
  .meta({ id: 'ApiKey' })
export type ApiKey = z.infer<typeof ApiKey>

export const allows = (held: readonly Scope[], needed: Scope): boolean =>
  held.includes('admin') || held.includes(needed)
