import { UTCDate } from '@date-fns/utc'
import { type SQL, sql } from 'drizzle-orm'
import { type AnyPgColumn, check, customType, jsonb, text } from 'drizzle-orm/pg-core'
import type { Salts } from '../core/ledger/digest.ts'
import type { Day, Instant } from '../core/time.ts'

/** `timestamptz(3)` as an `Instant`: microseconds would break millisecond cursors. The keeper of accounts writes a Date. */
export const instant = customType<{ data: Instant; driverData: string }>({
  dataType: () => 'timestamp (3) with time zone',
  toDriver: (value: Instant | Date) => (value instanceof Date ? value.toISOString() : value),
  fromDriver: (value) => new UTCDate(value).toISOString() as Instant,
})

/** Bytes as they are. The driver of Postgres gives a Buffer, which is one. */
export const bytes = customType<{ data: Uint8Array<ArrayBuffer>; driverData: Uint8Array<ArrayBuffer> }>({
  dataType: () => 'bytea',
})

/** `date` as a `Day`. */
export const day = customType<{ data: Day; driverData: string }>({
  dataType: () => 'date',
  fromDriver: (value) => value.slice(0, 10) as Day,
})

const list = (values: readonly string[]): SQL =>
  sql.raw(values.map((value) => `'${value.replaceAll("'", "''")}'`).join(', '))

/** A check built from the same tuple as the schema: text, not an enum type, so that new values need no new type. */
export const oneOf = (name: string, column: AnyPgColumn, values: readonly string[]) =>
  check(name, sql`${column} in (${list(values)})`)

/** The columns of a ledger fact: one salt a field, and the digest over all salted fields. */
export const factColumns = () => ({
  salts: jsonb().$type<Salts>().notNull(),
  digest: text().notNull(),
})

/** A check that a text has a form, written once in core. */
export const matches = (name: string, column: AnyPgColumn, pattern: string) =>
  check(name, sql`${column} ~ ${sql.raw(`'${pattern}'`)}`)

export const inOrder = (name: string, earlier: AnyPgColumn, later: AnyPgColumn) =>
  check(name, sql`${earlier} <= ${later}`)
