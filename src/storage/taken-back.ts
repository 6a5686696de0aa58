import { and, count, eq, inArray, not, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Reader } from './database.ts'
import { allOf, type Conditions } from './filters.ts'
import { predictions } from './tables/questions.ts'

/** That the statement around it was marked as a mistake, by its author or by who had recorded it: it was never said. */
export const isTakenBack: SQL<boolean> = sql<boolean>`exists (select from ${predictions} slip
  where slip.act = 'mistake' and slip.refers_to = ${predictions.id})`

/** What was said: not what was marked as a mistake, nor the marks. */
export const wasSaid: SQL<boolean> = sql<boolean>`(${predictions.act} <> 'mistake' and ${not(isTakenBack)})`

/** The mark by which the statement around it was taken back, to be joined; there is at most one. */
export const slip = alias(predictions, 'slip')
export const takesBack = and(eq(slip.refersTo, predictions.id), sql`${slip.act} = 'mistake'`)

/** What of is counted. */
export type TakenBackOf = {
  authorIds?: readonly string[] | null
  questionId?: string | null
  commentaryId?: string | null
}

const conditions: Conditions<TakenBackOf> = {
  authorIds: (ids) => inArray(predictions.authorId, [...ids]),
  questionId: (id) => eq(predictions.questionId, id),
  commentaryId: (id) => eq(predictions.commentaryId, id),
}

/** How many acts were taken back of some authors' records, on a question or in a commentary: each by one mark, which is found by the same. */
export const countTakenBack = async (reader: Reader, of: TakenBackOf): Promise<number> => {
  const [row] = await reader
    .select({ n: count() })
    .from(predictions)
    .where(and(sql`${predictions.act} = 'mistake'`, allOf(of, conditions)))
  return row?.n ?? 0
}
