import { z } from 'zod'
import { groupBy } from '../core/group-by.ts'
import { collectionOfSet } from '../core/scored-item.ts'
import { brierLoss } from '../core/scoring/binary/proper-scores.ts'
import { sum } from '../core/scoring/numbers/sum.ts'
import { type Cohort, cohorts } from '../core/scoring/report/cohort.ts'
import { dueMonths } from '../storage/collections.ts'
import type { Reader } from '../storage/database.ts'
import { type DueCount, dueCounts } from '../storage/due-counts.ts'
import { probabilityOf } from './probabilities.ts'
import { filterOf, type ReportQuery } from './report.ts'

/** What fell due in one month, and how it came out. Every figure can be added up over months but `brier`. */
export const DueMonthRow = z
  .object({
    month: z.string().meta({ description: 'of the window’s end, YYYY-MM; over' }),
    n: z.int().meta({ description: 'scored forecasts' }),
    hits: z.int(),
    pending: z.int().meta({ description: 'due and not settled' }),
    void: z.int(),
    brier: z.number().nullable().meta({ description: 'mean of what is scored; null where nothing is' }),
    cohort: z
      .object({ from: z.string(), through: z.string(), due: z.int(), settled: z.int(), entered: z.boolean() })
      .nullable()
      .meta({ description: 'the cohort of the collection that the month is in; null where there is no collection' }),
  })
  .meta({ id: 'DueMonthRow' })
export type DueMonthRow = z.infer<typeof DueMonthRow>

/** Of one author; of everyone on the board together for null. */
export type DueSeriesQuery = Omit<ReportQuery, 'authorId'> & { authorId: string | null }

type Standing = NonNullable<DueMonthRow['cohort']>
const standingOf = ({ months, due, settled, entered }: Cohort): Standing => ({
  from: months[0] ?? '',
  through: months.at(-1) ?? '',
  due,
  settled,
  entered,
})

const rowOf = (month: string, counts: readonly DueCount[], cohort: Standing | null): DueMonthRow => {
  const all = (of: 'n' | 'hits' | 'pending' | 'void') => counts.reduce((so, count) => so + count[of], 0)
  const n = all('n')
  const losses = sum(counts.map((count) => brierLoss(probabilityOf(count.form), count)))
  const brier = n === 0 ? null : losses / n
  return { month, n, hits: all('hits'), pending: all('pending'), void: all('void'), brier, cohort }
}

/** Month by month, oldest first, from counts alone; months that are over and in which something fell due. */
export const dueSeries = async (reader: Reader, query: DueSeriesQuery): Promise<DueMonthRow[]> => {
  const { authorId, set, now } = query
  const counts = await dueCounts(reader, authorId, filterOf({ ...query, authorId: authorId ?? '' }))
  const collectionId = collectionOfSet(set)
  const joined = collectionId === null ? [] : cohorts(await dueMonths(reader, collectionId, now.slice(0, 7)))
  const cohortOf = new Map(joined.flatMap((cohort) => cohort.months.map((month) => [month, standingOf(cohort)])))
  return [...groupBy(counts, ({ dueMonth }) => dueMonth)]
    .map(([month, own]) => rowOf(month, own, cohortOf.get(month) ?? null))
    .filter((row) => row.n + row.pending + row.void > 0)
}
