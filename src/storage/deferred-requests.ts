import { and, asc, eq, gt, inArray, isNotNull, isNull, lt, lte, or, type SQL, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import { answerName, type DeferredRequest, type SentRequest, type TakenRequest } from '../core/deferred-request.ts'
import { farthestAhead } from '../core/fetching/pace.ts'
import type { KeptRequest } from '../core/person-export.ts'
import type { Instant } from '../core/time.ts'
import type { Reader, Transaction } from './database.ts'
import { type MadeBy, madeBy } from './made-by.ts'
import { deferredRequests as requests } from './tables/deferred-requests.ts'
import { idempotencyKeys as keys } from './tables/idempotency.ts'

type NewRequest = SentRequest & { id: string; actor: string; recordedAt: Instant }

export const insertRequest = async (tx: Transaction, request: NewRequest): Promise<void> => {
  await tx.insert(requests).values(request)
}

/** How many requests of somebody wait, counted up to a limit. */
export const countWaiting = async (reader: Reader, actor: string, limit: number): Promise<number> => {
  const waiting = reader
    .select({ id: requests.id })
    .from(requests)
    .where(and(eq(requests.actor, actor), isNull(requests.endedAt)))
    .limit(limit)
  const [row] = await reader.select({ n: sql<number>`count(*)::int` }).from(waiting.as('waiting'))
  return row?.n ?? 0
}

/** A request with what has become of it, and who sent it; null where there is none, or none any more. */
export const findRequest = async (
  reader: Reader,
  id: string,
): Promise<{ actor: string; request: DeferredRequest } | null> => {
  const { actor, address, recordedAt, tries, endedAt, failed } = requests
  const answer = { status: keys.status, headers: keys.headers, body: keys.body }
  const [row] = await reader
    .select({ actor, address, recordedAt, tries, endedAt, failed, answer })
    .from(requests)
    .leftJoin(keys, and(eq(keys.actor, actor), eq(keys.key, answerName(id))))
    .where(eq(requests.id, id))
  if (!row) return null
  const { status = null, headers = null, body = null } = row.answer ?? {}
  const isAnswered = row.endedAt !== null && !row.failed
  const request: DeferredRequest = {
    id,
    address: row.address,
    state: row.endedAt === null ? 'waiting' : row.failed ? 'failed' : 'answered',
    recordedAt: row.recordedAt,
    tries: row.tries,
    endedAt: row.endedAt,
    answer:
      isAnswered && status !== null && body !== null
        ? { status, headers: headers ?? {}, body: JSON.parse(body) }
        : null,
  }
  return { actor: row.actor, request }
}

/** A request that is not ended; null where it is, or is no more. */
export const findUnended = async (tx: Transaction, id: string): Promise<TakenRequest | null> => {
  const { actor, address, ifMatch, body, tries } = requests
  const [row] = await tx
    .select({ id: requests.id, actor, address, ifMatch, body, tries })
    .from(requests)
    .where(and(eq(requests.id, id), isNull(requests.endedAt)))
  return row && row.body !== null ? { ...row, body: row.body } : null
}

/** Counts one try more; how many there were with it. */
export const countTry = async (tx: Transaction, id: string): Promise<number> => {
  const [row] = await tx
    .update(requests)
    .set({ tries: sql`${requests.tries} + 1` })
    .where(eq(requests.id, id))
    .returning({ tries: requests.tries })
  return row?.tries ?? 0
}

/** Notes that a request is answered. Nobody needs what it said any more, also where it had failed before. */
export const endRequest = async (tx: Transaction, id: string, at: Instant): Promise<void> => {
  await tx.update(requests).set({ endedAt: at, failed: false, body: null }).where(eq(requests.id, id))
}

/** Notes that a request ended without an answer, unless it has one. */
export const failRequest = async (tx: Transaction, id: string, at: Instant): Promise<void> => {
  await tx
    .update(requests)
    .set({ endedAt: at, failed: true })
    .where(and(eq(requests.id, id), isNull(requests.endedAt)))
}

/** Lets a request that failed wait again, from the first try on; false where there is none, or its body was taken out. */
export const reviveRequest = async (tx: Transaction, id: string, at: Instant): Promise<boolean> => {
  const revived = await tx
    .update(requests)
    .set({ endedAt: null, failed: false, tries: 0, queuedAt: at })
    .where(and(eq(requests.id, id), eq(requests.failed, true), isNotNull(requests.body)))
    .returning({ id: requests.id })
  return revived.length > 0
}

/** What an instant of a clock that was ahead says is not believed. */
const passed = (at: AnyPgColumn, before: Instant, now: Instant): SQL | undefined =>
  or(lte(at, before), gt(at, farthestAhead(now)))

/** Since when a request may wait without having been put into a queue, and since when after it was. */
export type Overdue = { now: Instant; recordedBefore: Instant; queuedBefore: Instant }

const isOverdue = ({ now, recordedBefore, queuedBefore }: Overdue): SQL | undefined =>
  or(
    and(isNull(requests.queuedAt), passed(requests.recordedAt, recordedBefore, now)),
    passed(requests.queuedAt, queuedBefore, now),
  )

/** Requests that wait, the first that came first: all of them for null, else those that should be in a queue and may not be. */
export const waitingRequests = (
  reader: Reader,
  overdue: Overdue | null,
  limit: number,
): Promise<{ id: string; tries: number }[]> =>
  reader
    .select({ id: requests.id, tries: requests.tries })
    .from(requests)
    .where(and(isNull(requests.endedAt), overdue ? isOverdue(overdue) : undefined))
    .orderBy(asc(requests.recordedAt), asc(requests.id))
    .limit(limit)

export const markQueued = async (tx: Transaction, ids: readonly string[], at: Instant): Promise<void> => {
  await tx
    .update(requests)
    .set({ queuedAt: at })
    .where(inArray(requests.id, [...ids]))
}

/** Takes out what failed requests said: some may hold a text that is taken out. Those that wait are done soon, and theirs goes then. */
export const dropFailedBodies = async (tx: Transaction): Promise<void> => {
  await tx.update(requests).set({ body: null }).where(eq(requests.failed, true))
}

/** Deletes the requests that were answered, or failed, before these instants, at most `limit`; how many. */
export const deleteRequests = async (
  tx: Transaction,
  before: { answered: Instant; failed: Instant },
  limit: number,
): Promise<number> => {
  const old = tx
    .select({ id: requests.id })
    .from(requests)
    .where(
      and(lt(requests.endedAt, before.answered), or(eq(requests.failed, false), lt(requests.endedAt, before.failed))),
    )
    .limit(limit)
  return (await tx.delete(requests).where(inArray(requests.id, old)).returning({ id: requests.id })).length
}

/** The requests that some names sent, in the order of ids. */
export const requestsMadeBy = (reader: Reader, made: MadeBy): Promise<KeptRequest[]> =>
  reader
    .select({
      id: requests.id,
      by: requests.actor,
      address: requests.address,
      recordedAt: requests.recordedAt,
      endedAt: requests.endedAt,
    })
    .from(requests)
    .where(madeBy(requests.actor, requests.id, made))
    .orderBy(requests.id)
    .limit(made.limit)
