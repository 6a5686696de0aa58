import { and, asc, count, eq, isNull, min, sql } from 'drizzle-orm'
import type { Instant } from '../core/time.ts'
import type { Reader } from './database.ts'
import { afterMoment, type Page, type PageRequest, pageOfMoments } from './keyset.ts'
import { standingReview } from './reviews.ts'
import { candidateReviews, candidates, commentaryTexts } from './tables/commentary.ts'

/** A commentary by its id, since when its oldest candidate waits for a review, and how many do. */
export type WaitingCommentary = { id: string; at: Instant; waiting: number }

/** The commentaries with candidates that wait for a review, the one first that waits longest. */
export const commentariesWaiting = async (reader: Reader, page: PageRequest): Promise<Page<WaitingCommentary>> => {
  const oldest = min(candidates.recordedAt)
  const rows = await reader
    .select({ id: candidates.commentaryId, at: oldest, waiting: count() })
    .from(candidates)
    .leftJoin(candidateReviews, standingReview(candidates.id))
    .where(isNull(candidateReviews.id))
    .groupBy(candidates.commentaryId)
    .having(afterMoment(page, oldest, candidates.commentaryId))
    .orderBy(sql`${oldest} asc`, asc(candidates.commentaryId))
    .limit(page.limit + 1)
  const items = rows.flatMap(({ at, ...row }) => (at === null ? [] : [{ ...row, at }]))
  return pageOfMoments(items, page)
}

/** One version of the plain text of a commentary, which its candidates tell their places in; null when it was removed. */
export const textOfVersion = async (reader: Reader, commentaryId: string, version: number): Promise<string | null> => {
  const [row] = await reader
    .select({ text: commentaryTexts.text })
    .from(commentaryTexts)
    .where(and(eq(commentaryTexts.commentaryId, commentaryId), eq(commentaryTexts.version, version)))
  return row?.text ?? null
}
