import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { restrict } from '../../src/storage/roles.ts'
import { freshDatabase } from './postgres.ts'

/** A migrated database of its own, by the URL of its owner, and by that of a role that may do what the application needs. */
export const restrictedDatabase = async (
  postgresUrl: string,
): Promise<{ owner: string; app: string; role: string }> => {
  const owner = await freshDatabase(postgresUrl)
  const role = `app_${crypto.randomUUID().slice(0, 8)}`
  const client = postgres(owner, { max: 1, onnotice: () => undefined })
  try {
    const connection = drizzle(client)
    await connection.execute(sql.raw(`create role ${role} login password 'of tests'`))
    await restrict(connection, role)
  } finally {
    await client.end()
  }
  return { owner, role, app: Object.assign(new URL(owner), { username: role, password: 'of tests' }).href }
}
