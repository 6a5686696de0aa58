import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  text,
  unique,
} from 'drizzle-orm/pg-core'
import { baselineKinds } from '../../core/baseline.ts'
import { topicActs } from '../../core/topic.ts'
import { factColumns, inOrder, instant, oneOf } from '../columns.ts'
import { questions, questionVersions } from './questions.ts'

/** Reference probabilities, recorded before the outcome was known. */
export const baselines = pgTable(
  'baselines',
  {
    id: text().primaryKey(),
    questionId: text().notNull(),
    versionId: text().notNull(),
    kind: text({ enum: baselineKinds }).notNull(),
    /** Millionths. */
    micro: integer().notNull(),
    atEarliest: instant().notNull(),
    atLatest: instant().notNull(),
    source: text().notNull(),
    url: text(),
    archiveSha256: text(),
    corrects: text(),
    reason: text(),
    /** Digest of all that it says, so that the same is recorded once. */
    contentDigest: text().notNull(),
    recordedBy: text().notNull(),
    recordedAt: instant().notNull(),
    ...factColumns(),
  },
  (t) => [
    foreignKey({
      name: 'baselines_version_fk',
      columns: [t.versionId, t.questionId],
      foreignColumns: [questionVersions.id, questionVersions.questionId],
    }),
    unique('baselines_question_unique').on(t.id, t.questionId),
    foreignKey({
      name: 'baselines_corrects_fk',
      columns: [t.corrects, t.questionId],
      foreignColumns: [t.id as AnyPgColumn, t.questionId as AnyPgColumn],
    }),
    unique('baselines_corrects_unique').on(t.corrects),
    unique('baselines_content_unique').on(t.contentDigest),
    oneOf('baselines_kind_check', t.kind, baselineKinds),
    check('baselines_micro_check', sql`${t.micro} between 0 and 1000000`),
    inOrder('baselines_at_check', t.atEarliest, t.atLatest),
    inOrder('baselines_recorded_check', t.atEarliest, t.recordedAt),
    check('baselines_reason_check', sql`(${t.corrects} is null) = (${t.reason} is null)`),
    index('baselines_question_index').on(t.questionId, t.recordedAt, t.id),
  ],
)

/** Topics given to questions and taken from them; the last word on a topic holds. */
export const questionTopics = pgTable(
  'question_topics',
  {
    id: text().primaryKey(),
    questionId: text()
      .notNull()
      .references(() => questions.id),
    position: integer().notNull(),
    topic: text().notNull(),
    act: text({ enum: topicActs }).notNull(),
    reason: text().notNull(),
    afterDecision: boolean().notNull(),
    recordedBy: text().notNull(),
    recordedAt: instant().notNull(),
    ...factColumns(),
  },
  (t) => [
    unique('question_topics_position_unique').on(t.questionId, t.position),
    oneOf('question_topics_act_check', t.act, topicActs),
    check('question_topics_topic_check', sql`${t.topic} ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`),
    index('question_topics_topic_index').on(t.topic, t.questionId),
  ],
)
