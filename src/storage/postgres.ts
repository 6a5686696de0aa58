import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'
import { Problem } from '../core/problem.ts'
import { makeViews } from './as-of.ts'
import { databaseOf, type Lost, type OpenDatabase } from './database.ts'
import { clientOn, type Links, linksTo } from './driver.ts'
import { REQUEST_TIMEOUTS, type Timeouts } from './link.ts'
import { applicationRoles, type Restricted, restrict } from './roles.ts'
import { asProblem, codeOf } from './violations.ts'

/**
 * `says`: tell the timeouts when connecting, so that they hold outside of transactions too; a pooler that refuses is connected to
 * without.
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
}

/** A database by its links, which others may build on. */
export type Postgres = OpenDatabase & { links: Links }

const noAddress = (variable: string): Problem =>
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
  }: PostgresOptions = {},
): Postgres => {
  const links = linksOf(variable, url, { max, timeouts, says, ...(tries !== undefined && { tries }) })
  return { ...databaseOf(drizzle(clientOn(links), { casing: 'snake_case' }), onLost), links, close: links.pool.close }
}

const linksOf = (variable: string, ...asked: Parameters<typeof linksTo>): Links => {
  try {
    return linksTo(...asked)
  } catch {
    throw noAddress(variable)
  }
}

const connect = (url: string): postgres.Sql => {
  try {
    return postgres(url, { max: 1, onnotice: () => undefined })
  } catch {
    throw noAddress('DATABASE_URL')
  }
}

/** Whoever waits for a table holds up all that come after, also readers: so long at most, and so often again after such a pause. */
const [LOCK_WAIT, LOCK_TRIES, LOCK_PAUSE_MS] = ['3s', 10, 2000]

/** Runs work again that others' locks kept from being done: nothing of it was kept. */
const untilLocked = async <T>(work: () => Promise<T>): Promise<T> => {
  for (let tried = 1; ; tried++) {
    try {
      return await work()
    } catch (error) {
      if (codeOf(error) !== '55P03' || tried === LOCK_TRIES) throw error
      await new Promise((go) => setTimeout(go, LOCK_PAUSE_MS))
    }
  }
}

/**
 * Applies what is missing of the migrations in a folder; two at once wait for one another. Then gives the role that is named, and
 * each that the application could connect as before, what it needs of the tables as they are now. Returns those roles, each with what
 * the owner of the database has still to say. Throws `database-unavailable` where others hold a table for too long.
 */
export const migratePostgres = async (
  url: string,
  folder: string,
  role: string | null = null,
): Promise<Restricted[]> => {
  const client = connect(url)
  try {
    await client`select pg_advisory_lock(hashtext('hindcast-migrations'))`
    await client`select set_config('lock_timeout', ${LOCK_WAIT}, false)`
    const connection = drizzle(client)
    await untilLocked(() => migrate(connection, { migrationsFolder: folder }))
    await untilLocked(() => makeViews(connection))
    const roles = [...new Set([...(role === null ? [] : [role]), ...(await applicationRoles(connection))])]
    const restricted: Restricted[] = []
    for (const one of roles) restricted.push(await untilLocked(() => restrict(connection, one)))
    return restricted
  } catch (error) {
    throw asProblem(error)
  } finally {
    await client.end({ timeout: 5 })
  }
}
