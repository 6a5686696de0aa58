import { sql } from 'drizzle-orm'
import journal from '../../migrations/meta/_journal.json' with { type: 'json' }
import { Problem } from '../core/problem.ts'
import type { Reader } from './database.ts'
import { asProblem, isUnavailable } from './violations.ts'

const NEWEST = Math.max(...journal.entries.map(({ when }) => when))

export type Readiness = 'ready' | 'not migrated' | 'away'

/** Whether the database answers, and has the newest migration that this code knows. */
export const readinessOf = async (reader: Reader): Promise<Readiness> => {
  try {
    const applied = sql`select 1 from drizzle.__drizzle_migrations where created_at >= ${NEWEST}`
    const [row] = await reader.select({ ready: sql<boolean>`exists (${applied})` }).from(sql`(select 1) as one`)
    return row?.ready === true ? 'ready' : 'not migrated'
  } catch (error) {
    return isUnavailable(error) || asProblem(error) instanceof Problem ? 'away' : 'not migrated'
  }
}

/** Whether the database can serve. */
export const isReady = async (reader: Reader): Promise<boolean> => (await readinessOf(reader)) === 'ready'

/** Whether the database has a migration that this code does not know. */
export const isNewer = async (reader: Reader): Promise<boolean> => {
  const applied = sql`select 1 from drizzle.__drizzle_migrations where created_at > ${NEWEST}`
  const [row] = await reader.select({ newer: sql<boolean>`exists (${applied})` }).from(sql`(select 1) as one`)
  return row?.newer === true
}
