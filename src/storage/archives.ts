import { eq } from 'drizzle-orm'
import type { Reader, Transaction } from './database.ts'
import { archives } from './tables/resolvers.ts'

export type Archive = typeof archives.$inferSelect

/** Keeps what was fetched, once by its hash. */
export const putArchive = async (tx: Transaction, archive: Archive): Promise<void> => {
  await tx.insert(archives).values(archive).onConflictDoNothing()
}

export const findArchive = async (reader: Reader, sha256: string): Promise<Archive | null> => {
  const [archive] = await reader.select().from(archives).where(eq(archives.sha256, sha256))
  return archive ?? null
}
