import { type Actor, contextOf, type Services } from '../actions/context.ts'
import { bury } from '../actions/dead-letters.ts'
import { enqueue } from '../actions/deferred-requests.ts'
import { answering, MOST_TRIES } from '../core/deferred.ts'
import { HOUR, plusMs, SECOND } from '../core/fetching/pace.ts'
import type { Instant } from '../core/time.ts'
import { waitingRequests } from '../storage/deferred-requests.ts'
import { answerRequest } from './answer-request.ts'
import { failureOf, runJob } from './run-job.ts'

/** So many are taken at a time. */
const BATCH = 500
/** Whoever wrote a request down puts it into the queue at once; after so long they are gone. */
const ABANDONED_MS = 30 * SECOND
/** All tries take an hour and a few minutes at most; what waits for longer has been lost by its queue, as one that was made anew. */
const LOST_MS = 2 * HOUR

/** Puts into the queue what waits and is in none. */
const putAll = async (services: Services, actor: Actor): Promise<number> => {
  const now = services.clock()
  const overdue = { now, recordedBefore: plusMs(now, -ABANDONED_MS), queuedBefore: plusMs(now, -LOST_MS) }
  const found = await waitingRequests(services.database.reader, overdue, BATCH)
  await enqueue(
    services,
    actor,
    found.map(({ id }) => id),
  )
  return found.length
}

/** Does what waits, where there is no queue to do it: one after the other, each once in a run. */
export const answerWaiting = async (
  services: Services,
  actor: Actor,
  isOver: () => boolean,
): Promise<{ answered: number; failed: number }> => {
  const counts = { answered: 0, failed: 0 }
  for (const { id, tries } of await waitingRequests(services.database.reader, null, BATCH)) {
    if (isOver()) break
    try {
      if ((await answerRequest(services, actor, id)) === 'done') counts.answered += 1
    } catch (error) {
      counts.failed += 1
      const failure = failureOf(error)
      const told = {
        attempt: tries + 1,
        attempts: MOST_TRIES,
        work: JSON.stringify(answering(id)),
        error: failure.error,
      }
      services.watch.log('warn', 'deferred work failed', told)
      const dead = { written: answering(id), tries: tries + 1, failure }
      if (tries + 1 >= MOST_TRIES) await bury(contextOf(services, actor), dead)
    }
  }
  return counts
}

/**
 * Sees to requests that were put off: into the queue goes what is not in it, as after a crash between the writing down and the putting in.
 * Where there is no queue they are done here.
 */
export const answerRequests = (
  services: Services,
  actor: Actor,
  scheduledAt: Instant,
  stopping: AbortSignal | null = null,
) =>
  runJob(services, { job: 'answer-requests', scheduledAt }, async (until) => {
    const { queue, clock } = services
    if (queue && queue.kind !== 'none') return { queued: await putAll(services, actor) }
    return answerWaiting(services, actor, () => stopping?.aborted === true || clock() >= until)
  })
