import { and, asc, count, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { Corrections } from '../core/candidate-corrections.ts'
import { reviewDecisions } from '../core/commentary.ts'
import type { Salts } from '../core/ledger/digest.ts'
import type { DecisionPair, SecondOpinion } from '../core/second-opinion.ts'
import type { Reader, Transaction } from './database.ts'
import { candidateReviews, candidates } from './tables/commentary.ts'
import { predictions, questionVersions } from './tables/questions.ts'
import { resolutionEntries } from './tables/resolution.ts'
import { secondOpinions } from './tables/second-opinions.ts'

export type NewOpinion = SecondOpinion & { reviewer: string; salts: Salts; digest: string }

export const insertOpinion = async (tx: Transaction, opinion: NewOpinion): Promise<void> => {
  await tx.insert(secondOpinions).values(opinion)
}

/** Who else judged what a review decided, and what their disagreement opened. */
export const opinionsOn = (
  reader: Reader,
  reviewId: string,
): Promise<{ reviewer: string; disputeId: string | null }[]> =>
  reader
    .select({ reviewer: secondOpinions.reviewer, disputeId: secondOpinions.disputeId })
    .from(secondOpinions)
    .where(eq(secondOpinions.reviewId, reviewId))

/** Everybody whose second opinion a dispute is about; nobody where it came another way. */
export const secondReadersOf = async (reader: Reader, disputeId: string): Promise<string[]> => {
  const rows = await reader
    .selectDistinct({ reviewer: secondOpinions.reviewer })
    .from(secondOpinions)
    .where(eq(secondOpinions.disputeId, disputeId))
  return rows.map(({ reviewer }) => reviewer)
}

/** Of which candidate each of these opinions is. */
export const candidatesOfOpinions = async (reader: Reader, ids: readonly string[]): Promise<Map<string, string>> => {
  if (ids.length === 0) return new Map()
  const rows = await reader
    .select({ id: secondOpinions.id, candidateId: secondOpinions.candidateId })
    .from(secondOpinions)
    .where(inArray(secondOpinions.id, [...ids]))
  return new Map(rows.map(({ id, candidateId }) => [id, candidateId]))
}

/** How many have judged a candidate, of the statement around it, by the review that stands: nobody while it is pending. */
export const reviewersOf = sql<number>`(case when ${candidateReviews.id} is null then 0 else 1 + (
  select count(*) from ${secondOpinions} other where other.review_id = ${candidateReviews.id}) end)::int`.mapWith(
  Number,
)

/** Accepted when its window was over, or its question decided: whoever accepted could know how it came out. */
const isRetrospective = sql`exists (select from ${predictions} said
  join ${questionVersions} own on own.id = said.version_id where said.id = ${candidateReviews.predictionId}
  and ((said.recorded_at at time zone 'UTC')::date > own.window_end or exists (
    select from ${resolutionEntries} entry where entry.question_id = said.question_id
      and entry.step in ('settle', 'void') and entry.recorded_at <= said.recorded_at)))`

/** Of 256: one in ten of all other decisions, by the hash of the candidate's id, so that nobody chooses which. */
const SAMPLED = 26
const isSampled = sql`get_byte(sha256(convert_to('second opinion ' || ${candidateReviews.candidateId}, 'UTF8')), 0) < ${SAMPLED}`

/** That a review, of the statement around it, is of those that are judged twice: what waits, what may be judged, and what is measured. */
const isJudgedTwice = sql`(${inArray(candidateReviews.decision, [...reviewDecisions])} and (${isSampled} or ${isRetrospective}))`

/** That a candidate, of the statement around it, waits for a second opinion of somebody else than these. */
export const waitsForSecond = (butBy: readonly string[]): SQL =>
  sql`(${candidateReviews.reviewer} not in (select jsonb_array_elements_text(${JSON.stringify(butBy)}::jsonb))
    and not exists (select from ${secondOpinions} other where other.review_id = ${candidateReviews.id})
    and ${isJudgedTwice})`

const isSo = async (reader: Reader, reviewId: string, condition: SQL): Promise<boolean> => {
  const rows = await reader
    .select({ id: candidateReviews.id })
    .from(candidateReviews)
    .where(and(eq(candidateReviews.id, reviewId), condition))
  return rows.length > 0
}

/** Whether a review is of those that are judged twice. */
export const asksForSecond = (reader: Reader, reviewId: string): Promise<boolean> =>
  isSo(reader, reviewId, isJudgedTwice)

/** Whether a review accepted what could be known to come out as it did. */
export const wasAcceptedLate = (reader: Reader, reviewId: string): Promise<boolean> =>
  isSo(reader, reviewId, isRetrospective)

/** What of a review's corrections turns what the words are said of. */
const turnings = sql<Corrections>`jsonb_strip_nulls(jsonb_build_object(
  'orientation', ${candidateReviews.corrections} -> 'orientation', 'polarity', ${candidateReviews.corrections} -> 'polarity'))`

/** How often each pair of decisions was made, over those that are judged twice, each with the first of the opinions on it. */
export const decisionPairs = async (reader: Reader): Promise<DecisionPair[]> => {
  const { decision, orientation, polarity } = secondOpinions
  const second = reader
    .selectDistinctOn([secondOpinions.reviewId], { reviewId: secondOpinions.reviewId, decision, orientation, polarity })
    .from(secondOpinions)
    .orderBy(asc(secondOpinions.reviewId), asc(secondOpinions.recordedAt), asc(secondOpinions.id))
    .as('second')
  const found = { kind: candidates.kind, polarity: candidates.polarity, orientation: candidates.orientation }
  const judged = { decision: second.decision, orientation: second.orientation, polarity: second.polarity }
  const first = { decision: candidateReviews.decision, corrections: turnings }
  const rows = await reader
    .select({ ...first, found, second: judged, n: count() })
    .from(second)
    .innerJoin(candidateReviews, eq(candidateReviews.id, second.reviewId))
    .innerJoin(candidates, eq(candidates.id, candidateReviews.candidateId))
    .where(isJudgedTwice)
    .groupBy(...Object.values(first), ...Object.values(found), ...Object.values(judged))
  return rows.flatMap(({ decision, second, n, ...first }) =>
    decision === 'accept' || decision === 'reject' ? [{ first: { decision, ...first }, second, n }] : [],
  )
}
