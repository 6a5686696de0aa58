import { Problem } from '../core/problem.ts'
import type { Places, TakeAtOnce, TakePlace } from '../core/worked-place.ts'

/** So many at a time in one process, and so many of them of one client. */
type Most = { all: number; each: number }
/** So many wait for their turn, and for so long in ms. */
type Line = Most & { ms: number }
/** Who waits: let in, or sent away. */
type Waiting = { client: string | null; enter: () => void }

/**
 * Requests that are worked on: five for each connection to the database. All take turns at the connections, a page some twenty times, so
 * more of them would not be done sooner, but each of them later, until nobody waits for the answers any more.
 */
export const MOST_AT_ONCE: Most = { all: 50, each: 25 }
/**
 * Requests that wait for such a place, for so long in ms: where the database was away for a moment, those that came meanwhile are answered
 * late instead of turned away. They take memory alone, and no longer than clients wait.
 */
export const LINE: Line = { all: 350, each: 175, ms: 8_000 }
/** Requests whose body is awaited, each of 2.5 MB at most: they take memory alone. */
export const MOST_READ: Most = { all: 150, each: 30 }
/** Answers that go on after their request was worked on: exports, batches. */
export const MOST_STREAMS: Most = { all: 20, each: 5 }

/** How many there are, and how many of each client. */
const counter = ({ all, each }: Most) => {
  let total = 0
  const of = new Map<string, number>()
  return {
    total: () => total,
    isFull: () => total >= all,
    hasShare: (client: string | null) => client !== null && (of.get(client) ?? 0) >= each,
    count: (client: string | null, by: 1 | -1): void => {
      total += by
      if (client === null) return
      const left = (of.get(client) ?? 0) + by
      if (left === 0) of.delete(client)
      else of.set(client, left)
    },
  }
}

/** So many places; `left` is called whenever one was given back. */
const poolOf = (most: Most, what: string, left: () => void = () => undefined) => {
  const taken = counter(most)
  const isFree = (client: string | null): boolean => !taken.isFull() && !taken.hasShare(client)
  const overloaded = (client: string | null): Problem =>
    taken.hasShare(client)
      ? new Problem(
          'overloaded',
          `${most.each} ${what} from your address already`,
          'try again once one of them is done',
        )
      : new Problem('overloaded', `${most.all} ${what} already`, 'try again in a moment')
  const take = (client: string | null): (() => void) => {
    let isHeld = true
    taken.count(client, 1)
    return () => {
      if (!isHeld) return
      isHeld = false
      taken.count(client, -1)
      left()
    }
  }
  return { isFree, overloaded, take, taken: taken.total }
}

/** A place now or none. */
const atOnce = (most: Most, what: string): { take: TakeAtOnce; taken: () => number } => {
  const { isFree, overloaded, take, taken } = poolOf(most, what)
  const takeNow: TakeAtOnce = (client) => {
    if (!isFree(client)) throw overloaded(client)
    return take(client)
  }
  return { take: takeNow, taken }
}

/** A place now, or in turn: the first of those that wait whose client has not its share of places is let in. */
const inTurn = (most: Most, what: string, line: Line) => {
  const inLine = new Set<Waiting>()
  const waiting = counter(line)
  const { isFree, overloaded, take, taken } = poolOf(most, what, () => {
    for (const one of inLine) if (isFree(one.client)) return one.enter()
  })
  const wait = (client: string | null): Promise<() => void> =>
    new Promise((resolve, reject) => {
      const leaveLine = (): void => {
        clearTimeout(timer)
        inLine.delete(one)
        waiting.count(client, -1)
      }
      const enter = (): void => {
        leaveLine()
        resolve(take(client))
      }
      const one = { client, enter }
      const timer = setTimeout(() => {
        leaveLine()
        reject(overloaded(client))
      }, line.ms)
      inLine.add(one)
      waiting.count(client, 1)
    })
  const takeInTurn: TakePlace = async (client) => {
    if (isFree(client)) return take(client)
    if (waiting.isFull() || waiting.hasShare(client)) throw overloaded(client)
    return wait(client)
  }
  return { take: takeInTurn, taken, waiting: waiting.total }
}

/**
 * The places of one process that lives as long as its requests. An isolate of the edge may outlive a request whose client went away without
 * a word, and its place with it: there the platform bounds what is worked on.
 */
export const placesOfProcess = (line = LINE): Places => {
  const working = inTurn(MOST_AT_ONCE, 'requests are worked on', line)
  const reading = atOnce(MOST_READ, 'bodies are awaited')
  const streaming = atOnce(MOST_STREAMS, 'answers are streamed')
  const taken = () => ({
    working: working.taken(),
    waiting: working.waiting(),
    reading: reading.taken(),
    streaming: streaming.taken(),
  })
  return { working: working.take, reading: reading.take, streaming: streaming.take, taken }
}
