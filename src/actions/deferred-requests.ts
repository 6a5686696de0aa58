import { answering } from '../core/deferred.ts'
import {
  askOf,
  type DeferredRequest,
  MOST_WAITING,
  REQUESTS_KEPT,
  type SentRequest,
  type TakenRequest,
} from '../core/deferred-request.ts'
import { HOUR, MINUTE, plusMs } from '../core/fetching/pace.ts'
import { type FirstAnswer, KEPT_HOURS } from '../core/idempotency.ts'
import { runEnd } from '../core/job.ts'
import { RateLimited } from '../core/problem.ts'
import type { Instant } from '../core/time.ts'
import {
  countTry,
  countWaiting,
  deleteRequests,
  endRequest,
  findUnended,
  insertRequest,
  markQueued,
} from '../storage/deferred-requests.ts'
import { claimKey, keepAnswer, releaseKey } from '../storage/idempotency.ts'
import { type Actor, action, contextOf, type Services, unheldAction } from './context.ts'

/** Writes a request down that is to be done later, by who acts. Throws `rate-limited` where too many of theirs wait. */
export const putOff = action<SentRequest, DeferredRequest>(async ({ tx, now, newId, actor }, sent) => {
  if ((await countWaiting(tx, actor.name, MOST_WAITING)) >= MOST_WAITING)
    throw new RateLimited(`${MOST_WAITING} requests of yours wait for their turn`, plusMs(now, MINUTE))
  const request = { id: newId('deferredRequest'), address: sent.address, recordedAt: now }
  await insertRequest(tx, { ...sent, ...request, actor: actor.name })
  return { ...request, state: 'waiting', tries: 0, endedAt: null, answer: null }
})

const noteQueued = unheldAction<{ ids: readonly string[] }, void>(({ tx, now }, { ids }) => markQueued(tx, ids, now))

/**
 * Puts requests into the queue, and notes that they are in it: where this process dies before that, the clock puts them in again. Nothing
 * where there is no queue; then the clock's job does them.
 */
export const enqueue = async (services: Services, actor: Actor, ids: readonly string[]): Promise<void> => {
  const { queue } = services
  if (!queue || queue.kind === 'none' || ids.length === 0) return
  await queue.put(ids.map(answering))
  await noteQueued(contextOf(services, actor), { ids })
}

/**
 * Takes a request up: null where it has ended, or is no more; who else is at it has until `askAgainAt`. As with an Idempotency-Key, one
 * at a time does it.
 */
export const takeUp = unheldAction<{ id: string }, TakenRequest | { askAgainAt: Instant } | null>(
  async ({ tx, now }, { id }) => {
    const request = await findUnended(tx, id)
    if (!request) return null
    const times = { now, heldUntil: runEnd(now), keptSince: plusMs(now, -KEPT_HOURS * HOUR) }
    const claimed = await claimKey(tx, { ...askOf(request), ...times })
    if (claimed === null) return { ...request, tries: await countTry(tx, id) }
    return claimed.answer ? null : { askAgainAt: claimed.heldUntil }
  },
)

/** Keeps the answer to a request that was taken up, which ends it; null lets it go, so that it is taken up again. */
export const giveAnswer = unheldAction<{ request: TakenRequest; answer: FirstAnswer | null }, void>(
  async ({ tx, now }, { request, answer }) => {
    if (!answer) return releaseKey(tx, askOf(request))
    await keepAnswer(tx, askOf(request), answer)
    await endRequest(tx, request.id, now)
  },
)

/** Requests deleted in one transaction. */
const BATCH = 2_000

/** Deletes requests that have been kept long enough after their end, one batch; `done` when none was left by the limit. */
export const forgetRequests = action<{ limit?: number }, { forgotten: number; done: boolean }>(
  async ({ tx, now }, { limit = BATCH }) => {
    const before = { answered: plusMs(now, -REQUESTS_KEPT.answered), failed: plusMs(now, -REQUESTS_KEPT.failed) }
    const forgotten = await deleteRequests(tx, before, limit)
    return { forgotten, done: forgotten < limit }
  },
)
