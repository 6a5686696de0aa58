import { HOUR, MINUTE, plusMs, SECOND } from '../core/fetching/pace.ts'
import { type Ask, type FirstAnswer, KEPT_HOURS, RUNNING_MINUTES } from '../core/idempotency.ts'
import { Problem, TryLater } from '../core/problem.ts'
import { claimKey, deleteAnswers, keepAnswer, releaseKey } from '../storage/idempotency.ts'
import { action, unheldAction } from './context.ts'

/**
 * Takes an Idempotency-Key for a request: null when it is to be done now, else the answer that it got first. Throws
 * `idempotency-key-reused` where the key stood under another request, `still-running` where the first one has no answer yet.
 */
export const beginOnce = action<Ask, FirstAnswer | null>(async ({ tx, now }, ask) => {
  const times = { now, heldUntil: plusMs(now, RUNNING_MINUTES * MINUTE), keptSince: plusMs(now, -KEPT_HOURS * HOUR) }
  const claimed = await claimKey(tx, { ...ask, ...times })
  if (claimed === null) return null
  if (claimed.fingerprint !== ask.fingerprint) {
    const detail = 'this Idempotency-Key was sent before with another request'
    throw new Problem('idempotency-key-reused', detail, 'make a new key for each new request', [
      { field: 'Idempotency-Key', detail },
    ])
  }
  if (claimed.answer) return claimed.answer
  throw new TryLater(
    'still-running',
    'the first request with this Idempotency-Key is not answered yet',
    plusMs(now, 2 * SECOND),
  )
})

/**
 * Keeps the answer to the request that holds the key; null lets the key go, so that the request may be sent again. Where the account
 * of who asked was erased meanwhile there is nothing to keep it under.
 */
export const endOnce = unheldAction<{ ask: Ask; answer: FirstAnswer | null }, void>(({ tx }, { ask, answer }) =>
  answer ? keepAnswer(tx, ask, answer) : releaseKey(tx, ask),
)

/** Answers deleted in one transaction. */
const BATCH = 5_000

/** Deletes answers that are older than they are kept, one batch; `done` when none was left by the limit. */
export const forgetAnswers = action<{ limit?: number }, { forgotten: number; done: boolean }>(
  async ({ tx, now }, { limit = BATCH }) => {
    const forgotten = await deleteAnswers(tx, plusMs(now, -KEPT_HOURS * HOUR), limit)
    return { forgotten, done: forgotten < limit }
  },
)
