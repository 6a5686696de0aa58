import { z } from 'zod'
import { DAY, HOUR } from './fetching/pace.ts'
import { idOf } from './id.ts'
import { type Ask, type FirstAnswer, KEPT_HOURS } from './idempotency.ts'
import { Instant } from './time.ts'

/** So many requests of one key, or person, wait at most. */
export const MOST_WAITING = 1000

/** How long a request is kept after its end, in ms: answered as long as its answer, failed with its body until somebody has mended what broke. */
export const REQUESTS_KEPT = { answered: KEPT_HOURS * HOUR, failed: 30 * DAY } as const

/** What has become of a request whose client did not wait for the answer. */
export const requestStates = ['waiting', 'answered', 'failed'] as const

export const DeferredRequest = z
  .object({
    id: idOf('deferredRequest'),
    address: z.string().meta({ description: 'where it was sent: path and query' }),
    state: z.enum(requestStates).meta({
      description:
        'waiting = for its turn, or it is being done; answered = see `answer`, which may be a problem; failed = it broke here as often as it is tried: who runs the server sees why, and may have it tried again',
    }),
    recordedAt: Instant,
    tries: z.int().min(0).meta({ description: 'how often it was begun' }),
    endedAt: Instant.nullable().meta({ description: 'when it was answered, or failed' }),
    answer: z
      .object({
        status: z.int(),
        headers: z.record(z.string(), z.string()).meta({ description: 'those of the answer that are kept' }),
        body: z
          .record(z.string(), z.unknown())
          .meta({ description: 'as the request would have been answered at once' }),
      })
      .nullable()
      .meta({ description: 'null: there is none so far, or it is not kept any more' }),
  })
  .meta({ id: 'DeferredRequest' })
export type DeferredRequest = z.infer<typeof DeferredRequest>

/** A request as it was sent (POST, with JSON). `address`: path and query; `ifMatch`: the condition that it came with. */
export type SentRequest = { address: string; ifMatch: string | null; body: string }

/** A request whose turn it is. `actor`: who sent it, in whose name it is done. `tries`: with this one. */
export type TakenRequest = SentRequest & { id: string; actor: string; tries: number }

/** Under which name its answer is kept, beside those to Idempotency-Keys: one that no client can send, since it has a space. */
export const answerName = (id: string): string => `deferred ${id}`
export const askOf = ({ id, actor }: Pick<TakenRequest, 'id' | 'actor'>): Ask => ({
  actor,
  key: answerName(id),
  fingerprint: id,
})

/** Does a request in the name of who sent it, as they may act now; fails by answers of 500 and above. */
export type AnswerLater = (request: TakenRequest) => Promise<FirstAnswer>
