import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'
import { databaseOf, type OpenDatabase } from './database.ts'

export type PostgresOptions = { max?: number; prepare?: boolean }

/** Any Postgres from 15 on, by connection string. */
export const openPostgres = (url: string, { max = 10, prepare = true }: PostgresOptions = {}): OpenDatabase => {
  const client = postgres(url, { max, prepare, onnotice: () => undefined })
  return { ...databaseOf(drizzle(client, { casing: 'snake_case' })), close: () => client.end({ timeout: 5 }) }
}

/** Applies what is missing of the migrations in a folder; two at once wait for one another. */
export const migratePostgres = async (url: string, folder: string): Promise<void> => {
  const client = postgres(url, { max: 1, onnotice: () => undefined })
  try {
    await client`select pg_advisory_lock(hashtext('hindcast-migrations'))`
    await migrate(drizzle(client), { migrationsFolder: folder })
  } finally {
    await client.end({ timeout: 5 })
  }
}
