import { sealWaiting } from '../storage/ledger.ts'
import { keepSubtrees } from '../storage/ledger-tree.ts'
import { action } from './context.ts'

/** Facts in one transaction of the sealer; a longer transaction of its own is sealed whole. */
const BATCH = 5000
/** Subtrees of 256 facts that one transaction keeps: a ledger that had none catches up over several. */
const SUBTREES = 100

export type Sealed = { sealed: number; position: number; done: boolean }

/**
 * Gives committed facts their positions in the ledger, one batch, and keeps what became whole of its tree. `done` when none was left
 * waiting by a limit.
 */
export const sealFacts = action<{ limit?: number }, Sealed>(async ({ tx, now, hash }, { limit = BATCH }) => {
  const batch = await sealWaiting(tx, now, limit)
  const kept = await keepSubtrees(tx, hash, batch.position, SUBTREES)
  return { ...batch, done: kept && batch.sealed < limit }
})
