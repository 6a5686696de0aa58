import { capQuote } from '../../core/commentary.ts'
import type { SealedKind } from '../../core/ledger/fact-kinds.ts'
import type { LedgerRow } from '../../core/ledger/ledger-row.ts'
import { publishedFact } from '../../core/ledger/published-fact.ts'
import { publishedFields } from '../../core/ledger/published-fields.ts'
import { readAsOf } from '../../storage/as-of.ts'
import { storedFacts } from '../../storage/facts.ts'
import { type SealedLeaf, sealedLeavesAfter } from '../../storage/ledger.ts'
import { told } from '../following/told-facts.ts'
import type { Pages, Walk } from './pages.ts'

/** So many facts are held at once. */
const PAGE = 500

/** Fields that hold words of others: longer than the cap they are published nowhere. */
const quotes = new Set(['quote', 'wording'])

const isShort = (field: string, value: unknown): boolean =>
  !quotes.has(field) || typeof value !== 'string' || capQuote(value) === value

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
      const isOpen = open.has(factId)
      const published = await publishedFact(fact, (field, value) => isOpen && named.has(field) && isShort(field, value))
      return [position, { position, kind, id: isOpen ? factId : null, sealedAt, ends, digest, ...published }]
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
