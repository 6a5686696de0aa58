import { msBetween } from '../../core/fetching/pace.ts'
import type { Instant } from '../../core/time.ts'
import { heldUntil, nextAttempt, verdictOf, type WebhookAttempt } from '../../core/webhooks/delivery.ts'
import { FAILING_MS } from '../../core/webhooks/webhook.ts'
import { type DeliveryEnd, type Due, endAttempt } from '../../storage/deliveries.ts'
import { tallyAttempt } from '../../storage/webhook-leases.ts'
import { setWebhookStatus } from '../../storage/webhooks.ts'
import { action } from '../context.ts'

export type Attempted = {
  delivery: Due
  attempt: WebhookAttempt
  askedFor: Instant | null
  /** Attempts in a row that had failed before. */
  failures: number
  dice: number
}

export type AttemptEnd = 'delivered' | 'failed' | 'dead' | 'elsewhere'

const endOf = ({ delivery, attempt, askedFor, dice }: Attempted, now: Instant): DeliveryEnd => {
  const verdict = attempt.error === null ? 'taken' : verdictOf(attempt.status)
  if (verdict === 'taken') return { status: 'delivered', at: now }
  const nextAttemptAt = verdict === 'gone' ? null : nextAttempt(delivery.tried + 1, now, dice, askedFor)
  return nextAttemptAt === null ? { status: 'dead', at: now } : { nextAttemptAt }
}

/**
 * Keeps an attempt and what follows from it: for its delivery, and for its webhook, which ends where its receiver is gone (410)
 * and is paused where nothing got through for days. `elsewhere`: somebody else settled the delivery meanwhile.
 */
export const keepAttempt = action<Attempted, AttemptEnd>(async ({ tx, now, newId }, attempted) => {
  const { delivery, attempt, askedFor } = attempted
  const end = endOf(attempted, now)
  if (!(await endAttempt(tx, { id: delivery.id, attempt: { id: newId('attempt'), ...attempt }, end })))
    return 'elsewhere'
  const { status, error } = attempt
  const dead = 'status' in end && end.status === 'dead'
  const failures = error === null ? 0 : attempted.failures + 1
  const held = error === null ? null : heldUntil({ status, failures, askedFor }, now)
  const { failingSince } = await tallyAttempt(tx, delivery.webhookId, { now, dead, lastError: error, heldUntil: held })
  if (error !== null && verdictOf(status) === 'gone')
    await setWebhookStatus(tx, delivery.webhookId, { status: 'ended', reason: 'gone', now })
  else if (failingSince !== null && msBetween(failingSince, now) > FAILING_MS)
    await setWebhookStatus(tx, delivery.webhookId, { status: 'paused', reason: 'failing', now })
  if (dead) return 'dead'
  return error === null ? 'delivered' : 'failed'
})
