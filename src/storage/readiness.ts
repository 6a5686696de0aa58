import { sql } from 'drizzle-orm'
import type { Reader } from './database.ts'
import { jobRuns } from './tables/service.ts'

/** Whether the database answers and has the tables of the newest migration. */
export const isReady = async (reader: Reader): Promise<boolean> => {
  try {
    await reader.select({ one: sql`1` }).from(jobRuns).limit(1)
    return true
  } catch {
    return false
  }
}
