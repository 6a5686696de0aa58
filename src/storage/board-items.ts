import { and, eq, exists, inArray, isNull, ne, type SQL, sql } from 'drizzle-orm'
import { alias, unionAll } from 'drizzle-orm/pg-core'
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

const selectOf = (reader: Reader, tables: Tables, where: SQL | undefined) =>
  reader
    .select(columnsOf(tables.item, tables.said))
    .from(tables.item)
    .innerJoin(tables.said, eq(tables.said.id, tables.item.predictionId))
    .leftJoin(tables.reversal, eq(tables.reversal.reverses, tables.item.id))
    .where(where)

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

/**
 * Which statement of an author on a question: the one that is scored, or the one that they said first, be it scored, pending or void.
 */
export type Basis = 'scored' | 'first'

/** The statements of a basis in a slice of a set, under a name of their own. */
const statementsOf = (
  reader: Reader,
  filter: CountSlice,
  { basis, name, of }: { basis: Basis; name: string; of: (item: Items) => SQL | undefined },
) => {
  const [scored, first] = [tablesNamed(`${name}_item`), tablesNamed(`${name}_first`, 'first')]
  const from = (tables: Tables, more: SQL | undefined) =>
    selectOf(reader, tables, and(within(tables, filter), of(tables.item), more))
  return basis === 'scored'
    ? from(scored, eq(scored.item.state, 'scored')).as(name)
    : unionAll(from(scored, sql`not ${isBegunOtherwise(scored)}`), from(first, undefined)).as(name)
}
type Statements = ReturnType<typeof statementsOf>

const itemOf = (own: Statements) => ({
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

/** The statements of an author in a slice of a set, by question. */
export const statementsBy = (
  reader: Reader,
  filter: CountSlice,
  authorId: string,
  basis: Basis = 'scored',
): Promise<ItemRow[]> => {
  const own = statementsOf(reader, filter, { basis, name: 'own', of: (item) => eq(item.authorId, authorId) })
  return reader.select(itemOf(own)).from(own).orderBy(own.questionId)
}

/** Of these, those on questions that some baseline is recorded on. */
export const itemsWithBaselines = (
  reader: Reader,
  filter: CountSlice,
  authorId: string,
  basis: Basis = 'scored',
): Promise<ItemRow[]> => {
  const hasBaseline = ({ questionId }: Items): SQL =>
    exists(reader.select({ id: baselines.id }).from(baselines).where(eq(baselines.questionId, questionId)))
  const of = (item: Items) => and(eq(item.authorId, authorId), hasBaseline(item))
  const own = statementsOf(reader, filter, { basis, name: 'own', of })
  return reader.select(itemOf(own)).from(own).orderBy(own.questionId)
}

/** What two authors said on one question. */
export type CommonQuestion = { first: ItemRow; second: ItemRow }

/**
 * The questions on which an author and each of these others both have a statement in a slice of a set, by question; no one else's items
 * are read. In one statement, of however many.
 */
export const commonQuestions = async (
  reader: Reader,
  filter: CountSlice,
  { authorId, others, basis = 'scored' }: { authorId: string; others: readonly string[]; basis?: Basis },
): Promise<Map<string, CommonQuestion[]>> => {
  if (others.length === 0) return new Map()
  const own = statementsOf(reader, filter, { basis, name: 'own', of: (item) => eq(item.authorId, authorId) })
  const theirs = statementsOf(reader, filter, {
    basis,
    name: 'theirs',
    of: (item) => inArray(item.authorId, [...others]),
  })
  const rows = await reader
    .select({ first: itemOf(own), second: itemOf(theirs) })
    .from(own)
    .innerJoin(theirs, eq(theirs.questionId, own.questionId))
    .orderBy(own.questionId)
  return groupBy(rows, ({ second }) => second.authorId)
}

/**
 * How many others said one thing on a version of a question, and how that came out, null while it has not; `before`: by the time that the
 * author spoke; `said`: the first of them, and of what was said first all of them.
 */
export type Beside = {
  questionId: string
  versionId: string
  form: Form
  hit: boolean | null
  n: number
  before: number
  said: Instant
}

/**
 * What all others said on the questions on which an author has a statement, in the same slice, counted by question, version and form, and
 * of what was said first by when it was.
 */
export const othersBeside = async (
  reader: Reader,
  filter: CountSlice,
  authorId: string,
  basis: Basis = 'scored',
): Promise<Beside[]> => {
  const own = statementsOf(reader, filter, { basis, name: 'own', of: (item) => eq(item.authorId, authorId) })
  const theirs = statementsOf(reader, filter, { basis, name: 'theirs', of: (item) => ne(item.authorId, authorId) })
  return reader
    .select({
      questionId: theirs.questionId,
      versionId: theirs.versionId,
      form: theirs.form,
      hit: theirs.hit,
      n: sql<number>`count(*)::int`,
      before: sql<number>`(count(*) filter (where ${theirs.said} <= ${own.said}))::int`,
      said: sql<Instant>`min(${theirs.said})`.mapWith(predictions.saidLatest),
    })
    .from(own)
    .innerJoin(theirs, eq(theirs.questionId, own.questionId))
    .groupBy(theirs.questionId, theirs.versionId, theirs.form, theirs.hit, ...(basis === 'first' ? [theirs.said] : []))
    .orderBy(theirs.questionId, theirs.versionId, theirs.form)
}
