import { and, count, inArray, sql } from 'drizzle-orm'
import type { Reader } from './database.ts'
import { bylines } from './tables/commentary.ts'
import { predictions } from './tables/questions.ts'
import { isTakenBack, slip, takesBack } from './taken-back.ts'

/** Something recorded that is no forecast or may never be scored; `reason` why not. */
export type UnscoredRow = { kind: 'listed' | 'no-forecast'; reason: string | null; n: number }

// As the index has it, letter by letter: else none is found by it.
const isNoForecast = sql`${predictions.act} in ('withdraw', 'mistake')`
const isUnscored = sql`(${predictions.scoreable} = false or ${isNoForecast})`

/** How many predictions there are under these records. */
export const countRecorded = async (reader: Reader, recordIds: readonly string[]): Promise<number> => {
  const [row] = await reader
    .select({ n: count() })
    .from(predictions)
    .where(inArray(predictions.authorId, [...recordIds]))
  return row?.n ?? 0
}

/** How many forecasts that could be scored were marked as mistakes: they are found by their marks. */
const mistakenBy = async (reader: Reader, recordIds: readonly string[]): Promise<number> => {
  const [row] = await reader
    .select({ n: count() })
    .from(slip)
    .innerJoin(predictions, takesBack)
    .where(and(inArray(slip.authorId, [...recordIds]), sql`not ${isUnscored}`))
  return row?.n ?? 0
}

/**
 * What of it is no forecast, or listed and never scored; an index holds these alone. What was marked as a mistake is no forecast, as
 * the whole funnel has it.
 */
export const unscoredBy = async (reader: Reader, recordIds: readonly string[]): Promise<UnscoredRow[]> => {
  const kind = sql<
    UnscoredRow['kind']
  >`case when ${isNoForecast} or ${isTakenBack} then 'no-forecast' else 'listed' end`
  const rows = await reader
    .select({ kind: kind.as('kind'), reason: predictions.unscoredReason, n: count() })
    .from(predictions)
    .where(and(inArray(predictions.authorId, [...recordIds]), isUnscored))
    .groupBy(sql`1, 2`)
  return [...rows, { kind: 'no-forecast', reason: null, n: await mistakenBy(reader, recordIds) }]
}

/** How many commentaries these records signed. */
export const signedBy = async (reader: Reader, recordIds: readonly string[]): Promise<number> => {
  const [row] = await reader
    .select({ n: sql<number>`count(distinct ${bylines.commentaryId})::int` })
    .from(bylines)
    .where(inArray(bylines.authorId, [...recordIds]))
  return row?.n ?? 0
}
