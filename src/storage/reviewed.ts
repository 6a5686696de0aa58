import { and, type Column, eq, exists, or, type SQL, sql } from 'drizzle-orm'
import type { Reader } from './database.ts'
import { standingReview } from './reviews.ts'
import { candidateReviews, candidates } from './tables/commentary.ts'
import { eventCandidateReviews, eventCandidates } from './tables/event-candidates.ts'

/** Whether a reviewer has accepted something of a commentary: a prediction or an event. Its words may then be shown to all. */
export const isAccepted = (reader: Reader, commentaryId: Column | string): SQL | undefined => {
  const one = { one: sql`1` }
  const prediction = reader
    .select(one)
    .from(candidates)
    .innerJoin(candidateReviews, standingReview(candidates.id))
    .where(and(eq(candidates.commentaryId, commentaryId), eq(candidateReviews.decision, 'accept')))
  const event = reader
    .select(one)
    .from(eventCandidates)
    .innerJoin(eventCandidateReviews, eq(eventCandidateReviews.eventCandidateId, eventCandidates.id))
    .where(and(eq(eventCandidates.commentaryId, commentaryId), eq(eventCandidateReviews.decision, 'accept')))
  return or(exists(prediction), exists(event))
}

/** The same of one commentary, asked by itself. */
export const isCommentaryAccepted = async (reader: Reader, id: string): Promise<boolean> => {
  const [row] = await reader.select({ accepted: sql<boolean>`${isAccepted(reader, id)}` }).from(sql`(select 1) as one`)
  return row?.accepted === true
}
