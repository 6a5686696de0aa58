import { z } from 'zod'
import { HOUR, MINUTE, plusMs, SECOND } from '../fetching/pace.ts'
import { idOf } from '../id.ts'
import { sealedKinds } from '../ledger/fact-kinds.ts'
import { Instant } from '../time.ts'

/** `dead`: given up after the last retry. `dropped`: its webhook ended first. */
export const deliveryStatuses = ['pending', 'delivered', 'dead', 'dropped'] as const

/** Waits before each retry, as the Standard Webhooks specification gives them: ten attempts in 75 hours and 35 minutes. */
export const RETRIES_MS = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
] as const

/** So long a receiver may take to answer. */
export const PATIENCE_MS = 15 * SECOND
/** What is kept of an answer, in characters. */
export const KEPT_ANSWER = 500
/** Failures in a row after which one attempt a minute is made, until one gets through. */
export const FAILURES_IN_A_ROW = 10
/** How long a delivery and its attempts are kept once nothing more is tried, in days. */
export const DELIVERIES_KEPT = { delivered: 30, other: 90 } as const
/** So many attempts of a delivery are kept, the newest. */
export const ATTEMPTS_KEPT = 20

/** One try to hand a delivery over. */
export const WebhookAttempt = z
  .object({
    at: Instant,
    status: z.int().nullable().meta({ description: 'of the answer; null where none came' }),
    durationMs: z.int().min(0),
    error: z.string().nullable().meta({ description: 'why it failed; null where it got through' }),
    answer: z.string().meta({ description: `the beginning of the answer, at most ${KEPT_ANSWER} characters` }),
  })
  .meta({ id: 'WebhookAttempt' })
export type WebhookAttempt = z.infer<typeof WebhookAttempt>

/** One fact on its way to one webhook. What is sent is made anew for each attempt, and not kept. */
export const WebhookDelivery = z
  .object({
    id: idOf('delivery').meta({ description: 'the webhook-id of every attempt' }),
    webhookId: idOf('webhook'),
    sequence: z.int().min(1).meta({ description: '1, 2, 3, … of its webhook, without gaps' }),
    position: z.int().min(1).meta({ description: 'of the fact in the ledger' }),
    kind: z.enum(sealedKinds),
    status: z.enum(deliveryStatuses),
    tried: z.int().min(0).meta({ description: 'attempts since it was made or last replayed' }),
    nextAttemptAt: Instant.nullable().meta({ description: 'null where nothing more is tried' }),
    recordedAt: Instant,
    settledAt: Instant.nullable(),
    attempts: z.array(WebhookAttempt).meta({ description: `the newest ${ATTEMPTS_KEPT}, newest first` }),
  })
  .meta({ id: 'WebhookDelivery' })
export type WebhookDelivery = z.infer<typeof WebhookDelivery>

/** What became of an attempt, as its receiver said: taken, to be tried again, or never to be sent again. */
export const verdictOf = (status: number | null): 'taken' | 'failed' | 'gone' =>
  status === 410 ? 'gone' : status !== null && status >= 200 && status < 300 ? 'taken' : 'failed'

/**
 * When a delivery is tried again after its `tried`th attempt failed, null where that was the last: the wait of the schedule and
 * up to a fifth more by dice (uniform in [0, 1)), and not before its receiver asks (`askedFor`).
 */
export const nextAttempt = (tried: number, now: Instant, dice: number, askedFor: Instant | null): Instant | null => {
  const wait = RETRIES_MS[tried - 1]
  if (wait === undefined) return null
  const at = plusMs(now, Math.round(wait * (1 + dice / 5)))
  return askedFor !== null && askedFor > at ? askedFor : at
}

/**
 * Until when a webhook is left alone after an attempt failed, the `failures`th in a row: as long as a busy receiver (429, 503)
 * asks, at most an hour, and a minute where it keeps failing. Null: not at all.
 */
export const heldUntil = (
  { status, failures, askedFor }: { status: number | null; failures: number; askedFor: Instant | null },
  now: Instant,
): Instant | null => {
  const busy = status === 429 || status === 503 ? askedFor : null
  const longest = plusMs(now, HOUR)
  if (busy !== null && busy > now) return busy < longest ? busy : longest
  return failures >= FAILURES_IN_A_ROW ? plusMs(now, MINUTE) : null
}
