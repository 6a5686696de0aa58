import { sql } from 'drizzle-orm'
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { bearings, evidenceKinds } from '../../core/event.ts'
import { proposalStatuses } from '../../core/proposal.ts'
import type { ResolverInputs } from '../../core/resolution/finding.ts'
import { logSteps, OUTCOME_PATTERN, type Outcome, voidReasons } from '../../core/resolution/lifecycle.ts'
import { resolverKinds } from '../../core/resolution/resolver.ts'
import { day, factColumns, inOrder, instant, matches, oneOf } from '../columns.ts'
import { commentaries } from './commentary.ts'
import { sources } from './people.ts'
import { questionOptions, questions, questionVersions } from './questions.ts'

export const events = pgTable(
  'events',
  {
    id: text().primaryKey(),
    title: text().notNull(),
    kind: text(),
    entities: jsonb().$type<string[]>().notNull().default([]),
    happenedEarliest: instant().notNull(),
    happenedLatest: instant().notNull(),
    publishedEarliest: instant().notNull(),
    publishedLatest: instant().notNull(),
    sourceId: text().references(() => sources.id),
    commentaryId: text().references(() => commentaries.id),
    quote: text(),
    url: text(),
    archiveSha256: text(),
    recordedBy: text().notNull(),
    recordedAt: instant().notNull(),
    ...factColumns(),
  },
  (t) => [
    unique('events_unique').on(t.title, t.happenedEarliest, t.happenedLatest),
    inOrder('events_happened_check', t.happenedEarliest, t.happenedLatest),
    inOrder('events_published_check', t.publishedEarliest, t.publishedLatest),
    inOrder('events_reported_after_check', t.happenedEarliest, t.publishedLatest),
    index('events_recorded_at_index').on(t.recordedAt, t.id),
    index('events_recorded_by_index').on(t.recordedBy, t.id),
    index('events_happened_index').on(t.happenedEarliest, t.id),
    index('events_kind_index').on(t.kind, t.recordedAt, t.id),
    index('events_kind_happened_index').on(t.kind, t.happenedEarliest, t.id),
  ],
)

export const evidence = pgTable(
  'evidence',
  {
    id: text().primaryKey(),
    questionId: text()
      .notNull()
      .references(() => questions.id),
    kind: text({ enum: evidenceKinds }).notNull(),
    bearing: text({ enum: bearings }).notNull(),
    optionId: text(),
    eventId: text().references(() => events.id),
    sourceId: text().references(() => sources.id),
    commentaryId: text().references(() => commentaries.id),
    quote: text(),
    url: text(),
    readThrough: day(),
    /** As stated when this was recorded; null in coverage from before it was kept. */
    reportingLagDays: integer(),
    statement: text(),
    recordedBy: text().notNull(),
    recordedAt: instant().notNull(),
    ...factColumns(),
  },
  (t) => [
    foreignKey({
      name: 'evidence_option_fk',
      columns: [t.optionId, t.questionId],
      foreignColumns: [questionOptions.id, questionOptions.questionId],
    }),
    oneOf('evidence_kind_check', t.kind, evidenceKinds),
    oneOf('evidence_bearing_check', t.bearing, bearings),
    check(
      'evidence_coverage_check',
      sql`${t.kind} <> 'coverage' or (${t.sourceId} is not null and ${t.readThrough} is not null)`,
    ),
    check(
      'evidence_search_check',
      sql`${t.kind} <> 'search-statement' or (${t.statement} is not null and ${t.readThrough} is not null)`,
    ),
    index('evidence_question_index').on(t.questionId, t.id),
    index('evidence_recorded_by_index').on(t.recordedBy, t.id),
  ],
)

export const proposals = pgTable(
  'proposals',
  {
    id: text().primaryKey(),
    questionId: text()
      .notNull()
      .references(() => questions.id),
    outcome: text().$type<Outcome>().notNull(),
    rationale: text().notNull(),
    status: text({ enum: proposalStatuses }).notNull(),
    reason: text(),
    resolver: text({ enum: resolverKinds }),
    rules: text(),
    inputs: jsonb().$type<ResolverInputs>(),
    evidenceDigest: text().notNull(),
    proposedBy: text().notNull(),
    recordedAt: instant().notNull(),
    decidedAt: instant(),
  },
  (t) => [
    unique('proposals_unique').on(t.questionId, t.outcome, t.evidenceDigest),
    /** The same evidence speaks for one outcome; for another only once the first proposal is declined. */
    uniqueIndex('proposals_evidence_unique').on(t.questionId, t.evidenceDigest).where(sql`${t.status} <> 'declined'`),
    oneOf('proposals_status_check', t.status, proposalStatuses),
    matches('proposals_outcome_check', t.outcome, OUTCOME_PATTERN),
    oneOf('proposals_resolver_check', t.resolver, resolverKinds),
    check(
      'proposals_rules_check',
      sql`(${t.resolver} is null) = (${t.rules} is null) and (${t.resolver} is null) = (${t.inputs} is null)`,
    ),
    index('proposals_recorded_at_index').on(t.recordedAt, t.id),
  ],
)

export const proposalEvidence = pgTable(
  'proposal_evidence',
  {
    proposalId: text()
      .notNull()
      .references(() => proposals.id),
    evidenceId: text()
      .notNull()
      .references(() => evidence.id),
  },
  (t) => [primaryKey({ columns: [t.proposalId, t.evidenceId] })],
)

export const resolutionEntries = pgTable(
  'resolution_entries',
  {
    id: text().primaryKey(),
    questionId: text()
      .notNull()
      .references(() => questions.id),
    position: integer().notNull(),
    /** The version that a settlement judged, or that a step is of; null in entries from before questions had further versions. */
    versionId: text().references(() => questionVersions.id),
    step: text({ enum: logSteps }).notNull(),
    outcome: text().$type<Outcome>(),
    voidReason: text({ enum: voidReasons }),
    decidingEvidenceId: text().references(() => evidence.id),
    proposalId: text().references(() => proposals.id),
    decider: text().notNull(),
    rules: text().notNull(),
    reason: text().notNull(),
    /** Digest of what was sent as evidence: tells the same decision sent again from a new one. */
    evidenceDigest: text().notNull(),
    recordedAt: instant().notNull(),
    ...factColumns(),
  },
  (t) => [
    unique('resolution_entries_position_unique').on(t.questionId, t.position),
    oneOf('resolution_entries_step_check', t.step, logSteps),
    matches('resolution_entries_outcome_check', t.outcome, OUTCOME_PATTERN),
    oneOf('resolution_entries_void_reason_check', t.voidReason, voidReasons),
    check(
      'resolution_entries_version_check',
      sql`case when ${t.step} like '%-version' then ${t.versionId} is not null else ${t.versionId} is null or ${t.step} = 'settle' end`,
    ),
    check(
      'resolution_entries_settle_check',
      sql`(${t.step} in ('settle', 'settle-version')) = (${t.outcome} is not null)`,
    ),
    check('resolution_entries_void_check', sql`(${t.step} = 'void') = (${t.voidReason} is not null)`),
    index('resolution_entries_recorded_at_index').on(t.recordedAt, t.id),
    index('resolution_entries_decider_index').on(t.decider, t.id),
  ],
)

export const resolutionEvidence = pgTable(
  'resolution_evidence',
  {
    resolutionId: text()
      .notNull()
      .references(() => resolutionEntries.id),
    evidenceId: text()
      .notNull()
      .references(() => evidence.id),
  },
  (t) => [primaryKey({ columns: [t.resolutionId, t.evidenceId] })],
)
