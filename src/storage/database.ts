import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'
import type { ReplicaStanding } from '../core/replica.ts'
import type { Statements } from './statements.ts'
import { asProblem, transientCode } from './violations.ts'

/** Where reads may go: a connection or a transaction. */
export type Reader = PgDatabase<PgQueryResultHKT>
/** Where writes must go. A plain connection is no `Transaction`: writing outside one does not compile. */
export type Transaction = Parameters<Parameters<Reader['transaction']>[0]>[0]

/** A streaming standby of the database, which public reads may go to. */
export type Replica = {
  /**
   * A reader for one request, over the standby where that holds what the primary held a moment ago and its ledger reaches the position;
   * null: the primary answers. Where the standby fails it meanwhile, the reader goes on at the primary.
   */
  readerAt: (position: number) => Promise<Reader | null>
  standing: () => Promise<ReplicaStanding>
}

export type Database = {
  reader: Reader
  /** Runs work in one transaction: all of it is kept, or none. Database errors leave as a `Problem`. */
  transaction: <T>(work: (tx: Transaction) => Promise<T>) => Promise<T>
  /** The same database over connections of its own, where statements may take longer: what the clock starts keeps nobody waiting. */
  forJobs?: Database
  /** Where public reads may go instead; none where there is no standby. */
  replica?: Replica
  /** Where a library that brings its own statements may send them; none where there is no such place. */
  statements?: Statements
  /** Whether nothing can be written, for want of room on a disk of ours; transactions are refused then. Reads go on. */
  isFull?: () => boolean
}

/** A database that its opener must close. */
export type OpenDatabase = Database & { close: () => Promise<void> }

/** A transaction that lost against another is run again: it left nothing behind, so that is safe. But not for ever. */
export const ATTEMPTS = 5

/** A transaction that the database stopped for another's sake: by which code, and the how many-eth time. */
export type Lost = { code: '40001' | '40P01'; attempt: number }

/** Wraps a drizzle connection of either driver. `onLost` is told of each transaction that lost, before it is run again. */
export const databaseOf = (connection: Reader, onLost: (lost: Lost) => void = () => undefined): Database => ({
  reader: connection,
  transaction: async (work) => {
    for (let attempt = 1; ; attempt++) {
      try {
        return await connection.transaction(work)
      } catch (error) {
        const code = transientCode(error)
        if (code) onLost({ code, attempt })
        if (attempt === ATTEMPTS || !code) throw asProblem(error)
      }
    }
  },
})

/** Work inside a transaction that leaves nothing behind when it throws; what was done before it stays. */
export const savepoint = async <T>(tx: Transaction, work: (inner: Transaction) => Promise<T>): Promise<T> => {
  try {
    return await tx.transaction(work)
  } catch (error) {
    throw transientCode(error) ? error : asProblem(error)
  }
}
