import type { SealedKind } from '../../core/ledger/fact-kinds.ts'
import { Problem } from '../../core/problem.ts'
import type { Reader } from '../../storage/database.ts'
import { type Leaf, lastLeaf, leavesAfter, leavesAt } from '../../storage/ledger.ts'
import type { Change } from './change.ts'
import { told } from './told-facts.ts'

const WITHHELD = { id: null, action: null, questionId: null, authorIds: [], resource: null, data: null } as const

/** Leaves as changes, in their order: one read for each kind among them. What only reviewers may see is named and left empty. */
const changesOf = async (reader: Reader, leaves: readonly Leaf[]): Promise<Change[]> => {
  const kinds = [...new Set(leaves.map(({ kind }) => kind))]
  const facts = new Map<string, Awaited<ReturnType<typeof told>>>()
  for (const kind of kinds) {
    const ids = leaves.filter((leaf) => leaf.kind === kind).map(({ factId }) => factId)
    facts.set(kind, await told(reader, kind, ids))
  }
  return leaves.map(({ position, kind, factId, sealedAt }) => {
    const fact = facts.get(kind)?.get(factId)
    const at = { position, kind, sealedAt }
    return fact
      ? { ...at, id: factId, ...fact, withheld: null }
      : { ...at, ...WITHHELD, authorIds: [], withheld: 'for-reviewers' }
  })
}

export type ChangesAfter = { after: number; kinds: readonly SealedKind[]; limit: number }

/**
 * What was sealed after a position, in order, and the position to go on from: that of the last item where more may follow,
 * else the last that is sealed, so that a client may ask for ever and never passes anything by. Throws `not-sealed` for a
 * position that the ledger has not reached.
 */
export const changesAfter = async (
  reader: Reader,
  { after, kinds, limit }: ChangesAfter,
): Promise<{ items: Change[]; next: number }> => {
  const through = (await lastLeaf(reader))?.position ?? 0
  if (after > through) {
    const detail = `the ledger is sealed up to position ${through}, and ${after} is ahead of it`
    const remedy = `go on from the next of an answer of this server, at most ${through}; a position of another one means nothing here`
    throw new Problem('not-sealed', detail, remedy, [{ field: 'after', detail }])
  }
  const leaves = await leavesAfter(reader, { after, through, kinds, limit })
  const last = leaves.length === limit ? leaves.at(-1) : undefined
  return { items: await changesOf(reader, leaves), next: last?.position ?? through }
}

/** The changes at these positions, by position. */
export const changesAt = async (reader: Reader, positions: readonly number[]): Promise<Map<number, Change>> => {
  if (positions.length === 0) return new Map()
  const changes = await changesOf(reader, await leavesAt(reader, positions))
  return new Map(changes.map((change) => [change.position, change]))
}
