import type { PGlite } from '@electric-sql/pglite'
import { type SQL, sql } from 'drizzle-orm'
import type postgres from 'postgres'
import type { Reader } from './database.ts'
import type { LinkPool } from './link-pool.ts'

/** Statements as text with `$1`, for a library that brings its own. Without values a text may hold several, with a transaction in them. */
export type ExecuteSql = (text: string, values?: readonly unknown[]) => Promise<{ rows: unknown[] }>

/** Where such statements go, beside the transactions of ours. */
export type Statements = {
  executeSql: ExecuteSql
  /** One session, which nobody but this process has, and whoever opened it owns the tables. */
  embedded: boolean
}

/** An array as Postgres writes it: the driver knows no arrays, since it fetches no types. */
const arrayText = (values: readonly unknown[]): string =>
  `{${values.map((one) => (one === null ? 'NULL' : `"${String(one).replace(/["\\]/g, '\\$&')}"`)).join(',')}}`

/** A value as text, where the codecs that drizzle sets would not write it. */
const written = (value: unknown): unknown => {
  if (Array.isArray(value)) return arrayText(value)
  if (value instanceof Date) return value.toISOString()
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value
}

/** The rows of one answer, or of all answers to a text of several statements. */
const rowsOf = (answer: unknown): unknown[] => {
  if (Array.isArray(answer)) return answer.some(Array.isArray) ? answer.flat() : [...answer]
  return (answer as { rows?: unknown[] }).rows ?? []
}

/** Over the links of a pool. Several statements in one text have a link of their own: where one fails, what they began is undone. */
export const statementsOver = (pool: LinkPool): ExecuteSql => {
  return async (text, values = []) => {
    if (values.length > 0) return { rows: rowsOf(await pool.ask(text, values.map(written), {})) }
    const link = await pool.begin('select 1')
    try {
      return { rows: rowsOf(await link.send(text)) }
    } catch (error) {
      await link.send('rollback').catch(() => link.close())
      throw error
    } finally {
      pool.giveBack(link)
    }
  }
}

/** Within a transaction: one statement a text. */
export const statementsIn =
  (tx: Reader): ExecuteSql =>
  async (text, values = []) => {
    const parts = text.split(/\$(\d+)/)
    const chunks = parts.map(
      (part, at): SQL => (at % 2 === 0 ? sql.raw(part) : sql`${written(values[Number(part) - 1])}`),
    )
    return { rows: rowsOf(await tx.execute(sql.join(chunks))) }
  }

/** Over a client of the driver that has one connection. */
export const statementsOf =
  (client: postgres.Sql): ExecuteSql =>
  async (text, values = []) => {
    try {
      return { rows: rowsOf(await client.unsafe(text, values.map(written) as never[])) }
    } catch (error) {
      if (values.length === 0) await client.unsafe('rollback')
      throw error
    }
  }

/**
 * Over the one session of the embedded database: what is sent waits for the transaction that is open. What a text began that fails is
 * undone before others ask anything, but for those who waited already: theirs fails too.
 */
export const embeddedStatements =
  (client: PGlite): ExecuteSql =>
  async (text, values = []) => {
    if (values.length > 0) return client.query(text, [...values])
    try {
      return { rows: (await client.exec(text)).flatMap(({ rows }) => rows) }
    } catch (error) {
      await client.exec('rollback')
      throw error
    }
  }
