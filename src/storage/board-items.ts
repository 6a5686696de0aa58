import { and, eq, exists, inArray, isNull, ne, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { groupBy } from '../core/group-by.ts'
import type { Form } from '../core/prediction.ts'
import type { ItemKind, ScoredState } from '../core/scored-item.ts'
import type { Slice } from '../core/slice.ts'
import type { Instant } from '../core/time.ts'
import { type CountSlice, inSlice } from './counts.ts'
import type { Reader } from './database.ts'
import { postingsNamed } from './postings.ts'
import { predictions } from './tables/questions.ts'
import { baselines } from './tables/references.ts'
import { firstItems } from './tables/scores.ts'

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

const columnsOf = (item: Items, said: Said) => ({
  authorId: item.authorId,
  questionId: item.questionId,
  versionId: said.versionId,
  predictionId: item.predictionId,
  familyId: item.familyId,
  form: item.form,
  state: item.state,
  hit: item.hit,
  weakHedge: item.weakHedge,
  dueMonth: item.dueMonth,
  horizonClass: item.horizonClass,
  origin: item.origin,
  said: said.saidLatest,
})

/** A posting, the statement that it is of and what reverses it, under names of their own. */
export const tablesNamed = (name: string, kind: ItemKind = 'scored') => ({
  ...postingsNamed(name, kind),
  said: alias(predictions, `${name}_said`),
})
type Tables = ReturnType<typeof tablesNamed>
type Items = Tables['item']
type Said = Tables['said']

/** What of standing postings is in a slice of a set. */
export const within = ({ item, reversal }: Tables, filter: CountSlice): SQL | undefined =>
  and(eq(item.sign, 1), isNull(reversal.id), sql`${item.sets} ? ${filter.set}`, inSlice(item, filter))

const one = tablesNamed('item')
const other = tablesNamed('other')

const selectOf = (reader: Reader, tables: Tables, where: SQL | undefined) =>
  reader
    .select(columnsOf(tables.item, tables.said))
    .from(tables.item)
    .innerJoin(tables.said, eq(tables.said.id, tables.item.predictionId))
    .leftJoin(tables.reversal, eq(tables.reversal.reverses, tables.item.id))
    .where(where)

const selectFrom = (reader: Reader, filter: CountSlice, more: SQL | undefined) =>
  selectOf(reader, one, and(within(one, filter), more))

const ofAuthors = ({ item }: Tables, authorIds: readonly string[] | null): SQL | undefined =>
  authorIds === null ? undefined : inArray(item.authorId, [...authorIds])

/**
 * The standing items of some authors in a slice of a set, by author and question; of all authors for null. Those of kind `first` are of
 * questions on which something else is scored, or nothing.
 */
export const itemsOfAuthors = async (
  reader: Reader,
  filter: CountSlice,
  authorIds: readonly string[] | null,
  kind: ItemKind = 'scored',
): Promise<ItemRow[]> => {
  if (authorIds?.length === 0) return []
  const tables = tablesNamed('item', kind)
  return selectOf(reader, tables, and(within(tables, filter), ofAuthors(tables, authorIds))).orderBy(
    tables.item.authorId,
    tables.item.questionId,
  )
}

/** An author and a question, as one key. */
export const authorQuestion = ({ authorId, questionId }: Pick<ItemRow, 'authorId' | 'questionId'>): string =>
  `${authorId} ${questionId}`

const begun = tablesNamed('begun', 'first')

/** So many questions are named in one statement. */
const CHUNK = 5_000

/** Who said something else of these questions first than what is scored, in whatever slice: by `authorQuestion`. */
export const begunOtherwise = async (reader: Reader, questionIds: readonly string[]): Promise<Set<string>> => {
  const { item, reversal } = begun
  const found = new Set<string>()
  for (let at = 0; at < questionIds.length; at += CHUNK) {
    const rows = await reader
      .select({ authorId: item.authorId, questionId: item.questionId })
      .from(item)
      .leftJoin(reversal, eq(reversal.reverses, item.id))
      .where(and(eq(item.sign, 1), isNull(reversal.id), inArray(item.questionId, questionIds.slice(at, at + CHUNK))))
    for (const row of rows) found.add(authorQuestion(row))
  }
  return found
}

/** Whether the author of a scored posting said something else of its question first. */
export const isBegunOtherwise = ({ item }: Tables): SQL<boolean> => sql<boolean>`exists (
  select from ${firstItems} begun where begun.author_id = ${item.authorId} and begun.question_id = ${item.questionId}
    and begun.sign = 1 and not exists (select from ${firstItems} undone where undone.reverses = begun.id))`

/** The scored items of an author on questions that some baseline is recorded on. */
export const itemsWithBaselines = (reader: Reader, filter: CountSlice, authorId: string): Promise<ItemRow[]> =>
  selectFrom(
    reader,
    filter,
    and(
      eq(one.item.authorId, authorId),
      eq(one.item.state, 'scored'),
      exists(reader.select({ id: baselines.id }).from(baselines).where(eq(baselines.questionId, one.item.questionId))),
    ),
  ).orderBy(one.item.questionId)

/** The scored items of one author, to be joined with those of others on the same questions. */
const scoredBy = (reader: Reader, filter: CountSlice, authorId: string) =>
  selectFrom(reader, filter, and(eq(one.item.authorId, authorId), eq(one.item.state, 'scored'))).as('own')

type Own = ReturnType<typeof scoredBy>
const itemOf = (own: Own) => ({
  authorId: own.authorId,
  questionId: own.questionId,
  versionId: own.versionId,
  predictionId: own.predictionId,
  familyId: own.familyId,
  form: own.form,
  state: own.state,
  hit: own.hit,
  weakHedge: own.weakHedge,
  dueMonth: own.dueMonth,
  horizonClass: own.horizonClass,
  origin: own.origin,
  said: own.said,
})

/** The two items of one question that two authors both have scored. */
export type CommonQuestion = { first: ItemRow; second: ItemRow }

/**
 * The questions that an author and each of these others are both scored on in a slice of a set, by question; no one else's items are
 * read. In one statement, of however many.
 */
export const commonQuestions = async (
  reader: Reader,
  filter: CountSlice,
  authorId: string,
  others: readonly string[],
): Promise<Map<string, CommonQuestion[]>> => {
  if (others.length === 0) return new Map()
  const own = scoredBy(reader, filter, authorId)
  const { item, said, reversal } = other
  const rows = await reader
    .select({ own: itemOf(own), theirs: columnsOf(item, said) })
    .from(own)
    .innerJoin(
      item,
      and(eq(item.questionId, own.questionId), inArray(item.authorId, [...others]), eq(item.state, 'scored')),
    )
    .innerJoin(said, eq(said.id, item.predictionId))
    .leftJoin(reversal, eq(reversal.reverses, item.id))
    .where(within(other, filter))
    .orderBy(own.questionId)
  const common = rows.map(({ own: first, theirs: second }): CommonQuestion => ({ first, second }))
  return groupBy(common, ({ second }) => second.authorId)
}

/** How many others said one thing on a version of a question, and how that came out; `before`: by the time that the author spoke. */
export type Beside = { questionId: string; versionId: string; form: Form; hit: boolean; n: number; before: number }

/** What all others said on the questions on which an author is scored, in the same slice, counted by question, version and form. */
export const othersBeside = async (reader: Reader, filter: CountSlice, authorId: string): Promise<Beside[]> => {
  const own = scoredBy(reader, filter, authorId)
  const { item, said, reversal } = other
  return reader
    .select({
      questionId: item.questionId,
      versionId: said.versionId,
      form: item.form,
      hit: sql<boolean>`coalesce(${item.hit}, false)`,
      n: sql<number>`count(*)::int`,
      before: sql<number>`(count(*) filter (where ${said.saidLatest} <= ${own.said}))::int`,
    })
    .from(own)
    .innerJoin(item, and(eq(item.questionId, own.questionId), ne(item.authorId, authorId), eq(item.state, 'scored')))
    .innerJoin(said, eq(said.id, item.predictionId))
    .leftJoin(reversal, eq(reversal.reverses, item.id))
    .where(within(other, filter))
    .groupBy(item.questionId, said.versionId, item.form, item.hit)
    .orderBy(item.questionId, said.versionId, item.form)
}
