import { and, gt, sql } from 'drizzle-orm'
import { unionAll } from 'drizzle-orm/pg-core'
import { type CountSlice, countedOf, type FamilyFormCount, type FormCount, total } from './counts.ts'
import type { Reader } from './database.ts'
import { familyCounts, scoreCounts } from './tables/scores.ts'

export type MonthlyForm = FormCount & { dueMonth: string; weakHedge: boolean }
export type MonthlyFamily = FamilyFormCount & { dueMonth: string }
/** By month and form, weak hedges beside the others; by month, family and form, of what the filter lets in alone. */
export type MonthlyCounts = { forms: MonthlyForm[]; families: MonthlyFamily[] }

const formsOf = (reader: Reader, authorIds: readonly string[], { weakHedge: _, ...filter }: CountSlice) =>
  reader
    .select({
      authorId: scoreCounts.authorId,
      dueMonth: scoreCounts.dueMonth,
      familyId: sql<string | null>`null::text`.as('family_id'),
      form: scoreCounts.form,
      weakHedge: scoreCounts.weakHedge,
      pending: total(scoreCounts.pending).as('pending'),
      void: total(scoreCounts.void).as('void'),
      n: total(scoreCounts.n).as('n'),
      hits: total(scoreCounts.hits).as('hits'),
    })
    .from(scoreCounts)
    .where(countedOf(scoreCounts, authorIds, filter))
    .groupBy(scoreCounts.authorId, scoreCounts.dueMonth, scoreCounts.form, scoreCounts.weakHedge)

const familiesOf = (reader: Reader, authorIds: readonly string[], filter: CountSlice) =>
  reader
    .select({
      authorId: familyCounts.authorId,
      dueMonth: familyCounts.dueMonth,
      familyId: sql<string | null>`${familyCounts.familyId}`.as('family_id'),
      form: familyCounts.form,
      weakHedge: familyCounts.weakHedge,
      pending: sql<number>`0`.as('pending'),
      void: sql<number>`0`.as('void'),
      n: total(familyCounts.n).as('n'),
      hits: total(familyCounts.hits).as('hits'),
    })
    .from(familyCounts)
    .where(and(countedOf(familyCounts, authorIds, filter), gt(familyCounts.n, 0)))
    .groupBy(
      familyCounts.authorId,
      familyCounts.dueMonth,
      familyCounts.familyId,
      familyCounts.form,
      familyCounts.weakHedge,
    )

/**
 * The counts of each of these authors month by month, of however many in one statement: all that a report, a series over
 * months and the share of hedges are made from, of one moment.
 */
export const monthlyCountsOf = async (
  reader: Reader,
  authorIds: readonly string[],
  filter: CountSlice,
): Promise<Map<string, MonthlyCounts>> => {
  const counts = new Map<string, MonthlyCounts>(authorIds.map((id) => [id, { forms: [], families: [] }]))
  if (authorIds.length === 0) return counts
  const rows = await unionAll(formsOf(reader, authorIds, filter), familiesOf(reader, authorIds, filter)).orderBy(
    sql`due_month`,
    sql`family_id nulls first`,
    sql`form`,
  )
  for (const { authorId, familyId, ...count } of rows) {
    const { dueMonth, form, n, hits } = count
    if (familyId === null) counts.get(authorId)?.forms.push(count)
    else counts.get(authorId)?.families.push({ familyId, dueMonth, form, n, hits })
  }
  return counts
}
