import { z } from 'zod'
import { Instant } from '../time.ts'
import { sealedKinds } from './fact-kinds.ts'
import { Sha256 } from './sha256.ts'

/** 128 bits, base64url. Of one length: else bytes could move from a salt to its value, and the hash over both stay. */
const Salt = z.string().regex(/^[A-Za-z0-9_-]{22}$/, 'a salt has 22 characters of base64url')

/** A fact at its place in the ledger, with what its digest can be made again from. */
export const LedgerRow = z
  .strictObject({
    position: z.int().min(1),
    kind: z.enum(sealedKinds),
    id: z.string().nullable().meta({ description: 'of the fact; null where it is for reviewers' }),
    sealedAt: Instant,
    ends: z.boolean().meta({ description: 'the last of what was recorded together' }),
    digest: Sha256.meta({ description: 'SHA-256 over the digests of all fields, hexadecimal' }),
    fields: z.record(z.string(), z.unknown()).meta({ description: 'the fields that anyone may read' }),
    salts: z.record(z.string(), Salt).meta({ description: 'the salt of each of them' }),
    digests: z.record(z.string(), Sha256).meta({
      description:
        'SHA-256 of salt and value of every other field: what is for reviewers, too long to quote, or redacted',
    }),
  })
  .meta({ id: 'LedgerRow' })
export type LedgerRow = z.infer<typeof LedgerRow>
