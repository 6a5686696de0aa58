import { sql } from 'drizzle-orm'
import {
  bigint,
  check,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
} from 'drizzle-orm/pg-core'
import { timings } from '../../core/question.ts'
import { voices } from '../../core/slice.ts'
import { difficultyOutcomes } from '../../core/snapshot.ts'
import { bytes, instant, oneOf } from '../columns.ts'
import { authors } from './people.ts'
import { questions } from './questions.ts'

/** Boards as they were at a position of the ledger. Made of facts, so they are none themselves; but never changed. */
export const snapshots = pgTable(
  'snapshots',
  {
    id: text().primaryKey(),
    set: text().notNull(),
    timing: text({ enum: timings }).notNull(),
    voice: text({ enum: voices }).notNull(),
    at: instant().notNull(),
    position: bigint({ mode: 'number' }).notNull(),
    /** Months before this one count, `YYYY-MM`. */
    dueBefore: text().notNull(),
    scoringRules: text().notNull(),
    lexiconVersion: text().notNull(),
    resolutionRules: text().notNull(),
    /** Ids in order: whom a test over all authors is over. */
    authors: jsonb().$type<string[]>().notNull(),
    /** SHA-256 of what it was computed from, without the seed: where nothing changed, no further one is made. */
    inputSha256: text().notNull(),
    board: jsonb().$type<unknown>().notNull(),
    recordedAt: instant().notNull(),
  },
  (t) => [
    unique('snapshots_unique').on(
      t.set,
      t.timing,
      t.voice,
      t.position,
      t.dueBefore,
      t.scoringRules,
      t.lexiconVersion,
      t.resolutionRules,
    ),
    oneOf('snapshots_timing_check', t.timing, timings),
    oneOf('snapshots_voice_check', t.voice, voices),
    check('snapshots_position_check', sql`${t.position} >= 0`),
    check('snapshots_due_before_check', sql`${t.dueBefore} ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'`),
    index('snapshots_recorded_at_index').on(t.recordedAt, t.id),
    index('snapshots_scope_index').on(t.set, t.timing, t.voice, t.recordedAt, t.id),
  ],
)

export const reports = pgTable(
  'reports',
  {
    snapshotId: text()
      .notNull()
      .references(() => snapshots.id),
    authorId: text()
      .notNull()
      .references(() => authors.id),
    body: jsonb().$type<unknown>().notNull(),
    /** Of the author's counts by form, canonical: what anybody can add up again as of the position. */
    countsSha256: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.snapshotId, t.authorId] }),
    index('reports_author_index').on(t.authorId, t.snapshotId),
  ],
)

/**
 * The report of an author of whom much is settled, as it is answered: made anew while somebody waits it would cost the more the more
 * they said. Made of counts, so no fact, and replaced each time it is made.
 */
export const standingReports = pgTable(
  'standing_reports',
  {
    authorId: text()
      .notNull()
      .references(() => authors.id),
    set: text().notNull(),
    timing: text({ enum: timings }).notNull(),
    voice: text({ enum: voices }).notNull(),
    /** The JSON that is answered, and the first half of its SHA-256. */
    body: text().notNull(),
    tag: text().notNull(),
    /** The same, gzipped, for whoever takes it so; null of what was kept before there was this. */
    zipped: bytes(),
    /** The versions of all rules that it was made by. */
    rules: text().notNull(),
    /** Months before this one count, `YYYY-MM`. */
    dueBefore: text().notNull(),
    madeAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.authorId, t.set, t.timing, t.voice] }),
    oneOf('standing_reports_timing_check', t.timing, timings),
    oneOf('standing_reports_voice_check', t.voice, voices),
    check('standing_reports_due_before_check', sql`${t.dueBefore} ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'`),
    index('standing_reports_made_at_index').on(t.madeAt),
  ],
)

/** How hard the questions of a board were: frozen with it, so that a score adjusted by them never moves. */
export const questionDifficulties = pgTable(
  'question_difficulties',
  {
    snapshotId: text()
      .notNull()
      .references(() => snapshots.id),
    questionId: text()
      .notNull()
      .references(() => questions.id),
    /** Of the first version that asks it; 1 too in what was kept when all versions of a question were taken for one. */
    version: integer().notNull().default(1),
    outcome: text({ enum: difficultyOutcomes }).notNull(),
    effect: doublePrecision().notNull(),
    authors: integer().notNull(),
    rules: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.snapshotId, t.questionId, t.version, t.outcome] }),
    oneOf('question_difficulties_outcome_check', t.outcome, difficultyOutcomes),
    check('question_difficulties_authors_check', sql`${t.authors} >= 2`),
  ],
)
