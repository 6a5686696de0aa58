import { z } from 'zod'
import { type Actor, contextOf, type Services } from '../actions/context.ts'
import { giveAnswer, takeUp } from '../actions/deferred-requests.ts'
import { MOST_TRIES } from '../core/deferred.ts'
import type { FirstAnswer } from '../core/idempotency.ts'
import { Problem, problemCodes } from '../core/problem.ts'
import type { Done } from '../outside/queues/queue.ts'
import { errorText } from '../storage/violations.ts'

const Told = z.object({ code: z.enum(problemCodes), detail: z.string(), remedy: z.string(), requestId: z.string() })

/** Failures of others, which nobody mends here: tried as often as anything, and then the answer. */
const OF_OTHERS = ['fetch-failed', 'fetch-later']

/** What failed for our reasons, so that it is to be tried again; null for an answer, refusals too. */
const failureIn = ({ status, body }: FirstAnswer, tries: number): Problem | null => {
  if (status < 500 && status !== 429) return null
  const { code, detail, remedy, requestId } = Told.parse(JSON.parse(body))
  if (OF_OTHERS.includes(code) && tries >= MOST_TRIES) return null
  return new Problem(code, `${detail} (request id ${requestId})`, remedy)
}

/**
 * Answers a request that was put off, once however often it is asked for: what it did and did not get kept is found done the next time.
 * Throws what it failed by, where that is ours: then it waits for the next try.
 */
export const answerRequest = async (services: Services, actor: Actor, id: string): Promise<Done> => {
  const { answerLater } = services
  if (!answerLater) throw new Error('nothing here answers requests that were put off')
  const request = await takeUp(contextOf(services, actor), { id })
  if (request === null) return 'done'
  if ('askAgainAt' in request) return request
  const give = (answer: FirstAnswer | null) => giveAnswer(contextOf(services, actor), { request, answer })
  try {
    const answer = await answerLater(request)
    const failure = failureIn(answer, request.tries)
    if (failure) throw failure
    await give(answer)
    return 'done'
  } catch (error) {
    // Where that cannot be said either, it is held until the time of a run is over.
    await give(null).catch((second: unknown) =>
      services.watch.log('error', 'a request was not let go', { error: errorText(second) }),
    )
    throw error
  }
}
