import { isNull, sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, primaryKey, text, unique, uniqueIndex } from 'drizzle-orm/pg-core'
import { recordedRunStatuses } from '../../core/job.ts'
import { callModes } from '../../core/model-call.ts'
import type { ProblemCode } from '../../core/problem.ts'
import type { Instant } from '../../core/time.ts'
import { instant, oneOf } from '../columns.ts'

export const jobRuns = pgTable(
  'job_runs',
  {
    id: text().primaryKey(),
    job: text().notNull(),
    scheduledAt: instant().notNull(),
    attempt: integer().notNull().default(1),
    startedAt: instant().notNull(),
    /** A run without an end is abandoned from then on; the default is for rows from before this was kept. */
    heldUntil: instant()
      .notNull()
      .default('1970-01-01T00:00:00.000Z' as Instant),
    finishedAt: instant(),
    status: text({ enum: recordedRunStatuses }).notNull(),
    summary: jsonb().$type<Record<string, number>>(),
    /** Null in failed runs from before codes were kept. */
    errorCode: text().$type<ProblemCode>(),
    error: text(),
  },
  (t) => [
    unique('job_runs_unique').on(t.job, t.scheduledAt, t.attempt),
    oneOf('job_runs_status_check', t.status, recordedRunStatuses),
    check('job_runs_attempt_check', sql`${t.attempt} >= 1`),
    check('job_runs_end_check', sql`(${t.status} = 'running') = (${t.finishedAt} is null)`),
    index('job_runs_started_at_index').on(t.startedAt, t.id),
  ],
)

/** Deferred work that failed as often as it is tried; of each subject one letter waits to be put back. */
export const deadLetters = pgTable(
  'dead_letters',
  {
    id: text().primaryKey(),
    subject: text().notNull(),
    name: text().notNull(),
    work: jsonb().$type<unknown>().notNull(),
    tries: integer().notNull(),
    times: integer().notNull(),
    firstAt: instant().notNull(),
    lastAt: instant().notNull(),
    errorCode: text().$type<ProblemCode>(),
    error: text(),
    replayedAt: instant(),
    replayedBy: text(),
  },
  (t) => [
    uniqueIndex('dead_letters_waiting_unique').on(t.subject).where(isNull(t.replayedAt)),
    check('dead_letters_counts_check', sql`least(${t.tries}, ${t.times}) >= 1`),
    check('dead_letters_replay_check', sql`(${t.replayedAt} is null) = (${t.replayedBy} is null)`),
    index('dead_letters_first_at_index').on(t.firstAt, t.id),
  ],
)

/**
 * Answers of language models, kept so that nobody pays for one twice: a cache, whose rows may go at any time. They quote
 * the text they are about, and go when it goes (a trigger on `commentary_texts` sees to it).
 */
export const modelCalls = pgTable(
  'model_calls',
  {
    textSha256: text().notNull(),
    contentSha256: text().notNull(),
    promptVersion: text().notNull(),
    model: text().notNull(),
    mode: text({ enum: callModes }).notNull(),
    answer: jsonb(),
    finishReason: text().notNull(),
    tokensIn: integer().notNull(),
    tokensOut: integer().notNull(),
    costMicros: integer(),
    durationMs: integer().notNull(),
    refused: integer().notNull(),
    recordedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({
      name: 'model_calls_key',
      columns: [t.textSha256, t.contentSha256, t.promptVersion, t.model, t.mode],
    }),
    oneOf('model_calls_mode_check', t.mode, callModes),
    check(
      'model_calls_amounts_check',
      sql`least(${t.tokensIn}, ${t.tokensOut}, ${t.costMicros}, ${t.durationMs}, ${t.refused}) >= 0`,
    ),
  ],
)
