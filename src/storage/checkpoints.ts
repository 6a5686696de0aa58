import { desc, eq, sql } from 'drizzle-orm'
import type { Checkpoint } from '../core/ledger/checkpoint.ts'
import type { Reader, Transaction } from './database.ts'
import { afterRank, type Page, type PageRequest, pageByRank } from './keyset.ts'
import { ledgerCheckpoints as checkpoints } from './tables/ledger.ts'

/** The newest checkpoint; null where there is none. */
export const newestCheckpoint = async (reader: Reader): Promise<Checkpoint | null> => {
  const [row] = await reader.select().from(checkpoints).orderBy(desc(checkpoints.size)).limit(1)
  return row ?? null
}

export const checkpointOf = async (reader: Reader, size: number): Promise<Checkpoint | null> => {
  const [row] = await reader.select().from(checkpoints).where(eq(checkpoints.size, size))
  return row ?? null
}

/** Checkpoints, the newest first. */
export const listCheckpoints = async (reader: Reader, page: PageRequest): Promise<Page<Checkpoint>> => {
  const rows = await reader
    .select()
    .from(checkpoints)
    .where(afterRank(page, sql`${checkpoints.size}`, sql`${checkpoints.size}::text`))
    .orderBy(desc(checkpoints.size))
    .limit(page.limit + 1)
  const { items, next } = pageByRank(
    rows.map((row) => ({ ...row, id: String(row.size), rank: row.size })),
    page,
  )
  return { items: items.map(({ id: _, rank: __, ...checkpoint }) => checkpoint), next }
}

/** Keeps a checkpoint; one of the same size stands as it is. */
export const keepCheckpoint = async (tx: Transaction, checkpoint: Checkpoint): Promise<void> => {
  await tx.insert(checkpoints).values(checkpoint).onConflictDoNothing()
}
