import { readMigrationFiles } from 'drizzle-orm/migrator'
import type postgres from 'postgres'
import { codeOf } from './violations.ts'

/** An index as a migration makes it that need not be the one to do so: its name, its table, and how it is made beside others. */
type Early = { name: string; table: string; statement: string }

const INDEX =
  /^(create\s+(?:unique\s+)?index)\s+if\s+not\s+exists\s+"?(\w+)"?\s+on\s+(?:only\s+)?(?:"?public"?\.)?"?(\w+)"?/i

const withoutComments = (statement: string): string =>
  statement
    .split('\n')
    .filter((line) => !line.trimStart().startsWith('--'))
    .join('\n')
    .trim()

const earlyIn = (text: string): Early[] => {
  const statement = withoutComments(text)
  const [made, create, name = '', table = ''] = INDEX.exec(statement) ?? []
  if (!made) return []
  const rest = statement.slice(made.length).replace(/;\s*$/, '')
  return [{ name, table, statement: `${create} concurrently if not exists "${name}" on public."${table}"${rest}` }]
}

/** A column, a function or a table of the same release: the index is made where that is, in the transaction. */
const NOT_THERE = ['42703', '42P01', '42704', '42883']

/** When the newest migration that is applied was made; null for a database without any. */
const lastApplied = async (client: postgres.Sql): Promise<number | null> => {
  const [there] = await client`select to_regclass('drizzle.__drizzle_migrations') is not null as there`
  if (there?.['there'] !== true) return null
  const [last] = await client`select max(created_at)::text as at from drizzle.__drizzle_migrations`
  return last?.['at'] ? Number(last['at']) : null
}

/** An index that did not come about the last time is no index, though its name is taken. */
const dropInvalid = async (client: postgres.Sql, name: string): Promise<void> => {
  const [invalid] =
    await client`select from pg_index where indexrelid = to_regclass(${`public."${name}"`}) and not indisvalid`
  if (invalid) await client.unsafe(`drop index concurrently if exists public."${name}"`)
}

/**
 * Builds the indexes that migrations yet to be applied make `IF NOT EXISTS` on tables that are there, so that others write meanwhile:
 * in the transaction of the migrations nobody could until all of it is done. It waits for transactions that are under way, as long as they take.
 */
export const buildEarly = async (client: postgres.Sql, folder: string): Promise<void> => {
  const last = await lastApplied(client)
  if (last === null) return
  const pending = readMigrationFiles({ migrationsFolder: folder }).filter(({ folderMillis }) => folderMillis > last)
  for (const { name, table, statement } of pending.flatMap(({ sql }) => sql.flatMap(earlyIn))) {
    const [there] = await client`select to_regclass(${`public."${table}"`}) is not null as there`
    if (there?.['there'] !== true) continue
    await dropInvalid(client, name)
    try {
      await client.unsafe(statement)
    } catch (error) {
      if (!NOT_THERE.includes(codeOf(error))) throw error
    }
  }
}
