import { inArray, sql } from 'drizzle-orm'
import type { Instant } from '../core/time.ts'
import type { Reader } from './database.ts'
import { resolutionEntries as entries } from './tables/resolution.ts'

/** When a question was last settled, and when an outcome of it was last overturned; null where it never was. */
export type ResolvedTimes = { settledAt: Instant | null; overturnedAt: Instant | null }

/** So many ids go into one statement. */
const CHUNK = 5_000

const lastOf = (...steps: (typeof entries.$inferSelect)['step'][]) =>
  sql<Instant | null>`max(${entries.recordedAt}) filter (where ${inArray(entries.step, steps)})`.mapWith(
    entries.recordedAt,
  )

/** The times of these questions' outcomes, by the log. */
export const resolvedTimes = async (
  reader: Reader,
  questionIds: readonly string[],
): Promise<Map<string, ResolvedTimes>> => {
  const times = new Map<string, ResolvedTimes>()
  for (let at = 0; at < questionIds.length; at += CHUNK) {
    const rows = await reader
      .select({
        questionId: entries.questionId,
        settledAt: lastOf('settle', 'settle-version'),
        overturnedAt: lastOf('reopen', 'reopen-version'),
      })
      .from(entries)
      .where(inArray(entries.questionId, questionIds.slice(at, at + CHUNK)))
      .groupBy(entries.questionId)
    for (const { questionId, ...row } of rows) times.set(questionId, row)
  }
  return times
}
