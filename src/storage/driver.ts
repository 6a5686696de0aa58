import type postgres from 'postgres'
import type { Codecs, Link, Sending, Timeouts } from './link.ts'
import { type LinkPool, type PoolOptions, poolOf } from './link-pool.ts'

/** What drizzle awaits: rows as objects, or by `values()` as arrays. */
type Asked = PromiseLike<unknown> & { values: () => Promise<unknown> }
type Ask = (statement: string, params: unknown[], sending: Sending) => Promise<unknown>
/** The part of the driver that drizzle uses. */
type Scope = {
  unsafe: (statement: string, params?: unknown[]) => Asked
  savepoint: <T>(work: (inner: Scope) => Promise<T>) => Promise<T>
}

const asking =
  (ask: Ask): Scope['unsafe'] =>
  (statement, params = []) => ({
    // biome-ignore lint/suspicious/noThenProperty: the driver's queries are asked when they are awaited, and so are these.
    then: (done, failed) => ask(statement, params, {}).then(done, failed),
    values: () => ask(statement, params, { arrays: true }),
  })

const rolledBack = (): Error =>
  Object.assign(new Error('the transaction was rolled back where it should have been kept'), { code: '40000' })

/** How many savepoints the transaction had, and whether the scope around one is over. */
type Around = { counted: { savepoints: number }; isOver: () => boolean }

/**
 * Runs work on a link. What failed in it fails it, even where the work itself went on; `undo` takes back what it did. Once the work
 * is over nothing more can be asked in it: the link is another's then.
 */
const scoped = async <T>(
  link: Link,
  options: Codecs,
  undo: string,
  { counted, isOver: isAroundOver }: Around,
  work: (scope: Scope) => Promise<T>,
): Promise<T> => {
  let failure: { error: unknown } | null = null
  let over = false
  const isOver = (): boolean => over || isAroundOver()
  const send: Ask = async (statement, params, sending) => {
    if (isOver()) throw new Error('this transaction is over: await whatever is asked in it before it ends')
    return link.send(statement, params, sending)
  }
  const scope = {
    options,
    unsafe: asking((statement, params, sending) =>
      send(statement, params, sending).catch((error: unknown) => {
        failure ??= { error }
        throw error
      }),
    ),
    savepoint: async <U>(inner: (scope: Scope) => Promise<U>): Promise<U> => {
      const name = `s${counted.savepoints++}`
      await send(`savepoint ${name}`, [], {})
      return scoped(link, options, `rollback to ${name}`, { counted, isOver }, inner)
    },
  }
  try {
    const result = await work(scope).finally(() => {
      over = true
    })
    if (failure !== null) throw (failure as { error: unknown }).error
    return result
  } catch (error) {
    // Where that fails the connection is lost, and with it all that was done; the reason stays the one that is told.
    await link.send(undo).catch(() => link.close())
    throw error
  }
}

/** One message: what is set lasts as long as the transaction, whatever stands between here and Postgres. */
const beginning = ({ statement, lock, idle }: Timeouts): string =>
  `begin; set local statement_timeout = ${statement}; set local lock_timeout = ${lock};
    set local idle_in_transaction_session_timeout = ${idle}`

const transaction =
  (pool: LinkPool, options: Codecs, begin: string) =>
  async <T>(work: (scope: Scope) => Promise<T>): Promise<T> => {
    const link = await pool.begin(begin)
    try {
      const result = await scoped(link, options, 'rollback', { counted: { savepoints: 0 }, isOver: () => false }, work)
      const { command } = await link.send('commit')
      if (command !== 'COMMIT') throw rolledBack()
      return result
    } finally {
      pool.giveBack(link)
    }
  }

/** Links, and the codecs that whatever is sent on them goes by. */
export type Links = { pool: LinkPool; codecs: Codecs; timeouts: Timeouts }

/** Stands in for a client of the driver: the same to drizzle, over a pool of links. */
export const clientOn = ({ pool, codecs, timeouts }: Links): postgres.Sql => {
  const client = {
    options: codecs,
    unsafe: asking((statement, params, sending) => pool.ask(statement, params, sending)),
    begin: transaction(pool, codecs, beginning(timeouts)),
  }
  return client as unknown as postgres.Sql
}

/** A pool of links to a database. Throws where the address is none. */
export const linksTo = (url: string, options: PoolOptions): Links => {
  const codecs: Codecs = { parsers: {}, serializers: {} } as Codecs
  return { pool: poolOf(url, codecs, options), codecs, timeouts: options.timeouts }
}
