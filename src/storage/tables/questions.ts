import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  boolean,
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
import { attributions, directnesses, windowSources } from '../../core/candidate.ts'
import type { QuestionOption } from '../../core/option.ts'
import { acts, origins } from '../../core/prediction.ts'
import { orientations, questionKinds, resolverPolicies } from '../../core/question.ts'
import { OUTCOME_PATTERN, type Outcome, statuses, voidReasons } from '../../core/resolution/lifecycle.ts'
import type { Resolver } from '../../core/resolution/resolver.ts'
import type { Trigger } from '../../core/resolution/trigger.ts'
import { day, factColumns, inOrder, instant, matches, oneOf } from '../columns.ts'
import { wordsOfQuote, wordsOfVersion } from '../search-texts.ts'
import { candidates, commentaries } from './commentary.ts'
import { authors, collections } from './people.ts'

export const families = pgTable('families', {
  id: text().primaryKey(),
  /** A name where there is one; never a quote, which may have to be removed. */
  label: text(),
  recordedAt: instant().notNull(),
})

export const questions = pgTable(
  'questions',
  {
    id: text().primaryKey(),
    kind: text({ enum: questionKinds }).notNull(),
    /** Status, outcome and void reason are a cache of `resolution_entries`, written where those are appended. */
    status: text({ enum: statuses }).notNull(),
    outcome: text().$type<Outcome>(),
    voidReason: text({ enum: voidReasons }),
    /** Digest of the request that made it, so that the same request makes it once; null where a candidate did. */
    requestDigest: text(),
    recordedAt: instant().notNull(),
  },
  (t) => [
    unique('questions_request_unique').on(t.requestDigest),
    oneOf('questions_kind_check', t.kind, questionKinds),
    oneOf('questions_status_check', t.status, statuses),
    matches('questions_outcome_check', t.outcome, OUTCOME_PATTERN),
    check('questions_outcome_kind_check', sql`(${t.kind} = 'binary') = (${t.outcome} in ('yes', 'no'))`),
    oneOf('questions_void_reason_check', t.voidReason, voidReasons),
    check('questions_resolved_check', sql`(${t.status} = 'resolved') = (${t.outcome} is not null)`),
    check('questions_void_check', sql`(${t.status} = 'void') = (${t.voidReason} is not null)`),
    index('questions_recorded_at_index').on(t.recordedAt, t.id),
    index('questions_status_index').on(t.status, t.id),
  ],
)

export const familyMembers = pgTable(
  'family_members',
  {
    questionId: text()
      .primaryKey()
      .references(() => questions.id),
    familyId: text()
      .notNull()
      .references(() => families.id),
    recordedAt: instant().notNull(),
  },
  (t) => [index('family_members_family_index').on(t.familyId)],
)

export const questionVersions = pgTable(
  'question_versions',
  {
    id: text().primaryKey(),
    questionId: text()
      .notNull()
      .references(() => questions.id),
    version: integer().notNull(),
    wording: text().notNull(),
    criteria: text().notNull(),
    orientation: text({ enum: orientations }).notNull(),
    condition: text(),
    windowStart: day().notNull(),
    windowEnd: day(),
    windowZone: text({ enum: ['UTC'] }).notNull(),
    windowSource: text({ enum: windowSources }).notNull(),
    resolver: text({ enum: resolverPolicies }).notNull(),
    resolvers: jsonb().$type<Resolver[]>().notNull().default([]),
    trigger: jsonb().$type<Trigger>(),
    triggerQuestionId: text().generatedAlwaysAs(sql`trigger ->> 'questionId'`),
    triggerVersionId: text().generatedAlwaysAs(sql`trigger ->> 'versionId'`),
    referenceAt: instant(),
    criteriaFixedAt: instant().notNull(),
    criteriaSource: text(),
    /** Why it follows the version before it. */
    reason: text(),
    recordedBy: text(),
    recordedAt: instant().notNull(),
    ...factColumns(),
  },
  (t) => [
    unique('question_versions_unique').on(t.questionId, t.version),
    unique('question_versions_question_unique').on(t.id, t.questionId),
    foreignKey({
      name: 'question_versions_trigger_fk',
      columns: [t.triggerVersionId, t.triggerQuestionId],
      foreignColumns: [t.id, t.questionId],
    }),
    check('question_versions_trigger_check', sql`${t.triggerQuestionId} <> ${t.questionId}`),
    index('question_versions_trigger_index').on(t.triggerQuestionId),
    inOrder('question_versions_window_check', t.windowStart, t.windowEnd),
    oneOf('question_versions_orientation_check', t.orientation, orientations),
    oneOf('question_versions_window_source_check', t.windowSource, windowSources),
    oneOf('question_versions_resolver_check', t.resolver, resolverPolicies),
    check('question_versions_rules_check', sql`(${t.resolver} = 'rules') = (jsonb_array_length(${t.resolvers}) > 0)`),
    index('question_versions_recorded_by_index').on(t.recordedBy, t.id),
    index('question_versions_window_end_index').on(t.windowEnd, t.questionId),
    index('question_versions_words_index').using('gin', wordsOfVersion(t)),
  ],
)

/** The outcomes that a categorical question may have; what is added later is carved out of the catch-all. */
export const questionOptions = pgTable(
  'question_options',
  {
    id: text().$type<QuestionOption['id']>().primaryKey(),
    questionId: text()
      .notNull()
      .references(() => questions.id),
    position: integer().notNull(),
    label: text().notNull(),
    isOther: boolean().notNull(),
    reason: text(),
    recordedBy: text().notNull(),
    recordedAt: instant().notNull(),
    ...factColumns(),
  },
  (t) => [
    unique('question_options_question_unique').on(t.id, t.questionId),
    unique('question_options_position_unique').on(t.questionId, t.position),
    unique('question_options_label_unique').on(t.questionId, t.label),
    uniqueIndex('question_options_other_unique').on(t.questionId).where(sql`${t.isOther}`),
  ],
)

export const collectionQuestions = pgTable(
  'collection_questions',
  {
    collectionId: text()
      .notNull()
      .references(() => collections.id),
    questionId: text()
      .notNull()
      .references(() => questions.id),
    recordedAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.collectionId, t.questionId] })],
)

/** A bulk load and what a reader must know about it. */
export const imports = pgTable(
  'imports',
  {
    id: text().primaryKey(),
    name: text().notNull(),
    source: text().notNull(),
    licence: text().notNull(),
    note: text().notNull(),
    recordedAt: instant().notNull(),
  },
  (t) => [unique('imports_name_unique').on(t.name)],
)

export const predictions = pgTable(
  'predictions',
  {
    id: text().primaryKey(),
    authorId: text()
      .notNull()
      .references(() => authors.id),
    questionId: text().notNull(),
    versionId: text().notNull(),
    act: text({ enum: acts }).notNull(),
    form: text(),
    refersTo: text().references((): AnyPgColumn => predictions.id),
    expiresAt: instant(),
    saidEarliest: instant().notNull(),
    saidLatest: instant().notNull(),
    attribution: text({ enum: attributions }).notNull(),
    directness: text({ enum: directnesses }).notNull(),
    weakHedge: boolean().notNull(),
    scoreable: boolean().notNull(),
    unscoredReason: text(),
    origin: text({ enum: origins }).notNull(),
    quote: text(),
    commentaryId: text().references((): AnyPgColumn => commentaries.id),
    candidateId: text().references((): AnyPgColumn => candidates.id),
    importId: text().references(() => imports.id),
    importKey: text(),
    /** Of a statement recorded by hand: why it is one, though extraction did not find it. */
    recordingReason: text(),
    recordedBy: text().notNull(),
    recordedAt: instant().notNull(),
    ...factColumns(),
  },
  (t) => [
    foreignKey({
      name: 'predictions_version_fk',
      columns: [t.versionId, t.questionId],
      foreignColumns: [questionVersions.id, questionVersions.questionId],
    }),
    unique('predictions_import_unique').on(t.importId, t.importKey),
    inOrder('predictions_said_check', t.saidEarliest, t.saidLatest),
    check(
      'predictions_form_check',
      sql`${t.form} ~ '^(micro:(0|[1-9][0-9]{0,5}|1000000)|phrase:[a-z0-9]+(-[a-z0-9]+)*:[+-]|options:opt_[0-9a-z]{26}=(0|[1-9][0-9]{0,5}|1000000)(,opt_[0-9a-z]{26}=(0|[1-9][0-9]{0,5}|1000000))+)$'`,
    ),
    check('predictions_act_form_check', sql`(${t.act} in ('state', 'reaffirm')) = (${t.form} is not null)`),
    check('predictions_refers_to_check', sql`${t.act} not in ('withdraw', 'mistake') or ${t.refersTo} is not null`),
    check(
      'predictions_expiry_check',
      sql`${t.expiresAt} is null or (${t.act} in ('state', 'reaffirm') and ${t.expiresAt} > ${t.saidLatest})`,
    ),
    uniqueIndex('predictions_mistake_unique').on(t.refersTo).where(sql`${t.act} = 'mistake'`),
    check('predictions_scoreable_check', sql`${t.scoreable} = (${t.unscoredReason} is null)`),
    oneOf('predictions_act_check', t.act, acts),
    oneOf('predictions_origin_check', t.origin, origins),
    oneOf('predictions_attribution_check', t.attribution, attributions),
    oneOf('predictions_directness_check', t.directness, directnesses),
    index('predictions_recorded_at_index').on(t.recordedAt, t.id),
    index('predictions_recorded_by_index').on(t.recordedBy, t.id),
    index('predictions_author_index').on(t.authorId, t.recordedAt, t.id),
    index('predictions_question_index').on(t.questionId, t.authorId),
    index('predictions_question_recorded_index').on(t.questionId, t.recordedAt, t.id),
    index('predictions_unscored_index')
      .on(t.authorId)
      .where(sql`${t.scoreable} = false or ${t.act} in ('withdraw', 'mistake')`),
    index('predictions_commentary_index').on(t.commentaryId),
    index('predictions_candidate_index').on(t.candidateId),
    index('predictions_words_index').using('gin', wordsOfQuote(t)),
  ],
)
