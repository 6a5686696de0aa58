import { eq, inArray, or, type SQL, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import { holdsAddress } from '../core/addresses.ts'
import { ERASED } from '../core/erasure.ts'
import type { Person } from '../core/person.ts'
import type { Instant } from '../core/time.ts'
import type { Transaction } from './database.ts'
import { NO_PREFIX } from './erasures.ts'
import { oneTimeLinks, people, signInAttempts } from './tables/accounts.ts'
import { deferredRequests } from './tables/deferred-requests.ts'
import { disputeContacts, disputeReplies, disputes } from './tables/disputes.ts'
import { idempotencyKeys } from './tables/idempotency.ts'
import { keys } from './tables/people.ts'
import { webhookDeliveries, webhooks } from './tables/webhooks.ts'
import { questionLeases } from './tables/work.ts'

const among = (column: AnyPgColumn, names: readonly string[]): SQL =>
  sql`${column} in (select jsonb_array_elements_text(${JSON.stringify(names)}::jsonb))`

/**
 * Webhooks with all that was or is to be sent by them. Deliveries are held before their webhooks, as by who keeps an attempt; both before
 * anything is deleted, so that nobody who sends adds to them meanwhile.
 */
const removeWebhooks = async (tx: Transaction, names: readonly string[]): Promise<void> => {
  await tx
    .select({ id: webhookDeliveries.id })
    .from(webhookDeliveries)
    .where(
      inArray(
        webhookDeliveries.webhookId,
        tx.select({ id: webhooks.id }).from(webhooks).where(among(webhooks.owner, names)),
      ),
    )
    .orderBy(webhookDeliveries.id)
    .for('update')
  const held = await tx
    .select({ id: webhooks.id })
    .from(webhooks)
    .where(among(webhooks.owner, names))
    .orderBy(webhooks.id)
    .for('update')
  const ids = held.map(({ id }) => id)
  await tx.delete(webhookDeliveries).where(among(webhookDeliveries.webhookId, ids))
  await tx.delete(webhooks).where(among(webhooks.id, ids))
}

/** How they can be reached, as they left it themselves or as anybody left their address. */
const removeContacts = async (tx: Transaction, names: readonly string[], email: string): Promise<void> => {
  const { disputeId, replyId, contact } = disputeContacts
  const ofDispute = sql`${replyId} is null and ${inArray(
    disputeId,
    tx.select({ id: disputes.id }).from(disputes).where(among(disputes.recordedBy, names)),
  )}`
  const ofReply = inArray(
    replyId,
    tx.select({ id: disputeReplies.id }).from(disputeReplies).where(among(disputeReplies.recordedBy, names)),
  )
  const near = await tx
    .selectDistinct({ contact })
    .from(disputeContacts)
    .where(sql`position(${email} in lower(${contact})) > 0`)
  const naming = near.map(({ contact: text }) => text).filter((text) => holdsAddress(text, email))
  await tx.delete(disputeContacts).where(or(ofDispute, ofReply, among(contact, naming)))
}

/** First answers to them, and those to others that tell their address or show a key of theirs, whose name may say whose it is. */
const removeAnswers = async (tx: Transaction, names: readonly string[], email: string): Promise<void> => {
  const { actor, body } = idempotencyKeys
  const tells = [email, ...names.map((name) => `"id":"${name}"`)]
  const told = sql`exists (select from jsonb_array_elements_text(${JSON.stringify(tells)}::jsonb) told(words)
    where position(told.words in lower(${body})) > 0)`
  await tx.delete(idempotencyKeys).where(or(among(actor, names), told))
}

/** What they sent and is not done yet, or was; and of others what failed and tells their address, which may wait for long. */
const removeRequests = async (tx: Transaction, names: readonly string[], email: string): Promise<void> => {
  const { actor, failed, body } = deferredRequests
  await tx
    .delete(deferredRequests)
    .where(or(among(actor, names), sql`${failed} and position(${email} in lower(${body})) > 0`))
}

/** Keys stay as the ids that facts name, with who made them; what tells whose they were or would open anything goes. */
const emptyKeys = async (tx: Transaction, names: readonly string[], at: Instant): Promise<void> => {
  await tx
    .update(keys)
    .set({
      name: ERASED,
      prefix: NO_PREFIX,
      sha256: sql`'erased ' || ${keys.id}`,
      previousSha256: null,
      previousUntil: null,
      revokedAt: sql`coalesce(${keys.revokedAt}, ${at}::timestamptz)`,
      lastUsedAt: null,
    })
    .where(among(keys.id, names))
}

/** `names`: under which they wrote; `attempts`: what the subjects begin with that failed attempts under their address are counted by. */
export type Unlinking = { person: Person; names: readonly string[]; attempts: string; at: Instant }

/**
 * Removes what identifies somebody and all that opens anything for them: account, password, sessions, links, keys, webhooks,
 * contacts, work that they hold, kept answers, requests that are to be done later. Facts are not touched: they name an id that leads nowhere.
 */
export const unlinkPerson = async (tx: Transaction, { person, names, attempts, at }: Unlinking): Promise<void> => {
  const { id, email } = person
  await removeWebhooks(tx, names)
  await removeContacts(tx, names, email)
  await emptyKeys(tx, names, at)
  await tx.delete(questionLeases).where(among(questionLeases.holder, names))
  await removeAnswers(tx, names, email)
  await removeRequests(tx, names, email)
  await tx.delete(signInAttempts).where(sql`starts_with(${signInAttempts.subject}, ${attempts})`)
  await tx.delete(oneTimeLinks).where(or(eq(oneTimeLinks.email, email), eq(oneTimeLinks.personId, id)))
  // Its password and sessions go with it.
  await tx.delete(people).where(eq(people.id, id))
}
