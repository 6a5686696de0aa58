import { and, asc, desc, eq, getTableColumns, gte, inArray, lt, sql } from 'drizzle-orm'
import type { Commentary } from '../core/commentary.ts'
import type { Salts } from '../core/ledger/digest.ts'
import type { Day } from '../core/time.ts'
import type { Reader, Transaction } from './database.ts'
import { allOf, type Conditions, ofCommentary } from './filters.ts'
import { afterCursor, newestFirst, type Page, type PageRequest, pageOf } from './keyset.ts'
import { bylines, commentaries, commentaryBytes, commentaryTexts } from './tables/commentary.ts'
import { authors, sources } from './tables/people.ts'

type Byline = Commentary['bylines'][number]

const columns = {
  id: commentaries.id,
  title: commentaries.title,
  url: commentaries.url,
  sourceId: commentaries.sourceId,
  publisher: sources.name,
  publishedOn: commentaries.publishedOn,
  published: { earliest: commentaries.publishedEarliest, latest: commentaries.publishedLatest },
  language: commentaries.language,
  contentSha256: commentaries.contentSha256,
  recordedAt: commentaries.recordedAt,
}

export type NewCommentary = Omit<Commentary, 'publisher' | 'bylines' | 'published'> & {
  publishedEarliest: Commentary['published']['earliest']
  publishedLatest: Commentary['published']['latest']
  signedBy: string | null
  salts: Salts
  digest: string
}

/** Lets one recording of a text go at a time: what is told beside it decides whether it is the same piece. */
export const lockContent = async (tx: Transaction, contentSha256: string): Promise<void> => {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${contentSha256}, 0))`)
}

export const insertCommentary = async (tx: Transaction, commentary: NewCommentary): Promise<void> => {
  await tx.insert(commentaries).values(commentary)
}

export const insertBylines = async (tx: Transaction, commentaryId: string, authorIds: string[]): Promise<void> => {
  const rows = [...new Set(authorIds)].map((authorId, position) => ({ commentaryId, authorId, position }))
  if (rows.length > 0) await tx.insert(bylines).values(rows)
}

export const insertText = async (tx: Transaction, text: typeof commentaryTexts.$inferInsert): Promise<void> => {
  await tx.insert(commentaryTexts).values(text)
}

export const insertBytes = async (tx: Transaction, row: typeof commentaryBytes.$inferInsert): Promise<void> => {
  await tx.insert(commentaryBytes).values(row)
}

/** What a commentary was recorded from; null when it was removed, or recorded before bytes were kept. */
export const recordedBytes = async (
  reader: Reader,
  id: string,
): Promise<Omit<typeof commentaryBytes.$inferSelect, 'commentaryId'> | null> => {
  const { commentaryId: _, ...columns } = getTableColumns(commentaryBytes)
  const [row] = await reader.select(columns).from(commentaryBytes).where(eq(commentaryBytes.commentaryId, id))
  return row ?? null
}

export type PlainText = { version: number; reader: string; text: string }

/** The newest plain text of a commentary with its version and the reader that made it; null when it was removed. */
export const newestText = async (reader: Reader, id: string): Promise<PlainText | null> => {
  const [row] = await reader
    .select({ version: commentaryTexts.version, reader: commentaryTexts.reader, text: commentaryTexts.text })
    .from(commentaryTexts)
    .where(eq(commentaryTexts.commentaryId, id))
    .orderBy(desc(commentaryTexts.version))
    .limit(1)
  return row ?? null
}

/** One version of the plain text of a commentary; null where it was removed. */
export const textOf = async (reader: Reader, id: string, version: number): Promise<string | null> => {
  const [row] = await reader
    .select({ text: commentaryTexts.text })
    .from(commentaryTexts)
    .where(and(eq(commentaryTexts.commentaryId, id), eq(commentaryTexts.version, version)))
  return row?.text ?? null
}

const bylinesOf = async (reader: Reader, ids: string[]): Promise<Map<string, Byline[]>> => {
  const rows = ids.length
    ? await reader
        .select({
          commentaryId: bylines.commentaryId,
          author: { id: authors.id, name: authors.name, slug: authors.slug, kind: authors.kind },
        })
        .from(bylines)
        .innerJoin(authors, eq(authors.id, bylines.authorId))
        .where(inArray(bylines.commentaryId, ids))
        .orderBy(asc(bylines.position))
    : []
  const found = new Map<string, Byline[]>()
  for (const { commentaryId, author } of rows) found.set(commentaryId, [...(found.get(commentaryId) ?? []), author])
  return found
}

const withBylines = async (reader: Reader, rows: Omit<Commentary, 'bylines'>[]): Promise<Commentary[]> => {
  const found = await bylinesOf(
    reader,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({ ...row, bylines: found.get(row.id) ?? [] }))
}

const selectFrom = (reader: Reader) =>
  reader.select(columns).from(commentaries).leftJoin(sources, eq(sources.id, commentaries.sourceId)).$dynamic()

export const findCommentary = async (reader: Reader, id: string): Promise<Commentary | null> => {
  const [commentary] = await withBylines(reader, await selectFrom(reader).where(eq(commentaries.id, id)))
  return commentary ?? null
}

/** The records of one text, oldest first: several only where it is too short to tell a piece by. */
export const commentariesByContent = async (reader: Reader, contentSha256: string): Promise<Commentary[]> => {
  const rows = await selectFrom(reader)
    .where(eq(commentaries.contentSha256, contentSha256))
    .orderBy(asc(commentaries.recordedAt), asc(commentaries.id))
  return withBylines(reader, rows)
}

export type CommentaryFilter = {
  sourceId: string | null
  authorIds?: readonly string[] | null
  collectionId?: string | null
  publishedAfter?: Day | null
  publishedBefore?: Day | null
}

const conditions: Conditions<CommentaryFilter> = {
  ...ofCommentary(commentaries.id),
  sourceId: (id) => eq(commentaries.sourceId, id),
  publishedAfter: (day) => gte(commentaries.publishedOn, day),
  publishedBefore: (day) => lt(commentaries.publishedOn, day),
}

export const listCommentaries = async (
  reader: Reader,
  filter: CommentaryFilter,
  page: PageRequest,
): Promise<Page<Commentary>> => {
  const rows = await selectFrom(reader)
    .where(and(allOf(filter, conditions), afterCursor(page, commentaries.recordedAt, commentaries.id)))
    .orderBy(...newestFirst(commentaries.recordedAt, commentaries.id))
    .limit(page.limit + 1)
  return pageOf(await withBylines(reader, rows), page)
}

export const commentariesByIds = async (reader: Reader, ids: readonly string[]): Promise<Commentary[]> =>
  ids.length === 0 ? [] : withBylines(reader, await selectFrom(reader).where(inArray(commentaries.id, [...ids])))
