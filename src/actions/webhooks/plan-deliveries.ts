import { changesFollowed } from '../../queries/following/followed-changes.ts'
import { insertDeliveries } from '../../storage/deliveries.ts'
import { advanceWebhook, type Leased } from '../../storage/webhook-leases.ts'
import { action } from '../context.ts'

/** Facts kept for a webhook at one time. */
const BATCH = 200

/** For which webhook, and how many facts are looked through for it. */
export type Planning = { webhook: Leased; window?: number }
/** How far a webhook is read now, and whether there is more to read. */
export type Planned = { webhook: Leased; made: number; more: boolean }

/**
 * Reads on in the ledger for a webhook and keeps what it is to be sent, each with the next sequence, in one transaction with how
 * far it was read: nothing is passed by and nothing gets two places. Null where the lease on it is lost.
 */
export const planDeliveries = action<Planning, Planned | null>(async ({ tx, now, newId }, { webhook, ...asked }) => {
  const { id, position: from, sequence: last } = webhook
  const { items, through, more } = await changesFollowed(tx, webhook, { ...asked, after: from, limit: BATCH })
  const moved = { position: through, sequence: last + items.length }
  if (!(await advanceWebhook(tx, webhook, { from, ...moved }))) return null
  const made = items.map(({ position, kind }, at) => ({
    id: newId('delivery'),
    webhookId: id,
    sequence: last + at + 1,
    position,
    kind,
    recordedAt: now,
  }))
  await insertDeliveries(tx, made)
  return { webhook: { ...webhook, ...moved }, made: made.length, more }
})
