import { and, eq, getTableColumns, ne, sql } from 'drizzle-orm'
import type { Instant } from '../core/time.ts'
import type { statusReasons, Webhook, WebhookFilter } from '../core/webhooks/webhook.ts'
import type { Reader, Transaction } from './database.ts'
import { afterCursor, newestFirst, type Page, type PageRequest, pageOf } from './keyset.ts'
import { type MadeBy, madeBy } from './made-by.ts'
import { keys } from './tables/people.ts'
import { webhookDeliveries as deliveries, webhooks } from './tables/webhooks.ts'

const { leaseId, leaseUntil, secret, previousSecret, delivered, dead, attempts, ...columns } = getTableColumns(webhooks)

/** Of the webhook of the statement around it: written by name, as columns stand bare in what a statement selects. */
const pending = sql<number>`(select count(*) from ${deliveries} waiting
  where waiting.webhook_id = webhooks.id and waiting.status = 'pending')`.mapWith(Number)

const selectFrom = (reader: Reader) =>
  reader
    .select({ ...columns, counts: { pending, delivered, dead, attempts } })
    .from(webhooks)
    .$dynamic()

/** A webhook by its id: of everybody (null), or of one owner. */
export const findWebhook = async (reader: Reader, id: string, owner: string | null): Promise<Webhook | null> => {
  const [webhook] = await selectFrom(reader).where(
    and(eq(webhooks.id, id), owner === null ? undefined : eq(webhooks.owner, owner)),
  )
  return webhook ?? null
}

/** Webhooks, newest first: of everybody (null), or of one owner. */
export const listWebhooks = async (reader: Reader, owner: string | null, page: PageRequest): Promise<Page<Webhook>> => {
  const rows = await selectFrom(reader)
    .where(
      and(owner === null ? undefined : eq(webhooks.owner, owner), afterCursor(page, webhooks.recordedAt, webhooks.id)),
    )
    .orderBy(...newestFirst(webhooks.recordedAt, webhooks.id))
    .limit(page.limit + 1)
  return pageOf(rows, page)
}

/** How many webhooks of a key have not ended. Holds the key until the transaction ends, so that two cannot both be the last. */
export const countStanding = async (tx: Transaction, owner: string): Promise<number> => {
  await tx.select({ id: keys.id }).from(keys).where(eq(keys.id, owner)).for('update')
  return tx.$count(webhooks, and(eq(webhooks.owner, owner), ne(webhooks.status, 'ended')))
}

export type NewWebhook = Pick<Webhook, 'id' | 'name' | 'url' | 'owner' | 'position' | 'recordedAt'> &
  WebhookFilter & { secret: string }

export const insertWebhook = async (tx: Transaction, webhook: NewWebhook): Promise<void> => {
  await tx.insert(webhooks).values({ ...webhook, status: 'active' })
}

/** Changes what is given. */
export const updateWebhook = async (
  tx: Transaction,
  id: string,
  set: Partial<Pick<Webhook, 'name' | 'url'> & WebhookFilter>,
): Promise<void> => {
  if (Object.keys(set).length > 0) await tx.update(webhooks).set(set).where(eq(webhooks.id, id))
}

/** Gives a webhook another secret; the one before signs too until an instant, or no more for null. */
export const rotateSecret = async (
  tx: Transaction,
  id: string,
  { sealed, previousUntil }: { sealed: string; previousUntil: Instant | null },
): Promise<void> => {
  const before = previousUntil === null ? null : sql`${webhooks.secret}`
  await tx.update(webhooks).set({ secret: sealed, previousSecret: before, previousUntil }).where(eq(webhooks.id, id))
}

export type NewStatus =
  | { status: 'active' }
  | { status: 'paused' | 'ended'; reason: (typeof statusReasons)[number]; now: Instant }

/** Changes a status, but not of one that has ended; false where it was so before. What waits for one that ends is dropped. */
export const setWebhookStatus = async (tx: Transaction, id: string, to: NewStatus): Promise<boolean> => {
  const { status } = to
  const set =
    to.status === 'active'
      ? { statusReason: null, failures: 0, failingSince: null, heldUntil: null }
      : { statusReason: to.reason }
  const changed = await tx
    .update(webhooks)
    .set({ status, ...set })
    .where(and(eq(webhooks.id, id), ne(webhooks.status, status), ne(webhooks.status, 'ended')))
    .returning({ id: webhooks.id })
  if (changed.length > 0 && to.status === 'ended')
    await tx
      .update(deliveries)
      .set({ status: 'dropped', nextAttemptAt: null, settledAt: to.now })
      .where(and(eq(deliveries.webhookId, id), eq(deliveries.status, 'pending')))
  return changed.length > 0
}

/** The secret that signs, and the one before it, which signs too until an instant; both sealed. */
export type SealedSecrets = { secret: string; previousSecret: string | null; previousUntil: Instant | null }

/** The sealed secrets of a webhook, for one attempt outside the log. */
export const secretsOf = async (reader: Reader, id: string): Promise<SealedSecrets | null> => {
  const [row] = await reader
    .select({ secret, previousSecret, previousUntil: webhooks.previousUntil })
    .from(webhooks)
    .where(eq(webhooks.id, id))
  return row ?? null
}

/** The webhooks of some keys, in the order of ids; never their secrets. */
export const webhooksMadeBy = (reader: Reader, made: MadeBy): Promise<Webhook[]> =>
  selectFrom(reader)
    .where(madeBy(webhooks.owner, webhooks.id, made))
    .orderBy(webhooks.id)
    .limit(made.limit)
