import { type Baseline, baselineKinds, baselinesAt, whyNoBaseline } from '../../core/baseline.ts'
import { groupBy } from '../../core/group-by.ts'
import { canonical, sha256 } from '../../core/ledger/digest.ts'
import type { DecidedTimes } from '../../core/resolution/decided-times.ts'
import { firstAlike, type Versions } from '../../core/resolution/likeness.ts'
import { collectionOfSet } from '../../core/scored-item.ts'
import { HEADLINE } from '../../core/slice.ts'
import type {
  BoardAuthor,
  BoardInput,
  BoardItem,
  BoardStatements,
  OpenItem,
  Scope,
  WordCount,
} from '../../core/snapshot.ts'
import type { Instant } from '../../core/time.ts'
import { authorsByIds } from '../../storage/authors.ts'
import { baselinesFor } from '../../storage/baselines.ts'
import { authorQuestion, begunOtherwise, type ItemRow, itemsOfAuthors } from '../../storage/board-items.ts'
import { dueMonths } from '../../storage/collections.ts'
import type { Reader } from '../../storage/database.ts'
import { ofAnyMonth } from '../../storage/evidence-items.ts'
import { type OpenRow, openFirstsOf } from '../../storage/open-firsts.ts'
import { versionsOn } from '../comparing/against.ts'
import { probabilityOf } from '../probabilities.ts'
import { resolvedTimes } from '../report/resolved-times.ts'
import { lastOverturned } from '../report/standing-evidence.ts'
import type { FirstAndLast } from '../report/timed-record.ts'
import { restatedOn } from './restated.ts'

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
  stood: ReadonlyMap<string, FirstAndLast>
  /** Where something else was said first than what is scored. */
  begunOtherwise: ReadonlySet<string>
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

const openOf = (row: OpenRow, { baselines, versions, asked, begunOtherwise: begun }: Beside): OpenItem => {
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
    restated: begun.has(authorQuestion(row)),
    baselines: Object.fromEntries([...counting].map(([kind, { probability }]) => [kind, probability])),
    noBaselines: Object.fromEntries(without),
  }
}

const itemOf = (row: ItemRow, beside: Beside): BoardItem => ({
  ...openOf(row, beside),
  stood: beside.stood.get(authorQuestion(row)) ?? null,
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

const isHeadline = ({ weakHedge }: OpenRow): boolean => weakHedge === HEADLINE.weakHedge

/**
 * What is due in months that are over, and what is not, or is open and nowhere posted: evidence waits for it on the families of which
 * something is.
 */
type Rows = { due: readonly ItemRow[]; ahead: readonly (ItemRow | OpenRow)[] }

const familiesDue = (rows: readonly Rows[]): Set<string> =>
  new Set(rows.flatMap(({ due }) => due.flatMap(({ state, familyId }) => (state === 'void' ? [] : [familyId]))))

const statementsOf = ({ due, ahead }: Rows, families: ReadonlySet<string>, beside: Beside): BoardStatements => ({
  items: due.filter(({ state }) => state === 'scored').map((row) => itemOf(row, beside)),
  pending: due.filter(({ state }) => state === 'pending').map((row) => openOf(row, beside)),
  later: ahead
    .filter(({ familyId }) => families.has(familyId))
    .map((row) => {
      const state = 'state' in row ? row.state : 'pending'
      return {
        ...openOf(row, beside),
        settledAt: state === 'scored' ? (beside.times.get(row.versionId)?.settledAt ?? null) : null,
        ...(state === 'void' && { void: true as const }),
      }
    }),
  void: due.filter(({ state }) => state === 'void').map((row) => openOf(row, beside)),
})

const authorOf = (
  { id, kind }: Pick<BoardAuthor, 'id' | 'kind'>,
  { all, scored, first }: { all: readonly ItemRow[]; scored: Rows; first: Rows },
  beside: Beside,
): BoardAuthor => {
  const families = familiesDue([scored, first])
  return {
    id,
    kind,
    ...statementsOf(scored, families, beside),
    // Evidence asks for no baseline beside what was said first.
    begun: statementsOf(first, families, {
      ...beside,
      begunOtherwise: new Set(),
      stood: new Map(),
      baselines: new Map(),
    }),
    overturnedAt: lastOverturned(
      [scored, first].flatMap(({ due, ahead }) => [...due, ...ahead].map(({ versionId }) => versionId)),
      beside.times,
    ),
    words: countForms(all.filter(({ form }) => form.startsWith('phrase:'))),
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
  const [rows, begun] = [
    await itemsOfAuthors(reader, ofAnyMonth(slice), null),
    await itemsOfAuthors(reader, ofAnyMonth(slice), null, 'first'),
  ]
  const open = groupBy(
    await openFirstsOf(reader, { ...slice, weakHedge: HEADLINE.weakHedge }, null),
    ({ authorId }) => authorId,
  )
  const isDue = ({ dueMonth }: ItemRow): boolean => dueMonth < dueBefore
  const byAuthor = groupBy(rows.filter(isDue), ({ authorId }) => authorId)
  const rowsBy = (all: readonly ItemRow[]): ((id: string) => Rows) => {
    const [due, ahead] = [true, false].map((over) =>
      groupBy(
        all.filter((row) => isHeadline(row) && isDue(row) === over),
        ({ authorId }) => authorId,
      ),
    )
    return (id) => ({ due: due?.get(id) ?? [], ahead: ahead?.get(id) ?? [] })
  }
  const [scoredBy, postedBy] = [rowsBy(rows), rowsBy(begun)]
  const firstBy = (id: string): Rows => {
    const { due, ahead } = postedBy(id)
    return { due, ahead: [...ahead, ...(open.get(id) ?? [])] }
  }
  const asked = [...new Set([...rows, ...begun].map(({ questionId }) => questionId))]
  const versions = await versionsOn(reader, asked)
  const authors = (await authorsByIds(reader, [...byAuthor.keys()])).sort((a, b) => (a.id < b.id ? -1 : 1))
  const beside = {
    baselines: await baselinesFor(reader, asked),
    times: await resolvedTimes(reader, asked),
    versions,
    asked: askedOf(versions),
    stood: await restatedOn(reader, rows.filter(isDue), voice),
    begunOtherwise: await begunOtherwise(reader, asked),
  }
  const countsSha256 = new Map<string, string>()
  for (const { id } of authors) {
    const counts = countForms(scoredBy(id).due).map(({ weakHedge: _, ...count }) => count)
    countsSha256.set(id, await sha256(canonical(counts)))
  }
  const collectionId = collectionOfSet(set)
  return {
    months: collectionId === null ? null : await dueMonths(reader, collectionId, dueBefore),
    authors: authors.map((author) =>
      authorOf(
        author,
        { all: byAuthor.get(author.id) ?? [], scored: scoredBy(author.id), first: firstBy(author.id) },
        beside,
      ),
    ),
    countsSha256,
  }
}
