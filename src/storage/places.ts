import { and, asc, eq, exists, inArray, or, type SQL, sql } from 'drizzle-orm'
import { nameKey } from '../core/author.ts'
import type { Salts } from '../core/ledger/digest.ts'
import type { CommentaryPlace } from '../core/place.ts'
import { type Day, plusDays } from '../core/time.ts'
import type { Reader, Transaction } from './database.ts'
import { holdId } from './hold.ts'
import { bylines, commentaries } from './tables/commentary.ts'
import { authors } from './tables/people.ts'
import { commentaryIdentities, commentaryPlaces } from './tables/places.ts'

/** Lets one recording by address go at a time: likeness to a piece is nothing that a constraint could hold. */
export const lockPlaces = async (tx: Transaction): Promise<void> => {
  await holdId(tx, 'hindcast-places')
}

export type NewPlace = CommentaryPlace & { salts: Salts; digest: string }

/** Appends a place; the same bytes at the same address again add nothing. */
export const putPlace = async (tx: Transaction, place: NewPlace): Promise<void> => {
  await tx
    .insert(commentaryPlaces)
    .values(place)
    .onConflictDoNothing({
      target: [commentaryPlaces.commentaryId, commentaryPlaces.url, commentaryPlaces.bytesSha256],
    })
}

/** Where a commentary was fetched, in order. */
export const placesOf = async (reader: Reader, commentaryId: string): Promise<CommentaryPlace[]> => {
  const rows = await reader
    .select()
    .from(commentaryPlaces)
    .where(eq(commentaryPlaces.commentaryId, commentaryId))
    .orderBy(asc(commentaryPlaces.fetchedAt), asc(commentaryPlaces.id))
    .limit(200)
  return rows.map(({ salts: _, digest: __, ...place }) => place)
}

/** The commentaries that identities lead to. */
export const commentariesByIdentity = async (reader: Reader, identities: string[]): Promise<Map<string, string>> => {
  if (identities.length === 0) return new Map()
  const rows = await reader
    .select()
    .from(commentaryIdentities)
    .where(inArray(commentaryIdentities.identity, identities))
  return new Map(rows.map(({ identity, commentaryId }) => [identity, commentaryId]))
}

/** Makes identities lead to a commentary; those that lead somewhere already stay. */
export const putIdentities = async (tx: Transaction, commentaryId: string, identities: string[]): Promise<void> => {
  // In one order everywhere, so that two recordings never wait for each other.
  const rows = [...identities].sort().map((identity) => ({ identity, commentaryId }))
  if (rows.length > 0) await tx.insert(commentaryIdentities).values(rows).onConflictDoNothing()
}

export type Likeness = { title: string | null; bylines: string[]; publishedOn: Day }

/** How far apart two copies of one piece are dated at most. */
const COPY_DAYS = 7
const MOST = 50

/** Commentaries of about the same day with the same title or a byline in common: what a copy must be compared with. */
export const possibleCopies = async (
  reader: Reader,
  { title, bylines: names, publishedOn }: Likeness,
): Promise<string[]> => {
  const alike: SQL[] = []
  if (title !== null) alike.push(sql`lower(${commentaries.title}) = lower(${title})`)
  const keys = names.map((name) => `name:${nameKey(name)}`)
  if (keys.length > 0) {
    const shared = reader
      .select({ one: sql`1` })
      .from(bylines)
      .innerJoin(authors, eq(authors.id, bylines.authorId))
      .where(and(eq(bylines.commentaryId, commentaries.id), inArray(authors.identity, keys)))
    alike.push(exists(shared))
  }
  if (alike.length === 0) return []
  const rows = await reader
    .select({ id: commentaries.id })
    .from(commentaries)
    .where(
      and(
        sql`${commentaries.publishedOn} between ${plusDays(publishedOn, -COPY_DAYS)} and ${plusDays(publishedOn, COPY_DAYS)}`,
        or(...alike),
      ),
    )
    .orderBy(asc(commentaries.recordedAt), asc(commentaries.id))
    .limit(MOST)
  return rows.map(({ id }) => id)
}
