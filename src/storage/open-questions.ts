import { and, asc, eq, exists, isNotNull, lt, sql } from 'drizzle-orm'
import type { Day, Instant } from '../core/time.ts'
import { isOf } from './author-records.ts'
import type { Reader } from './database.ts'
import { afterMoment, type Page, type PageRequest, pageOfMoments } from './keyset.ts'
import { isNewestVersion } from './questions.ts'
import { predictions, questions, questionVersions as versions } from './tables/questions.ts'
import { resolutionEntries } from './tables/resolution.ts'

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
    .where(and(eq(predictions.questionId, questions.id), isOf(predictions.authorId, authorId)))
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

/**
 * Older versions of open questions that somebody spoke on and whose own window ended before a day, oldest first, at most
 * `limit`; without those of which the log says so.
 */
export const versionsPastWindow = (
  reader: Reader,
  today: Day,
  limit: number,
): Promise<{ questionId: string; versionId: string }[]> =>
  reader
    .select({ questionId: versions.questionId, versionId: versions.id })
    .from(versions)
    .innerJoin(questions, eq(questions.id, versions.questionId))
    .where(
      and(
        eq(questions.status, 'open'),
        lt(versions.windowEnd, today),
        sql`not ${isNewestVersion}`,
        sql`exists (select from ${predictions} said where said.question_id = ${questions.id} and said.version_id = ${versions.id})`,
        sql`not exists (select from ${resolutionEntries} entry where entry.question_id = ${questions.id} and entry.version_id = ${versions.id})`,
      ),
    )
    .orderBy(asc(versions.windowEnd), asc(versions.id))
    .limit(limit)
