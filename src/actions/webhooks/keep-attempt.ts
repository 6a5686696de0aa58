import { msBetween } from '../../core/fetching/pace.ts'
import type { Instant } from '../../core/time.ts'
import { heldUntil, nextAttempt, verdictOf, type WebhookAttempt } from '../../core/webhooks/delivery.ts'
import { FAILING_MS } from '../../core/webhooks/webhook.ts'
import { type DeliveryEnd, type Due, endAttempt } from '../../storage/deliveries.ts'
import { type Lease, type Sendable, tallyAttempt } from '../../storage/webhook-leases.ts'
import { setWebhookStatus } from '../../storage/webhooks.ts'
import { action } from '../context.ts'

export type Attempted = {
  delivery: Due
  /** By which the webhook is held, and until when it is for the next attempt. */
  lease: Pick<Lease, 'leaseId' | 'until'>
  attempt: WebhookAttempt
  askedFor: Instant | null
  /** Attempts in a row that had failed before. */
  failures: number
  dice: number
}

export type AttemptEnd = 'delivered' | 'failed' | 'dead' | 'elsewhere'
/** What became of an attempt; and where the next is sent, null where none is to be for now. */
export type Kept = { end: AttemptEnd; next: Sendable | null }

const endOf = ({ delivery, attempt, askedFor, dice }: Attempted, now: Instant): DeliveryEnd => {
  const verdict = attempt.error === null ? 'taken' : verdictOf(attempt.status)
  if (verdict === 'taken') return { status: 'delivered', at: now }
  const nextAttemptAt = verdict === 'gone' ? null : nextAttempt(delivery.tried + 1, now, dice, askedFor)
  return nextAttemptAt === null ? { status: 'dead', at: now } : { nextAttemptAt }
}

/**
 * Keeps an attempt and what follows from it: for its delivery, and for its webhook, which ends where its receiver is gone (410)
 * and is paused where nothing got through for days; else it is held for the next. `elsewhere`: somebody else settled the delivery
 * meanwhile, and has the webhook.
 */
export const keepAttempt = action<Attempted, Kept>(async ({ tx, now, newId }, attempted) => {
  const { delivery, lease, attempt, askedFor } = attempted
  const { webhookId: id } = delivery
  const end = endOf(attempted, now)
  if (!(await endAttempt(tx, { id: delivery.id, attempt: { id: newId('attempt'), ...attempt }, end })))
    return { end: 'elsewhere', next: null }
  const { status, error } = attempt
  const dead = 'status' in end && end.status === 'dead'
  const failures = error === null ? 0 : attempted.failures + 1
  const held = error === null ? null : heldUntil({ status, failures, askedFor }, now)
  const tally = { dead, lastError: error, heldUntil: held }
  const { failingSince, next } = await tallyAttempt(tx, { id, ...lease, now }, tally)
  const came = dead ? 'dead' : error === null ? 'delivered' : 'failed'
  if (error !== null && verdictOf(status) === 'gone')
    await setWebhookStatus(tx, id, { status: 'ended', reason: 'gone', now })
  else if (failingSince !== null && msBetween(failingSince, now) > FAILING_MS)
    await setWebhookStatus(tx, id, { status: 'paused', reason: 'failing', now })
  else return { end: came, next }
  return { end: came, next: null }
})
