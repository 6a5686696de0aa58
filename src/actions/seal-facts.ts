import { sealWaiting } from '../storage/ledger.ts'
import { action } from './context.ts'

/** Facts in one transaction of the sealer; a longer transaction of its own is sealed whole. */
const BATCH = 5000

export type Sealed = { sealed: number; position: number; done: boolean }

/** Gives committed facts their positions in the ledger, one batch. `done` when none was left waiting by the limit. */
export const sealFacts = action<{ limit?: number }, Sealed>(async ({ tx, now }, { limit = BATCH }) => {
  const batch = await sealWaiting(tx, now, limit)
  return { ...batch, done: batch.sealed < limit }
})
