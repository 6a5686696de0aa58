import { sql } from 'drizzle-orm'
import journal from '../../migrations/meta/_journal.json' with { type: 'json' }
import type { Reader } from './database.ts'

const NEWEST = Math.max(...journal.entries.map(({ when }) => when))

/** Whether the database answers and has the newest migration that this code knows. */
export const isReady = async (reader: Reader): Promise<boolean> => {
  try {
    const applied = sql`select 1 from drizzle.__drizzle_migrations where created_at >= ${NEWEST}`
    const [row] = await reader.select({ ready: sql<boolean>`exists (${applied})` }).from(sql`(select 1) as one`)
    return row?.ready === true
  } catch {
    return false
  }
}
