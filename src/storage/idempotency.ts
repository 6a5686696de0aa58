import { and, eq, inArray, isNotNull, isNull, lt, sql } from 'drizzle-orm'
import { farthestAhead } from '../core/fetching/pace.ts'
import type { Ask, FirstAnswer } from '../core/idempotency.ts'
import type { KeptAnswer } from '../core/person-export.ts'
import type { Instant } from '../core/time.ts'
import type { Reader, Transaction } from './database.ts'
import { type MadeBy, madeBy } from './made-by.ts'
import { idempotencyKeys as keys } from './tables/idempotency.ts'

type Claim = Ask & { now: Instant; heldUntil: Instant; keptSince: Instant }

/** What stands under a key that was claimed before; the answer is null while the first request runs. */
export type Claimed = { fingerprint: string; heldUntil: Instant; answer: FirstAnswer | null }

/**
 * Takes a key for a request: null when it is now this request's, else what stands under it. A key is taken anew where it
 * is older than it is kept, or where the same request began and was lost, also under a clock that was ahead.
 */
export const claimKey = async (tx: Transaction, claim: Claim): Promise<Claimed | null> => {
  const { actor, key, fingerprint, now, heldUntil, keptSince } = claim
  const row = { actor, key, fingerprint, startedAt: now, heldUntil, status: null, headers: null, body: null }
  const taken = await tx
    .insert(keys)
    .values(row)
    .onConflictDoUpdate({
      target: [keys.actor, keys.key],
      set: row,
      setWhere: sql`${keys.startedAt} < ${keptSince}::timestamptz or (${keys.status} is null
        and (${keys.heldUntil} < ${now}::timestamptz or ${keys.heldUntil} > ${farthestAhead(now)}::timestamptz)
        and ${keys.fingerprint} = ${fingerprint})`,
    })
    .returning({ key: keys.key })
  if (taken.length > 0) return null
  const [found] = await tx
    .select()
    .from(keys)
    .where(and(eq(keys.actor, actor), eq(keys.key, key)))
  if (!found) throw new Error('the key was let go while it was asked for')
  const { status, headers, body } = found
  const answer = status === null || body === null ? null : { status, headers: headers ?? {}, body }
  return { fingerprint: found.fingerprint, heldUntil: found.heldUntil, answer }
}

const held = ({ actor, key, fingerprint }: Ask) =>
  and(eq(keys.actor, actor), eq(keys.key, key), eq(keys.fingerprint, fingerprint), isNull(keys.status))

export const keepAnswer = async (tx: Transaction, ask: Ask, answer: FirstAnswer): Promise<void> => {
  await tx.update(keys).set(answer).where(held(ask))
}

/** Lets a key go whose request came to nothing: it may be sent again. */
export const releaseKey = async (tx: Transaction, ask: Ask): Promise<void> => {
  await tx.delete(keys).where(held(ask))
}

/** Deletes answers that began before an instant, at most `limit`; returns how many. */
export const deleteAnswers = async (tx: Transaction, before: Instant, limit: number): Promise<number> => {
  const old = tx.select({ at: sql`ctid` }).from(keys).where(lt(keys.startedAt, before)).limit(limit)
  return (await tx.delete(keys).where(inArray(sql`ctid`, old)).returning({ key: keys.key })).length
}

/** Deletes every answer that is kept: some may hold a text that is taken out. */
export const dropAnswers = async (tx: Transaction): Promise<void> => {
  await tx.delete(keys).where(isNotNull(keys.status))
}

/** The requests whose first answers are kept for one who asks, in the order of their Idempotency-Keys. */
export const answersKept = (reader: Reader, made: MadeBy): Promise<KeptAnswer[]> =>
  reader
    .select({ by: keys.actor, key: keys.key, status: keys.status, recordedAt: keys.startedAt })
    .from(keys)
    .where(madeBy(keys.actor, keys.key, made))
    .orderBy(keys.key)
    .limit(made.limit)
