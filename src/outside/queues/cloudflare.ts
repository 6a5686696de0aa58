import { type Deferred, type Lane, laneOf, lanes, MOST_TRIES, pauseAfter, readDeferred } from '../../core/deferred.ts'
import { msBetween, SECOND } from '../../core/fetching/pace.ts'
import type { Instant } from '../../core/time.ts'
import type { Workers, WorkQueue } from './queue.ts'

/** What the runtime binds under the name of a queue. */
export type QueueBinding = { send: (body: unknown) => Promise<unknown> }

/** A message as the runtime gives it out. */
export type QueueMessage = {
  id: string
  body: unknown
  /** From 1. */
  attempts: number
  ack: () => void
  retry: (options?: { delaySeconds?: number }) => void
}
export type QueueBatch = { queue: string; messages: readonly QueueMessage[] }

/** The names of the bindings of `wrangler.toml`. */
export const bindingNames = {
  sealing: 'SEALING',
  sending: 'SENDING',
  working: 'WORKING',
  answering: 'ANSWERING',
} as const satisfies Record<Lane, string>
/** How the name of the queue of what died ends. */
const DEAD = '-dead'
/** The longest that the platform lets a message wait. */
const LONGEST = 43_200

/** The bindings of all queues, or what is missing. */
export const boundQueues = (bindings: Readonly<Record<string, unknown>>): Record<Lane, QueueBinding> | string => {
  const missing = lanes.map((lane) => bindingNames[lane]).filter((name) => bindings[name] === undefined)
  if (missing.length > 0) return `${missing.join(', ')} of wrangler.toml bind no queue`
  return Object.fromEntries(lanes.map((lane) => [lane, bindings[bindingNames[lane]]])) as Record<Lane, QueueBinding>
}

/** The queues of Cloudflare: what is put in twice is given out twice, and whoever does it finds it done. */
export const cloudflareQueue = (bound: Record<Lane, QueueBinding>): WorkQueue => {
  const send = (deferred: Deferred): Promise<unknown> => bound[laneOf(deferred)].send(deferred)
  return {
    kind: 'cloudflare',
    lacking: null,
    put: async (work) => void (await Promise.all(work.map(send))),
    putBack: async (_, __, deferred) => void (await send(deferred)),
    look: () => undefined,
  }
}

type Taking = { workers: Workers; clock: () => Instant; firstPause: number }

const take = async ({ workers, clock, firstPause }: Taking, message: QueueMessage): Promise<void> => {
  const { body, attempts } = message
  try {
    const done = await workers.do(readDeferred(body), attempts > 1)
    if (done === 'done') return message.ack()
    const seconds = Math.ceil(msBetween(clock(), done.askAgainAt) / SECOND)
    return message.retry({ delaySeconds: Math.min(LONGEST, Math.max(1, seconds)) })
  } catch (error) {
    const failure = workers.failureOf(error)
    const told = { attempt: attempts, attempts: MOST_TRIES, work: JSON.stringify(body), error: failure.error }
    workers.log('warn', 'deferred work failed', told)
    if (attempts < MOST_TRIES) return message.retry({ delaySeconds: pauseAfter(attempts, firstPause) })
    await workers.bury({ written: body, tries: attempts, failure })
    message.ack()
  }
}

/**
 * Takes a batch of messages, one after the other. What fails for the last time is buried here, with its failure; what ended without a word
 * each time, as by the time that an invocation may take, comes by the queue of what died. What cannot be buried is given out again.
 */
export const takeBatch = async (taking: Taking, { queue, messages }: QueueBatch): Promise<void> => {
  for (const message of messages) {
    if (!queue.endsWith(DEAD)) await take(taking, message)
    else {
      await taking.workers.bury({ written: message.body, tries: MOST_TRIES, failure: null })
      message.ack()
    }
  }
}
