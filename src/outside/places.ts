import { Problem } from '../core/problem.ts'
import type { Places, TakePlace } from '../core/worked-place.ts'

/** So many at a time in one process, and so many of them of one client. */
type Most = { all: number; each: number }

/**
 * Requests that are worked on: ten for each connection to the database. All take turns at the connections, so more of them would each
 * take longer, until nobody waits for the answers any more and all work is for nothing.
 */
export const MOST_AT_ONCE: Most = { all: 100, each: 50 }
/** Requests whose body is awaited, each of 2.5 MB at most: they take memory alone. */
export const MOST_READ: Most = { all: 150, each: 30 }
/** Answers that go on after their request was worked on: exports, batches. */
export const MOST_STREAMS: Most = { all: 20, each: 5 }

/** Takes a place for a client and gives what gives it back; null: nobody knows whose it is. Throws `overloaded`. */
const poolOf = ({ all, each }: Most, what: string): TakePlace => {
  let taken = 0
  const of = new Map<string, number>()
  const count = (client: string | null, by: 1 | -1): void => {
    taken += by
    if (client === null) return
    const left = (of.get(client) ?? 0) + by
    if (left === 0) of.delete(client)
    else of.set(client, left)
  }
  return (client) => {
    if (taken >= all) throw new Problem('overloaded', `${all} ${what} already`, 'try again in a moment')
    if (client !== null && (of.get(client) ?? 0) >= each)
      throw new Problem('overloaded', `${each} ${what} from your address already`, 'try again once one of them is done')
    count(client, 1)
    let isHeld = true
    return () => {
      if (isHeld) count(client, -1)
      isHeld = false
    }
  }
}

/**
 * The places of one process that lives as long as its requests. An isolate of the edge may outlive a request whose client went away without
 * a word, and its place with it: there the platform bounds what is worked on.
 */
export const placesOfProcess = (): Places => ({
  working: poolOf(MOST_AT_ONCE, 'requests are worked on'),
  reading: poolOf(MOST_READ, 'bodies are awaited'),
  streaming: poolOf(MOST_STREAMS, 'answers are streamed'),
})
