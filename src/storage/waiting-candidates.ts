import { and, asc, count, min, sql } from 'drizzle-orm'
import type { Instant } from '../core/time.ts'
import { isLive } from './candidates.ts'
import type { Reader } from './database.ts'
import { afterMoment, type Page, type PageRequest, pageOfMoments } from './keyset.ts'
import { candidateReviews, candidates } from './tables/commentary.ts'

/** A commentary by its id, since when its oldest candidate waits for a review, and how many do. */
export type WaitingCommentary = { id: string; at: Instant; waiting: number }

/** Of what nobody decided on there is no review, and of what was taken back the last is an undo: two sets, each told without the other. */
const isPending = sql`${candidates.id} in (
  select undecided.id from ${candidates} undecided where not exists (
    select from ${candidateReviews} decision where decision.candidate_id = undecided.id)
  union all select undo.candidate_id from ${candidateReviews} undo where undo.decision = 'undo' and not exists (
    select from ${candidateReviews} later where later.candidate_id = undo.candidate_id and later.position > undo.position))`

/** The commentaries with candidates that wait for a review, the one first that waits longest. */
export const commentariesWaiting = async (reader: Reader, page: PageRequest): Promise<Page<WaitingCommentary>> => {
  const oldest = min(candidates.recordedAt)
  const rows = await reader
    .select({ id: candidates.commentaryId, at: oldest, waiting: count() })
    .from(candidates)
    .where(and(isPending, isLive))
    .groupBy(candidates.commentaryId)
    .having(afterMoment(page, oldest, candidates.commentaryId))
    .orderBy(sql`${oldest} asc`, asc(candidates.commentaryId))
    .limit(page.limit + 1)
  const items = rows.flatMap(({ at, ...row }) => (at === null ? [] : [{ ...row, at }]))
  return pageOfMoments(items, page)
}
