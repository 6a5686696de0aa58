import { desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import type { CandidateReview } from '../core/commentary.ts'
import type { Salts } from '../core/ledger/digest.ts'
import type { Reader, Transaction } from './database.ts'
import { candidateReviews } from './tables/commentary.ts'

/** A review with who decided, which is for reviewers. */
export type Reviewing = CandidateReview & { reviewer: string }
export type NewReview = Reviewing & { salts: Salts; digest: string }

const isStanding: SQL = sql`${candidateReviews.decision} <> 'undo' and not exists (
  select from ${candidateReviews} later where later.candidate_id = ${candidateReviews.candidateId}
    and later.position > ${candidateReviews.position})`

/**
 * That a row of `candidate_reviews` is the review of this candidate that stands: the last one, unless that takes the one
 * before it back. Wherever a candidate is joined with its review, this is what joins them.
 */
export const standingReview = (candidateId: AnyPgColumn): SQL =>
  sql`(${candidateReviews.candidateId} = ${candidateId} and ${isStanding})`

const columns = {
  id: candidateReviews.id,
  candidateId: candidateReviews.candidateId,
  position: candidateReviews.position,
  decision: candidateReviews.decision,
  reason: candidateReviews.reason,
  corrections: candidateReviews.corrections,
  predictionId: candidateReviews.predictionId,
  reviewer: candidateReviews.reviewer,
  recordedAt: candidateReviews.recordedAt,
}

export const insertReview = async (tx: Transaction, review: NewReview): Promise<void> => {
  await tx.insert(candidateReviews).values(review)
}

/** What was decided of a candidate last, though it only takes back what was decided before; null where nothing was. */
export const lastReview = async (reader: Reader, candidateId: string): Promise<Reviewing | null> => {
  const [row] = await reader
    .select(columns)
    .from(candidateReviews)
    .where(eq(candidateReviews.candidateId, candidateId))
    .orderBy(desc(candidateReviews.position))
    .limit(1)
  return row ?? null
}

/** Of which candidate each of these reviews is. */
export const candidatesOfReviews = async (reader: Reader, ids: readonly string[]): Promise<Map<string, string>> => {
  if (ids.length === 0) return new Map()
  const rows = await reader
    .select({ id: candidateReviews.id, candidateId: candidateReviews.candidateId })
    .from(candidateReviews)
    .where(inArray(candidateReviews.id, [...ids]))
  return new Map(rows.map(({ id, candidateId }) => [id, candidateId]))
}
