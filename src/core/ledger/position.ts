import { z } from 'zod'
import { Instant } from '../time.ts'

/** How far the ledger is sealed. */
export const LedgerState = z
  .object({
    position: z.int().min(0).meta({ description: 'the last; 0 while nothing is sealed' }),
    sealedAt: Instant.nullable().meta({ description: 'when that was' }),
    waiting: z.int().meta({ description: 'facts that are committed and have no position yet' }),
  })
  .meta({ id: 'LedgerState' })
export type LedgerState = z.infer<typeof LedgerState>

/** A state of knowledge: a position of the ledger, or an instant, for the last position sealed by then. */
export const AsOf = z.union(
  [
    Instant,
    z
      .string()
      .regex(/^\d{1,15}$/)
      .transform(Number),
  ],
  'give an instant as 2026-02-10T09:30:00.000Z, or a position as 1234',
)
export type AsOf = z.output<typeof AsOf>
