import { and, eq, inArray, lt, or, type SQL, sql } from 'drizzle-orm'
import { setOfCollection } from '../core/scored-item.ts'
import type { Collection } from '../core/source.ts'
import type { Instant } from '../core/time.ts'
import type { Reader, Transaction } from './database.ts'
import { insertMissing } from './insert-many.ts'
import { afterCursor, newestFirst, type Page, type PageRequest, pageOf } from './keyset.ts'
import { isNewestVersion } from './questions.ts'
import { collectionCommentaries, commentaries } from './tables/commentary.ts'
import { collections } from './tables/people.ts'
import { collectionQuestions, predictions, questions, questionVersions } from './tables/questions.ts'
import { scoredItems } from './tables/scores.ts'
import { wasSaid } from './taken-back.ts'

const columns = {
  id: collections.id,
  slug: collections.slug,
  name: collections.name,
  rule: collections.rule,
  readWhole: collections.readWhole,
  caveat: collections.caveat,
  sourceIds: collections.sourceIds,
  publishedFrom: collections.publishedFrom,
  publishedUntil: collections.publishedUntil,
  recordedAt: collections.recordedAt,
}

/** The collection with this slug, standing or new. */
export const putCollection = async (
  tx: Transaction,
  collection: Collection,
): Promise<{ collection: Collection; created: boolean }> => {
  const [inserted] = await tx.insert(collections).values(collection).onConflictDoNothing().returning(columns)
  if (inserted) return { collection: inserted, created: true }
  const [standing] = await tx.select(columns).from(collections).where(eq(collections.slug, collection.slug))
  if (!standing) throw new Error('a collection conflicted with none')
  return { collection: standing, created: false }
}

/** By id or by slug. */
export const findCollection = async (reader: Reader, idOrSlug: string): Promise<Collection | null> => {
  const [row] = await reader
    .select(columns)
    .from(collections)
    .where(or(eq(collections.id, idOrSlug), eq(collections.slug, idOrSlug)))
  return row ?? null
}

export const collectionsByIds = async (reader: Reader, ids: readonly string[]): Promise<Collection[]> =>
  ids.length === 0
    ? []
    : reader
        .select(columns)
        .from(collections)
        .where(inArray(collections.id, [...ids]))

export const listCollections = async (reader: Reader, page: PageRequest): Promise<Page<Collection>> => {
  const rows = await reader
    .select(columns)
    .from(collections)
    .where(afterCursor(page, collections.recordedAt, collections.id))
    .orderBy(...newestFirst(collections.recordedAt, collections.id))
    .limit(page.limit + 1)
  return pageOf(rows, page)
}

export const addCommentaryToCollection = async (
  tx: Transaction,
  collectionId: string,
  commentaryId: string,
  recordedAt: Instant,
): Promise<void> => {
  await tx.insert(collectionCommentaries).values({ collectionId, commentaryId, recordedAt }).onConflictDoNothing()
}

export const addQuestionsToCollection = async (
  tx: Transaction,
  collectionId: string,
  questionIds: string[],
  recordedAt: Instant,
): Promise<void> => {
  const rows = questionIds.map((questionId) => ({ collectionId, questionId, recordedAt }))
  await insertMissing(tx, collectionQuestions, rows)
}

/** How many commentaries of each outlet a collection was read for. */
export const commentariesBySource = async (
  reader: Reader,
  collectionId: string,
): Promise<Map<string | null, number>> => {
  const rows = await reader
    .select({ sourceId: commentaries.sourceId, n: sql<number>`count(*)::int` })
    .from(collectionCommentaries)
    .innerJoin(commentaries, eq(commentaries.id, collectionCommentaries.commentaryId))
    .where(eq(collectionCommentaries.collectionId, collectionId))
    .groupBy(commentaries.sourceId)
  return new Map(rows.map(({ sourceId, n }) => [sourceId, n]))
}

/** The collections that a commentary was read for. */
export const collectionsOfCommentary = async (reader: Reader, commentaryId: string): Promise<string[]> => {
  const rows = await reader
    .select({ id: collectionCommentaries.collectionId })
    .from(collectionCommentaries)
    .where(eq(collectionCommentaries.commentaryId, commentaryId))
    .orderBy(collectionCommentaries.collectionId)
  return rows.map(({ id }) => id)
}

/**
 * That a question was made of a passage whose acceptance was taken back, and nothing else is said on it. One that was asked for itself
 * is due whether or not anybody has spoken on it.
 */
const isOfMistake: SQL = sql`(${questions.requestDigest} is null
  and exists (select from ${predictions} where ${predictions.questionId} = ${questions.id} and ${predictions.candidateId} is not null)
  and not exists (select from ${predictions} where ${predictions.questionId} = ${questions.id} and ${wasSaid}))`

export type DueMonth = { month: string; due: number; settled: number }

/**
 * How many questions of a collection fell due in each month before `before` (`YYYY-MM`), and how many of them are
 * settled: an ambiguous one is not. A question is due in each month in which what counts on it is, by the versions that was
 * said on, and settled there when all of it is; one on which nothing counts, by its newest version. One that a mistake made is
 * nowhere due.
 */
export const dueMonths = (reader: Reader, collectionId: string, before: string): Promise<DueMonth[]> => {
  const item = sql`item.question_id = ${questions.id} and item.sets ? ${setOfCollection(collectionId)} and item.sign = 1
    and not exists (select 1 from ${scoredItems} reversal where reversal.reverses = item.id)`
  const places = sql`lateral (
    select item.due_month as month, bool_and(item.state <> 'pending') as decided from ${scoredItems} item
      where ${item} group by item.due_month
    union all
    select to_char(${questionVersions.windowEnd}, 'YYYY-MM'), ${questions.status} in ('resolved', 'void')
      where not exists (select 1 from ${scoredItems} item where ${item}) and not ${isOfMistake}
  ) place`
  const month = sql<string>`place.month`
  const settled = sql`place.decided and ${questions.voidReason} is distinct from 'ambiguous'`
  return reader
    .select({
      month,
      due: sql<number>`count(*)::int`,
      settled: sql<number>`(count(*) filter (where ${settled}))::int`,
    })
    .from(collectionQuestions)
    .innerJoin(questions, eq(questions.id, collectionQuestions.questionId))
    .innerJoin(questionVersions, and(eq(questionVersions.questionId, questions.id), isNewestVersion))
    .innerJoin(places, sql`true`)
    .where(and(eq(collectionQuestions.collectionId, collectionId), lt(month, before)))
    .groupBy(month)
    .orderBy(month)
}

/** A question belongs to every collection that one of its commentaries was read for. */
export const addQuestionToCollectionsOf = async (
  tx: Transaction,
  questionId: string,
  commentaryId: string,
  recordedAt: Instant,
): Promise<void> => {
  for (const collectionId of await collectionsOfCommentary(tx, commentaryId)) {
    await addQuestionsToCollection(tx, collectionId, [questionId], recordedAt)
  }
}
