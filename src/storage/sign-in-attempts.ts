import { and, eq, gt, inArray, lte, min, or, sql } from 'drizzle-orm'
import type { Instant } from '../core/time.ts'
import type { Reader, Transaction } from './database.ts'
import { signInAttempts } from './tables/accounts.ts'

type Row = typeof signInAttempts.$inferInsert

/** Keeps attempts, and forgets those that count no more. */
export const keepAttempts = async (tx: Transaction, rows: Row[], over: Instant): Promise<void> => {
  await tx.delete(signInAttempts).where(lte(signInAttempts.recordedAt, over))
  await tx.insert(signInAttempts).values(rows)
}

/** Deletes attempts that were made until an instant, at most `limit`; returns how many. */
export const deleteAttempts = async (tx: Transaction, until: Instant, limit: number): Promise<number> => {
  const { id, recordedAt } = signInAttempts
  const old = tx.select({ id }).from(signInAttempts).where(lte(recordedAt, until)).limit(limit)
  return (await tx.delete(signInAttempts).where(inArray(id, old)).returning({ id })).length
}

/** How many attempts were made under a subject since an instant, and the first of them. */
export const attemptsSince = async (
  reader: Reader,
  subject: string,
  since: Instant,
): Promise<{ count: number; first: Instant | null }> => {
  const [row] = await reader
    .select({ count: sql<number>`count(*)::int`, first: min(signInAttempts.recordedAt) })
    .from(signInAttempts)
    .where(and(eq(signInAttempts.subject, subject), gt(signInAttempts.recordedAt, since)))
  return { count: row?.count ?? 0, first: row?.first ?? null }
}

/** Forgets these attempts, and all under a subject where one is named. */
export const forgetAttempts = async (tx: Transaction, ids: string[], subject: string | null = null): Promise<void> => {
  const under = subject === null ? undefined : eq(signInAttempts.subject, subject)
  await tx.delete(signInAttempts).where(or(inArray(signInAttempts.id, ids), under))
}
