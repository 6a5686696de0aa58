import { and, eq, exists, gt, isNull, lt, lte, or, type SQL, sql } from 'drizzle-orm'
import { farthestAhead } from '../core/fetching/pace.ts'
import type { Instant } from '../core/time.ts'
import type { Webhook, WebhookFilter } from '../core/webhooks/webhook.ts'
import type { Reader, Transaction } from './database.ts'
import { isDue } from './due.ts'
import { keys } from './tables/people.ts'
import { webhookDeliveries as deliveries, webhooks } from './tables/webhooks.ts'
import type { SealedSecrets } from './webhooks.ts'

/** Not paused, ended or held. */
const maySend = (now: Instant): SQL | undefined =>
  and(eq(webhooks.status, 'active'), or(isNull(webhooks.heldUntil), isDue(webhooks.heldUntil, now)))

const isFree = (now: Instant): SQL | undefined =>
  and(
    maySend(now),
    or(isNull(webhooks.leaseUntil), lte(webhooks.leaseUntil, now), gt(webhooks.leaseUntil, farthestAhead(now))),
  )

/** Webhooks that have something to read or to send, up to a position of the ledger, and that nobody is at. */
export const readyWebhooks = async (
  reader: Reader,
  { now, through }: { now: Instant; through: number },
): Promise<string[]> => {
  const due = reader
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(
      and(
        eq(deliveries.webhookId, webhooks.id),
        eq(deliveries.status, 'pending'),
        isDue(deliveries.nextAttemptAt, now),
      ),
    )
  const rows = await reader
    .select({ id: webhooks.id })
    .from(webhooks)
    .where(and(isFree(now), or(lt(webhooks.position, through), exists(due))))
    .orderBy(webhooks.id)
  return rows.map(({ id }) => id)
}

/** Whether the key that a webhook belongs to is neither revoked nor expired. */
const keyIsGood = (now: Instant): SQL<boolean> => sql<boolean>`exists (select from ${keys} held
  where held.id = webhooks.owner and held.revoked_at is null
    and (held.expires_at is null or held.expires_at > ${now}::timestamptz))`

/** A webhook that one sender has to itself: what reading for it takes, and whether its key is still good. */
export type Leased = Pick<Webhook, 'id' | 'position' | 'sequence'> &
  WebhookFilter & { leaseId: string; keyGood: boolean }

export type Lease = { id: string; leaseId: string; until: Instant; now: Instant }

/** Takes a webhook for one sender until an instant; null where another has it, or it is not to be sent to now. */
export const leaseWebhook = async (tx: Transaction, { id, leaseId, until, now }: Lease): Promise<Leased | null> => {
  const [row] = await tx
    .update(webhooks)
    .set({ leaseId, leaseUntil: until })
    .where(and(eq(webhooks.id, id), isFree(now)))
    .returning({
      id: webhooks.id,
      position: webhooks.position,
      sequence: webhooks.sequence,
      kinds: webhooks.kinds,
      authorId: webhooks.authorId,
      questionId: webhooks.questionId,
      topic: webhooks.topic,
      collectionId: webhooks.collectionId,
      keyGood: keyIsGood(now),
    })
  return row ? { ...row, leaseId } : null
}

/** Where to send now, by which secrets, and how many attempts in a row have failed. */
export type Sendable = Pick<Webhook, 'url' | 'failures'> & SealedSecrets
const sendable = {
  url: webhooks.url,
  failures: webhooks.failures,
  secret: webhooks.secret,
  previousSecret: webhooks.previousSecret,
  previousUntil: webhooks.previousUntil,
}

/** Holds a webhook until a later instant; null where it is lost, or not to be sent to any more, as its key ended. */
export const keepLease = async (tx: Transaction, { id, leaseId, until, now }: Lease): Promise<Sendable | null> => {
  const [row] = await tx
    .update(webhooks)
    .set({ leaseUntil: until })
    .where(
      and(
        eq(webhooks.id, id),
        eq(webhooks.leaseId, leaseId),
        gt(webhooks.leaseUntil, now),
        maySend(now),
        keyIsGood(now),
      ),
    )
    .returning(sendable)
  return row ?? null
}

/** Lets a webhook go to whoever comes next. */
export const endWebhookLease = async (tx: Transaction, id: string, lease: string): Promise<void> => {
  await tx
    .update(webhooks)
    .set({ leaseId: null, leaseUntil: null })
    .where(and(eq(webhooks.id, id), eq(webhooks.leaseId, lease)))
}

/** Moves what was read for a webhook on from `from`; false where somebody else did, or its lease is lost. */
export const advanceWebhook = async (
  tx: Transaction,
  { id, leaseId }: Leased,
  { from, position, sequence }: { from: number; position: number; sequence: number },
): Promise<boolean> => {
  const rows = await tx
    .update(webhooks)
    .set({ position, sequence })
    .where(and(eq(webhooks.id, id), eq(webhooks.leaseId, leaseId), eq(webhooks.position, from)))
    .returning({ id: webhooks.id })
  return rows.length > 0
}

/** What an attempt does to its webhook. `lastError` null: it got through. */
export type Tally = {
  dead: boolean
  lastError: string | null
  heldUntil: Instant | null
}

/**
 * Counts an attempt, and holds the webhook for the next one: since when none got through, and where to send that, null where the
 * lease was lost or nothing is to be sent to it now.
 */
export const tallyAttempt = async (
  tx: Transaction,
  { id, leaseId, until, now }: Lease,
  { dead: gaveUp, lastError, heldUntil }: Tally,
): Promise<{ failingSince: Instant | null; next: Sendable | null }> => {
  const through = lastError === null
  const isMine = and(eq(webhooks.leaseId, leaseId), gt(webhooks.leaseUntil, now))
  const [row] = await tx
    .update(webhooks)
    .set({
      attempts: sql`${webhooks.attempts} + 1`,
      delivered: sql`${webhooks.delivered} + ${through ? 1 : 0}::integer`,
      dead: sql`${webhooks.dead} + ${gaveUp ? 1 : 0}::integer`,
      failures: through ? 0 : sql`${webhooks.failures} + 1`,
      failingSince: through ? null : sql`coalesce(${webhooks.failingSince}, ${now}::timestamptz)`,
      heldUntil,
      lastError,
      leaseUntil: sql`case when ${isMine} then ${until}::timestamptz else ${webhooks.leaseUntil} end`,
      ...(through ? { lastDeliveredAt: now } : {}),
    })
    .where(eq(webhooks.id, id))
    .returning({
      ...sendable,
      failingSince: webhooks.failingSince,
      goesOn: sql<boolean | null>`${and(isMine, maySend(now), keyIsGood(now))}`,
    })
  if (!row) throw new Error(`webhook ${id} vanished`)
  const { failingSince, goesOn, ...next } = row
  return { failingSince, next: goesOn ? next : null }
}
