import { and, desc, eq, gt, gte, inArray, isNotNull, isNull, lte, ne, or } from 'drizzle-orm'
import type { EventCandidate, EventCandidateReview } from '../core/event-candidate.ts'
import type { Salts } from '../core/ledger/digest.ts'
import type { Day } from '../core/time.ts'
import type { Reader, Transaction } from './database.ts'
import { holdId } from './hold.ts'
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
import { eventCandidates as candidates, eventCandidateReviews as reviews } from './tables/event-candidates.ts'

const selectFrom = (reader: Reader) =>
  reader
    .select({ candidate: candidates, review: reviews })
    .from(candidates)
    .leftJoin(reviews, eq(reviews.eventCandidateId, candidates.id))
    .$dynamic()

type Row = Awaited<ReturnType<typeof selectFrom>>[number]

const toCandidate = ({ candidate, review }: Row): EventCandidate => ({
  ...candidate,
  status: review === null ? 'pending' : review.decision === 'accept' ? 'accepted' : 'rejected',
  reviewReason: review?.reason ?? null,
  eventId: review?.eventId ?? null,
})

export type NewEventCandidate = Omit<EventCandidate, 'status' | 'reviewReason' | 'eventId'>

export const insertEventCandidates = async (tx: Transaction, found: NewEventCandidate[]): Promise<void> => {
  if (found.length > 0) await tx.insert(candidates).values(found)
}

export const findEventCandidate = async (reader: Reader, id: string): Promise<EventCandidate | null> => {
  const [row] = await selectFrom(reader).where(eq(candidates.id, id))
  return row ? toCandidate(row) : null
}

export type EventCandidateFilter = {
  commentaryId: string | null
  status: EventCandidate['status'] | null
  reviewedOnly: boolean
}

/** Those of one commentary in the order of its text, others newest first. */
export const listEventCandidates = async (
  reader: Reader,
  { commentaryId, status, reviewedOnly }: EventCandidateFilter,
  page: PageRequest,
): Promise<Page<EventCandidate>> => {
  const decision = status === 'accepted' ? 'accept' : status === 'rejected' ? 'reject' : null
  const { start, recordedAt, id } = candidates
  const rows = await selectFrom(reader)
    .where(
      and(
        commentaryId ? eq(candidates.commentaryId, commentaryId) : undefined,
        decision ? eq(reviews.decision, decision) : undefined,
        status === 'pending' ? isNull(reviews.id) : undefined,
        reviewedOnly ? isNotNull(reviews.id) : undefined,
        commentaryId ? afterPlace(page, start, id) : afterCursor(page, recordedAt, id),
      ),
    )
    .orderBy(...(commentaryId ? inTextOrder(start, id) : newestFirst(recordedAt, id)))
    .limit(page.limit + 1)
  const found = rows.map(toCandidate)
  return commentaryId ? pageOfText(found, page) : pageOf(found, page)
}

/** Candidates of other commentaries whose days overlap with these, the latest first; at most `limit`. */
export const eventCandidatesBetween = async (
  reader: Reader,
  { commentaryId, earliest, latest }: { commentaryId: string; earliest: Day; latest: Day },
  limit: number,
): Promise<EventCandidate[]> => {
  const rows = await selectFrom(reader)
    .where(
      and(
        ne(candidates.commentaryId, commentaryId),
        gte(candidates.latest, earliest),
        lte(candidates.earliest, latest),
      ),
    )
    .orderBy(desc(candidates.latest), desc(candidates.id))
    .limit(limit)
  return rows.map(toCandidate)
}

/**
 * What is told to have happened, may have on these days, and waits for a review, by id, after one of them. What names no
 * first day may have happened on any up to the last.
 */
export const happeningsUnreviewed = async (
  reader: Reader,
  { earliest, latest }: { earliest: Day; latest: Day },
  after: EventCandidate | null,
  limit: number,
): Promise<EventCandidate[]> => {
  const rows = await selectFrom(reader)
    .where(
      and(
        isNull(reviews.id),
        candidates.occurred,
        gte(candidates.latest, earliest),
        or(isNull(candidates.earliest), lte(candidates.earliest, latest)),
        after ? gt(candidates.id, after.id) : undefined,
      ),
    )
    .orderBy(candidates.id)
    .limit(limit)
  return rows.map(toCandidate)
}

export type NewEventReview = EventCandidateReview & { reviewer: string; salts: Salts; digest: string }

export const insertEventReview = async (tx: Transaction, review: NewEventReview): Promise<void> => {
  await tx.insert(reviews).values(review)
}

/** Takes an event candidate for review, so that two reviewers cannot both decide it. */
export const lockEventCandidate = async (tx: Transaction, id: string): Promise<void> => {
  await holdId(tx, id)
}

/** The event candidates of these reviews, by the review. */
export const eventCandidatesReviewedBy = async (
  reader: Reader,
  reviewIds: readonly string[],
): Promise<Map<string, EventCandidate>> => {
  if (reviewIds.length === 0) return new Map()
  const rows = await selectFrom(reader).where(inArray(reviews.id, [...reviewIds]))
  return new Map(rows.flatMap((row) => (row.review ? [[row.review.id, toCandidate(row)] as const] : [])))
}
