import type { Checkpoint } from '../core/ledger/checkpoint.ts'
import type { Hash } from '../core/ledger/digest.ts'
import { hashOfLeaf } from '../core/ledger/leaf.ts'
import { consistencyProof, inclusionProof, rootAt } from '../core/ledger/merkle.ts'
import type { ConsistencyProof, InclusionProof } from '../core/ledger/proofs.ts'
import { Problem } from '../core/problem.ts'
import { checkpointOf, newestCheckpoint } from '../storage/checkpoints.ts'
import type { Reader } from '../storage/database.ts'
import { lastLeaf, leafOf } from '../storage/ledger.ts'
import { readNodes } from '../storage/ledger-tree.ts'

const UNSIGNED = 'checkpoints are signed within about a minute of a fact, where the server has HINDCAST_SECRET'

/** The checkpoint of a size, or the newest. Throws `not-found`. */
export const mustFindCheckpoint = async (reader: Reader, size: number | 'latest'): Promise<Checkpoint> => {
  const found = size === 'latest' ? await newestCheckpoint(reader) : await checkpointOf(reader, size)
  if (found) return found
  if (size === 'latest') throw new Problem('not-found', 'no checkpoint has been signed yet', UNSIGNED)
  throw new Problem('not-found', `no checkpoint is of ${size} facts`, 'take one that GET /v1/ledger/checkpoints lists')
}

/** That a fact stands in the ledger of a checkpoint. Throws `not-found`, `not-sealed` where the checkpoint is older than the fact. */
export const proveInclusion = async (
  reader: Reader,
  hash: Hash,
  id: string,
  size: number | 'latest',
): Promise<InclusionProof> => {
  const found = await leafOf(reader, id)
  if (!found) throw new Problem('not-found', `no sealed fact is called ${id}`, 'take an id from GET /v1/changes')
  const checkpoint = await mustFindCheckpoint(reader, size)
  const { position, kind, digest, sealedAt, ends } = found
  if (position > checkpoint.size) {
    const detail = `${id} is at position ${position}, and the checkpoint covers ${checkpoint.size}`
    throw new Problem('not-sealed', detail, UNSIGNED)
  }
  const leaf = { kind, digest, sealedAt, ends }
  const proof = await inclusionProof(hash, readNodes(reader, hash), position - 1, checkpoint.size)
  return { id, position, leaf, leafHash: hashOfLeaf(hash, leaf), proof, checkpoint }
}

/**
 * That the ledger of `to` facts, where nothing is said those of the newest checkpoint, begins with that of `from`. Throws `not-sealed`
 * for what it has not reached, `not-found` where no checkpoint is signed, `invalid-input`.
 */
export const proveConsistency = async (
  reader: Reader,
  hash: Hash,
  { from, to: asked }: { from: number; to?: number | undefined },
): Promise<ConsistencyProof> => {
  const last = (await lastLeaf(reader))?.position ?? 0
  const to = asked ?? (await mustFindCheckpoint(reader, 'latest')).size
  if (to > last)
    throw new Problem('not-sealed', `the ledger has ${last} facts, not ${to}`, `give at most ${last}`, [
      { field: 'to', detail: `at most ${last}` },
    ])
  if (from > to)
    throw new Problem('invalid-input', `${from} is more than ${to}`, 'give the older size as from', [
      { field: 'from', detail: `at most ${to}` },
    ])
  const read = readNodes(reader, hash)
  const [older, newer] = [await rootAt(hash, read, from), await rootAt(hash, read, to)]
  const proof = await consistencyProof(hash, read, from, to)
  return { from: { size: from, root: older }, to: { size: to, root: newer }, proof }
}
