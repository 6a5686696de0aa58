import { and, eq, getTableColumns, gt, inArray, isNull, min, sql } from 'drizzle-orm'
import type { DisputeSubject } from '../core/dispute.ts'
import type { Instant } from '../core/time.ts'
import type { Reader, Transaction } from './database.ts'
import { subjectColumns } from './disputes.ts'
import { type MadeBy, madeBy } from './made-by.ts'
import { standingReview } from './reviews.ts'
import { candidateReviews, candidates } from './tables/commentary.ts'
import {
  disputeConfirmations,
  disputeContacts,
  disputeReplies,
  disputeRulings,
  disputes,
  exclusions,
} from './tables/disputes.ts'
import { predictions } from './tables/questions.ts'
import { resolutionEntries } from './tables/resolution.ts'

/** Appends a reply; the id of the one that stands when the same was sent before. */
export const claimReply = async (tx: Transaction, row: typeof disputeReplies.$inferInsert): Promise<string> => {
  const { disputeId, contentSha256 } = row
  const [inserted] = await tx
    .insert(disputeReplies)
    .values(row)
    .onConflictDoNothing({ target: [disputeReplies.disputeId, disputeReplies.contentSha256] })
    .returning({ id: disputeReplies.id })
  if (inserted) return inserted.id
  const [standing] = await tx
    .select({ id: disputeReplies.id })
    .from(disputeReplies)
    .where(and(eq(disputeReplies.disputeId, disputeId), eq(disputeReplies.contentSha256, contentSha256)))
  if (!standing) throw new Error('a reply conflicted with none')
  return standing.id
}

export const insertConfirmation = async (
  tx: Transaction,
  row: typeof disputeConfirmations.$inferInsert,
): Promise<void> => {
  await tx.insert(disputeConfirmations).values(row)
}

export const insertRuling = async (tx: Transaction, row: typeof disputeRulings.$inferInsert): Promise<void> => {
  await tx.insert(disputeRulings).values(row)
}

/** Takes predictions out of the scores; one that is out already stays out by the earlier ruling. */
export const insertExclusions = async (tx: Transaction, rows: (typeof exclusions.$inferInsert)[]): Promise<void> => {
  if (rows.length > 0) await tx.insert(exclusions).values(rows).onConflictDoNothing()
}

export type Contact = typeof disputeContacts.$inferSelect

export const insertContact = async (tx: Transaction, row: Contact): Promise<void> => {
  await tx.insert(disputeContacts).values(row)
}

export const contactsOf = (reader: Reader, disputeId: string): Promise<Contact[]> =>
  reader
    .select()
    .from(disputeContacts)
    .where(eq(disputeContacts.disputeId, disputeId))
    .orderBy(disputeContacts.recordedAt)

export const deleteContacts = async (tx: Transaction, disputeId: string): Promise<void> => {
  await tx.delete(disputeContacts).where(eq(disputeContacts.disputeId, disputeId))
}

/** Lets in one at a time what comes without a key, so that counting it and adding to it cannot cross. */
export const lockUnconfirmed = async (tx: Transaction): Promise<void> => {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('disputes without a key'))`)
}

const count = sql<number>`count(*)::int`

/** How many disputes of a subject came in after an instant and wait for confirmation. */
export const waitingOn = async (reader: Reader, subject: DisputeSubject, since: Instant): Promise<number> => {
  const { candidateId, predictionId, resolutionId, commentaryId, authorId } = subjectColumns(subject)
  const [row] = await reader
    .select({ count })
    .from(disputes)
    .leftJoin(disputeConfirmations, eq(disputeConfirmations.disputeId, disputes.id))
    .leftJoin(disputeRulings, eq(disputeRulings.disputeId, disputes.id))
    .where(
      and(
        isNull(disputeConfirmations.id),
        isNull(disputeRulings.id),
        gt(disputes.recordedAt, since),
        candidateId ? eq(disputes.candidateId, candidateId) : undefined,
        predictionId ? eq(disputes.predictionId, predictionId) : undefined,
        resolutionId ? eq(disputes.resolutionId, resolutionId) : undefined,
        commentaryId ? eq(disputes.commentaryId, commentaryId) : undefined,
        authorId ? eq(disputes.authorId, authorId) : undefined,
      ),
    )
  return row?.count ?? 0
}

/** How many replies to a dispute came in after an instant and wait for confirmation. */
export const waitingReplies = async (reader: Reader, disputeId: string, since: Instant): Promise<number> => {
  const [row] = await reader
    .select({ count })
    .from(disputeReplies)
    .leftJoin(disputeConfirmations, eq(disputeConfirmations.replyId, disputeReplies.id))
    .where(
      and(
        eq(disputeReplies.disputeId, disputeId),
        isNull(disputeConfirmations.id),
        gt(disputeReplies.recordedAt, since),
      ),
    )
  return row?.count ?? 0
}

/** How many disputes and replies came in from `recordedBy` after an instant, and the first of them. */
export const cameInSince = async (
  reader: Reader,
  recordedBy: string,
  since: Instant,
): Promise<{ count: number; first: Instant | null }> => {
  const [theirs] = await reader
    .select({ count, first: min(disputes.recordedAt) })
    .from(disputes)
    .where(and(eq(disputes.recordedBy, recordedBy), gt(disputes.recordedAt, since)))
  const [replies] = await reader
    .select({ count, first: min(disputeReplies.recordedAt) })
    .from(disputeReplies)
    .where(and(eq(disputeReplies.recordedBy, recordedBy), gt(disputeReplies.recordedAt, since)))
  const first = [theirs?.first, replies?.first].filter((at) => at != null).sort()[0] ?? null
  return { count: (theirs?.count ?? 0) + (replies?.count ?? 0), first }
}

/** Who decided what a dispute is about; null where nobody is on record. */
export const handOn = async (reader: Reader, subject: DisputeSubject): Promise<string | null> => {
  if (subject.kind === 'byline') return null
  const hands = {
    candidate: () =>
      reader
        .select({ hand: candidateReviews.reviewer })
        .from(candidates)
        .innerJoin(candidateReviews, standingReview(candidates.id))
        .where(eq(candidates.id, subjectColumns(subject).candidateId ?? '')),
    prediction: () =>
      reader
        .select({ hand: predictions.recordedBy })
        .from(predictions)
        .where(eq(predictions.id, subjectColumns(subject).predictionId ?? '')),
    resolution: () =>
      reader
        .select({ hand: resolutionEntries.decider })
        .from(resolutionEntries)
        .where(eq(resolutionEntries.id, subjectColumns(subject).resolutionId ?? '')),
  }
  const [row] = await hands[subject.kind]()
  return row?.hand ?? null
}

/** The disputes that these replies, confirmations and rulings belong to, by the record. */
export const disputesOfRecords = async (reader: Reader, ids: readonly string[]): Promise<Map<string, string>> => {
  if (ids.length === 0) return new Map()
  const of = (table: typeof disputeReplies | typeof disputeConfirmations | typeof disputeRulings) =>
    reader
      .select({ id: table.id, disputeId: table.disputeId })
      .from(table)
      .where(inArray(table.id, [...ids]))
  const rows = [...(await of(disputeReplies)), ...(await of(disputeConfirmations)), ...(await of(disputeRulings))]
  return new Map(rows.map(({ id, disputeId }) => [id, disputeId]))
}

/** How to reach who wrote, as some names left it with what they wrote; by the id of the reply or dispute, in its order. */
export const contactsMadeBy = (reader: Reader, made: MadeBy): Promise<Contact[]> => {
  const { disputeId, replyId } = disputeContacts
  const id = sql<string>`coalesce(${replyId}, ${disputeId})`
  const by = sql`case when ${replyId} is null then ${disputes.recordedBy} else ${disputeReplies.recordedBy} end`
  return reader
    .select(getTableColumns(disputeContacts))
    .from(disputeContacts)
    .innerJoin(disputes, eq(disputes.id, disputeId))
    .leftJoin(disputeReplies, eq(disputeReplies.id, replyId))
    .where(madeBy(by, id, made))
    .orderBy(id)
    .limit(made.limit)
}
