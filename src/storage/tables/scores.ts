import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  boolean,
  check,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
} from 'drizzle-orm/pg-core'
import { attributions, windowSources } from '../../core/candidate.ts'
import { origins } from '../../core/prediction.ts'
import { timings } from '../../core/question.ts'
import { scoredStates } from '../../core/scored-item.ts'
import { horizonClasses, voices } from '../../core/slice.ts'
import { factColumns, instant, oneOf } from '../columns.ts'
import { disputeRulings } from './disputes.ts'
import { authors } from './people.ts'
import { families, predictions, questions } from './questions.ts'
import { resolutionEntries } from './resolution.ts'

const sliceColumns = () => ({
  dueMonth: text().notNull(),
  horizonClass: text({ enum: horizonClasses }).notNull(),
  attribution: text({ enum: attributions }).notNull(),
  windowSource: text({ enum: windowSources }).notNull(),
  weakHedge: boolean().notNull(),
  timing: text({ enum: timings }).notNull(),
  origin: text({ enum: origins }).notNull(),
})

const postingColumns = () => ({
  id: text().primaryKey(),
  authorId: text()
    .notNull()
    .references(() => authors.id),
  questionId: text()
    .notNull()
    .references(() => questions.id),
  predictionId: text()
    .notNull()
    .references(() => predictions.id),
  resolutionId: text()
    .notNull()
    .references(() => resolutionEntries.id),
  /**
   * Id of the fact in whose transaction it was posted: an entry of the log, a statement accepted late, what a commentary was read
   * for. It stands at that fact's position. Null in rows written before there was a ledger: the entry.
   */
  cause: text(),
  familyId: text()
    .notNull()
    .references(() => families.id),
  sets: jsonb().$type<string[]>().notNull(),
  ...sliceColumns(),
  form: text().notNull(),
  state: text({ enum: scoredStates }).notNull(),
  hit: boolean(),
  sign: integer().notNull(),
  reverses: text(),
  recordedAt: instant().notNull(),
})

type PostingColumns = Readonly<
  Record<'id' | 'questionId' | 'sets' | 'authorId' | 'cause' | 'state' | 'hit' | 'sign' | 'reverses', AnyPgColumn>
>

const postingRules = (name: string, t: PostingColumns) => [
  unique(`${name}_reverses_unique`).on(t.reverses),
  foreignKey({ name: `${name}_reverses_${name}_id_fk`, columns: [t.reverses], foreignColumns: [t.id] }),
  oneOf(`${name}_state_check`, t.state, scoredStates),
  check(`${name}_hit_check`, sql`(${t.state} = 'scored') = (${t.hit} is not null)`),
  check(
    `${name}_sign_check`,
    sql`(${t.sign} = 1 and ${t.reverses} is null) or (${t.sign} = -1 and ${t.reverses} is not null)`,
  ),
  index(`${name}_question_index`).on(t.questionId),
  index(`${name}_sets_index`).using('gin', t.sets),
  index(`${name}_author_index`).on(t.authorId, t.id),
  index(`${name}_cause_index`).on(t.cause),
]

/** Postings: an item enters as `pending`, `scored` or `void`; what supersedes it first appends its reversal. */
export const scoredItems = pgTable('scored_items', postingColumns(), (t) => [
  ...postingRules('scored_items', t),
  index('scored_items_author_form_index').on(t.authorId, t.form),
])

/**
 * Postings of what an author said first on a question, where that is not what is scored: restated since, withdrawn, expired,
 * or said between an event and its report. No count holds them; evidence takes them in the place of the scored ones.
 */
export const firstItems = pgTable('first_items', postingColumns(), (t) => [
  ...postingRules('first_items', t),
  index('first_items_author_question_index').on(t.authorId, t.questionId),
])

const countKey = () => ({
  authorId: text()
    .notNull()
    .references(() => authors.id),
  /** `all`, `collection:<id>`, `topic:<id>`. Sets overlap and are never summed. */
  set: text().notNull(),
  ...sliceColumns(),
  form: text().notNull(),
})

/** The sufficient statistic, in integers: kept in step by the transaction that closes, settles, voids or reopens. */
export const scoreCounts = pgTable(
  'score_counts',
  {
    ...countKey(),
    pending: integer().notNull(),
    void: integer().notNull(),
    n: integer().notNull(),
    hits: integer().notNull(),
  },
  (t) => [
    primaryKey({
      name: 'score_counts_pkey',
      columns: [
        t.authorId,
        t.set,
        t.dueMonth,
        t.horizonClass,
        t.attribution,
        t.windowSource,
        t.weakHedge,
        t.timing,
        t.origin,
        t.form,
      ],
    }),
    index('score_counts_set_index').on(t.set, t.timing, t.dueMonth),
    check('score_counts_check', sql`${t.pending} >= 0 and ${t.void} >= 0 and ${t.hits} >= 0 and ${t.hits} <= ${t.n}`),
  ],
)

export const familyCounts = pgTable(
  'family_counts',
  {
    ...countKey(),
    familyId: text()
      .notNull()
      .references(() => families.id),
    n: integer().notNull(),
    hits: integer().notNull(),
  },
  (t) => [
    primaryKey({
      name: 'family_counts_pkey',
      columns: [
        t.authorId,
        t.set,
        t.dueMonth,
        t.horizonClass,
        t.attribution,
        t.windowSource,
        t.weakHedge,
        t.timing,
        t.origin,
        t.familyId,
        t.form,
      ],
    }),
    check('family_counts_check', sql`${t.hits} >= 0 and ${t.hits} <= ${t.n}`),
  ],
)

/** What each correction, and each ruling that took statements out, did to the headline score of an author, as it was then. */
export const scoreChanges = pgTable(
  'score_changes',
  {
    id: text().primaryKey(),
    questionId: text()
      .notNull()
      .references(() => questions.id),
    resolutionId: text().references(() => resolutionEntries.id),
    rulingId: text().references((): AnyPgColumn => disputeRulings.id),
    authorId: text()
      .notNull()
      .references(() => authors.id),
    timing: text({ enum: timings }).notNull(),
    voice: text({ enum: voices }).notNull(),
    beforeN: integer().notNull(),
    beforeFamilies: integer().notNull(),
    beforeHits: integer(),
    beforeBrier: doublePrecision(),
    /** Null in what was recorded before these were kept. */
    beforePending: integer(),
    beforeLowest: doublePrecision(),
    beforeHighest: doublePrecision(),
    afterN: integer().notNull(),
    afterFamilies: integer().notNull(),
    afterHits: integer(),
    afterBrier: doublePrecision(),
    afterPending: integer(),
    afterLowest: doublePrecision(),
    afterHighest: doublePrecision(),
    delta: doublePrecision(),
    scoringRules: text().notNull(),
    lexiconVersion: text().notNull(),
    recordedAt: instant().notNull(),
    ...factColumns(),
  },
  (t) => [
    unique('score_changes_unique')
      .on(t.resolutionId, t.rulingId, t.questionId, t.authorId, t.timing, t.voice)
      .nullsNotDistinct(),
    check('score_changes_cause_check', sql`num_nonnulls(${t.resolutionId}, ${t.rulingId}) = 1`),
    oneOf('score_changes_timing_check', t.timing, timings),
    oneOf('score_changes_voice_check', t.voice, voices),
    index('score_changes_recorded_at_index').on(t.recordedAt, t.id),
    index('score_changes_ruling_index').on(t.rulingId),
    index('score_changes_author_index').on(t.authorId, t.recordedAt, t.id),
    index('score_changes_question_index').on(t.questionId, t.recordedAt, t.id),
  ],
)
