import { getTableColumns, type SQL, sql } from 'drizzle-orm'
import { toSnakeCase } from 'drizzle-orm/casing'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { Transaction } from './database.ts'

const quoted = (name: string): string => `"${name}"`

/** Rows that all have the same fields of a table, as records of its types: one parameter, however many there are. */
export const recordsOf = <Table extends PgTable>(
  table: Table,
  rows: readonly Partial<Table['$inferInsert']>[],
  name: string,
): SQL => {
  const columns = getTableColumns(table)
  const typed = Object.keys(rows[0] ?? {}).map((field) => `${quoted(field)} ${columns[field]?.getSQLType()}`)
  return sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as ${sql.raw(name)}(${sql.raw(typed.join(', '))})`
}

/** The statement that appends them, in their order. */
export const inserting = <Table extends PgTable>(table: Table, rows: readonly Table['$inferInsert'][]): SQL => {
  const fields = Object.keys(rows[0] ?? {})
  return sql`insert into ${table} (${sql.raw(fields.map((field) => quoted(toSnakeCase(field))).join(', '))})
    select ${sql.raw(fields.map(quoted).join(', '))} from ${recordsOf(table, rows, 'fresh')}`
}

/** So many rows go in one statement: about a megabyte of them. */
const ROWS = 2_000

/**
 * Appends rows that all have the same fields, thousands by one statement with one parameter: a statement with a parameter a field is
 * planned anew for each number of rows, and holds 65,535 at most.
 */
export const insertMany = async <Table extends PgTable>(
  tx: Transaction,
  table: Table,
  rows: readonly Table['$inferInsert'][],
): Promise<void> => {
  for (let at = 0; at < rows.length; at += ROWS) await tx.execute(inserting(table, rows.slice(at, at + ROWS)))
}

/** Appends those rows that none stands in the way of, by the same one statement. */
export const insertMissing = async <Table extends PgTable>(
  tx: Transaction,
  table: Table,
  rows: readonly Table['$inferInsert'][],
): Promise<void> => {
  if (rows.length > 0) await tx.execute(sql`${inserting(table, rows)} on conflict do nothing`)
}
