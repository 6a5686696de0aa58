import { getTableColumns, sql } from 'drizzle-orm'
import { toSnakeCase } from 'drizzle-orm/casing'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { Transaction } from './database.ts'

const quoted = (name: string): string => `"${name}"`

/**
 * Appends rows that all have the same fields, by one statement with one parameter: a statement with a parameter a field is planned
 * anew for each number of rows, and holds 65,535 at most.
 */
export const insertMany = async <Table extends PgTable>(
  tx: Transaction,
  table: Table,
  rows: readonly Table['$inferInsert'][],
): Promise<void> => {
  const [first] = rows
  if (!first) return
  const columns = getTableColumns(table)
  const fields = Object.keys(first)
  const typed = fields.map((field) => `${quoted(field)} ${columns[field]?.getSQLType()}`)
  await tx.execute(sql`insert into ${table} (${sql.raw(fields.map((field) => quoted(toSnakeCase(field))).join(', '))})
    select ${sql.raw(fields.map(quoted).join(', '))}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as fresh(${sql.raw(typed.join(', '))})`)
}
