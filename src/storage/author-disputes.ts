import { and, countDistinct, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { Timing } from '../core/question.ts'
import type { Voice } from '../core/slice.ts'
import type { Instant } from '../core/time.ts'
import type { Reader } from './database.ts'
import { newestFirst } from './keyset.ts'
import { disputeConfirmations, disputes } from './tables/disputes.ts'
import { collectionQuestions, predictions } from './tables/questions.ts'
import { scoreChanges } from './tables/scores.ts'

/** Whether one of these records said what a dispute is about, signed it, or spoke on the question whose outcome is disputed. */
const concerns = (recordIds: readonly string[]): SQL | undefined => {
  const said = (condition: SQL): SQL =>
    sql`exists (select from ${predictions} where ${inArray(predictions.authorId, [...recordIds])} and ${condition})`
  return or(
    inArray(disputes.authorId, [...recordIds]),
    said(eq(predictions.id, disputes.predictionId)),
    and(
      sql`${disputes.candidateId} is not null`,
      said(
        sql`${eq(predictions.candidateId, disputes.candidateId)} and ${eq(predictions.questionId, disputes.questionId)}`,
      ),
    ),
    and(sql`${disputes.resolutionId} is not null`, said(eq(predictions.questionId, disputes.questionId))),
  )
}

/** The newest confirmed disputes that concern an author, named by their records: their ids, newest first. */
export const disputesConcerning = async (
  reader: Reader,
  recordIds: readonly string[],
  most: number,
): Promise<string[]> => {
  const rows = await reader
    .select({ id: disputes.id })
    .from(disputes)
    .innerJoin(
      disputeConfirmations,
      and(eq(disputeConfirmations.disputeId, disputes.id), isNull(disputeConfirmations.replyId)),
    )
    .where(concerns(recordIds))
    .orderBy(...newestFirst(disputes.recordedAt, disputes.id))
    .limit(most)
  return rows.map(({ id }) => id)
}

/** How many corrections and rulings moved a score of an author, by questions of a collection where one is named, and when the last did. */
export type Corrected = { n: number; last: Instant | null }

type Moved = { authorId: string; timing: Timing; voice: Voice; collectionId: string | null }

const isMember = (collectionId: string): SQL => sql`exists (select from ${collectionQuestions} member
  where member.question_id = ${scoreChanges.questionId} and member.collection_id = ${collectionId})`

export const correctedScores = async (
  reader: Reader,
  { authorId, timing, voice, collectionId }: Moved,
): Promise<Corrected> => {
  const [row] = await reader
    .select({
      n: countDistinct(sql`coalesce(${scoreChanges.resolutionId}, ${scoreChanges.rulingId})`),
      last: sql<Instant | null>`max(${scoreChanges.recordedAt})`.mapWith(scoreChanges.recordedAt),
    })
    .from(scoreChanges)
    .where(
      and(
        eq(scoreChanges.authorId, authorId),
        eq(scoreChanges.timing, timing),
        eq(scoreChanges.voice, voice),
        collectionId === null ? undefined : isMember(collectionId),
      ),
    )
  return row ?? { n: 0, last: null }
}
