import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'
import { Problem } from '../core/problem.ts'
import { makeViews } from './as-of.ts'
import { databaseOf, type Lost, type OpenDatabase } from './database.ts'
import { applicationRoles, restrict } from './roles.ts'
import { asProblem } from './violations.ts'

/** `fetchTypes` costs a round trip a connection and is needed for array parameters only, of which there are none. */
export type PostgresOptions = { max?: number; fetchTypes?: boolean; onLost?: (lost: Lost) => void }

const connect = (url: string, options: { max: number; fetch_types?: boolean }): postgres.Sql => {
  try {
    return postgres(url, { ...options, onnotice: () => undefined })
  } catch {
    throw new Problem(
      'invalid-input',
      'DATABASE_URL is no connection string',
      'write postgres://user:password@host:5432/database',
    )
  }
}

/** Any Postgres from 15 on, by connection string. */
export const openPostgres = (
  url: string,
  { max = 10, fetchTypes = true, onLost }: PostgresOptions = {},
): OpenDatabase => {
  const client = connect(url, { max, fetch_types: fetchTypes })
  return { ...databaseOf(drizzle(client, { casing: 'snake_case' }), onLost), close: () => client.end({ timeout: 5 }) }
}

/**
 * Applies what is missing of the migrations in a folder; two at once wait for one another. Then gives the role that is named, and
 * each that the application could connect as before, what it needs of the tables as they are now. Returns those roles.
 */
export const migratePostgres = async (url: string, folder: string, role: string | null = null): Promise<string[]> => {
  const client = connect(url, { max: 1 })
  try {
    await client`select pg_advisory_lock(hashtext('hindcast-migrations'))`
    const connection = drizzle(client)
    await migrate(connection, { migrationsFolder: folder })
    await makeViews(connection)
    const roles = [...new Set([...(role === null ? [] : [role]), ...(await applicationRoles(connection))])]
    for (const one of roles) await restrict(connection, one)
    return roles
  } catch (error) {
    throw asProblem(error)
  } finally {
    await client.end({ timeout: 5 })
  }
}
