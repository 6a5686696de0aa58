import { type SQL, sql } from 'drizzle-orm'
import type { Transaction } from './database.ts'

/**
 * Holds things by their ids until the transaction ends, in the order that a query of one column `id` gives them. Others who hold
 * the same id wait. Facts are held so and not by their rows: who locks a row must have the right to change it.
 */
export const holdIds = (tx: Transaction, ids: SQL): Promise<unknown> =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(held.id, 0)) from (${ids} offset 0) held`)

/** Holds one thing by its id, or by a name that stands for more than one. */
export const holdId = (tx: Transaction, id: string): Promise<unknown> =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${id}, 0))`)
