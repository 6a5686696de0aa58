import { sql } from 'drizzle-orm'
import { factTables, memberTables } from '../../src/core/ledger/fact-kinds.ts'
import type { Reader } from '../../src/storage/database.ts'

/** Each table that can be read as of a position: the facts, what belongs to collections, and what is made of those. */
const tables = [
  ...Object.values(factTables),
  ...Object.values(memberTables),
  'scored_items',
  'questions',
  'score_counts',
  'family_counts',
]

/** Every row of every table, whole, as one text a table: equal texts are equal to the last bit. */
export type Snapshot = Readonly<Record<string, string>>

const allRows = (schema: string): string => {
  const rows = (table: string) =>
    `(select coalesce(jsonb_agg(to_jsonb(each) order by to_jsonb(each)), '[]')::text from ${schema}.${table} each) as ${table}`
  return `select ${tables.map(rows).join(', ')}, ${merged(schema)} as authors`
}

const rowsOf = async (reader: Reader, statement: string): Promise<unknown[]> => {
  const result = (await reader.execute(sql.raw(statement))) as unknown[] | { rows: unknown[] }
  return 'rows' in result ? result.rows : result
}

/** Of authors only what they count for is made of facts. */
const merged = (schema: string): string =>
  `(select coalesce(jsonb_object_agg(each.id, each.canonical_id), '{}')::text from ${schema}.authors each where each.canonical_id is not null)`

/** Planning these statements takes longer than running them, so a session plans them once. */
const prepare = async (reader: Reader): Promise<void> => {
  const known = await rowsOf(reader, `select from pg_prepared_statements where name = 'tables_now'`)
  if (known.length > 0) return
  await reader.execute(sql.raw(`prepare tables_now as ${allRows('public')}`))
  await reader.execute(sql.raw(`prepare tables_as_of as ${allRows('as_of')}`))
}

const run = async (reader: Reader, statement: string): Promise<Snapshot> =>
  (await rowsOf(reader, `execute ${statement}`))[0] as Snapshot

/** What all tables hold. */
export const tablesNow = async (reader: Reader): Promise<Snapshot> => {
  await prepare(reader)
  return run(reader, 'tables_now')
}

/** What all tables held at a position, by the views that every read as of one goes through. */
export const tablesAsOf = async (reader: Reader, position: number): Promise<Snapshot> => {
  await prepare(reader)
  await reader.execute(sql`select set_config('hindcast.position', ${String(position)}, true)`)
  return run(reader, 'tables_as_of')
}

/** The tables in which two snapshots differ, with what either holds. */
export const differences = (one: Snapshot, other: Snapshot): Record<string, [unknown, unknown]> =>
  Object.fromEntries(
    [...tables, 'authors']
      .filter((table) => one[table] !== other[table])
      .map((table) => [table, [JSON.parse(one[table] ?? 'null'), JSON.parse(other[table] ?? 'null')]]),
  )
