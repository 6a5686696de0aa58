import { Problem } from '../core/problem.ts'
import { rollDice } from '../outside/random.ts'
import { type Codecs, type Link, linkTo, type Sending, type Timeouts } from './link.ts'
import { codeOf, isUnavailable } from './violations.ts'
import type { StatementWatch } from './watched-statements.ts'

/**
 * `tries`: how often a connection is tried before whoever asked is told; each wait about twice the one before. `watch` is told of each
 * statement.
 */
export type PoolOptions = {
  max: number
  timeouts: Timeouts
  says: boolean
  tries?: number
  watch?: StatementWatch | undefined
}

const TRIES = 4
const FIRST_WAIT_MS = 100
/** Who comes when so many wait for a connection is turned away at once. */
const MOST_WAITING = 2000
/** A connection is not kept for ever: what Postgres holds for it grows. Counted, since no timer may outlast a request at the edge. */
const MOST_USES = 20_000
/** Postgres, or a pooler before it, does not take what was said when connecting. */
const REFUSED_STARTUP = '08P01'

/** Whoever waited for a connection in vain has waited long enough. */
const isWorthATry = (error: unknown): boolean => isUnavailable(error) && codeOf(error) !== 'CONNECT_TIMEOUT'

const taken = (): Problem =>
  new Problem('database-unavailable', 'all connections to the database are taken', 'try again in a moment')

type Waiting = { resolve: (link: Link) => void; reject: (error: Problem) => void; timer: NodeJS.Timeout }
type Used<T> = { link: Link; value: T }

export type LinkPool = {
  /** Asks one thing on any link. */
  ask: (statement: string, params: unknown[], sending: Sending) => Promise<Awaited<ReturnType<Link['send']>>>
  /** Gives a link of one's own, on which a first statement was answered; it must be given back. */
  begin: (statement: string) => Promise<Link>
  giveBack: (link: Link) => void
  /** Gives up every link at once, also those that are asked something: whoever waits for that is told that it was lost. */
  abandon: () => void
  close: () => Promise<void>
}

/**
 * At most `max` links to a database, made when they are needed. Who finds all of them taken waits in a queue that has an end, and
 * no longer than one would wait for a lock. A connection that does not come about is tried again, since nothing was asked on it yet;
 * what was asked never is.
 */
export const poolOf = (
  url: string,
  codecs: Codecs,
  { max, timeouts, says, tries = TRIES, watch }: PoolOptions,
): LinkPool => {
  const links = new Set<Link>()
  const idle: Link[] = []
  const uses = new WeakMap<Link, number>()
  const waiting: Waiting[] = []
  let saying = says
  let keeping = true
  let closing = false

  // What refuses to be told the timeouts stands between here and Postgres, and may give each transaction another connection.
  const keeps = (): boolean => keeping && saying
  const onForgotten = (): void => {
    keeping = false
  }

  const open = (): Link => {
    const link = linkTo(url, { timeouts, says: saying, keeps, codecs, onGone, onForgotten, watch })
    links.add(link)
    return link
  }
  const serve = (next: () => Link): void => {
    const first = waiting.shift()
    if (!first) return
    clearTimeout(first.timer)
    first.resolve(next())
  }
  const onGone = (link: Link): void => {
    links.delete(link)
    const at = idle.indexOf(link)
    if (at >= 0) idle.splice(at, 1)
    if (!closing && links.size < max) serve(open)
  }
  const take = (): Promise<Link> => {
    if (closing) return Promise.reject(taken())
    const free = idle.pop()
    if (free) return Promise.resolve(free)
    if (links.size < max) return Promise.resolve(open())
    if (waiting.length >= MOST_WAITING) return Promise.reject(taken())
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        waiting.splice(waiting.indexOf(one), 1)
        reject(taken())
      }, timeouts.lock)
      const one: Waiting = { resolve, reject, timer }
      waiting.push(one)
    })
  }
  const giveBack = (link: Link): void => {
    if (!link.isAlive()) return
    const used = (uses.get(link) ?? 0) + 1
    uses.set(link, used)
    if (closing || used >= MOST_USES) void link.close()
    else if (waiting.length > 0) serve(() => link)
    else idle.push(link)
  }

  /** Takes a link and asks something on it; again on another where no connection came about. */
  const reach = async <T>(ask: (link: Link) => Promise<T>): Promise<Used<T>> => {
    for (let tried = 1; ; tried++) {
      const link = await take()
      try {
        return { link, value: await ask(link) }
      } catch (error) {
        const unreached = !link.isConnected()
        // A link that never connected is no use to the next one either.
        if (unreached) await link.close()
        else giveBack(link)
        const refused = unreached && saying && codeOf(error) === REFUSED_STARTUP
        if (refused) saying = false
        else if (!unreached || tried === tries || !isWorthATry(error)) throw error
        else await new Promise((go) => setTimeout(go, FIRST_WAIT_MS * 2 ** (tried - 1) * (0.5 + rollDice())))
      }
    }
  }

  // An address that is none is told of at once.
  idle.push(open())
  return {
    ask: async (statement, params, sending) => {
      const { link, value } = await reach((one) => one.send(statement, params, sending))
      giveBack(link)
      return value
    },
    begin: async (statement) => (await reach((one) => one.send(statement))).link,
    giveBack,
    abandon: () => {
      for (const link of [...links]) link.abandon()
    },
    close: async () => {
      closing = true
      for (const { timer, reject } of waiting.splice(0)) {
        clearTimeout(timer)
        reject(taken())
      }
      await Promise.all(idle.splice(0).map((link) => link.close()))
      await Promise.all([...links].map((link) => link.close()))
    },
  }
}
