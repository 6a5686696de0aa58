import { and, eq, exists, isNotNull, sql } from 'drizzle-orm'
import type { Instant } from '../core/time.ts'
import type { Reader } from './database.ts'
import { afterMoment, type Page, type PageRequest, pageOfMoments } from './keyset.ts'
import { isNewestVersion } from './questions.ts'
import { predictions, questions, questionVersions as versions } from './tables/questions.ts'

/** When a question stops to take forecasts: its reference time, else the last millisecond of its window. */
const closesAt = sql<Instant>`coalesce(${versions.referenceAt},
  (${versions.windowEnd} + 1)::timestamp at time zone 'UTC' - interval '1 millisecond')`.mapWith(versions.referenceAt)

/** Open questions with an end that an author has spoken on, the soonest to close first. */
export const openQuestionsOf = async (
  reader: Reader,
  authorId: string,
  page: PageRequest,
): Promise<Page<{ id: string; at: Instant }>> => {
  const spokenOn = reader
    .select({ one: sql`1` })
    .from(predictions)
    .where(and(eq(predictions.questionId, questions.id), eq(predictions.authorId, authorId)))
  const rows = await reader
    .select({ id: questions.id, at: closesAt })
    .from(questions)
    .innerJoin(versions, and(eq(versions.questionId, questions.id), isNewestVersion))
    .where(
      and(
        eq(questions.status, 'open'),
        isNotNull(versions.windowEnd),
        exists(spokenOn),
        afterMoment(page, closesAt, questions.id),
      ),
    )
    .orderBy(closesAt, questions.id)
    .limit(page.limit + 1)
  return pageOfMoments(rows, page)
}
