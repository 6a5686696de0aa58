import type { Deferred } from '../../core/deferred.ts'
import type { ProblemCode } from '../../core/problem.ts'
import type { Instant } from '../../core/time.ts'
import type { Log } from '../../core/watch.ts'
import type { Transaction } from '../../storage/database.ts'

/** What came of work: it is done, or somebody else is at it until an instant, after which it is asked for again. */
export type Done = 'done' | { askAgainAt: Instant }

/** Does work that a queue gave out; throws where that failed. `again`: it was given out before. */
export type Do = (deferred: Deferred, again: boolean) => Promise<Done>

/** Why work failed, as it is told: of a query never its values. */
export type Failure = { errorCode: ProblemCode; error: string }

/** What died: as it was written into the queue, how often it was tried, and why it failed; null where it never ended. */
export type Dead = { written: unknown; tries: number; failure: Failure | null }

/** What a queue asks of those who work: to do it, to tell a failure, and to keep what died. Each may be asked twice for the same. */
export type Workers = {
  do: Do
  failureOf: (error: unknown) => Failure
  bury: (dead: Dead) => Promise<void>
  /** Told of what failed. */
  log: Log
}

/** What keeps work. `none`: nothing does, and what is put in is done at once, by whoever puts it in. */
export const queueKinds = ['cloudflare', 'pg-boss', 'none'] as const

/**
 * Where work waits for its turn. It is given out at least once, in no order, again where it failed, and buried where it failed as often as
 * it is tried.
 */
export type WorkQueue = {
  kind: (typeof queueKinds)[number]
  /** Why there is none; null where there is one. */
  lacking: string | null
  /** Puts work in: what is in it by the same name is not put in again, where the queue can tell. */
  put: (work: readonly Deferred[]) => Promise<void>
  /**
   * Puts a dead letter back, by its id once. Where the queue is in the database, with the transaction and not without it; elsewhere it
   * is in before the transaction ends.
   */
  putBack: (tx: Transaction, letterId: string, deferred: Deferred) => Promise<void>
  /** Has work that others put in looked for now. */
  look: (deferred: Deferred) => void
}
