import { and, asc, eq, inArray, isNotNull, isNull, lt, or, sql } from 'drizzle-orm'
import { type DeadLetter, Deferred } from '../core/deferred.ts'
import type { Instant } from '../core/time.ts'
import type { Reader, Transaction } from './database.ts'
import { afterCursor, newestFirst, type Page, type PageRequest, pageBy } from './keyset.ts'
import { deadLetters } from './tables/service.ts'

const columns = {
  id: deadLetters.id,
  work: deadLetters.work,
  tries: deadLetters.tries,
  times: deadLetters.times,
  firstAt: deadLetters.firstAt,
  lastAt: deadLetters.lastAt,
  errorCode: deadLetters.errorCode,
  error: deadLetters.error,
  replayedAt: deadLetters.replayedAt,
  replayedBy: deadLetters.replayedBy,
}

/** What was written by another version may be nothing that this one can do. */
const read = <T extends { work: unknown }>(row: T): T & { work: Deferred | null } => ({
  ...row,
  work: Deferred.safeParse(row.work).data ?? null,
})

export type NewDeadLetter = Pick<DeadLetter, 'id' | 'tries' | 'errorCode' | 'error'> & {
  subject: string
  name: string
  written: unknown
  at: Instant
}

/**
 * Keeps what died. Of one subject one letter waits to be put back: a newer one takes the place of the one before it in its letter, and
 * the same again changes nothing.
 */
export const keepDeadLetter = async (tx: Transaction, { written, at, ...letter }: NewDeadLetter): Promise<void> => {
  const { name, tries, errorCode, error } = letter
  await tx
    .insert(deadLetters)
    .values({ ...letter, work: written, times: 1, firstAt: at, lastAt: at })
    .onConflictDoUpdate({
      target: deadLetters.subject,
      targetWhere: isNull(deadLetters.replayedAt),
      set: { name, work: written, tries, errorCode, error, lastAt: at, times: sql`${deadLetters.times} + 1` },
      setWhere: lt(deadLetters.name, name),
    })
}

/** Dead letters, the one whose first died last first; of those that were put back, or were not, where that is asked. */
export const listDeadLetters = async (
  reader: Reader,
  replayed: boolean | null,
  page: PageRequest,
): Promise<Page<DeadLetter>> => {
  const { replayedAt } = deadLetters
  const rows = await reader
    .select(columns)
    .from(deadLetters)
    .where(
      and(
        replayed === null ? undefined : replayed ? isNotNull(replayedAt) : isNull(replayedAt),
        afterCursor(page, deadLetters.firstAt, deadLetters.id),
      ),
    )
    .orderBy(...newestFirst(deadLetters.firstAt, deadLetters.id))
    .limit(page.limit + 1)
  return pageBy(rows.map(read), page, ({ firstAt }) => firstAt)
}

export const findDeadLetter = async (reader: Reader, id: string): Promise<DeadLetter | null> => {
  const [row] = await reader.select(columns).from(deadLetters).where(eq(deadLetters.id, id))
  return row ? read(row) : null
}

/** Marks a letter as put back; null where it is already, or there is none. Who comes at once waits for the one before. */
export const markReplayed = async (
  tx: Transaction,
  { id, at, by }: { id: string; at: Instant; by: string },
): Promise<DeadLetter | null> => {
  const [row] = await tx
    .update(deadLetters)
    .set({ replayedAt: at, replayedBy: by })
    .where(and(eq(deadLetters.id, id), isNull(deadLetters.replayedAt)))
    .returning(columns)
  return row ? read(row) : null
}

/** Deletes the oldest of what was put back, or died last, before these instants, at most `limit`; how many. */
export const deleteDeadLetters = async (
  tx: Transaction,
  { replayed, other }: { replayed: Instant; other: Instant },
  limit: number,
): Promise<number> => {
  const outlived = tx
    .select({ id: deadLetters.id })
    .from(deadLetters)
    .where(or(lt(deadLetters.replayedAt, replayed), lt(deadLetters.lastAt, other)))
    .orderBy(asc(deadLetters.firstAt), asc(deadLetters.id))
    .limit(limit)
  const rows = await tx.delete(deadLetters).where(inArray(deadLetters.id, outlived)).returning({ id: deadLetters.id })
  return rows.length
}
