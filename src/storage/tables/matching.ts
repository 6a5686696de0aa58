import { sql } from 'drizzle-orm'
import { boolean, check, doublePrecision, index, jsonb, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core'
import { type Difference, matchDeciders, matchDeeds, verdicts } from '../../core/matching/match.ts'
import { factColumns, instant, oneOf } from '../columns.ts'
import { candidates } from './commentary.ts'
import { predictions, questions } from './questions.ts'

/** The stems of the words of each question's wordings: an index, which a trigger on `question_versions` keeps. */
export const questionStems = pgTable(
  'question_stems',
  {
    stem: text().notNull(),
    questionId: text()
      .notNull()
      .references(() => questions.id),
  },
  (t) => [primaryKey({ columns: [t.stem, t.questionId] })],
)

/** How an accepted candidate was matched with an earlier claim of its author: by which rule, how alike, by whom. */
export const matches = pgTable(
  'matches',
  {
    id: text().primaryKey(),
    candidateId: text()
      .notNull()
      .references(() => candidates.id),
    predictionId: text()
      .notNull()
      .references(() => predictions.id),
    questionId: text()
      .notNull()
      .references(() => questions.id),
    did: text({ enum: matchDeeds }).notNull(),
    decidedBy: text({ enum: matchDeciders }).notNull(),
    verdict: text({ enum: verdicts }).notNull(),
    similarity: doublePrecision().notNull(),
    opposed: boolean().notNull(),
    differs: jsonb().$type<Difference[]>().notNull(),
    reason: text().notNull(),
    rules: text().notNull(),
    recordedAt: instant().notNull(),
    ...factColumns(),
  },
  (t) => [
    unique('matches_prediction_unique').on(t.predictionId),
    index('matches_candidate_index').on(t.candidateId),
    index('matches_question_index').on(t.questionId),
    check('matches_similarity_check', sql`${t.similarity} between 0 and 1`),
    oneOf('matches_did_check', t.did, matchDeeds),
    oneOf('matches_decided_by_check', t.decidedBy, matchDeciders),
    oneOf('matches_verdict_check', t.verdict, verdicts),
  ],
)
