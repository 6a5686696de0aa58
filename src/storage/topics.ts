import { asc, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import { groupBy } from '../core/group-by.ts'
import type { Salts } from '../core/ledger/digest.ts'
import type { Topic, TopicChange } from '../core/topic.ts'
import type { Reader, Transaction } from './database.ts'
import { afterName, type Page, type PageRequest, pageOfNames } from './keyset.ts'
import { questionTopics } from './tables/references.ts'

const columns = {
  id: questionTopics.id,
  questionId: questionTopics.questionId,
  position: questionTopics.position,
  topic: questionTopics.topic,
  act: questionTopics.act,
  reason: questionTopics.reason,
  afterDecision: questionTopics.afterDecision,
  digest: questionTopics.digest,
  recordedAt: questionTopics.recordedAt,
}

/** The last word on each topic of a question. */
const lastWords = (questionId: AnyPgColumn | SQL): SQL =>
  sql`select distinct on (change.topic) change.topic, change.act from ${questionTopics} change
    where change.question_id = ${questionId} order by change.topic, change.position desc`

/** The topics that a question of the statement around it has, in their order, as a column. */
export const topicsColumn = (questionId: AnyPgColumn): SQL<string[]> =>
  sql<string[]>`coalesce((select jsonb_agg(last.topic order by last.topic collate "C")
    from (${lastWords(questionId)}) last where last.act = 'added'), '[]'::jsonb)`

/** Whether a question of the statement around it has a topic. */
export const hasTopic = (questionId: AnyPgColumn | SQL, topic: string): SQL =>
  sql`exists (select from (${lastWords(questionId)}) last where last.act = 'added' and last.topic = ${topic})`

/** The topics that each of these questions has, in their order; none where it never had one. */
export const topicsOfAll = async (reader: Reader, questionIds: readonly string[]): Promise<Map<string, string[]>> => {
  const rows = await reader
    .select({ questionId: questionTopics.questionId, topic: questionTopics.topic, act: questionTopics.act })
    .from(questionTopics)
    .where(inArray(questionTopics.questionId, [...questionIds]))
    .orderBy(asc(questionTopics.position))
  const topicsIn = (changes: typeof rows): string[] => {
    const last = new Map(changes.map(({ topic, act }) => [topic, act]))
    return [...last].flatMap(([topic, act]) => (act === 'added' ? [topic] : [])).sort()
  }
  const byQuestion = groupBy(rows, ({ questionId }) => questionId)
  return new Map([...byQuestion].map(([id, changes]) => [id, topicsIn(changes)]))
}

/** What was given to a question and taken from it, in order. */
export const topicChanges = (reader: Reader, questionId: string): Promise<TopicChange[]> =>
  reader
    .select(columns)
    .from(questionTopics)
    .where(eq(questionTopics.questionId, questionId))
    .orderBy(asc(questionTopics.position))

export type NewTopicChange = TopicChange & { recordedBy: string; salts: Salts }

export const insertTopicChanges = async (tx: Transaction, rows: NewTopicChange[]): Promise<void> => {
  if (rows.length > 0) await tx.insert(questionTopics).values(rows)
}

/** Whether any question ever had a topic. */
export const isTopic = async (reader: Reader, topic: string): Promise<boolean> => {
  const rows = await reader
    .select({ topic: questionTopics.topic })
    .from(questionTopics)
    .where(eq(questionTopics.topic, topic))
    .limit(1)
  return rows.length > 0
}

/** Every topic that a question has, in their order, with how many have it. */
export const listTopics = async (reader: Reader, page: PageRequest): Promise<Page<Topic>> => {
  const last = reader
    .selectDistinctOn([questionTopics.topic, questionTopics.questionId], {
      topic: questionTopics.topic,
      act: questionTopics.act,
      afterDecision: questionTopics.afterDecision,
    })
    .from(questionTopics)
    .where(afterName(page, questionTopics.topic))
    .orderBy(questionTopics.topic, questionTopics.questionId, desc(questionTopics.position))
    .as('last')
  const rows = await reader
    .select({
      topic: last.topic,
      questions: sql<number>`count(*)::int`,
      afterDecision: sql<number>`(count(*) filter (where ${last.afterDecision}))::int`,
    })
    .from(last)
    .where(eq(last.act, 'added'))
    .groupBy(last.topic)
    .orderBy(sql`${last.topic} collate "C"`)
    .limit(page.limit + 1)
  return pageOfNames(rows, page, ({ topic }) => topic)
}

export const topicChangesByIds = async (reader: Reader, ids: readonly string[]): Promise<TopicChange[]> =>
  ids.length === 0
    ? []
    : reader
        .select(columns)
        .from(questionTopics)
        .where(inArray(questionTopics.id, [...ids]))
