import type { SealedKind } from '../../core/ledger/fact-kinds.ts'
import type { Instant } from '../../core/time.ts'
import { readAsOf } from '../../storage/as-of.ts'
import type { Reader } from '../../storage/database.ts'
import { questionsAfter } from '../../storage/exports.ts'
import type { Page, PageRequest } from '../../storage/keyset.ts'
import { leavesAfter } from '../../storage/ledger.ts'
import { flagQuestions } from '../flagged.ts'
import type { Told } from '../following/change.ts'
import { told } from '../following/told-facts.ts'
import { publicQuestion } from '../public.ts'

/** What is exported: what stood at one position, of that what changed after another. `reader` is of what stands now. */
export type Walk = {
  reader: Reader
  through: { position: number; now: Instant }
  /** Null: from the beginning. */
  since: { position: number; now: Instant } | null
}

/** Rows by the page, each page read when it is asked for and in a transaction of its own: all of one position. */
export type Pages = AsyncGenerator<object[]>

/** So many rows are held at once. */
const PAGE = 500

/** One of what was told before, such as a dispute by its reply, or a candidate by a later review, is told once. */
const isNew = (seen: Set<string>, row: object): boolean => {
  if (!('id' in row) || typeof row.id !== 'string') return true
  if (seen.has(row.id)) return false
  seen.add(row.id)
  return true
}

/** Facts of some kinds in the order of the ledger, as they stand at the position; what is for reviewers alone is left out. */
export async function* sealedPages(
  { reader, through, since }: Walk,
  kinds: readonly SealedKind[],
  row: (told: Told) => object,
): Pages {
  const seen = kinds.length > 1 ? new Set<string>() : null
  for (let after = since?.position ?? 0; ; ) {
    const leaves = await leavesAfter(reader, { after, through: through.position, kinds, limit: PAGE })
    const last = leaves.at(-1)
    if (!last) return
    const rows = await readAsOf(reader, through.position, async (then) => {
      const facts = new Map<string, Told>()
      for (const kind of new Set(leaves.map((leaf) => leaf.kind))) {
        const ids = leaves.filter((leaf) => leaf.kind === kind).map(({ factId }) => factId)
        for (const [id, one] of await told(then, kind, ids)) facts.set(id, one)
      }
      return leaves.flatMap(({ factId }) => {
        const fact = facts.get(factId)
        return fact ? [row(fact)] : []
      })
    })
    yield seen ? rows.filter((one) => isNew(seen, one)) : rows
    after = last.position
  }
}

/** Questions as they stand at the position, by id; those that changed are those that a version, an option, a topic or an outcome came to. */
export async function* questionPages({ reader, through, since }: Walk): Pages {
  for (let after = ''; ; ) {
    const found = await readAsOf(reader, through.position, async (then) => {
      const page = { after, since: since?.position ?? null, through: through.position, limit: PAGE }
      return flagQuestions(then, (await questionsAfter(then, page)).map(publicQuestion))
    })
    const last = found.at(-1)
    if (!last) return
    yield found
    after = last.id
  }
}

type Recorded = { recordedAt: Instant }

/** What is no fact of the ledger, newest first: it is as it is now, and belongs to the position by when it was recorded. */
export async function* walkedPages<Thing extends Recorded>(
  { reader, through, since }: Walk,
  list: (reader: Reader, page: PageRequest) => Promise<Page<Thing>>,
): Pages {
  for (let cursor: string | null = null; ; ) {
    const { items, next }: Page<Thing> = await list(reader, { limit: PAGE, cursor })
    yield items.filter(({ recordedAt }) => recordedAt <= through.now && (since === null || recordedAt > since.now))
    const last = items.at(-1)
    if (next === null || !last || (since !== null && last.recordedAt <= since.now)) return
    cursor = next
  }
}
