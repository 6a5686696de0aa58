import { and, asc, desc, eq, getTableColumns, inArray, isNull, ne, or, sql } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { Day } from '../core/time.ts'
import type { Reader, Transaction } from './database.ts'
import type { PassageOrigin } from './passages.ts'
import { candidates, commentaries, commentaryTexts } from './tables/commentary.ts'
import { passages, searchedEvents, searchedTexts } from './tables/passages.ts'
import { events } from './tables/resolution.ts'

/** Notes by which rules each of these was read, whatever was noted of it before. */
const note = async (
  tx: Transaction,
  { table, key }: { table: typeof searchedEvents | typeof searchedTexts; key: PgColumn[] },
  rows: readonly object[],
  rules: string,
): Promise<void> => {
  if (rows.length === 0) return
  await tx
    .insert(table as PgTable)
    .values(rows.map((row) => ({ ...row, rules })))
    .onConflictDoUpdate({ target: key, set: { rules } })
}

/** Notes by which rules texts and events were read, and drops the passages of other versions and rules. */
export const noteSearched = async (
  tx: Transaction,
  origins: readonly PassageOrigin[],
  rules: string,
): Promise<void> => {
  const eventIds = origins.flatMap(({ eventId }) => eventId ?? [])
  const texts = origins.flatMap(({ eventId, commentaryId, textVersion }) =>
    eventId === null ? [{ commentaryId, textVersion }] : [],
  )
  const commentaryIds = texts.map(({ commentaryId }) => commentaryId)
  await tx
    .delete(passages)
    .where(or(inArray(passages.eventId, eventIds), inArray(passages.commentaryId, commentaryIds)))
  const events = { table: searchedEvents, key: [searchedEvents.eventId] }
  await note(
    tx,
    events,
    eventIds.map((eventId) => ({ eventId })),
    rules,
  )
  const read = { table: searchedTexts, key: [searchedTexts.commentaryId, searchedTexts.textVersion] }
  await note(tx, read, texts, rules)
}

export type UnreadText = {
  commentaryId: string
  textVersion: number
  text: string
  language: string
  publishedOn: Day
}

const isNewestText = sql`${commentaryTexts.version} = (select max(newest.version) from ${commentaryTexts} newest
  where newest.commentary_id = ${commentaries.id})`

/** Newest plain texts that have not been read by these rules, the oldest record first. */
export const unreadTexts = (reader: Reader, rules: string, limit: number): Promise<UnreadText[]> =>
  reader
    .select({
      commentaryId: commentaries.id,
      textVersion: commentaryTexts.version,
      text: commentaryTexts.text,
      language: commentaries.language,
      publishedOn: commentaries.publishedOn,
    })
    .from(commentaries)
    .innerJoin(commentaryTexts, and(eq(commentaryTexts.commentaryId, commentaries.id), isNewestText))
    .leftJoin(
      searchedTexts,
      and(eq(searchedTexts.commentaryId, commentaries.id), eq(searchedTexts.textVersion, commentaryTexts.version)),
    )
    .where(or(isNull(searchedTexts.rules), ne(searchedTexts.rules, rules)))
    .orderBy(asc(commentaries.id))
    .limit(limit)

/** Where extraction found predictions in one version of a text. */
export const predictionSpans = (
  reader: Reader,
  { commentaryId, textVersion }: Pick<UnreadText, 'commentaryId' | 'textVersion'>,
): Promise<{ start: number; end: number }[]> =>
  reader
    .select({ start: candidates.start, end: candidates.end })
    .from(candidates)
    .where(and(eq(candidates.commentaryId, commentaryId), eq(candidates.textVersion, textVersion)))
    .orderBy(asc(candidates.start), desc(candidates.end))

const { id, title, quote, publishedEarliest } = getTableColumns(events)

/** Recorded events whose words have not been read by these rules. */
export const unreadEvents = (reader: Reader, rules: string, limit: number) =>
  reader
    .select({ id, title, quote, publishedEarliest })
    .from(events)
    .leftJoin(searchedEvents, eq(searchedEvents.eventId, events.id))
    .where(or(isNull(searchedEvents.rules), ne(searchedEvents.rules, rules)))
    .orderBy(asc(events.id))
    .limit(limit)
