import { and, desc, eq, sql } from 'drizzle-orm'
import type { Checkpoint } from '../core/ledger/checkpoint.ts'
import type { Reader, Transaction } from './database.ts'
import { afterRank, type Page, type PageRequest, pageByRank } from './keyset.ts'
import { ledgerCheckpoints as checkpoints } from './tables/ledger.ts'

/** The largest first; of one size the one that was signed last, which is that of the key of now. */
const newestFirst = [desc(checkpoints.size), desc(checkpoints.signedAt), desc(checkpoints.key)]

/** The newest checkpoint; null where there is none. */
export const newestCheckpoint = async (reader: Reader): Promise<Checkpoint | null> => {
  const [row] = await reader
    .select()
    .from(checkpoints)
    .orderBy(...newestFirst)
    .limit(1)
  return row ?? null
}

/** The checkpoint of a size, by one key or by that which signed it last; null where there is none. */
export const checkpointOf = async (reader: Reader, size: number, key?: string): Promise<Checkpoint | null> => {
  const [row] = await reader
    .select()
    .from(checkpoints)
    .where(and(eq(checkpoints.size, size), key === undefined ? undefined : eq(checkpoints.key, key)))
    .orderBy(...newestFirst)
    .limit(1)
  return row ?? null
}

/** What tells those of one size apart, in their order: when each was signed, in milliseconds, and the id of its key. */
const cursorId = sql<string>`((extract(epoch from ${checkpoints.signedAt}) * 1000)::bigint || '_' || split_part(${checkpoints.key}, '+', 2))`

/** Checkpoints, the newest first. */
export const listCheckpoints = async (reader: Reader, page: PageRequest): Promise<Page<Checkpoint>> => {
  const rows = await reader
    .select({ checkpoint: checkpoints, id: cursorId, rank: checkpoints.size })
    .from(checkpoints)
    .where(afterRank(page, sql`${checkpoints.size}`, cursorId))
    .orderBy(desc(checkpoints.size), desc(cursorId))
    .limit(page.limit + 1)
  const { items, next } = pageByRank(rows, page)
  return { items: items.map(({ checkpoint }) => checkpoint), next }
}

/** Keeps a checkpoint; one of the same size by the same key stands as it is. */
export const keepCheckpoint = async (tx: Transaction, checkpoint: Checkpoint): Promise<void> => {
  await tx.insert(checkpoints).values(checkpoint).onConflictDoNothing()
}
