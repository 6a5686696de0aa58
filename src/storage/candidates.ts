import { and, asc, eq, gte, inArray, isNotNull, isNull, lt, sql } from 'drizzle-orm'
import type { Candidate } from '../core/commentary.ts'
import type { Day } from '../core/time.ts'
import type { Reader, Transaction } from './database.ts'
import { allOf, type Conditions, ofCommentary } from './filters.ts'
import { holdIds } from './hold.ts'
import {
  afterCursor,
  afterPlace,
  inTextOrder,
  newestFirst,
  type Page,
  type PageRequest,
  pageOf,
  pageOfText,
} from './keyset.ts'
import { candidatesOfMatches, matchColumns } from './matches.ts'
import { candidatesOfReviews, standingReview } from './reviews.ts'
import { candidatesOfOpinions, reviewersOf, waitsForSecond } from './second-opinions.ts'
import { candidateReviews, candidates } from './tables/commentary.ts'
import { matches } from './tables/matching.ts'

/** The review that made a candidate a part of another. */
const parting = sql`${candidateReviews} parting where parting.id = ${candidates.splitBy}`
/** Not a part whose split was taken back. */
export const isLive = sql<boolean>`(${candidates.splitBy} is null or exists (select from ${parting} and not exists (
  select from ${candidateReviews} later where later.candidate_id = parting.candidate_id and later.position > parting.position)))`
const partOf = sql<string | null>`(select parting.candidate_id from ${parting})`

const selectFrom = (reader: Reader) =>
  reader
    .select({
      candidate: candidates,
      review: candidateReviews,
      match: matchColumns,
      partOf,
      isLive,
      reviewers: reviewersOf,
    })
    .from(candidates)
    .leftJoin(candidateReviews, standingReview(candidates.id))
    .leftJoin(matches, eq(matches.predictionId, candidateReviews.predictionId))
    .$dynamic()

type Row = Awaited<ReturnType<typeof selectFrom>>[number]

const statusOf = ({ review, isLive }: Row): Candidate['status'] => {
  if (!isLive) return 'withdrawn'
  if (review === null) return 'pending'
  return review.decision === 'accept' ? 'accepted' : review.decision === 'split' ? 'split' : 'rejected'
}

const toCandidate = (row: Row): Candidate => {
  const { candidate, review, match, partOf, reviewers } = row
  const { windowText, windowStart, windowEnd, windowSource, splitBy: _, ...rest } = candidate
  return {
    ...rest,
    claim: candidate.claim ?? candidate.quote,
    window:
      windowSource === null
        ? null
        : { text: windowText ?? '', start: windowStart, end: windowEnd, source: windowSource },
    status: statusOf(row),
    partOf,
    reviewers,
    reviewId: review?.id ?? null,
    reviewReason: review?.reason ?? null,
    corrections: review?.corrections ?? null,
    predictionId: review?.predictionId ?? null,
    match,
  }
}

/** What of a candidate is of its review. */
type Reviewed =
  | 'status'
  | 'partOf'
  | 'reviewers'
  | 'reviewId'
  | 'reviewReason'
  | 'corrections'
  | 'predictionId'
  | 'match'
export type NewCandidate = Omit<Candidate, Reviewed> & { splitBy?: string }

export const insertCandidates = async (tx: Transaction, found: NewCandidate[]): Promise<void> => {
  if (found.length === 0) return
  const rows = found.map(({ window, ...rest }) => ({
    ...rest,
    windowText: window?.text ?? null,
    windowStart: window?.start ?? null,
    windowEnd: window?.end ?? null,
    windowSource: window?.source ?? null,
  }))
  await tx.insert(candidates).values(rows)
}

export const findCandidate = async (reader: Reader, id: string): Promise<Candidate | null> => {
  const [row] = await selectFrom(reader).where(eq(candidates.id, id))
  return row ? toCandidate(row) : null
}

/** All candidates of one commentary in the order of the text. */
export const candidatesOf = async (reader: Reader, commentaryId: string): Promise<Candidate[]> => {
  const rows = await selectFrom(reader)
    .where(and(eq(candidates.commentaryId, commentaryId), isLive))
    .orderBy(asc(candidates.start), asc(candidates.id))
  return rows.map(toCandidate)
}

/** The parts that a review split a candidate into, in the order of the text. */
export const partsOf = async (reader: Reader, reviewId: string): Promise<Candidate[]> => {
  const rows = await selectFrom(reader)
    .where(eq(candidates.splitBy, reviewId))
    .orderBy(asc(candidates.start), asc(candidates.id))
  return rows.map(toCandidate)
}

export type CandidateFilter = {
  commentaryId: string | null
  status: Exclude<Candidate['status'], 'withdrawn'> | null
  reviewedOnly: boolean
  candidateId?: string | null
  /** Those that wait for a second opinion of somebody else than these. */
  secondButBy?: readonly string[] | null
  authorIds?: readonly string[] | null
  sourceId?: string | null
  collectionId?: string | null
  attribution?: Candidate['attribution'] | null
  kind?: Candidate['kind'] | null
  dueAfter?: Day | null
  dueBefore?: Day | null
}

const decisions = { accepted: 'accept', rejected: 'reject', split: 'split' } as const

const conditions: Conditions<CandidateFilter> = {
  ...ofCommentary(candidates.commentaryId),
  commentaryId: (id) => eq(candidates.commentaryId, id),
  status: (status) =>
    status === 'pending' ? isNull(candidateReviews.id) : eq(candidateReviews.decision, decisions[status]),
  reviewedOnly: (reviewed) => (reviewed ? isNotNull(candidateReviews.id) : undefined),
  candidateId: (id) => eq(candidates.id, id),
  secondButBy: waitsForSecond,
  attribution: (attribution) => eq(candidates.attribution, attribution),
  kind: (kind) => eq(candidates.kind, kind),
  dueAfter: (day) => gte(candidates.windowEnd, day),
  dueBefore: (day) => lt(candidates.windowEnd, day),
}

/** Those of one commentary in the order of its text, others newest first. */
export const listCandidates = async (
  reader: Reader,
  filter: CandidateFilter,
  page: PageRequest,
): Promise<Page<Candidate>> => {
  const { commentaryId } = filter
  const rows = await selectFrom(reader)
    .where(
      and(
        allOf(filter, conditions),
        isLive,
        commentaryId
          ? afterPlace(page, candidates.start, candidates.id)
          : afterCursor(page, candidates.recordedAt, candidates.id),
      ),
    )
    .orderBy(
      ...(commentaryId
        ? inTextOrder(candidates.start, candidates.id)
        : newestFirst(candidates.recordedAt, candidates.id)),
    )
    .limit(page.limit + 1)
  const found = rows.map(toCandidate)
  return commentaryId ? pageOfText(found, page) : pageOf(found, page)
}

/**
 * Takes a candidate for review, so that two reviewers cannot both decide it, and those that it is a part of, so that their split is
 * not taken back meanwhile: those first, in the order of their ids.
 */
export const lockCandidate = async (tx: Transaction, id: string): Promise<void> => {
  const line = sql`with recursive line(id) as (select ${id}::text union
    select parting.candidate_id from line join ${candidates} part on part.id = line.id
      join ${candidateReviews} parting on parting.id = part.split_by) select id from line`
  await holdIds(
    tx,
    sql`select ${candidates.id} from ${candidates} where ${candidates.id} in (${line}) order by ${candidates.id}`,
  )
}

const candidatesByIds = async (reader: Reader, ids: readonly string[]): Promise<Map<string, Candidate>> => {
  if (ids.length === 0) return new Map()
  const rows = await selectFrom(reader).where(inArray(candidates.id, [...new Set(ids)]))
  return new Map(rows.map((row) => [row.candidate.id, toCandidate(row)]))
}

/** The candidates as they stand that facts are about, by the fact; `about`: the candidate's id by the fact's. */
const asTheyStand = async (reader: Reader, about: Map<string, string>): Promise<Map<string, Candidate>> => {
  const found = await candidatesByIds(reader, [...about.values()])
  return new Map(
    [...about].flatMap(([id, candidateId]) => {
      const candidate = found.get(candidateId)
      return candidate ? [[id, candidate] as const] : []
    }),
  )
}

/** The candidates of these reviews as they stand, by the review. */
export const candidatesReviewedBy = async (
  reader: Reader,
  reviewIds: readonly string[],
): Promise<Map<string, Candidate>> => asTheyStand(reader, await candidatesOfReviews(reader, reviewIds))

/** The candidates of these matches as they stand, by the match. */
export const candidatesMatchedBy = async (
  reader: Reader,
  matchIds: readonly string[],
): Promise<Map<string, Candidate>> => asTheyStand(reader, await candidatesOfMatches(reader, matchIds))

/** The candidates of these second opinions as they stand, by the opinion. */
export const candidatesJudgedIn = async (
  reader: Reader,
  opinionIds: readonly string[],
): Promise<Map<string, Candidate>> => asTheyStand(reader, await candidatesOfOpinions(reader, opinionIds))
