import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'
import { installBoss } from '../outside/queues/pg-boss.ts'
import { makeViews } from './as-of.ts'
import { buildEarly } from './early-indexes.ts'
import { noAddress } from './postgres.ts'
import { applicationRoles, type Restricted, restrict } from './roles.ts'
import { statementsOf } from './statements.ts'
import { asProblem, codeOf } from './violations.ts'

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

/** How often it is asked whether another migrates. */
const TURN_MS = 250

/** One at a time. Who comes second asks again and again: an index that is built beside others waits for statements that wait themselves. */
const becomeMigrator = async (client: postgres.Sql): Promise<void> => {
  for (;;) {
    const [row] = await client`select pg_try_advisory_lock(hashtext('hindcast-migrations')) as mine`
    if (row?.['mine'] === true) return
    await new Promise((go) => setTimeout(go, TURN_MS))
  }
}

/**
 * Applies what is missing of the migrations in a folder; two at once wait for one another. Indexes of tables that are there are built
 * before, while others write. Then gives the role that is named, and
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
    await becomeMigrator(client)
    await buildEarly(client, folder)
    await client`select set_config('lock_timeout', ${LOCK_WAIT}, false)`
    const connection = drizzle(client)
    await untilLocked(() => migrate(connection, { migrationsFolder: folder }))
    await untilLocked(() => makeViews(connection))
    await untilLocked(() => installBoss({ executeSql: statementsOf(client), embedded: false }))
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
