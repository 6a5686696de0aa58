import { desc, eq } from 'drizzle-orm'
import type { Instant } from '../core/time.ts'
import type { Reader, Transaction } from './database.ts'
import { jobRuns } from './tables/service.ts'

export type JobRun = typeof jobRuns.$inferSelect

/** Claims a scheduled run; false when another process has it already. */
export const startRun = async (
  tx: Transaction,
  run: Pick<JobRun, 'id' | 'job' | 'scheduledAt' | 'startedAt'>,
): Promise<boolean> => {
  const rows = await tx
    .insert(jobRuns)
    .values({ ...run, status: 'running' })
    .onConflictDoNothing()
    .returning({ id: jobRuns.id })
  return rows.length > 0
}

export type RunEnd = { finishedAt: Instant } & (
  | { status: 'done'; summary: Record<string, number> }
  | { status: 'failed'; error: string }
)

export const endRun = async (tx: Transaction, id: string, end: RunEnd): Promise<void> => {
  await tx.update(jobRuns).set(end).where(eq(jobRuns.id, id))
}

export const latestRuns = (reader: Reader, limit: number): Promise<JobRun[]> =>
  reader.select().from(jobRuns).orderBy(desc(jobRuns.startedAt), desc(jobRuns.id)).limit(limit)
