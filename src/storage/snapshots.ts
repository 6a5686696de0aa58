import { and, eq, gt, inArray, lte, or, sql } from 'drizzle-orm'
import { ALL } from '../core/scored-item.ts'
import { voices } from '../core/slice.ts'
import type { Rules, Scope, Snapshot } from '../core/snapshot.ts'
import type { Instant } from '../core/time.ts'
import type { Reader, Transaction } from './database.ts'
import { afterCursor, newestFirst, type Page, type PageRequest, pageOf } from './keyset.ts'
import { scoreCounts } from './tables/scores.ts'
import { reports, snapshots } from './tables/snapshots.ts'

const columns = {
  id: snapshots.id,
  set: snapshots.set,
  timing: snapshots.timing,
  voice: snapshots.voice,
  at: snapshots.at,
  position: snapshots.position,
  scoringRules: snapshots.scoringRules,
  lexiconVersion: snapshots.lexiconVersion,
  resolutionRules: snapshots.resolutionRules,
  authors: sql<number>`jsonb_array_length(${snapshots.authors})`,
  recordedAt: snapshots.recordedAt,
}

export type NewSnapshot = Omit<Snapshot, 'authors'> & {
  dueBefore: string
  authors: string[]
  inputSha256: string
  board: unknown
}
export type StoredReport = { authorId: string; body: unknown; countsSha256: string }

const CHUNK = 500

/** Keeps a board with its reports; false where one of the same scope, position and rules stands: then nothing is kept. */
export const insertSnapshot = async (tx: Transaction, row: NewSnapshot, made: StoredReport[]): Promise<boolean> => {
  const [inserted] = await tx.insert(snapshots).values(row).onConflictDoNothing().returning({ id: snapshots.id })
  if (!inserted) return false
  const rows = made.map((report) => ({ snapshotId: row.id, ...report }))
  for (let at = 0; at < rows.length; at += CHUNK) await tx.insert(reports).values(rows.slice(at, at + CHUNK))
  return true
}

/** A snapshot with its board, and who is on it. */
export type SnapshotDetail = Snapshot & { authorIds: string[]; board: unknown }

export const findSnapshot = async (reader: Reader, id: string): Promise<SnapshotDetail | null> => {
  const [row] = await reader
    .select({ ...columns, authorIds: snapshots.authors, board: snapshots.board })
    .from(snapshots)
    .where(eq(snapshots.id, id))
  return row ?? null
}

/** The same without its board. */
export const snapshotNamed = async (reader: Reader, id: string): Promise<Snapshot | null> => {
  const [row] = await reader.select(columns).from(snapshots).where(eq(snapshots.id, id))
  return row ?? null
}

const isOf = ({ set, timing, voice }: Scope) =>
  and(eq(snapshots.set, set), eq(snapshots.timing, timing), eq(snapshots.voice, voice))

export type LatestSnapshot = Snapshot & { dueBefore: string; inputSha256: string }

/** The newest of a scope, by whatever rules. */
export const latestSnapshot = async (reader: Reader, scope: Scope): Promise<LatestSnapshot | null> => {
  const [row] = await reader
    .select({ ...columns, dueBefore: snapshots.dueBefore, inputSha256: snapshots.inputSha256 })
    .from(snapshots)
    .where(isOf(scope))
    .orderBy(...newestFirst(snapshots.recordedAt, snapshots.id))
    .limit(1)
  return row ?? null
}

export type LatestBoard = LatestSnapshot & SnapshotDetail

/** The newest board of a scope that was kept by an instant; null where there was none. */
export const latestBoardIn = async (reader: Reader, scope: Scope, by: Instant): Promise<LatestBoard | null> => {
  const [row] = await reader
    .select({
      ...columns,
      authorIds: snapshots.authors,
      board: snapshots.board,
      dueBefore: snapshots.dueBefore,
      inputSha256: snapshots.inputSha256,
    })
    .from(snapshots)
    .where(and(isOf(scope), lte(snapshots.recordedAt, by)))
    .orderBy(...newestFirst(snapshots.recordedAt, snapshots.id))
    .limit(1)
  return row ?? null
}

/** Filters are of one scope or wider; null = any. */
export type SnapshotFilter = { set: string | null; timing: Scope['timing'] | null; voice: Scope['voice'] | null }

export const listSnapshots = async (
  reader: Reader,
  { set, timing, voice }: SnapshotFilter,
  page: PageRequest,
): Promise<Page<Snapshot>> => {
  const rows = await reader
    .select(columns)
    .from(snapshots)
    .where(
      and(
        set === null ? undefined : eq(snapshots.set, set),
        timing === null ? undefined : eq(snapshots.timing, timing),
        voice === null ? undefined : eq(snapshots.voice, voice),
        afterCursor(page, snapshots.recordedAt, snapshots.id),
      ),
    )
    .orderBy(...newestFirst(snapshots.recordedAt, snapshots.id))
    .limit(page.limit + 1)
  return pageOf(rows, page)
}

/** The reports of these authors in a snapshot, of those who are on it. */
export const reportsIn = (reader: Reader, snapshotId: string, authorIds: readonly string[]): Promise<StoredReport[]> =>
  reader
    .select({ authorId: reports.authorId, body: reports.body, countsSha256: reports.countsSha256 })
    .from(reports)
    .where(and(eq(reports.snapshotId, snapshotId), inArray(reports.authorId, [...authorIds])))

/** The report of one author in a snapshot; null where they are not on it. */
export const reportIn = async (reader: Reader, snapshotId: string, authorId: string): Promise<StoredReport | null> => {
  const [row] = await reportsIn(reader, snapshotId, [authorId])
  return row ?? null
}

export type AuthorReport = StoredReport & { snapshot: Snapshot }

/** The newest report of an author in a scope that was kept by an instant; null where there was none. */
export const latestReportIn = async (
  reader: Reader,
  scope: Scope,
  authorId: string,
  by: Instant,
): Promise<AuthorReport | null> => {
  const [row] = await reader
    .select({
      authorId: reports.authorId,
      body: reports.body,
      countsSha256: reports.countsSha256,
      snapshot: columns,
    })
    .from(reports)
    .innerJoin(snapshots, eq(snapshots.id, reports.snapshotId))
    .where(and(eq(reports.authorId, authorId), isOf(scope), lte(snapshots.recordedAt, by)))
    .orderBy(...newestFirst(snapshots.recordedAt, snapshots.id))
    .limit(1)
  return row ?? null
}

/** When the newest board was kept; null before the first. */
export const lastKeptAt = async (reader: Reader): Promise<Instant | null> => {
  const [row] = await reader
    .select({ at: snapshots.recordedAt })
    .from(snapshots)
    .orderBy(...newestFirst(snapshots.recordedAt, snapshots.id))
    .limit(1)
  return row?.at ?? null
}

/** Each scope in which something is counted, of everything and of collections, the one least lately kept first. */
export const countedScopes = async (reader: Reader): Promise<Scope[]> => {
  const voice = scoreCounts.attribution
  const rows = await reader
    .select({ set: scoreCounts.set, timing: scoreCounts.timing, voice })
    .from(scoreCounts)
    .where(
      and(
        or(eq(scoreCounts.set, ALL), sql`${scoreCounts.set} like 'collection:%'`),
        gt(sql`${scoreCounts.n} + ${scoreCounts.pending} + ${scoreCounts.void}`, 0),
      ),
    )
    .groupBy(scoreCounts.set, scoreCounts.timing, voice)
    .orderBy(
      sql`(select max(kept.recorded_at) from ${snapshots} kept where kept.set = ${scoreCounts.set}
        and kept.timing = ${scoreCounts.timing} and kept.voice = ${voice}) nulls first`,
      scoreCounts.set,
      scoreCounts.timing,
      voice,
    )
  return rows.flatMap(({ voice: attribution, ...scope }) => {
    const known = voices.find((one) => one === attribution)
    return known ? [{ ...scope, voice: known }] : []
  })
}

/** Whether a snapshot was made by these rules. */
export const madeBy = (made: Rules, rules: Rules): boolean =>
  made.scoringRules === rules.scoringRules &&
  made.lexiconVersion === rules.lexiconVersion &&
  made.resolutionRules === rules.resolutionRules
