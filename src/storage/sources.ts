import { eq, inArray, sql } from 'drizzle-orm'
import type { Salts } from '../core/ledger/digest.ts'
import type { Coverage, Source } from '../core/source.ts'
import type { Day } from '../core/time.ts'
import type { Reader, Transaction } from './database.ts'
import { afterCursor, newestFirst, type Page, type PageRequest, pageOf } from './keyset.ts'
import { sourceCoverage, sources } from './tables/people.ts'

const columns = {
  id: sources.id,
  name: sources.name,
  reportingLagDays: sources.reportingLagDays,
  recordedAt: sources.recordedAt,
}

/** The source of this name, standing or new. */
export const putSource = async (
  tx: Transaction,
  source: Source & { identity: string },
): Promise<{ source: Source; created: boolean }> => {
  const [inserted] = await tx.insert(sources).values(source).onConflictDoNothing().returning(columns)
  if (inserted) return { source: inserted, created: true }
  const [standing] = await tx.select(columns).from(sources).where(eq(sources.identity, source.identity))
  if (!standing) throw new Error('a source conflicted with none')
  return { source: standing, created: false }
}

/** Fills in the lag of a source that had none. */
export const stateLag = async (tx: Transaction, id: string, reportingLagDays: number): Promise<void> => {
  await tx.update(sources).set({ reportingLagDays }).where(eq(sources.id, id))
}

export const findSource = async (reader: Reader, id: string): Promise<Source | null> => {
  const [source] = await reader.select(columns).from(sources).where(eq(sources.id, id))
  return source ?? null
}

export const sourcesByIds = async (reader: Reader, ids: readonly string[]): Promise<Map<string, Source>> => {
  if (ids.length === 0) return new Map()
  const rows = await reader
    .select(columns)
    .from(sources)
    .where(inArray(sources.id, [...new Set(ids)]))
  return new Map(rows.map((source) => [source.id, source]))
}

export const listSources = async (reader: Reader, page: PageRequest): Promise<Page<Source>> => {
  const rows = await reader
    .select(columns)
    .from(sources)
    .where(afterCursor(page, sources.recordedAt, sources.id))
    .orderBy(...newestFirst(sources.recordedAt, sources.id))
    .limit(page.limit + 1)
  return pageOf(rows, page)
}

export type NewCoverage = Coverage & { salts: Salts; digest: string }

/** Appends that a source was read through a day; saying so twice changes nothing. */
export const putCoverage = async (tx: Transaction, coverage: NewCoverage): Promise<boolean> => {
  const rows = await tx
    .insert(sourceCoverage)
    .values(coverage)
    .onConflictDoNothing()
    .returning({ id: sourceCoverage.id })
  return rows.length > 0
}

/** The furthest day through which a source was read, null when none is recorded. */
export const readThrough = async (reader: Reader, sourceId: string): Promise<Day | null> => {
  const [row] = await reader
    .select({ day: sql<string | null>`max(${sourceCoverage.readThrough})::text` })
    .from(sourceCoverage)
    .where(eq(sourceCoverage.sourceId, sourceId))
  return (row?.day ?? null) as Day | null
}

export const coveragesByIds = async (reader: Reader, ids: readonly string[]): Promise<Coverage[]> =>
  ids.length === 0
    ? []
    : reader
        .select({
          id: sourceCoverage.id,
          sourceId: sourceCoverage.sourceId,
          readThrough: sourceCoverage.readThrough,
          recordedAt: sourceCoverage.recordedAt,
        })
        .from(sourceCoverage)
        .where(inArray(sourceCoverage.id, [...ids]))
