import { and, asc, desc, eq, gte, inArray, lt, sql } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import { groupBy } from '../core/group-by.ts'
import type { Salts } from '../core/ledger/digest.ts'
import type { Question, QuestionVersion } from '../core/question.ts'
import type { Standing } from '../core/resolution/lifecycle.ts'
import type { Day, Instant } from '../core/time.ts'
import type { Reader, Transaction } from './database.ts'
import { allOf, type Conditions, ofQuestion, type QuestionPart, spokenOnBy } from './filters.ts'
import { insertMany } from './insert-many.ts'
import { afterCursor, newestFirst, type Page, type PageRequest, pageOf } from './keyset.ts'
import { holdQuestions } from './lock-order.ts'
import {
  families,
  familyMembers,
  questionOptions,
  questions,
  questionVersions as versions,
} from './tables/questions.ts'
import { questionTopics } from './tables/references.ts'
import { resolutionEntries } from './tables/resolution.ts'
import { topicsColumn } from './topics.ts'

export const versionColumns = {
  id: versions.id,
  questionId: versions.questionId,
  version: versions.version,
  wording: versions.wording,
  criteria: versions.criteria,
  orientation: versions.orientation,
  condition: versions.condition,
  trigger: versions.trigger,
  windowStart: versions.windowStart,
  windowEnd: versions.windowEnd,
  windowZone: versions.windowZone,
  windowSource: versions.windowSource,
  resolver: versions.resolver,
  resolvers: versions.resolvers,
  referenceAt: versions.referenceAt,
  criteriaFixedAt: versions.criteriaFixedAt,
  criteriaSource: versions.criteriaSource,
  reason: versions.reason,
  recordedAt: versions.recordedAt,
}

/** Whether a joined version is the newest of its question. */
export const isNewestVersion = sql`${versions.version} = (select max(newest.version) from ${versions} newest where newest.question_id = ${questions.id})`

/** Each question with its newest version. */
export const selectQuestions = (reader: Reader) =>
  reader
    .select({
      id: questions.id,
      kind: questions.kind,
      status: questions.status,
      outcome: questions.outcome,
      voidReason: questions.voidReason,
      familyId: familyMembers.familyId,
      topics: topicsColumn(questions.id),
      version: versionColumns,
      recordedAt: questions.recordedAt,
    })
    .from(questions)
    .innerJoin(familyMembers, eq(familyMembers.questionId, questions.id))
    .innerJoin(versions, and(eq(versions.questionId, questions.id), isNewestVersion))
    .$dynamic()

export const insertFamilies = async (
  tx: Transaction,
  rows: { id: string; label: string | null; recordedAt: Instant }[],
): Promise<void> => {
  await insertMany(tx, families, rows)
}

export type NewQuestion = {
  id: string
  kind: Question['kind']
  familyId: string
  requestDigest: string | null
  recordedAt: Instant
}
export type NewVersion = QuestionVersion & { recordedBy: string; salts: Salts; digest: string }

const openQuestion = ({ id, kind, requestDigest, recordedAt }: NewQuestion) => ({
  id,
  kind,
  requestDigest,
  recordedAt,
  status: 'open' as const,
})

const memberOf = ({ id, familyId, recordedAt }: Omit<NewQuestion, 'kind'>) => ({ questionId: id, familyId, recordedAt })

/** Appends open questions, each with its family. */
export const insertQuestions = async (tx: Transaction, rows: NewQuestion[]): Promise<void> => {
  await insertMany(tx, questions, rows.map(openQuestion))
  await insertMany(tx, familyMembers, rows.map(memberOf))
}

/** Takes the place of a question for the request that makes it; the id that stands when the same was sent before. */
export const claimQuestion = async (tx: Transaction, row: NewQuestion): Promise<string> => {
  const [inserted] = await tx
    .insert(questions)
    .values(openQuestion(row))
    .onConflictDoNothing({ target: questions.requestDigest })
    .returning({ id: questions.id })
  if (inserted) return inserted.id
  const [standing] = await tx
    .select({ id: questions.id })
    .from(questions)
    .where(eq(questions.requestDigest, row.requestDigest ?? ''))
  if (!standing) throw new Error('a question conflicted with none')
  return standing.id
}

/** Puts a claimed question into its family. */
export const joinFamily = async (tx: Transaction, row: Omit<NewQuestion, 'kind'>): Promise<void> => {
  await tx.insert(familyMembers).values(memberOf(row))
}

export const insertVersions = async (tx: Transaction, rows: NewVersion[]): Promise<void> => {
  await insertMany(tx, versions, rows)
}

export const findQuestion = async (reader: Reader, id: string): Promise<Question | null> => {
  const [question] = await selectQuestions(reader).where(eq(questions.id, id))
  return question ?? null
}

export const questionsByIds = async (reader: Reader, ids: readonly string[]): Promise<Question[]> =>
  ids.length === 0 ? [] : selectQuestions(reader).where(inArray(questions.id, [...ids]))

/** Reads questions and holds them until the transaction ends, in the order of `holdQuestions`: whoever else would decide one waits. */
export const lockQuestions = async (tx: Transaction, ids: readonly string[]): Promise<Question[]> => {
  const held = await holdQuestions(tx, ids)
  const byId = new Map((await questionsByIds(tx, held)).map((question) => [question.id, question]))
  return held.flatMap((id) => byId.get(id) ?? [])
}

export const lockQuestion = async (tx: Transaction, id: string): Promise<Question | null> =>
  (await lockQuestions(tx, [id]))[0] ?? null

/** How often a question was changed: how many versions, options, changes of topics and entries of its log there are. */
export const revisionOf = async (reader: Reader, id: string): Promise<string> => {
  const count = (table: PgTable, of: PgColumn) => sql`(select count(*) from ${table} where ${of} = ${id})`
  const counts = [
    count(versions, versions.questionId),
    count(questionOptions, questionOptions.questionId),
    count(questionTopics, questionTopics.questionId),
    count(resolutionEntries, resolutionEntries.questionId),
  ]
  const [row] = await reader
    .select({ revision: sql<string>`concat_ws('.', ${sql.join(counts, sql`, `)})` })
    .from(sql`(select 1) as one`)
  return row?.revision ?? ''
}

/** Questions whose newest version names one of these as its trigger. */
export const questionsTriggeredBy = async (reader: Reader, ids: readonly string[]): Promise<string[]> => {
  const rows = await reader
    .select({ id: questions.id })
    .from(questions)
    .innerJoin(versions, and(eq(versions.questionId, questions.id), isNewestVersion))
    .where(inArray(versions.triggerQuestionId, [...ids]))
  return rows.map(({ id }) => id)
}

/** Those of these questions that a version of another names as its trigger. */
export const triggersAmong = async (reader: Reader, ids: readonly string[]): Promise<Set<string>> => {
  const rows = await reader
    .selectDistinct({ id: versions.triggerQuestionId })
    .from(versions)
    .where(inArray(versions.triggerQuestionId, [...ids]))
  return new Set(rows.flatMap(({ id }) => id ?? []))
}

/** Writes the cache of the log of questions that stand alike; only the transaction that appends to the logs may. */
export const cacheStanding = async (tx: Transaction, ids: readonly string[], standing: Standing): Promise<void> => {
  await tx
    .update(questions)
    .set(standing)
    .where(inArray(questions.id, [...ids]))
}

/** Open questions whose window ended before a day, oldest first, at most `limit`. */
export const questionsPastWindow = async (reader: Reader, today: Day, limit: number): Promise<string[]> => {
  const rows = await selectQuestions(reader)
    .where(and(eq(questions.status, 'open'), lt(versions.windowEnd, today)))
    .orderBy(asc(versions.windowEnd), asc(questions.id))
    .limit(limit)
  return rows.map(({ id }) => id)
}

export type QuestionFilter = QuestionPart & { authorIds: readonly string[] | null; familyId: string | null }

const conditions: Conditions<QuestionFilter> = {
  ...ofQuestion(questions.id),
  status: (status) => eq(questions.status, status),
  kind: (kind) => eq(questions.kind, kind),
  dueAfter: (day) => gte(versions.windowEnd, day),
  dueBefore: (day) => lt(versions.windowEnd, day),
  familyId: (id) => eq(familyMembers.familyId, id),
  authorIds: spokenOnBy(questions.id),
}

export const listQuestions = async (
  reader: Reader,
  filter: QuestionFilter,
  page: PageRequest,
): Promise<Page<Question>> => {
  const rows = await selectQuestions(reader)
    .where(and(allOf(filter, conditions), afterCursor(page, questions.recordedAt, questions.id)))
    .orderBy(...newestFirst(questions.recordedAt, questions.id))
    .limit(page.limit + 1)
  return pageOf(rows, page)
}

/** The versions of each of these questions, the newest first. */
export const versionsOfAll = async (
  reader: Reader,
  ids: readonly string[],
): Promise<Map<string, QuestionVersion[]>> => {
  if (ids.length === 0) return new Map()
  const rows = await reader
    .select(versionColumns)
    .from(versions)
    .where(inArray(versions.questionId, [...ids]))
    .orderBy(desc(versions.version))
  return groupBy(rows, ({ questionId }) => questionId)
}

export const versionsOf = (reader: Reader, questionId: string): Promise<QuestionVersion[]> =>
  reader
    .select(versionColumns)
    .from(versions)
    .where(eq(versions.questionId, questionId))
    .orderBy(desc(versions.version))
