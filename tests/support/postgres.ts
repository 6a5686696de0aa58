import { sql as statement } from 'drizzle-orm'
import postgres from 'postgres'
import type { Reader } from '../../src/storage/database.ts'

/** The migrated, empty database that tests copy theirs from. */
export const TEMPLATE = 'template_hindcast'

/** Makes a database in a running Postgres, empty or as a copy, and gives its URL. */
export const createDatabase = async (postgresUrl: string, name: string, template = 'template0'): Promise<string> => {
  const sql = postgres(postgresUrl, { max: 1, onnotice: () => undefined })
  try {
    await sql`create database ${sql(name)} template ${sql(template)}`
  } finally {
    await sql.end()
  }
  return Object.assign(new URL(postgresUrl), { pathname: `/${name}` }).href
}

/** A migrated database of its own for one test file. It goes with the Postgres it lives in. */
export const freshDatabase = (postgresUrl: string): Promise<string> =>
  createDatabase(postgresUrl, `test_${crypto.randomUUID().slice(0, 8)}`, TEMPLATE)

/** Waits until so many others wait for a lock in the database of a reader. */
export const untilWaiting = async (reader: Reader, count: number): Promise<void> => {
  for (;;) {
    const waiting = await reader.execute(statement`select 1 from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`)
    if ((waiting as unknown as unknown[]).length >= count) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
