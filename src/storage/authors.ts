import { and, eq, inArray, or, sql } from 'drizzle-orm'
import type { Author } from '../core/author.ts'
import type { Reader, Transaction } from './database.ts'
import { allOf, type Conditions } from './filters.ts'
import { afterCursor, newestFirst, type Page, type PageRequest, pageOf } from './keyset.ts'
import { prefixQuery, wordsOfName } from './search-texts.ts'
import { authors } from './tables/people.ts'
import { collectionQuestions, predictions } from './tables/questions.ts'

const columns = {
  id: authors.id,
  name: authors.name,
  slug: authors.slug,
  kind: authors.kind,
  bot: authors.bot,
  recordedAt: authors.recordedAt,
}

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

/** By id or by slug. */
export const findAuthor = async (reader: Reader, idOrSlug: string): Promise<Author | null> => {
  const [author] = await reader
    .select(columns)
    .from(authors)
    .where(or(eq(authors.id, idOrSlug), eq(authors.slug, idOrSlug)))
  return author ?? null
}

/** Those of them that there are, each once, by id or by slug. */
export const authorsNamed = async (reader: Reader, idsOrSlugs: readonly string[]): Promise<Author[]> =>
  idsOrSlugs.length === 0
    ? []
    : reader
        .select(columns)
        .from(authors)
        .where(or(inArray(authors.id, [...idsOrSlugs]), inArray(authors.slug, [...idsOrSlugs])))
        .orderBy(authors.id)

export const authorsByIds = async (reader: Reader, ids: string[]): Promise<Author[]> =>
  ids.length === 0 ? [] : reader.select(columns).from(authors).where(inArray(authors.id, ids)).orderBy(authors.name)

export type AuthorFilter = {
  kind: Author['kind'] | null
  /** Beginnings of words of the name, each of which one must have. */
  prefixes?: readonly string[] | null
  collectionId?: string | null
}

const conditions: Conditions<AuthorFilter> = {
  kind: (kind) => eq(authors.kind, kind),
  prefixes: (prefixes) => sql`${wordsOfName(authors)} @@ ${prefixQuery(prefixes)}`,
  collectionId: (id) =>
    sql`exists (select from ${predictions} said join ${collectionQuestions} part on part.question_id = said.question_id
      where said.author_id = ${authors.id} and part.collection_id = ${id})`,
}

export const listAuthors = async (reader: Reader, filter: AuthorFilter, page: PageRequest): Promise<Page<Author>> => {
  const rows = await reader
    .select(columns)
    .from(authors)
    .where(and(allOf(filter, conditions), afterCursor(page, authors.recordedAt, authors.id)))
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
