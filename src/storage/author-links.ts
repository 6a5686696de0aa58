import { and, asc, desc, eq, inArray, isNotNull, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { AuthorLink, LinkedAuthor } from '../core/author-link.ts'
import { canonical as canonicalText, type Salts, sha256 } from '../core/ledger/digest.ts'
import { canonicalId, recordsOf } from './author-records.ts'
import { authorColumns } from './authors.ts'
import type { Reader, Transaction } from './database.ts'
import { afterCursor, newestFirst, type Page, type PageRequest, pageOf } from './keyset.ts'
import { authorLinks, authors } from './tables/people.ts'
import { predictions } from './tables/questions.ts'

const columns = {
  id: authorLinks.id,
  authorId: authorLinks.authorId,
  position: authorLinks.position,
  act: authorLinks.act,
  otherId: authorLinks.otherId,
  reason: authorLinks.reason,
  digest: authorLinks.digest,
  recordedAt: authorLinks.recordedAt,
}

const canonical = alias(authors, 'canonical')

/** A record by id or slug, with the record that it counts for. */
export const linkedAuthor = async (reader: Reader, idOrSlug: string): Promise<LinkedAuthor | null> => {
  const [row] = await reader
    .select({ author: authorColumns(authors), canonical: authorColumns(canonical) })
    .from(authors)
    .innerJoin(canonical, eq(canonical.id, canonicalId))
    .where(or(eq(authors.id, idOrSlug), eq(authors.slug, idOrSlug)))
  return row ? { ...row.author, canonical: row.canonical } : null
}

/** The last link of a record; null where it was never merged. */
export const lastLinkOf = async (reader: Reader, authorId: string): Promise<AuthorLink | null> => {
  const [link] = await reader
    .select(columns)
    .from(authorLinks)
    .where(eq(authorLinks.authorId, authorId))
    .orderBy(desc(authorLinks.position))
    .limit(1)
  return link ?? null
}

/** A record with all that is merged into it, directly or by others, whatever it is merged into itself. */
export const membersOf = async (reader: Reader, authorId: string): Promise<string[]> => {
  const rows = await reader
    .select({ id: sql<string>`id` })
    .from(
      sql`(with recursive last as (
          select distinct on (link.author_id) link.author_id, link.act, link.other_id from ${authorLinks} link
          order by link.author_id, link.position desc
        ), members(id) as (
          select ${authorId}::text
          union select last.author_id from members join last on last.other_id = members.id and last.act = 'merge'
        ) select id from members) found`,
    )
    .orderBy(sql`id`)
  return rows.map(({ id }) => id)
}

/** What made the records of an author theirs, named by any of them, as lower-case hex: every merge and split that names one of these. */
export const authorRevision = async (reader: Reader, recordId: string): Promise<string> => {
  const records = await recordsOf(reader, recordId)
  const rows = await reader
    .select({ id: authorLinks.id })
    .from(authorLinks)
    .where(or(inArray(authorLinks.authorId, records), inArray(authorLinks.otherId, records)))
    .orderBy(authorLinks.id)
  return (await sha256(canonicalText([records, rows.map(({ id }) => id)]))).slice(0, 16)
}

export type NewAuthorLink = AuthorLink & { recordedBy: string; salts: Salts }

/** Appends a link, and lets its record with all that is merged into it count for an author: the cache of the links. */
export const insertAuthorLink = async (
  tx: Transaction,
  link: NewAuthorLink,
  { members, countsFor }: { members: readonly string[]; countsFor: string },
): Promise<void> => {
  await tx.insert(authorLinks).values(link)
  await tx
    .update(authors)
    .set({ canonicalId: sql`nullif(${countsFor}, ${authors.id})` })
    .where(inArray(authors.id, [...members]))
}

const spokenOn = (authorIds: readonly string[]): SQL =>
  sql`select ${predictions.questionId} from ${predictions} where ${inArray(predictions.authorId, [...authorIds])}`

/** The questions that both of these groups of records have spoken on, in the order of their ids. */
export const sharedQuestions = async (
  reader: Reader,
  some: readonly string[],
  others: readonly string[],
): Promise<string[]> => {
  const rows = await reader
    .select({ id: sql<string>`question_id` })
    .from(sql`(${spokenOn(some)} intersect ${spokenOn(others)}) shared`)
    .orderBy(sql`question_id`)
  return rows.map(({ id }) => id)
}

export type AuthorLinkFilter = { authorIds: readonly string[] | null }

/** Newest first; of an author those of all their records, on either side. */
export const listAuthorLinks = async (
  reader: Reader,
  { authorIds }: AuthorLinkFilter,
  page: PageRequest,
): Promise<Page<AuthorLink>> => {
  const about =
    authorIds === null
      ? undefined
      : or(inArray(authorLinks.authorId, [...authorIds]), inArray(authorLinks.otherId, [...authorIds]))
  const rows = await reader
    .select(columns)
    .from(authorLinks)
    .where(and(about, afterCursor(page, authorLinks.recordedAt, authorLinks.id)))
    .orderBy(...newestFirst(authorLinks.recordedAt, authorLinks.id))
    .limit(page.limit + 1)
  return pageOf(rows, page)
}

export const authorLinksByIds = async (reader: Reader, ids: readonly string[]): Promise<AuthorLink[]> =>
  ids.length === 0
    ? []
    : reader
        .select(columns)
        .from(authorLinks)
        .where(inArray(authorLinks.id, [...ids]))

/** Every link, in the order of its record, and what each record that was ever merged is said to count for: of one moment. */
export const linksAndCaches = async (
  reader: Reader,
): Promise<{ links: Pick<AuthorLink, 'authorId' | 'act' | 'otherId'>[]; caches: Map<string, string> }> => {
  const rows = await reader
    .select({
      id: authors.id,
      canonicalId,
      link: { authorId: authorLinks.authorId, act: authorLinks.act, otherId: authorLinks.otherId },
    })
    .from(authors)
    .leftJoin(authorLinks, eq(authorLinks.authorId, authors.id))
    .where(or(isNotNull(authors.canonicalId), isNotNull(authorLinks.id)))
    .orderBy(asc(authors.id), asc(authorLinks.position))
  return {
    links: rows.flatMap(({ link }) => link ?? []),
    caches: new Map(rows.map((row) => [row.id, row.canonicalId])),
  }
}
