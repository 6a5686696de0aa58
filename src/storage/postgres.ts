import { drizzle } from 'drizzle-orm/postgres-js'
import { Problem } from '../core/problem.ts'
import { databaseOf, type Lost, type OpenDatabase } from './database.ts'
import { clientOn, type Links, linksTo } from './driver.ts'
import { REQUEST_TIMEOUTS, type Timeouts } from './link.ts'
import { statementsOver } from './statements.ts'
import type { StatementWatch } from './watched-statements.ts'

/**
 * `says`: tell the timeouts when connecting, so that they hold outside of transactions too; a pooler that refuses is connected to
 * without. `watch` is told of each statement.
 */
export type PostgresOptions = {
  max?: number
  onLost?: (lost: Lost) => void
  timeouts?: Timeouts
  says?: boolean
  /** How often a connection is tried. */
  tries?: number
  /** What the address was given by, for whoever gave none. */
  variable?: string
  watch?: StatementWatch | undefined
}

/** A database by its links, which others may build on. */
export type Postgres = OpenDatabase & { links: Links }

export const noAddress = (variable: string): Problem =>
  new Problem(
    'invalid-input',
    `${variable} is no connection string`,
    'write postgres://user:password@host:5432/database',
  )

/** Any Postgres from 15 on, by connection string. */
export const openPostgres = (
  url: string,
  {
    max = 10,
    onLost,
    timeouts = REQUEST_TIMEOUTS,
    says = true,
    tries,
    variable = 'DATABASE_URL',
    watch,
  }: PostgresOptions = {},
): Postgres => {
  const links = linksOf(variable, url, { max, timeouts, says, watch, ...(tries !== undefined && { tries }) })
  const database = databaseOf(drizzle(clientOn(links), { casing: 'snake_case' }), onLost)
  const statements = { executeSql: statementsOver(links.pool), embedded: false }
  return { ...database, statements, links, close: links.pool.close }
}

const linksOf = (variable: string, ...asked: Parameters<typeof linksTo>): Links => {
  try {
    return linksTo(...asked)
  } catch {
    throw noAddress(variable)
  }
}
