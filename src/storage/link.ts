import postgres from 'postgres'
import { keptStatements } from './kept-statements.ts'
import { codeOf } from './violations.ts'
import { type StatementWatch, watched } from './watched-statements.ts'

/**
 * How long things may take, in milliseconds: a statement, waiting for a lock, a transaction in which nothing is asked. `plansOnce`: Postgres
 * plans a statement for any values, and where it keeps it once. Else it does so for the values of each of the first five times.
 */
export type Timeouts = { statement: number; lock: number; idle: number; plansOnce?: true }

/** What somebody waits for at the other end: many short statements by index, of which most of the time would go into planning. */
export const REQUEST_TIMEOUTS: Timeouts = { statement: 30_000, lock: 15_000, idle: 60_000, plansOnce: true }
/** What the clock starts: few statements, of which some read whole tables. */
export const JOB_TIMEOUTS: Timeouts = { statement: 600_000, lock: 60_000, idle: 600_000 }

/** How a statement is sent; rows come as objects, or as arrays for `arrays`. */
export type Sending = { arrays?: boolean }
type Rows = postgres.RowList<postgres.Row[]>
/** The parsers and serializers that drizzle sets. */
export type Codecs = Pick<postgres.ParsedOptions, 'parsers' | 'serializers'>

export type LinkOptions = {
  timeouts: Timeouts
  /** Whether the timeouts are said when connecting. Poolers between refuse that. */
  says: boolean
  /** Whether Postgres may be asked to keep statements. Poolers between may forget them. */
  keeps: () => boolean
  codecs: Codecs
  /** Told once, when it is of no use any more. */
  onGone: (link: Link) => void
  /** Told when a statement was forgotten that should have been kept. */
  onForgotten: () => void
  /** Told of each statement, the first of a link with the time that connecting took. */
  watch?: StatementWatch | undefined
}

/** One connection of Postgres, never used again once it is lost. */
export type Link = {
  /** Whether Postgres answered: before that no statement reached it. */
  isConnected: () => boolean
  isAlive: () => boolean
  /** Sends one statement after the other. Rejects with `CONNECTION_CLOSED` once the connection is lost. */
  send: (statement: string, params?: unknown[], sending?: Sending) => Promise<Rows>
  /** Lost from now on: whatever was asked and is not answered is told so. */
  abandon: () => void
  close: () => Promise<void>
}

/** A statement is not known by its name. */
const FORGOTTEN = '26000'
/** Where Postgres tells that what it keeps of a statement is of other columns than there are now, as after a migration. */
const STALE = 'RevalidateCachedQuery'

const CONNECT_SECONDS = 5
/** What an answer may take on its way, beyond what the statement may take. */
const GRACE_MS = 5000

/** How the runtime of the edge tells of a connection that is lost or does not come about: without a code. */
const UNCODED = /^(Network connection lost|proxy request failed)/

/** How many rows came back or were changed. */
const rowsOf = ({ count, length }: Rows): number => count ?? length

const lost = (code: 'CONNECTION_CLOSED' | 'CONNECT_TIMEOUT', why: string): Error =>
  Object.assign(new Error(why), { code })

/** Settles as the work does, unless that takes longer: then `late` is called and it rejects with what that gives. */
const within = <T>(ms: number, work: Promise<T>, late: () => Error): Promise<T> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(late()), ms)
    work.then(resolve, reject).finally(() => clearTimeout(timer))
  })

/**
 * A link to a database, that connects with its first statement. It is a client of one connection of the driver, since the driver
 * takes a lost connection up again by itself: what a transaction asks next would then run outside of it, and what waits to be
 * written to a socket that is gone ends the process (porsager/postgres 1208, 1155). So a link that is lost is lost for good, asks
 * one thing at a time, and sends nothing that it did not send before it was lost.
 */
export const linkTo = (url: string, options: LinkOptions): Link => {
  const { timeouts, says, keeps, codecs, onGone, onForgotten, watch } = options
  let alive = true
  let connected = false
  let before: Promise<unknown> = Promise.resolve()
  const kept = keptStatements()
  let answered = (): void => undefined
  const greeted = new Promise<void>((resolve) => {
    answered = resolve
  })
  const sql = postgres(url, {
    max: 1,
    // Needed for array parameters only, of which there are none; nobody hears of it when the connection is lost meanwhile.
    fetch_types: false,
    connect_timeout: CONNECT_SECONDS,
    // The driver would end a connection between two statements of a transaction.
    max_lifetime: null,
    idle_timeout: undefined,
    onnotice: () => undefined,
    onparameter: () => {
      connected = true
      answered()
    },
    onclose: () => drop(),
    ...(says && {
      connection: {
        statement_timeout: timeouts.statement,
        lock_timeout: timeouts.lock,
        idle_in_transaction_session_timeout: timeouts.idle,
        ...(timeouts.plansOnce && { plan_cache_mode: 'force_generic_plan' }),
      },
    }),
  })
  const drop = (): void => {
    if (!alive) return
    alive = false
    onGone(link)
  }
  const end = async (): Promise<void> => {
    drop()
    await sql.end({ timeout: 0 }).catch(() => undefined)
  }
  const late = (): Error => {
    void end()
    return connected
      ? lost('CONNECTION_CLOSED', 'no answer came in time')
      : lost('CONNECT_TIMEOUT', 'no connection came about in time')
  }
  const ask = async (statement: string, params: unknown[], { arrays = false }: Sending) => {
    if (!alive) throw lost('CONNECTION_CLOSED', 'the connection was lost')
    // Drizzle sets them once it has its client, which has this link already.
    if (!connected) Object.assign(sql.options.parsers, codecs.parsers)
    if (!connected) Object.assign(sql.options.serializers, codecs.serializers)
    const query = sql.unsafe(statement, params as never[], { prepare: keeps() && kept.isKept(statement, params) })
    const answer = Promise.resolve((arrays ? query.values() : query) as unknown as Promise<Rows>)
    try {
      // The driver's own time runs anew each time that somebody takes the connection and drops it.
      if (!connected) await within(CONNECT_SECONDS * 1000 + 1000, Promise.race([greeted, answer]), late)
      const rows = await within(timeouts.statement + GRACE_MS, answer, late)
      connected = true
      return rows
    } catch (error) {
      if (codeOf(error) === FORGOTTEN) {
        onForgotten()
        void end()
        throw lost('CONNECTION_CLOSED', 'a statement was forgotten on the way to the database')
      }
      if (error instanceof postgres.PostgresError && error.routine === STALE) {
        void end()
        throw lost('CONNECTION_CLOSED', 'a statement was kept from before a migration')
      }
      // What Postgres did not say itself came from the way there. The driver tells of a reset before it takes the connection for lost.
      if (!(error instanceof postgres.PostgresError)) void end()
      throw error instanceof Error && UNCODED.test(error.message) ? lost('CONNECTION_CLOSED', error.message) : error
    }
  }
  const link: Link = {
    isConnected: () => connected,
    isAlive: () => alive,
    send: (statement, params = [], sending = {}) => {
      const answer = before.then(() => watched(watch, statement, () => ask(statement, params, sending), rowsOf))
      before = answer.catch(() => undefined)
      return answer
    },
    abandon: () => void end(),
    close: async () => {
      if (!alive) return
      await before
      await end()
    },
  }
  return link
}
