import { and, eq, gt, like, or, type SQL, sql } from 'drizzle-orm'
import { type AnyPgColumn, unionAll } from 'drizzle-orm/pg-core'
import type { Timing } from '../core/question.ts'
import { ALL } from '../core/scored-item.ts'
import type { Slice } from '../core/slice.ts'
import { type CountFilter, type CountSlice, countedOf } from './counts.ts'
import type { Reader } from './database.ts'
import { familyCounts, scoreCounts } from './tables/scores.ts'

export type FormCount = { form: string; pending: number; void: number; n: number; hits: number }
export type FamilyFormCount = { familyId: string; form: string; n: number; hits: number }
/** By form, and by family and form. */
export type ReportCounts = { forms: FormCount[]; families: FamilyFormCount[] }

export type MonthlyForm = FormCount & { dueMonth: string; weakHedge: boolean }
export type MonthlyFamily = FamilyFormCount & { dueMonth: string }
/**
 * By month and form, weak hedges beside the others; by month, family and form, of what the filter lets in alone, and in a list
 * of their own those of weak hedges.
 */
export type MonthlyCounts = { forms: MonthlyForm[]; families: MonthlyFamily[]; weakFamilies: MonthlyFamily[] }

export const NO_COUNTS: MonthlyCounts = { forms: [], families: [], weakFamilies: [] }

type By = 'months' | 'all'

const total = (column: AnyPgColumn): SQL<number> => sql<number>`sum(${column})::int`

/** What rows are told apart by besides author, family and form. */
const apartBy = (table: typeof scoreCounts | typeof familyCounts, by: By): AnyPgColumn[] =>
  by === 'months' ? [table.dueMonth, table.weakHedge] : []

const apart = (table: typeof scoreCounts | typeof familyCounts, by: By) => ({
  dueMonth: (by === 'months' ? sql<string>`${table.dueMonth}` : sql<string>`''`).as('due_month'),
  weakHedge: (by === 'months' ? sql<boolean>`${table.weakHedge}` : sql<boolean>`false`).as('weak_hedge'),
})

/** Month by month weak hedges stand beside the others; summed, what the filter lets in alone. */
const hedgesBy = ({ weakHedge, ...filter }: CountSlice, by: By): CountSlice => ({
  ...filter,
  ...(by === 'all' && weakHedge !== undefined && { weakHedge }),
})

const formsOf = (reader: Reader, authorIds: readonly string[], filter: CountSlice, by: By) =>
  reader
    .select({
      authorId: scoreCounts.authorId,
      familyId: sql<string | null>`null::text`.as('family_id'),
      form: scoreCounts.form,
      ...apart(scoreCounts, by),
      pending: total(scoreCounts.pending).as('pending'),
      void: total(scoreCounts.void).as('void'),
      n: total(scoreCounts.n).as('n'),
      hits: total(scoreCounts.hits).as('hits'),
    })
    .from(scoreCounts)
    .where(countedOf(scoreCounts, authorIds, hedgesBy(filter, by)))
    .groupBy(scoreCounts.authorId, scoreCounts.form, ...apartBy(scoreCounts, by))

const familiesOf = (reader: Reader, authorIds: readonly string[], filter: CountSlice, by: By) =>
  reader
    .select({
      authorId: familyCounts.authorId,
      familyId: sql<string | null>`${familyCounts.familyId}`.as('family_id'),
      form: familyCounts.form,
      ...apart(familyCounts, by),
      pending: sql<number>`0`.as('pending'),
      void: sql<number>`0`.as('void'),
      n: total(familyCounts.n).as('n'),
      hits: total(familyCounts.hits).as('hits'),
    })
    .from(familyCounts)
    .where(and(countedOf(familyCounts, authorIds, hedgesBy(filter, by)), gt(familyCounts.n, 0)))
    .groupBy(familyCounts.authorId, familyCounts.familyId, familyCounts.form, ...apartBy(familyCounts, by))

/**
 * The counts of each of these authors, of however many in one statement: two would see two moments, and a settlement between
 * them would make the sums differ. Month by month with the weak hedges beside the others, or summed over what the filter lets in.
 */
const read = async (
  reader: Reader,
  authorIds: readonly string[],
  filter: CountSlice,
  by: By,
): Promise<Map<string, MonthlyCounts>> => {
  const counts = new Map<string, MonthlyCounts>(
    authorIds.map((id) => [id, { forms: [], families: [], weakFamilies: [] }]),
  )
  if (authorIds.length === 0) return counts
  const rows = await unionAll(
    formsOf(reader, authorIds, filter, by),
    familiesOf(reader, authorIds, filter, by),
  ).orderBy(sql`due_month`, sql`family_id nulls first`, sql`form`)
  for (const { authorId, familyId, ...count } of rows) {
    const { dueMonth, form, n, hits, weakHedge } = count
    const [of, weak] = [
      counts.get(authorId),
      by === 'months' && filter.weakHedge !== undefined && weakHedge !== filter.weakHedge,
    ]
    if (familyId === null) of?.forms.push(count)
    else (weak ? of?.weakFamilies : of?.families)?.push({ familyId, dueMonth, form, n, hits })
  }
  return counts
}

/** Month by month: all that a report, a series over months and the share of hedges are made from, of one moment. */
export const monthlyCountsOf = (reader: Reader, authorIds: readonly string[], filter: CountSlice) =>
  read(reader, authorIds, filter, 'months')

/** Summed over months. */
export const reportCountsOf = async (
  reader: Reader,
  authorIds: readonly string[],
  filter: CountSlice,
): Promise<Map<string, ReportCounts>> => {
  const counts = await read(reader, authorIds, filter, 'all')
  return new Map(
    [...counts].map(([id, { forms, families }]) => [
      id,
      {
        forms: forms.map(({ dueMonth: _, weakHedge: __, ...form }) => form),
        families: families.map(({ dueMonth: _, ...family }) => family),
      },
    ]),
  )
}

/** The same of one author. */
export const reportCounts = async (reader: Reader, { authorId, ...filter }: CountFilter): Promise<ReportCounts> =>
  (await reportCountsOf(reader, [authorId], filter)).get(authorId) ?? { forms: [], families: [] }

/** Counts by form alone, where families are not asked for. */
export const countsOf = async (reader: Reader, filter: CountFilter): Promise<FormCount[]> =>
  (await reportCounts(reader, filter)).forms

/**
 * By form alone, weak hedges beside the others, summed over the months of the filter; of what was settled, is pending or void. As many
 * rows as there are forms, however much was said in them.
 */
export const formCounts = async (reader: Reader, { authorId, ...filter }: CountFilter): Promise<MonthlyForm[]> => {
  const { pending, void: voided, n, hits } = scoreCounts
  return reader
    .select({
      form: scoreCounts.form,
      dueMonth: sql<string>`''`.as('due_month'),
      weakHedge: scoreCounts.weakHedge,
      pending: total(pending).as('pending'),
      void: total(voided).as('void'),
      n: total(n).as('n'),
      hits: total(hits).as('hits'),
    })
    .from(scoreCounts)
    .where(countedOf(scoreCounts, [authorId], hedgesBy(filter, 'months')))
    .groupBy(scoreCounts.form, scoreCounts.weakHedge)
    .having(gt(sql`sum(${n} + ${pending} + ${voided})`, 0))
    .orderBy(sql`form`)
}

/** Counts of an author in one form, of one board and slice of it; `isOver`: due in months that are. */
export type CountedForm = FormCount & {
  set: string
  timing: Timing
  attribution: Slice['attribution']
  windowSource: Slice['windowSource']
  weakHedge: boolean
  isOver: boolean
}

/**
 * All counts of an author of everything and of collections, by board, slice and form, months joined into those before `month` and the
 * others: read once, for whatever a page tells of them.
 */
export const countedForms = (reader: Reader, authorId: string, month: string): Promise<CountedForm[]> => {
  const { set, timing, attribution, windowSource, weakHedge, form, dueMonth } = scoreCounts
  const isOver = sql<boolean>`(${dueMonth} < ${month})`.as('is_over')
  const { pending, void: voided, n, hits } = scoreCounts
  return reader
    .select({
      set,
      timing,
      attribution,
      windowSource,
      weakHedge,
      isOver,
      form,
      pending: total(pending),
      void: total(voided),
      n: total(n),
      hits: total(hits),
    })
    .from(scoreCounts)
    .where(and(eq(scoreCounts.authorId, authorId), or(eq(set, ALL), like(set, 'collection:%'))))
    .groupBy(set, timing, attribution, windowSource, weakHedge, sql`is_over`, form)
    .having(gt(sql`sum(${n} + ${pending} + ${voided})`, 0))
}
