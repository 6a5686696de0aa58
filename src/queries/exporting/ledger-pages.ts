import type { SealedKind } from '../../core/ledger/fact-kinds.ts'
import type { LedgerRow } from '../../core/ledger/ledger-row.ts'
import { publishedFact } from '../../core/ledger/published-fact.ts'
import { publishedFields } from '../../core/ledger/published-fields.ts'
import { readAsOf } from '../../storage/as-of.ts'
import { storedFacts } from '../../storage/facts.ts'
import { type SealedLeaf, sealedLeavesAfter } from '../../storage/ledger.ts'
import type { Told } from '../following/change.ts'
import { told } from '../following/told-facts.ts'
import type { Pages, Walk } from './pages.ts'

/** So many facts are held at once. */
const PAGE = 500

/** Fields that hold words of others. */
const quotes = new Set(['quote', 'wording'])

type Said = { quote?: unknown; wording?: unknown; reviewId?: unknown; match?: { id: string } | null }

/** Of what is told as one of several that followed each other: what only the one that stands says, and which one that is. */
const standing: Partial<Record<SealedKind, { fields: readonly string[]; id: (said: Said) => unknown }>> = {
  review: { fields: ['reason', 'corrections'], id: ({ reviewId }) => reviewId },
  match: { fields: ['reason', 'differs'], id: ({ match }) => match?.id },
}

/** Whether the words of a field are told elsewhere too: else they are withheld here, being too long to quote, or for reviewers again. */
const isTold = (kind: SealedKind, id: string, { data }: Told, field: string, value: unknown): boolean => {
  const said = data as Said
  if (quotes.has(field)) return said[field as 'quote' | 'wording'] === value
  const last = standing[kind]
  return !last?.fields.includes(field) || last.id(said) === id
}

/** Facts of one kind as rows, by id. */
const rowsOfKind = async (
  { reader, through }: Walk,
  kind: SealedKind,
  leaves: readonly SealedLeaf[],
): Promise<[number, LedgerRow][]> => {
  const ids = leaves.map(({ factId }) => factId)
  const open = await readAsOf(reader, through.position, (then) => told(then, kind, ids))
  const facts = await storedFacts(reader, kind, ids)
  const named = new Set(publishedFields[kind])
  return Promise.all(
    leaves.map(async ({ position, factId, sealedAt, ends, digest }): Promise<[number, LedgerRow]> => {
      const fact = facts.get(factId)
      if (!fact) throw new Error(`the ledger names ${kind} ${factId}, which is not there`)
      const about = open.get(factId)
      const isShown = (field: string, value: unknown): boolean =>
        about !== undefined && named.has(field) && isTold(kind, factId, about, field, value)
      const published = await publishedFact(fact, isShown)
      return [position, { position, kind, id: about ? factId : null, sealedAt, ends, digest, ...published }]
    }),
  )
}

/** The ledger itself, in its order: each fact with what its digest can be made again from, as far as anyone may read it now. */
export async function* ledgerPages(walk: Walk): Pages {
  const { reader, through, since } = walk
  for (let after = since?.position ?? 0; ; ) {
    const leaves = await sealedLeavesAfter(reader, { after, through: through.position, limit: PAGE })
    const last = leaves.at(-1)
    if (!last) return
    const rows = new Map<number, LedgerRow>()
    for (const kind of new Set(leaves.map((leaf) => leaf.kind)))
      for (const [position, row] of await rowsOfKind(
        walk,
        kind,
        leaves.filter((leaf) => leaf.kind === kind),
      ))
        rows.set(position, row)
    yield leaves.flatMap(({ position }) => rows.get(position) ?? [])
    after = last.position
  }
}
