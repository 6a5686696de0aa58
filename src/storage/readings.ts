import { desc, eq, inArray } from 'drizzle-orm'
import type { Salts } from '../core/ledger/digest.ts'
import type { RecordedReading, RecordedRun } from '../core/recorded-reading.ts'
import type { Reader, Transaction } from './database.ts'
import { documentReadings, extractionRuns } from './tables/reading.ts'

type Fact<T> = T & { salts: Salts; digest: string }

export const insertRun = async (tx: Transaction, run: Fact<RecordedRun>): Promise<void> => {
  await tx.insert(extractionRuns).values(run)
}

export const insertReading = async (tx: Transaction, reading: Fact<RecordedReading>): Promise<void> => {
  await tx.insert(documentReadings).values(reading)
}

/** How the candidates of the newest text of a commentary were found; null where it was recorded before runs were kept. */
export const newestRun = async (reader: Reader, commentaryId: string): Promise<RecordedRun | null> => {
  const [row] = await reader
    .select()
    .from(extractionRuns)
    .where(eq(extractionRuns.commentaryId, commentaryId))
    .orderBy(desc(extractionRuns.textVersion), desc(extractionRuns.recordedAt), desc(extractionRuns.id))
    .limit(1)
  if (!row) return null
  const { salts: _, digest: __, ...run } = row
  return run
}

/** What the document of the newest text told; null where a text came without one, or before readings were kept. */
export const newestReading = async (reader: Reader, commentaryId: string): Promise<RecordedReading | null> => {
  const [row] = await reader
    .select()
    .from(documentReadings)
    .where(eq(documentReadings.commentaryId, commentaryId))
    .orderBy(desc(documentReadings.textVersion), desc(documentReadings.recordedAt), desc(documentReadings.id))
    .limit(1)
  if (!row) return null
  const { salts: _, digest: __, ...reading } = row
  return reading
}

export const runsByIds = async (reader: Reader, ids: readonly string[]): Promise<RecordedRun[]> => {
  if (ids.length === 0) return []
  const rows = await reader
    .select()
    .from(extractionRuns)
    .where(inArray(extractionRuns.id, [...ids]))
  return rows.map(({ salts: _, digest: __, ...run }) => run)
}

export const readingsByIds = async (reader: Reader, ids: readonly string[]): Promise<RecordedReading[]> => {
  if (ids.length === 0) return []
  const rows = await reader
    .select()
    .from(documentReadings)
    .where(inArray(documentReadings.id, [...ids]))
  return rows.map(({ salts: _, digest: __, ...reading }) => reading)
}
