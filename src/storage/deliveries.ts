import { and, asc, desc, eq, gte, inArray, lt, lte, notExists, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Instant } from '../core/time.ts'
import { ATTEMPTS_KEPT, type WebhookAttempt, type WebhookDelivery } from '../core/webhooks/delivery.ts'
import type { Reader, Transaction } from './database.ts'
import { isDue } from './due.ts'
import { afterRank, type Page, type PageRequest, pageByRank } from './keyset.ts'
import { webhookAttempts as attempts, webhookDeliveries as deliveries } from './tables/webhooks.ts'

const columns = {
  id: deliveries.id,
  webhookId: deliveries.webhookId,
  sequence: deliveries.sequence,
  position: deliveries.position,
  kind: deliveries.kind,
  status: deliveries.status,
  tried: deliveries.tried,
  nextAttemptAt: deliveries.nextAttemptAt,
  recordedAt: deliveries.recordedAt,
  settledAt: deliveries.settledAt,
}

export type Due = Pick<WebhookDelivery, 'id' | 'webhookId' | 'sequence' | 'position' | 'kind' | 'tried'>
export type NewDelivery = Omit<Due, 'tried'> & { recordedAt: Instant }

/** Keeps what a webhook is to be sent, due at once. */
export const insertDeliveries = async (tx: Transaction, rows: readonly NewDelivery[]): Promise<void> => {
  if (rows.length === 0) return
  const due = (row: NewDelivery) => ({ ...row, status: 'pending' as const, nextAttemptAt: row.recordedAt })
  await tx.insert(deliveries).values(rows.map(due))
}

/** What is to be sent to a webhook now, in the order of its sequence. */
export const dueDeliveries = (reader: Reader, webhookId: string, now: Instant, limit: number): Promise<Due[]> =>
  reader
    .select(columns)
    .from(deliveries)
    .where(
      and(eq(deliveries.webhookId, webhookId), eq(deliveries.status, 'pending'), isDue(deliveries.nextAttemptAt, now)),
    )
    .orderBy(asc(deliveries.sequence))
    .limit(limit)

/** What an attempt leaves of its delivery; `nextAttemptAt` where it is tried again. */
export type DeliveryEnd = { status: 'delivered' | 'dead'; at: Instant } | { nextAttemptAt: Instant }

/** Keeps an attempt, and what became of the delivery; false where somebody else settled it meanwhile, or its webhook was erased. */
export const endAttempt = async (
  tx: Transaction,
  { id, attempt, end }: { id: string; attempt: WebhookAttempt & { id: string }; end: DeliveryEnd },
): Promise<boolean> => {
  const set = 'status' in end ? { status: end.status, settledAt: end.at, nextAttemptAt: null } : end
  // Both in one statement: an attempt is sent after another, and each statement is a way there and back.
  const { at, status, durationMs, error, answer } = attempt
  const row = tx
    .select({
      id: sql`${attempt.id}::text`.as('id'),
      deliveryId: deliveries.id,
      at: sql`${at}::timestamptz`.as('at'),
      status: sql`${status}::int`.as('status'),
      durationMs: sql`${durationMs}::int`.as('duration_ms'),
      error: sql`${error}::text`.as('error'),
      answer: sql`${answer}::text`.as('answer'),
    })
    .from(deliveries)
    .where(eq(deliveries.id, id))
  const kept = tx.$with('kept').as(tx.insert(attempts).select(row).returning({ id: attempts.id }))
  const rows = await tx
    .with(kept)
    .update(deliveries)
    .set({ ...set, tried: sql`${deliveries.tried} + 1` })
    .where(and(eq(deliveries.id, id), eq(deliveries.status, 'pending')))
    .returning({ id: deliveries.id })
  return rows.length > 0
}

/** The newest attempts of each of these deliveries, newest first. */
const attemptsOf = async (reader: Reader, ids: readonly string[]): Promise<Map<string, WebhookAttempt[]>> => {
  if (ids.length === 0) return new Map()
  const ranked = reader
    .select({
      deliveryId: attempts.deliveryId,
      id: attempts.id,
      at: attempts.at,
      status: attempts.status,
      durationMs: attempts.durationMs,
      error: attempts.error,
      answer: attempts.answer,
      rank: sql<number>`row_number() over (partition by ${attempts.deliveryId} order by ${attempts.id} desc)`.as(
        'rank',
      ),
    })
    .from(attempts)
    .where(inArray(attempts.deliveryId, [...ids]))
    .as('ranked')
  const rows = await reader.select().from(ranked).where(lte(ranked.rank, ATTEMPTS_KEPT)).orderBy(desc(ranked.id))
  const found = new Map<string, WebhookAttempt[]>()
  for (const { deliveryId, id: _, rank: __, ...attempt } of rows)
    found.set(deliveryId, [...(found.get(deliveryId) ?? []), attempt])
  return found
}

/** Deliveries of a webhook, the newest first, with their attempts. */
export const listDeliveries = async (
  reader: Reader,
  { webhookId, status }: { webhookId: string; status: WebhookDelivery['status'] | null },
  page: PageRequest,
): Promise<Page<WebhookDelivery>> => {
  const rows = await reader
    .select(columns)
    .from(deliveries)
    .where(
      and(
        eq(deliveries.webhookId, webhookId),
        status === null ? undefined : eq(deliveries.status, status),
        afterRank(page, sql`${deliveries.sequence}`, sql`${deliveries.id}`),
      ),
    )
    .orderBy(desc(deliveries.sequence), desc(deliveries.id))
    .limit(page.limit + 1)
  const { items, next } = pageByRank(
    rows.map((row) => ({ ...row, rank: row.sequence })),
    page,
  )
  const tried = await attemptsOf(
    reader,
    items.map(({ id }) => id),
  )
  return { items: items.map(({ rank: _, ...item }) => ({ ...item, attempts: tried.get(item.id) ?? [] })), next }
}

/** Which settled deliveries of a webhook are sent again. */
export type Replayed = { webhookId: string; status: 'delivered' | 'dead' | null } & (
  | { deliveryId: string }
  | { fromSequence: number }
  | { fromPosition: number }
)

const replayedBy = (replayed: Replayed): SQL =>
  'deliveryId' in replayed
    ? eq(deliveries.id, replayed.deliveryId)
    : 'fromSequence' in replayed
      ? gte(deliveries.sequence, replayed.fromSequence)
      : gte(deliveries.position, replayed.fromPosition)

/** Sets settled deliveries going again, due at once, with all their attempts before them; how many. */
export const replayDeliveries = async (tx: Transaction, replayed: Replayed, now: Instant): Promise<number> => {
  const { webhookId, status } = replayed
  const rows = await tx
    .update(deliveries)
    .set({ status: 'pending', tried: 0, nextAttemptAt: now, settledAt: null })
    .where(
      and(
        eq(deliveries.webhookId, webhookId),
        status === null ? inArray(deliveries.status, ['delivered', 'dead']) : eq(deliveries.status, status),
        replayedBy(replayed),
      ),
    )
    .returning({ id: deliveries.id })
  return rows.length
}

/**
 * The delivery of a webhook from which on none is missing up to `last`, its newest; null where that is not kept. They are
 * forgotten by when they were settled, so that one may go before an earlier one.
 */
export const wholeFrom = async (
  reader: Reader,
  webhookId: string,
  last: number,
): Promise<{ sequence: number; position: number } | null> => {
  const before = alias(deliveries, 'before')
  const isBefore = and(eq(before.webhookId, webhookId), eq(before.sequence, sql`${deliveries.sequence} - 1`))
  const ofIt = eq(deliveries.webhookId, webhookId)
  const [newest] = await reader
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(and(ofIt, eq(deliveries.sequence, last)))
  if (!newest) return null
  const [first] = await reader
    .select({ sequence: deliveries.sequence, position: deliveries.position })
    .from(deliveries)
    .where(and(ofIt, notExists(reader.select({ id: before.id }).from(before).where(isBefore))))
    .orderBy(desc(deliveries.sequence))
    .limit(1)
  return first ?? null
}

/** Whether there is such a delivery of a webhook. */
export const hasDelivery = async (reader: Reader, webhookId: string, id: string): Promise<boolean> =>
  (await reader.$count(deliveries, and(eq(deliveries.webhookId, webhookId), eq(deliveries.id, id)))) > 0

/** Deletes settled deliveries with their attempts: those delivered before an instant, others before another. How many. */
export const deleteDeliveries = async (
  tx: Transaction,
  before: { delivered: Instant; other: Instant },
  limit: number,
): Promise<number> => {
  const old = tx
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(
      or(
        and(eq(deliveries.status, 'delivered'), lt(deliveries.settledAt, before.delivered)),
        lt(deliveries.settledAt, before.other),
      ),
    )
    .orderBy(deliveries.settledAt)
    .limit(limit)
    .for('update', { skipLocked: true })
  const rows = await tx.delete(deliveries).where(inArray(deliveries.id, old)).returning({ id: deliveries.id })
  return rows.length
}
