import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import { type AnyPgColumn, alias } from 'drizzle-orm/pg-core'
import type { Author } from '../core/author.ts'
import type { Reader, Transaction } from './database.ts'
import { allOf, type Conditions } from './filters.ts'
import { afterCursor, newestFirst, type Page, type PageRequest, pageOf } from './keyset.ts'
import { type MadeBy, madeBy } from './made-by.ts'
import { prefixQuery, wordsOfName } from './search-texts.ts'
import { authors } from './tables/people.ts'
import { collectionQuestions, predictions } from './tables/questions.ts'

type Columns = Readonly<Record<keyof Author, AnyPgColumn>>

export const authorColumns = <Table extends Columns>({ id, name, slug, kind, bot, recordedAt }: Table) =>
  ({ id, name, slug, kind, bot, recordedAt }) as Pick<Table, keyof Author>
const columns = authorColumns(authors)

export type NewAuthor = Omit<Author, 'bot'> & { bot?: boolean; identity: string; recordedBy: string }

/** The author with this identity: the one that stands, or the new one. A slug that is taken gets the id's tail. */
export const putAuthor = async (tx: Transaction, author: NewAuthor): Promise<{ author: Author; created: boolean }> => {
  const [inserted] = await tx.insert(authors).values(author).onConflictDoNothing().returning(columns)
  if (inserted) return { author: inserted, created: true }
  const [standing] = await tx.select(columns).from(authors).where(eq(authors.identity, author.identity))
  if (standing) return { author: standing, created: false }
  const renamed = { ...author, slug: `${author.slug}-${author.id.slice(-6)}` }
  const [second] = await tx.insert(authors).values(renamed).onConflictDoNothing().returning(columns)
  return second ? { author: second, created: true } : putAuthor(tx, renamed)
}

/** By what an author is found again by, see core/author.ts. */
export const authorByIdentity = async (reader: Reader, identity: string): Promise<Author | null> => {
  const [author] = await reader.select(columns).from(authors).where(eq(authors.identity, identity))
  return author ?? null
}

/** Records that may be merged, under a name of their own, joined with what they count for. */
const record = alias(authors, 'record')
const throughRecords = (reader: Reader) =>
  reader
    .select({ ...columns, record: { id: record.id, slug: record.slug } })
    .from(record)
    .innerJoin(authors, sql`${authors.id} = coalesce(${record.canonicalId}, ${record.id})`)

/** By the id or slug of any of their records: who a merged one counts for. */
export const findAuthor = async (reader: Reader, idOrSlug: string): Promise<Author | null> => {
  const [found] = await throughRecords(reader).where(or(eq(record.id, idOrSlug), eq(record.slug, idOrSlug)))
  if (!found) return null
  const { record: _, ...author } = found
  return author
}

/** Who goes by each of these ids and slugs, of those that there are: for a merged record who it counts for. */
export const authorsNamed = async (reader: Reader, idsOrSlugs: readonly string[]): Promise<Map<string, Author>> => {
  if (idsOrSlugs.length === 0) return new Map()
  const rows = await throughRecords(reader).where(
    or(inArray(record.id, [...idsOrSlugs]), inArray(record.slug, [...idsOrSlugs])),
  )
  return new Map([
    ...rows.map(({ record: { slug }, ...author }) => [slug, author] as const),
    ...rows.map(({ record: { id }, ...author }) => [id, author] as const),
  ])
}

export const authorsByIds = async (reader: Reader, ids: string[]): Promise<Author[]> =>
  ids.length === 0 ? [] : reader.select(columns).from(authors).where(inArray(authors.id, ids)).orderBy(authors.name)

export type AuthorFilter = {
  kind: Author['kind'] | null
  /** Beginnings of words of the name, each of which one must have. */
  prefixes?: readonly string[] | null
  collectionId?: string | null
  /** Records that are merged into others as well. */
  everyRecord?: true
}

const conditions: Conditions<AuthorFilter> = {
  kind: (kind) => eq(authors.kind, kind),
  prefixes: (prefixes) => sql`${wordsOfName(authors)} @@ ${prefixQuery(prefixes)}`,
  collectionId: (id) =>
    sql`${authors.id} in (select record.counting from ${collectionQuestions} part
      join ${predictions} said on said.question_id = part.question_id
      join (select id, unnest(array[id, canonical_id]) as counting from ${authors}) record on record.id = said.author_id
      where part.collection_id = ${id})`,
  everyRecord: () => undefined,
}

export const listAuthors = async (reader: Reader, filter: AuthorFilter, page: PageRequest): Promise<Page<Author>> => {
  const rows = await reader
    .select(columns)
    .from(authors)
    .where(
      and(
        allOf(filter, conditions),
        filter.everyRecord ? undefined : isNull(authors.canonicalId),
        afterCursor(page, authors.recordedAt, authors.id),
      ),
    )
    .orderBy(...newestFirst(authors.recordedAt, authors.id))
    .limit(page.limit + 1)
  return pageOf(rows, page)
}

/** The authors that were registered with a key, in the order of their ids, at most `limit`. */
export const authorsRegisteredBy = (reader: Reader, recordedBy: string, limit: number): Promise<Author[]> =>
  reader.select(columns).from(authors).where(eq(authors.recordedBy, recordedBy)).orderBy(authors.id).limit(limit)

/** Who registered an author: the key that may submit as them. */
export const registrarOf = async (reader: Reader, authorId: string): Promise<string | null> => {
  const [row] = await reader.select({ by: authors.recordedBy }).from(authors).where(eq(authors.id, authorId))
  return row?.by ?? null
}

/** The authors that some names recorded, in the order of ids. */
export const authorsMadeBy = (reader: Reader, made: MadeBy): Promise<Author[]> =>
  reader
    .select(columns)
    .from(authors)
    .where(madeBy(authors.recordedBy, authors.id, made))
    .orderBy(authors.id)
    .limit(made.limit)
