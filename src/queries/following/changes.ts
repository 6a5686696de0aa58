import { Problem } from '../../core/problem.ts'
import type { WebhookFilter } from '../../core/webhooks/webhook.ts'
import type { Reader } from '../../storage/database.ts'
import { leavesFollowed, WINDOW, windowEnd } from '../../storage/followed.ts'
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

/** Asks for every fact. */
export const EVERYTHING: WebhookFilter = {
  kinds: [],
  authorId: null,
  questionId: null,
  topic: null,
  collectionId: null,
}

const isNarrow = ({ authorId, questionId, topic, collectionId }: WebhookFilter): boolean =>
  [authorId, questionId, topic, collectionId].some((asked) => asked !== null)

/** From where on, at most how many, and how many facts may be looked through for them. */
export type From = { after: number; limit: number; window?: number }

/** What a filter asks for among the next facts, and through where these reach. */
const narrowed = async (
  reader: Reader,
  filter: WebhookFilter,
  { after, limit, window = WINDOW, through: last }: From & { through: number },
): Promise<{ leaves: Leaf[]; through: number }> => {
  const through = await windowEnd(reader, { after, through: last, window }, filter.kinds)
  return { leaves: await leavesFollowed(reader, filter, { after, through, limit }), through }
}

/**
 * What was sealed after a position and is asked for, in order, and the position to go on from: that of the last item where more may
 * follow, else that through which the ledger was read, so that a client may ask for ever and never passes anything by. A filter by more
 * than the kind reads so far at one time: `next` may move on with no item. It leaves out what is for reviewers alone: that something
 * unconfirmed is about somebody is not told. Throws `not-sealed` for a position that the ledger has not reached.
 */
export const changesAfter = async (
  reader: Reader,
  from: From,
  filter: WebhookFilter = EVERYTHING,
): Promise<{ items: Change[]; next: number; more: boolean }> => {
  const { after, limit } = from
  const last = (await lastLeaf(reader))?.position ?? 0
  if (after > last) {
    const detail = `the ledger is sealed up to position ${last}, and ${after} is ahead of it`
    const remedy = `go on from the next of an answer of this server, at most ${last}; a position of another one means nothing here`
    throw new Problem('not-sealed', detail, remedy, [{ field: 'after', detail }])
  }
  if (after === last) return { items: [], next: after, more: false }
  const isPart = isNarrow(filter)
  const { leaves, through } = isPart
    ? await narrowed(reader, filter, { ...from, through: last })
    : { leaves: await leavesAfter(reader, { after, through: last, kinds: filter.kinds, limit }), through: last }
  const full = leaves.length === limit ? leaves.at(-1) : undefined
  const changes = await changesOf(reader, leaves)
  const next = full?.position ?? through
  return { items: isPart ? changes.filter(({ withheld }) => withheld === null) : changes, next, more: next < last }
}

/** The changes at these positions, by position. */
export const changesAt = async (reader: Reader, positions: readonly number[]): Promise<Map<number, Change>> => {
  if (positions.length === 0) return new Map()
  const changes = await changesOf(reader, await leavesAt(reader, positions))
  return new Map(changes.map((change) => [change.position, change]))
}
