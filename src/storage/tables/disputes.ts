import { sql } from 'drizzle-orm'
import { boolean, check, foreignKey, index, pgTable, text, unique } from 'drizzle-orm/pg-core'
import { disputeRoles, rulings, subjectKinds } from '../../core/dispute.ts'
import { factColumns, instant, oneOf } from '../columns.ts'
import { bylines, candidates } from './commentary.ts'
import { predictions, questions } from './questions.ts'
import { resolutionEntries } from './resolution.ts'

/** Its status is what confirmations and rulings make of it, and stands nowhere. */
export const disputes = pgTable(
  'disputes',
  {
    id: text().primaryKey(),
    kind: text({ enum: subjectKinds }).notNull(),
    candidateId: text().references(() => candidates.id),
    predictionId: text().references(() => predictions.id),
    resolutionId: text().references(() => resolutionEntries.id),
    commentaryId: text(),
    authorId: text(),
    questionId: text().references(() => questions.id),
    role: text({ enum: disputeRoles }).notNull(),
    /** Null once they were redacted, with their salt. */
    grounds: text(),
    /** Of subject, role and grounds: what is sent twice stands once. */
    contentSha256: text().notNull(),
    ruleBy: instant().notNull(),
    recordedBy: text().notNull(),
    recordedAt: instant().notNull(),
    ...factColumns(),
  },
  (t) => [
    foreignKey({
      name: 'disputes_byline_fk',
      columns: [t.commentaryId, t.authorId],
      foreignColumns: [bylines.commentaryId, bylines.authorId],
    }),
    unique('disputes_content_unique').on(t.contentSha256),
    check('disputes_grounds_check', sql`(${t.grounds} is not null) = (${t.salts} -> 'grounds' is not null)`),
    oneOf('disputes_kind_check', t.kind, subjectKinds),
    oneOf('disputes_role_check', t.role, disputeRoles),
    check(
      'disputes_subject_check',
      sql`num_nonnulls(${t.candidateId}, ${t.predictionId}, ${t.resolutionId}, ${t.commentaryId}) = 1
        and (${t.authorId} is null) = (${t.commentaryId} is null)
        and case ${t.kind} when 'candidate' then ${t.candidateId} when 'prediction' then ${t.predictionId}
          when 'resolution' then ${t.resolutionId} else ${t.commentaryId} end is not null`,
    ),
    index('disputes_recorded_at_index').on(t.recordedAt, t.id),
    index('disputes_candidate_index').on(t.candidateId),
    index('disputes_prediction_index').on(t.predictionId),
    index('disputes_resolution_index').on(t.resolutionId),
    index('disputes_byline_index').on(t.commentaryId, t.authorId),
    index('disputes_question_index').on(t.questionId),
  ],
)

export const disputeReplies = pgTable(
  'dispute_replies',
  {
    id: text().primaryKey(),
    disputeId: text()
      .notNull()
      .references(() => disputes.id),
    /** Null once it was redacted, with its salt. */
    text: text(),
    contentSha256: text().notNull(),
    recordedBy: text().notNull(),
    recordedAt: instant().notNull(),
    ...factColumns(),
  },
  (t) => [
    check('dispute_replies_text_check', sql`(${t.text} is not null) = (${t.salts} -> 'text' is not null)`),
    unique('dispute_replies_content_unique').on(t.disputeId, t.contentSha256),
    unique('dispute_replies_dispute_unique').on(t.id, t.disputeId),
    index('dispute_replies_recorded_at_index').on(t.recordedAt, t.id),
  ],
)

/** How to reach who wrote. It is no part of any fact, so that it can be deleted and nothing is missing. */
export const disputeContacts = pgTable(
  'dispute_contacts',
  {
    disputeId: text()
      .notNull()
      .references(() => disputes.id),
    /** Null = of who disputes. */
    replyId: text(),
    contact: text().notNull(),
    recordedAt: instant().notNull(),
  },
  (t) => [
    foreignKey({
      name: 'dispute_contacts_reply_fk',
      columns: [t.replyId, t.disputeId],
      foreignColumns: [disputeReplies.id, disputeReplies.disputeId],
    }),
    unique('dispute_contacts_unique').on(t.disputeId, t.replyId).nullsNotDistinct(),
  ],
)

/** That a dispute, or a reply to it, comes from who it says. */
export const disputeConfirmations = pgTable(
  'dispute_confirmations',
  {
    id: text().primaryKey(),
    disputeId: text()
      .notNull()
      .references(() => disputes.id),
    /** Null = the dispute itself. */
    replyId: text(),
    how: text().notNull(),
    confirmedBy: text().notNull(),
    recordedAt: instant().notNull(),
    ...factColumns(),
  },
  (t) => [
    foreignKey({
      name: 'dispute_confirmations_reply_fk',
      columns: [t.replyId, t.disputeId],
      foreignColumns: [disputeReplies.id, disputeReplies.disputeId],
    }),
    unique('dispute_confirmations_unique').on(t.disputeId, t.replyId).nullsNotDistinct(),
  ],
)

export const disputeRulings = pgTable(
  'dispute_rulings',
  {
    id: text().primaryKey(),
    disputeId: text()
      .notNull()
      .references(() => disputes.id),
    verdict: text({ enum: rulings }).notNull(),
    reason: text().notNull(),
    resolutionId: text().references(() => resolutionEntries.id),
    sameHand: boolean().notNull(),
    ruledBy: text().notNull(),
    recordedAt: instant().notNull(),
    ...factColumns(),
  },
  (t) => [
    unique('dispute_rulings_dispute_unique').on(t.disputeId),
    oneOf('dispute_rulings_verdict_check', t.verdict, rulings),
    check('dispute_rulings_resolution_check', sql`${t.resolutionId} is null or ${t.verdict} = 'upheld'`),
    index('dispute_rulings_recorded_at_index').on(t.recordedAt, t.id),
  ],
)

/** Predictions that an upheld dispute took out of the scores. They stay listed, with the reason. */
export const exclusions = pgTable(
  'exclusions',
  {
    id: text().primaryKey(),
    predictionId: text()
      .notNull()
      .references(() => predictions.id),
    rulingId: text()
      .notNull()
      .references(() => disputeRulings.id),
    recordedAt: instant().notNull(),
    ...factColumns(),
  },
  (t) => [unique('exclusions_prediction_unique').on(t.predictionId), index('exclusions_ruling_index').on(t.rulingId)],
)
