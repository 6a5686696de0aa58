import { type Baseline, baselineKinds, baselinesAt, whyNoBaseline } from '../../core/baseline.ts'
import { groupBy } from '../../core/group-by.ts'
import { canonical, sha256 } from '../../core/ledger/digest.ts'
import type { DecidedTimes } from '../../core/resolution/decided-times.ts'
import { firstAlike, type Versions } from '../../core/resolution/likeness.ts'
import { collectionOfSet } from '../../core/scored-item.ts'
import { HEADLINE } from '../../core/slice.ts'
import type { BoardAuthor, BoardInput, BoardItem, OpenItem, Scope, WordCount } from '../../core/snapshot.ts'
import type { Instant } from '../../core/time.ts'
import { authorsByIds } from '../../storage/authors.ts'
import { baselinesFor } from '../../storage/baselines.ts'
import { type ItemRow, itemsOfAuthors } from '../../storage/board-items.ts'
import { dueMonths } from '../../storage/collections.ts'
import type { Reader } from '../../storage/database.ts'
import { ofAnyMonth } from '../../storage/evidence-items.ts'
import { versionsOn } from '../comparing/against.ts'
import { probabilityOf } from '../probabilities.ts'
import { resolvedTimes } from '../report/resolved-times.ts'
import { lastOverturned } from '../report/standing-evidence.ts'
import type { FirstAndLast } from '../report/timed-record.ts'
import { restatedKey, restatedOn } from './restated.ts'

type Baselines = ReadonlyMap<string, readonly Baseline[]>
/** What a version asks: the number of the first that asks the same, and whether that one is oriented the other way. */
type Asked = Pick<BoardItem, 'asked' | 'turned'>
const FIRST: Asked = { asked: 1, turned: false }
/** What stands beside the items of a board: baselines by question, the times of outcomes and what is asked by version. */
type Beside = {
  baselines: Baselines
  times: ReadonlyMap<string, DecidedTimes>
  versions: Versions
  asked: ReadonlyMap<string, Asked>
  /** What was said first and last where several forecasts of an author stood on a question. */
  restated: ReadonlyMap<string, FirstAndLast>
}

/** What each version of questions that have several asks. */
const askedOf = (versions: Versions): Map<string, Asked> =>
  new Map(
    [...groupBy([...versions.values()], ({ questionId }) => questionId).values()]
      .flatMap((own) => [...firstAlike(own)])
      .map(([id, { version, orientation }]) => [
        id,
        { asked: version, turned: versions.get(id)?.orientation !== orientation },
      ]),
  )

const openOf = (row: ItemRow, { baselines, versions, asked }: Beside): OpenItem => {
  const recorded = baselines.get(row.questionId) ?? []
  const counting = baselinesAt(recorded, row, versions)
  const without = baselineKinds.flatMap((kind) => {
    const reason = whyNoBaseline(recorded, kind, row, versions)
    return reason === null || reason === 'none-recorded' ? [] : [[kind, reason] as const]
  })
  return {
    question: row.questionId,
    ...(asked.get(row.versionId) ?? FIRST),
    family: row.familyId,
    form: row.form,
    p: probabilityOf(row.form),
    saidAt: row.said,
    dueMonth: row.dueMonth,
    origin: row.origin,
    baselines: Object.fromEntries([...counting].map(([kind, { probability }]) => [kind, probability])),
    noBaselines: Object.fromEntries(without),
  }
}

const itemOf = (row: ItemRow, beside: Beside): BoardItem => ({
  ...openOf(row, beside),
  stood: beside.restated.get(restatedKey(row)) ?? null,
  outcome: row.hit ? 1 : 0,
  settledAt: beside.times.get(row.versionId)?.settledAt ?? null,
})

const NONE = { n: 0, hits: 0, pending: 0, void: 0 }

/** Counts by form, in the order of forms. */
export const countForms = (rows: readonly ItemRow[]): WordCount[] => {
  const counts = new Map<string, WordCount>()
  for (const { form, weakHedge, state, hit } of rows) {
    const key = `${form} ${weakHedge}`
    const so = counts.get(key) ?? { form, weakHedge, ...NONE }
    counts.set(key, {
      ...so,
      n: so.n + Number(state === 'scored'),
      hits: so.hits + Number(hit === true),
      pending: so.pending + Number(state === 'pending'),
      void: so.void + Number(state === 'void'),
    })
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, count]) => count)
}

/** What is not due yet of the families of which something is: evidence on them waits for it. */
const laterOf = (headline: readonly ItemRow[], later: readonly ItemRow[]): ItemRow[] => {
  const families = new Set(headline.filter(({ state }) => state !== 'void').map(({ familyId }) => familyId))
  return later.filter(({ familyId, state }) => state !== 'void' && families.has(familyId))
}

const authorOf = (
  { id, kind }: Pick<BoardAuthor, 'id' | 'kind'>,
  { rows, later }: { rows: readonly ItemRow[]; later: readonly ItemRow[] },
  beside: Beside,
): BoardAuthor => {
  const headline = rows.filter(({ weakHedge }) => weakHedge === HEADLINE.weakHedge)
  const inState = (state: ItemRow['state']) => headline.filter((row) => row.state === state)
  return {
    id,
    kind,
    items: inState('scored').map((row) => itemOf(row, beside)),
    pending: inState('pending').map((row) => openOf(row, beside)),
    later: laterOf(headline, later).map((row) => ({
      ...openOf(row, beside),
      settledAt: row.state === 'scored' ? (beside.times.get(row.versionId)?.settledAt ?? null) : null,
    })),
    overturnedAt: lastOverturned(
      [...headline, ...later].map(({ versionId }) => versionId),
      beside.times,
    ),
    void: inState('void').map(({ questionId, dueMonth }) => ({ question: questionId, dueMonth })),
    words: countForms(rows.filter(({ form }) => form.startsWith('phrase:'))),
  }
}

/** What tells one input from another: equal ones make the same board by the same rules, but for what is drawn by lot. */
export const inputDigest = ({ months, authors }: Omit<BoardInput, 'seed'>): Promise<string> =>
  sha256(canonical({ months, authors }))

/** What a board is computed from, with the counts of each of its authors; of one moment, where the reader is as of one. */
export const boardInput = async (
  reader: Reader,
  { set, timing, voice }: Scope,
  now: Instant,
): Promise<Omit<BoardInput, 'seed'> & { countsSha256: Map<string, string> }> => {
  const dueBefore = now.slice(0, 7)
  const slice = { set, timing, attribution: voice, windowSources: [...HEADLINE.windowSources], dueBefore }
  const rows = await itemsOfAuthors(reader, ofAnyMonth(slice), null)
  const [due, ahead] = [true, false].map((over) => rows.filter(({ dueMonth }) => dueMonth < dueBefore === over))
  const byAuthor = groupBy(due ?? [], ({ authorId }) => authorId)
  const laterBy = groupBy(
    (ahead ?? []).filter(({ weakHedge }) => weakHedge === HEADLINE.weakHedge),
    ({ authorId }) => authorId,
  )
  const asked = [...new Set(rows.map(({ questionId }) => questionId))]
  const versions = await versionsOn(reader, asked)
  const beside = {
    baselines: await baselinesFor(reader, asked),
    times: await resolvedTimes(reader, asked),
    versions,
    asked: askedOf(versions),
    restated: await restatedOn(reader, due ?? [], voice),
  }
  const authors = (await authorsByIds(reader, [...byAuthor.keys()])).sort((a, b) => (a.id < b.id ? -1 : 1))
  const countsSha256 = new Map<string, string>()
  for (const { id } of authors) {
    const headline = (byAuthor.get(id) ?? []).filter(({ weakHedge }) => weakHedge === HEADLINE.weakHedge)
    const counts = countForms(headline).map(({ weakHedge: _, ...count }) => count)
    countsSha256.set(id, await sha256(canonical(counts)))
  }
  const collectionId = collectionOfSet(set)
  return {
    months: collectionId === null ? null : await dueMonths(reader, collectionId, dueBefore),
    authors: authors.map((author) =>
      authorOf(author, { rows: byAuthor.get(author.id) ?? [], later: laterBy.get(author.id) ?? [] }, beside),
    ),
    countsSha256,
  }
}
