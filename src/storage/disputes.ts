import { and, asc, eq, inArray, isNotNull, isNull, lt, type SQL, sql } from 'drizzle-orm'
import {
  type Dispute,
  type DisputeReply,
  type DisputeStatus,
  type DisputeSubject,
  disputeStatus,
} from '../core/dispute.ts'
import type { Instant } from '../core/time.ts'
import type { Reader, Transaction } from './database.ts'
import { afterCursor, afterMoment, newestFirst, type Page, type PageRequest, pageBy, pageOf } from './keyset.ts'
import { disputeConfirmations, disputeReplies, disputeRulings, disputes } from './tables/disputes.ts'

/** A dispute with every word of it, and whether it is confirmed; `grounds` and replies are withheld where they are shown. */
export type StoredDispute = Dispute & { confirmed: boolean }

const ofDispute = and(eq(disputeConfirmations.disputeId, disputes.id), isNull(disputeConfirmations.replyId))

export const rulingColumns = {
  id: disputeRulings.id,
  verdict: disputeRulings.verdict,
  reason: disputeRulings.reason,
  resolutionId: disputeRulings.resolutionId,
  sameHand: disputeRulings.sameHand,
  recordedAt: disputeRulings.recordedAt,
}

const selectFrom = (reader: Reader) =>
  reader
    .select({
      dispute: disputes,
      confirmed: isNotNull(disputeConfirmations.id).mapWith(Boolean),
      ruling: rulingColumns,
    })
    .from(disputes)
    .leftJoin(disputeConfirmations, ofDispute)
    .leftJoin(disputeRulings, eq(disputeRulings.disputeId, disputes.id))
    .$dynamic()

type Row = Awaited<ReturnType<typeof selectFrom>>[number]

const subjectOf = ({ kind, candidateId, predictionId, resolutionId, commentaryId, authorId }: Row['dispute']) =>
  (kind === 'byline'
    ? { kind, commentaryId, authorId }
    : kind === 'candidate'
      ? { kind, candidateId }
      : kind === 'prediction'
        ? { kind, predictionId }
        : { kind, resolutionId }) as DisputeSubject

const repliesTo = async (reader: Reader, ids: string[]): Promise<Map<string, DisputeReply[]>> => {
  const rows = ids.length
    ? await reader
        .select({ reply: disputeReplies, confirmationId: disputeConfirmations.id })
        .from(disputeReplies)
        .leftJoin(disputeConfirmations, eq(disputeConfirmations.replyId, disputeReplies.id))
        .where(inArray(disputeReplies.disputeId, ids))
        .orderBy(asc(disputeReplies.recordedAt), asc(disputeReplies.id))
    : []
  const byDispute = new Map<string, DisputeReply[]>()
  for (const { reply, confirmationId } of rows) {
    const { id, text, digest, recordedAt } = reply
    const one = { id, text, confirmed: confirmationId !== null, digest, recordedAt }
    byDispute.set(reply.disputeId, [...(byDispute.get(reply.disputeId) ?? []), one])
  }
  return byDispute
}

const complete = async (reader: Reader, rows: Row[]): Promise<StoredDispute[]> => {
  const replies = await repliesTo(
    reader,
    rows.map(({ dispute }) => dispute.id),
  )
  return rows.map(({ dispute, confirmed, ruling }) => {
    const { id, questionId, role, grounds, ruleBy, digest, recordedAt } = dispute
    return {
      id,
      subject: subjectOf(dispute),
      questionId,
      role,
      grounds,
      redacted: grounds === null,
      confirmed,
      status: disputeStatus(confirmed, ruling),
      ruleBy,
      replies: replies.get(id) ?? [],
      ruling,
      digest,
      recordedAt,
    }
  })
}

export type NewDispute = typeof disputes.$inferInsert

/** The columns of a subject. */
export const subjectColumns = (subject: DisputeSubject) => ({
  kind: subject.kind,
  candidateId: subject.kind === 'candidate' ? subject.candidateId : null,
  predictionId: subject.kind === 'prediction' ? subject.predictionId : null,
  resolutionId: subject.kind === 'resolution' ? subject.resolutionId : null,
  commentaryId: subject.kind === 'byline' ? subject.commentaryId : null,
  authorId: subject.kind === 'byline' ? subject.authorId : null,
})

/** Appends a dispute; the id of the one that stands when the same was sent before. */
export const claimDispute = async (tx: Transaction, row: NewDispute): Promise<string> => {
  const [inserted] = await tx
    .insert(disputes)
    .values(row)
    .onConflictDoNothing({ target: disputes.contentSha256 })
    .returning({ id: disputes.id })
  if (inserted) return inserted.id
  const [standing] = await tx
    .select({ id: disputes.id })
    .from(disputes)
    .where(eq(disputes.contentSha256, row.contentSha256))
  if (!standing) throw new Error('a dispute conflicted with none')
  return standing.id
}

export const findDispute = async (reader: Reader, id: string): Promise<StoredDispute | null> => {
  const [dispute] = await complete(reader, await selectFrom(reader).where(eq(disputes.id, id)))
  return dispute ?? null
}

/** Those of these ids, newest first. */
export const disputesByIds = async (reader: Reader, ids: readonly string[]): Promise<StoredDispute[]> => {
  if (ids.length === 0) return []
  const rows = await selectFrom(reader)
    .where(inArray(disputes.id, [...ids]))
    .orderBy(...newestFirst(disputes.recordedAt, disputes.id))
  return complete(reader, rows)
}

/** Reads a dispute and holds it, so that two cannot rule it. */
export const lockDispute = async (tx: Transaction, id: string): Promise<StoredDispute | null> => {
  await tx.execute(sql`select 1 from ${disputes} where ${disputes.id} = ${id} for update`)
  return findDispute(tx, id)
}

export type DisputeFilter = {
  status: DisputeStatus | 'overdue' | null
  questionId: string | null
  confirmedOnly: boolean
}

const waits = {
  received: and(isNull(disputeConfirmations.id), isNull(disputeRulings.id)),
  open: and(isNotNull(disputeConfirmations.id), isNull(disputeRulings.id)),
}

const inStatus = (status: DisputeStatus | 'overdue', now: Instant): SQL | undefined => {
  if (status === 'received' || status === 'open') return waits[status]
  if (status === 'overdue') return and(isNull(disputeRulings.id), lt(disputes.ruleBy, now))
  return eq(disputeRulings.verdict, status)
}

/** Those that wait to be confirmed (`received`) or ruled (`open`), the one first that is to be ruled first. */
export const disputesWaiting = async (
  reader: Reader,
  status: 'received' | 'open',
  page: PageRequest,
): Promise<Page<StoredDispute>> => {
  const rows = await selectFrom(reader)
    .where(and(waits[status], afterMoment(page, sql`${disputes.recordedAt}`, disputes.id)))
    .orderBy(asc(disputes.recordedAt), asc(disputes.id))
    .limit(page.limit + 1)
  return pageBy(await complete(reader, rows), page, ({ recordedAt }) => recordedAt)
}

export const listDisputes = async (
  reader: Reader,
  { status, questionId, confirmedOnly }: DisputeFilter,
  page: PageRequest,
  now: Instant,
): Promise<Page<StoredDispute>> => {
  const rows = await selectFrom(reader)
    .where(
      and(
        status ? inStatus(status, now) : undefined,
        questionId ? eq(disputes.questionId, questionId) : undefined,
        confirmedOnly ? isNotNull(disputeConfirmations.id) : undefined,
        afterCursor(page, disputes.recordedAt, disputes.id),
      ),
    )
    .orderBy(...newestFirst(disputes.recordedAt, disputes.id))
    .limit(page.limit + 1)
  return pageOf(await complete(reader, rows), page)
}
