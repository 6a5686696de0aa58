import { and, eq, inArray, isNull, lt, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Form } from '../core/prediction.ts'
import type { ScoredState } from '../core/scored-item.ts'
import type { Slice } from '../core/slice.ts'
import type { Instant } from '../core/time.ts'
import type { CountSlice } from './counts.ts'
import type { Reader } from './database.ts'
import { predictions } from './tables/questions.ts'
import { scoredItems } from './tables/scores.ts'

/** One standing item, with the version it was said on and when, by the latest bound. */
export type ItemRow = {
  authorId: string
  questionId: string
  versionId: string
  predictionId: string
  familyId: string
  form: Form
  state: ScoredState
  hit: boolean | null
  weakHedge: boolean
  dueMonth: Slice['dueMonth']
  horizonClass: Slice['horizonClass']
  origin: Slice['origin']
  said: Instant
}

type Items = typeof scoredItems
/** Any table that a posting is read from under another name. */
const items = alias(scoredItems, 'item') as unknown as Items
const reversal = alias(scoredItems, 'reversal')

/** The part of the postings that a slice of a board is about; null = of all authors. */
const within = (filter: CountSlice, authorIds: readonly string[] | null): SQL | undefined =>
  and(
    eq(items.sign, 1),
    isNull(reversal.id),
    authorIds === null ? undefined : inArray(items.authorId, [...authorIds]),
    sql`${items.sets} ? ${filter.set}`,
    lt(items.dueMonth, filter.dueBefore),
    inArray(items.windowSource, filter.windowSources),
    filter.attribution === undefined ? undefined : eq(items.attribution, filter.attribution),
    filter.weakHedge === undefined ? undefined : eq(items.weakHedge, filter.weakHedge),
    filter.timing === undefined ? undefined : eq(items.timing, filter.timing),
  )

const columns = {
  authorId: items.authorId,
  questionId: items.questionId,
  versionId: predictions.versionId,
  predictionId: items.predictionId,
  familyId: items.familyId,
  form: items.form,
  state: items.state,
  hit: items.hit,
  weakHedge: items.weakHedge,
  dueMonth: items.dueMonth,
  horizonClass: items.horizonClass,
  origin: items.origin,
  said: predictions.saidLatest,
}

const selectFrom = (reader: Reader, filter: CountSlice, authorIds: readonly string[] | null) =>
  reader
    .select(columns)
    .from(items)
    .innerJoin(predictions, eq(predictions.id, items.predictionId))
    .leftJoin(reversal, eq(reversal.reverses, items.id))
    .where(within(filter, authorIds))

/** The standing items of some authors in a slice of a set, by author and question; of all authors for null. */
export const itemsOfAuthors = async (
  reader: Reader,
  filter: CountSlice,
  authorIds: readonly string[] | null,
): Promise<ItemRow[]> =>
  authorIds?.length === 0 ? [] : selectFrom(reader, filter, authorIds).orderBy(items.authorId, items.questionId)
