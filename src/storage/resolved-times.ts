import { asc, inArray } from 'drizzle-orm'
import { groupBy } from '../core/group-by.ts'
import { type DecidedTimes, decidedTimes } from '../core/resolution/decided-times.ts'
import type { Reader } from './database.ts'
import { versionsOfAll } from './questions.ts'
import { resolutionEntries as entries } from './tables/resolution.ts'

/** So many ids go into one statement. */
const CHUNK = 5_000

/** The times of the outcomes that these questions' versions have on their own terms, by version id. */
export const resolvedTimes = async (
  reader: Reader,
  questionIds: readonly string[],
): Promise<Map<string, DecidedTimes>> => {
  const times = new Map<string, DecidedTimes>()
  for (let at = 0; at < questionIds.length; at += CHUNK) {
    const ids = questionIds.slice(at, at + CHUNK)
    const { questionId, step, versionId, outcome, recordedAt } = entries
    const rows = await reader
      .select({ questionId, step, versionId, outcome, recordedAt })
      .from(entries)
      .where(inArray(questionId, ids))
      .orderBy(asc(entries.position))
    const logs = groupBy(rows, (row) => row.questionId)
    for (const [id, versions] of await versionsOfAll(reader, ids)) {
      for (const version of versions) times.set(version.id, decidedTimes(version, versions, logs.get(id) ?? []))
    }
  }
  return times
}
