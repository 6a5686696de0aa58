import { and, eq, gt, inArray, isNull, lte, sql } from 'drizzle-orm'
import { unionAll } from 'drizzle-orm/pg-core'
import { groupBy } from '../core/group-by.ts'
import type { ItemKind, Items, ScoredItem } from '../core/scored-item.ts'
import type { Instant } from '../core/time.ts'
import { addToCounts } from './counts.ts'
import type { Reader, Transaction } from './database.ts'
import { insertMany } from './insert-many.ts'
import { type PostingRow, postingsNamed, postingTables } from './postings.ts'
import type { Authors } from './statement-reach.ts'
import { collectionCommentaries } from './tables/commentary.ts'
import { collectionQuestions, predictions } from './tables/questions.ts'

/** How an item came to be posted: after which entry of the log, by which fact. */
type Posted = { id: string; resolutionId: string; cause: string | null; recordedAt: Instant }
export type Posting = ScoredItem & Posted
export type Reversal = Posted & { reverses: Posting }

const rowOf = ({ slice, ...item }: Posting) => ({ ...item, ...slice })

const toPosting = (row: PostingRow): Posting => {
  const { dueMonth, horizonClass, attribution, windowSource, weakHedge, timing, origin, sign, reverses, ...item } = row
  return { ...item, slice: { dueMonth, horizonClass, attribution, windowSource, weakHedge, timing, origin } }
}

/** Appends postings and reversals and moves the counts with them, in key order so that two transactions cannot deadlock. */
export const post = async (
  tx: Transaction,
  kind: ItemKind,
  postings: Posting[],
  reversals: Reversal[],
): Promise<void> => {
  const rows = [
    ...reversals.map(({ reverses, ...posted }) => ({
      ...rowOf({ ...reverses, ...posted }),
      sign: -1,
      reverses: reverses.id,
    })),
    ...postings.map((posting) => ({ ...rowOf(posting), sign: 1, reverses: null })),
  ]
  await insertMany(tx, postingTables[kind], rows)
  if (kind === 'first') return
  await addToCounts(tx, [
    ...postings.map((item) => ({ item, sign: 1 as const })),
    ...reversals.map(({ reverses }) => ({ item: reverses, sign: -1 as const })),
  ])
}

const EVERYBODY: Authors = { after: '', upTo: null }

const standingOf = async (
  reader: Reader,
  kind: ItemKind,
  questionIds: readonly string[],
  { after, upTo }: Authors,
): Promise<Posting[]> => {
  const { item, reversal } = postingsNamed('posting', kind)
  const rows = await reader
    .select({ item })
    .from(item)
    .leftJoin(reversal, eq(reversal.reverses, item.id))
    .where(
      and(
        inArray(item.questionId, [...questionIds]),
        eq(item.sign, 1),
        isNull(reversal.id),
        gt(item.authorId, after),
        upTo === null ? undefined : lte(item.authorId, upTo),
      ),
    )
  return rows.map((row) => toPosting(row.item))
}

/** The postings on questions that nothing has reversed, of these authors. */
export const standingOnAll = async (
  reader: Reader,
  questionIds: readonly string[],
  of = EVERYBODY,
): Promise<Items<Posting>> => ({
  scored: await standingOf(reader, 'scored', questionIds, of),
  first: await standingOf(reader, 'first', questionIds, of),
})

export const standingOn = (reader: Reader, questionId: string): Promise<Items<Posting>> =>
  standingOnAll(reader, [questionId])

export type StandingBy = { authorId: string; records: readonly string[]; butOn: readonly string[] }

/**
 * The standing postings of a kind of an author that are of what these records said, but those on some questions: in the order of their
 * ids, the first `limit` after one.
 */
export const standingBy = async (
  reader: Reader,
  kind: ItemKind,
  { authorId, records, butOn }: StandingBy,
  { after, limit }: { after: string; limit: number },
): Promise<Posting[]> => {
  const { item, reversal } = postingsNamed('posting', kind)
  const rows = await reader
    .select({ item })
    .from(item)
    .innerJoin(predictions, eq(predictions.id, item.predictionId))
    .leftJoin(reversal, eq(reversal.reverses, item.id))
    .where(
      and(
        eq(item.authorId, authorId),
        gt(item.id, after),
        eq(item.sign, 1),
        isNull(reversal.id),
        inArray(predictions.authorId, [...records]),
        sql`${item.questionId} not in (select jsonb_array_elements_text(${JSON.stringify(butOn)}::jsonb))`,
      ),
    )
    .orderBy(item.id)
    .limit(limit)
  return rows.map((row) => toPosting(row.item))
}

/**
 * The collections that what was said is counted in, in their order: by the id of the commentary it stands in those that this was read
 * for, else by that of its question those of the question.
 */
export const collectionsFor = async (
  reader: Reader,
  questionIds: readonly string[],
  commentaryIds: readonly string[],
): Promise<Map<string, string[]>> => {
  const rows = await unionAll(
    reader
      .select({
        of: sql<string>`${collectionQuestions.questionId}`.as('of'),
        id: sql<string>`${collectionQuestions.collectionId}`.as('id'),
      })
      .from(collectionQuestions)
      .where(inArray(collectionQuestions.questionId, [...questionIds])),
    reader
      .select({
        of: sql<string>`${collectionCommentaries.commentaryId}`.as('of'),
        id: sql<string>`${collectionCommentaries.collectionId}`.as('id'),
      })
      .from(collectionCommentaries)
      .where(inArray(collectionCommentaries.commentaryId, [...commentaryIds])),
  ).orderBy(sql`id`)
  return new Map([...groupBy(rows, ({ of }) => of)].map(([of, found]) => [of, found.map(({ id }) => id)]))
}
