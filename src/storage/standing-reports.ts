import { and, asc, eq, gt, inArray, isNull, like, lt, lte, ne, or, type SQL, sql } from 'drizzle-orm'
import type { Author } from '../core/author.ts'
import { ALL } from '../core/scored-item.ts'
import { voices } from '../core/slice.ts'
import type { Scope } from '../core/snapshot.ts'
import type { Instant } from '../core/time.ts'
import { authorColumns } from './authors.ts'
import type { Reader, Transaction } from './database.ts'
import { ledgerLeaves } from './tables/ledger.ts'
import { authors } from './tables/people.ts'
import { predictions } from './tables/questions.ts'
import { scoreCounts, scoredItems } from './tables/scores.ts'
import { standingReports } from './tables/snapshots.ts'

/** What a report was made by: the versions of all rules, and the month before which months count, `YYYY-MM`. */
export type MadeBy = { rules: string; dueBefore: string }

/** The answer that is kept of an author; `body` is null where whoever asks holds it already. */
export type StandingAnswer = { author: Author; tag: string; body: string | null }

/**
 * The answer that is kept of the author at an address, by the rules and months of now; null where there is none, and of a record that is
 * merged. `held`: tags of what the client has.
 */
export const standingAnswer = async (
  reader: Reader,
  idOrSlug: string,
  { set, timing, voice }: Scope,
  { rules, dueBefore, held }: MadeBy & { held: readonly string[] },
): Promise<StandingAnswer | null> => {
  const { tag, body } = standingReports
  const isHeld = held.length > 0 ? inArray(tag, [...held]) : sql`false`
  const [found] = await reader
    .select({
      author: authorColumns(authors),
      tag,
      body: sql<string | null>`case when ${isHeld} then null else ${body} end`,
    })
    .from(authors)
    .innerJoin(standingReports, eq(standingReports.authorId, authors.id))
    .where(
      and(
        or(eq(authors.slug, idOrSlug), eq(authors.id, idOrSlug)),
        isNull(authors.canonicalId),
        eq(standingReports.set, set),
        eq(standingReports.timing, timing),
        eq(standingReports.voice, voice),
        eq(standingReports.rules, rules),
        eq(standingReports.dueBefore, dueBefore),
      ),
    )
  return found ?? null
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
  const { set, timing, voice } = standingReports
  const kept = but.map((scope) => and(eq(set, scope.set), eq(timing, scope.timing), eq(voice, scope.voice)))
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
