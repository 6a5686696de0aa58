import { type Checkpoint, checkpointText } from '../core/ledger/checkpoint.ts'
import { rootAt } from '../core/ledger/merkle.ts'
import type { NoteSigner } from '../core/ledger/note.ts'
import { Problem } from '../core/problem.ts'
import { checkpointOf, keepCheckpoint, newestCheckpoint } from '../storage/checkpoints.ts'
import { isFailingBy } from '../storage/job-runs.ts'
import { becomeSealer, lastLeaf } from '../storage/ledger.ts'
import { readNodes } from '../storage/ledger-tree.ts'
import { action, type Transacting } from './context.ts'

export type SignCheckpoint = {
  signer: NoteSigner
  /** Of how many facts; of all that are sealed where nothing is said. */
  size?: number
}

const changed = (detail: string): Problem =>
  new Problem('ledger-changed', detail, 'restore the database from a backup, and check it with hindcast verify')

/** Throws `ledger-changed` where the last night that tells found that the kept tree is not that of the leaves: until one finds it whole. */
const mustBeFoundWhole = async ({ tx, now }: Transacting): Promise<void> => {
  if (await isFailingBy(tx, { job: 'check-counts', code: 'ledger-changed', now }))
    throw changed('check-counts found what was sealed changed: see its last run that failed')
}

/** The checkpoint before this one. Throws `ledger-changed` where the ledger no longer begins as it says, by the roots that are kept. */
const mustContinue = async (scope: Transacting, size: number): Promise<Checkpoint | null> => {
  const last = await newestCheckpoint(scope.tx)
  if (
    !last ||
    (last.size <= size && (await rootAt(scope.hash, readNodes(scope.tx, scope.hash), last.size)) === last.root)
  )
    return last
  throw changed(`the ledger does not continue the checkpoint of ${last.size} facts: what was sealed has been changed`)
}

/**
 * Signs what the ledger is, and publishes it; where this key signed one of that size, it is that one. Null while nothing is sealed.
 * Throws `ledger-changed` where the ledger no longer begins as the last checkpoint says, or the last night found it changed: by other ways
 * than these.
 */
export const signCheckpoint = action<SignCheckpoint, Checkpoint | null>(async (scope, { signer, size: asked }) => {
  const { tx, now, hash } = scope
  await becomeSealer(tx)
  const last = (await lastLeaf(tx))?.position ?? 0
  const size = asked ?? last
  if (size === 0) return null
  await mustBeFoundWhole(scope)
  const before = await mustContinue(scope, last)
  const standing = await checkpointOf(tx, size, signer.verifier)
  if (standing) return standing
  const root = await rootAt(hash, readNodes(tx, hash), size)
  const note = await signer.sign(checkpointText(signer.name, { size, root }))
  const checkpoint = {
    size,
    root,
    note,
    key: signer.verifier,
    signedAt: before && before.signedAt > now ? before.signedAt : now,
  }
  await keepCheckpoint(tx, checkpoint)
  return checkpoint
})
