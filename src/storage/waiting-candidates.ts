import { and, asc, count, isNull, min, sql } from 'drizzle-orm'
import type { Instant } from '../core/time.ts'
import { isLive } from './candidates.ts'
import type { Reader } from './database.ts'
import { afterMoment, type Page, type PageRequest, pageOfMoments } from './keyset.ts'
import { standingReview } from './reviews.ts'
import { candidateReviews, candidates } from './tables/commentary.ts'

/** A commentary by its id, since when its oldest candidate waits for a review, and how many do. */
export type WaitingCommentary = { id: string; at: Instant; waiting: number }

/** The commentaries with candidates that wait for a review, the one first that waits longest. */
export const commentariesWaiting = async (reader: Reader, page: PageRequest): Promise<Page<WaitingCommentary>> => {
  const oldest = min(candidates.recordedAt)
  const rows = await reader
    .select({ id: candidates.commentaryId, at: oldest, waiting: count() })
    .from(candidates)
    .leftJoin(candidateReviews, standingReview(candidates.id))
    .where(and(isNull(candidateReviews.id), isLive))
    .groupBy(candidates.commentaryId)
    .having(afterMoment(page, oldest, candidates.commentaryId))
    .orderBy(sql`${oldest} asc`, asc(candidates.commentaryId))
    .limit(page.limit + 1)
  const items = rows.flatMap(({ at, ...row }) => (at === null ? [] : [{ ...row, at }]))
  return pageOfMoments(items, page)
}
