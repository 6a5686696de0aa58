import { eq, getTableColumns, sql } from 'drizzle-orm'
import type { Reader, Transaction } from './database.ts'
import { archives } from './tables/resolvers.ts'

export type Archive = typeof archives.$inferSelect

/** Keeps what was fetched, once by its hash. */
export const putArchive = async (tx: Transaction, archive: Archive): Promise<void> => {
  await tx.insert(archives).values(archive).onConflictDoNothing()
}

const { bytes, ...about } = getTableColumns(archives)

/** What is kept under a hash, without its bytes. */
export const describeArchive = async (reader: Reader, digest: string) => {
  const size = sql<number>`length(${bytes})`
  const [archive] = await reader
    .select({ ...about, size })
    .from(archives)
    .where(eq(archives.sha256, digest))
  return archive ?? null
}

export const findArchive = async (reader: Reader, digest: string): Promise<Archive | null> => {
  const [archive] = await reader.select().from(archives).where(eq(archives.sha256, digest))
  return archive ?? null
}
