import { and, asc, eq, gt, inArray, isNull, like, lt, lte, ne, or, type SQL, sql } from 'drizzle-orm'
import { ALL } from '../core/scored-item.ts'
import { voices } from '../core/slice.ts'
import type { Scope } from '../core/snapshot.ts'
import type { Instant } from '../core/time.ts'
import type { Reader, Transaction } from './database.ts'
import { ledgerLeaves } from './tables/ledger.ts'
import { authors } from './tables/people.ts'
import { predictions } from './tables/questions.ts'
import { scoreCounts, scoredItems } from './tables/scores.ts'
import { standingReports } from './tables/snapshots.ts'

/** What a report was made by: the versions of all rules, and the month before which months count, `YYYY-MM`. */
export type MadeBy = { rules: string; dueBefore: string }

/** The answer that is kept of an author, as text or gzipped; `body` is null where whoever asks holds it already. */
export type StandingAnswer = { tag: string; body: string | Uint8Array<ArrayBuffer> | null }

/** What a client has and takes: the tags that it holds, and whether it reads gzip. */
export type Held = { held: readonly string[]; readsGzip: boolean }

const isOf = ({ set, timing, voice }: Scope): SQL | undefined =>
  and(eq(standingReports.set, set), eq(standingReports.timing, timing), eq(standingReports.voice, voice))

const isMadeBy = ({ rules, dueBefore }: MadeBy): SQL | undefined =>
  and(eq(standingReports.rules, rules), eq(standingReports.dueBefore, dueBefore))

/** The statement for one reader: to build it takes longer than to ask it. */
const prepare = (reader: Reader) => {
  const { tag, body, zipped } = standingReports
  const given = { name: sql.placeholder('name'), held: sql.placeholder('held') }
  const isNew = sql`strpos(${given.held}, ${tag}) = 0`
  const isZipped = sql`${sql.placeholder('readsGzip')}::boolean and ${zipped} is not null`
  return reader
    .select({
      tag,
      text: sql<string | null>`case when ${isNew} and not (${isZipped}) then ${body} end`,
      zipped: sql`case when ${isNew} and ${isZipped} then ${zipped} end`.mapWith(zipped),
    })
    .from(authors)
    .innerJoin(standingReports, eq(standingReports.authorId, authors.id))
    .where(
      and(
        or(eq(authors.slug, given.name), eq(authors.id, given.name)),
        isNull(authors.canonicalId),
        eq(standingReports.set, sql.placeholder('set')),
        eq(standingReports.timing, sql.placeholder('timing')),
        eq(standingReports.voice, sql.placeholder('voice')),
        eq(standingReports.rules, sql.placeholder('rules')),
        eq(standingReports.dueBefore, sql.placeholder('dueBefore')),
      ),
    )
    .prepare('standing_answer')
}

const prepared = new WeakMap<Reader, ReturnType<typeof prepare>>()

/**
 * The answer that is kept of the author at an address, by the rules and months of now; null where there is none, and of a record that is
 * merged.
 */
export const standingAnswer = async (
  reader: Reader,
  name: string,
  scope: Scope,
  { held, ...made }: MadeBy & Held,
): Promise<StandingAnswer | null> => {
  const statement = prepared.get(reader) ?? prepare(reader)
  prepared.set(reader, statement)
  const [found] = await statement.execute({ ...scope, ...made, name, held: held.join(' ') })
  return found ? { tag: found.tag, body: found.zipped ?? found.text } : null
}

/** The text that is kept of an author by the rules and months of now; null where there is none. */
export const standingText = async (
  reader: Reader,
  authorId: string,
  scope: Scope,
  madeBy: MadeBy,
): Promise<string | null> => {
  const [found] = await reader
    .select({ body: standingReports.body })
    .from(standingReports)
    .where(and(eq(standingReports.authorId, authorId), isOf(scope), isMadeBy(madeBy)))
  return found?.body ?? null
}

/** Keeps a report in the place of the one before it. */
export const keepStanding = async (tx: Transaction, report: typeof standingReports.$inferInsert): Promise<void> => {
  const { authorId, set, timing, voice, ...made } = report
  await tx
    .insert(standingReports)
    .values(report)
    .onConflictDoUpdate({
      target: [standingReports.authorId, standingReports.set, standingReports.timing, standingReports.voice],
      set: made,
    })
}

/** Drops what is kept of an author but for these boards: too little is settled on the others by now. */
export const dropStanding = async (tx: Transaction, authorId: string, but: readonly Scope[]): Promise<void> => {
  const kept = but.map(isOf)
  await tx
    .delete(standingReports)
    .where(and(eq(standingReports.authorId, authorId), kept.length > 0 ? sql`not (${or(...kept)})` : undefined))
}

const isBoard = or(eq(scoreCounts.set, ALL), like(scoreCounts.set, 'collection:%'))
const isVoice = inArray(scoreCounts.attribution, [...voices])

/** The boards on which more than so many forecasts of an author are settled. */
export const boardsOfMuch = async (reader: Reader, authorId: string, most: number): Promise<Scope[]> => {
  const { set, timing, attribution, n } = scoreCounts
  const rows = await reader
    .select({ set, timing, voice: attribution })
    .from(scoreCounts)
    .where(and(eq(scoreCounts.authorId, authorId), isBoard, isVoice))
    .groupBy(set, timing, attribution)
    .having(gt(sql`sum(${n})`, most))
    .orderBy(set, timing, attribution)
  return rows as Scope[]
}

const ofMuch = (reader: Reader, most: number, among?: SQL) =>
  reader
    .select({ id: scoreCounts.authorId })
    .from(scoreCounts)
    .where(and(eq(scoreCounts.set, ALL), among))
    .groupBy(scoreCounts.authorId)
    .having(gt(sql`sum(${scoreCounts.n})`, most))

/** Everybody of whom more than so much is settled. */
export const authorsOfMuch = async (reader: Reader, most: number): Promise<string[]> =>
  (await ofMuch(reader, most)).map(({ id }) => id)

/** Positions of the ledger, the first left out. */
export type Stretch = { from: number; through: number }

/**
 * Everybody whose figures a fact of a stretch has a bearing on, what was posted for it or said by it; a baseline is recorded before
 * its question is settled. Of them those of whom more than so much is settled, or a report is kept.
 */
export const authorsTouched = async (reader: Reader, { from, through }: Stretch, most: number): Promise<string[]> => {
  const facts = reader
    .select({ id: ledgerLeaves.factId })
    .from(ledgerLeaves)
    .where(and(gt(ledgerLeaves.position, from), lte(ledgerLeaves.position, through)))
  const touched = reader
    .select({ id: scoredItems.authorId })
    .from(scoredItems)
    .where(inArray(scoredItems.cause, facts))
    .union(
      reader
        .select({ id: sql<string>`coalesce(${authors.canonicalId}, ${authors.id})` })
        .from(predictions)
        .innerJoin(authors, eq(authors.id, predictions.authorId))
        .where(inArray(predictions.id, facts)),
    )
  const rows = await ofMuch(reader, most, inArray(scoreCounts.authorId, touched)).union(
    reader
      .select({ id: standingReports.authorId })
      .from(standingReports)
      .where(inArray(standingReports.authorId, touched)),
  )
  return rows.map(({ id }) => id)
}

/** Everybody of whom a report is kept that is of other rules or months, or was made before an instant; the oldest first. */
export const authorsOutdated = async (
  reader: Reader,
  { rules, dueBefore }: MadeBy,
  before: Instant | null,
): Promise<string[]> => {
  const { authorId, madeAt } = standingReports
  const rows = await reader
    .select({ id: authorId })
    .from(standingReports)
    .where(
      or(
        ne(standingReports.rules, rules),
        ne(standingReports.dueBefore, dueBefore),
        before === null ? undefined : lt(madeAt, before),
      ),
    )
    .groupBy(authorId)
    .orderBy(asc(sql`min(${madeAt})`), authorId)
  return rows.map(({ id }) => id)
}
