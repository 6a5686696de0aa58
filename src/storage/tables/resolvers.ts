import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import type { KeptProblem } from '../../core/kept-problem.ts'
import { resolverKinds } from '../../core/resolution/resolver.ts'
import { bytes, instant, oneOf } from '../columns.ts'
import { questions, questionVersions } from './questions.ts'

/** How the attempts of each rule of a question version went. No fact: what a rule found is a proposal. */
export const resolverAttempts = pgTable(
  'resolver_attempts',
  {
    versionId: text()
      .notNull()
      .references(() => questionVersions.id),
    position: integer().notNull(),
    questionId: text()
      .notNull()
      .references(() => questions.id),
    kind: text({ enum: resolverKinds }).notNull(),
    /** What makes it due at once when it is recorded: an event of a kind, the reading of a source. */
    waitsFor: jsonb().$type<string[]>().notNull(),
    attempts: integer().notNull().default(0),
    failures: integer().notNull().default(0),
    lastAttemptAt: instant(),
    /** While a run is at it, the moment at which another may take it up; null when there is nothing more to try. */
    nextAttemptAt: instant(),
    lastReason: text(),
    lastError: jsonb().$type<KeptProblem>(),
  },
  (t) => [
    primaryKey({ columns: [t.versionId, t.position] }),
    oneOf('resolver_attempts_kind_check', t.kind, resolverKinds),
    check(
      'resolver_attempts_counts_check',
      sql`least(${t.position}, ${t.failures}, ${t.attempts} - ${t.failures}) >= 0`,
    ),
    index('resolver_attempts_due_index').on(t.nextAttemptAt, t.questionId),
    index('resolver_attempts_question_index').on(t.questionId),
    index('resolver_attempts_waits_index').using('gin', t.waitsFor),
  ],
)

/** What a feed answered, byte for byte, where a rule found an outcome in it. Deletable: the event keeps its hash. */
export const archives = pgTable('archives', {
  sha256: text().primaryKey(),
  url: text().notNull(),
  mediaType: text().notNull(),
  bytes: bytes().notNull(),
  fetchedAt: instant().notNull(),
})
