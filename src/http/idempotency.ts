import { createMiddleware } from 'hono/factory'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { beginOnce, endOnce } from '../actions/answer-once.ts'
import type { Ask } from '../core/idempotency.ts'
import { sha256 } from '../core/ledger/digest.ts'
import { Problem } from '../core/problem.ts'
import { errorText } from '../storage/violations.ts'
import { type Env, writing } from './env.ts'
import { later } from './later.ts'

const KEY = /^[\x21-\x7e]{1,255}$/
/** The headers that belong to the answer; the others are of the moment. */
const kept = ['content-type', 'location', 'etag', 'preference-applied']
export const keptOf = (headers: Headers): Record<string, string> =>
  Object.fromEntries([...headers].filter(([name]) => kept.includes(name)))

const keyOf = (header: string): string => {
  if (KEY.test(header)) return header
  const detail = 'the Idempotency-Key is no key'
  throw new Problem('invalid-input', detail, 'send 1 to 255 visible ASCII characters, such as a UUID', [
    { field: 'Idempotency-Key', detail },
  ])
}

const fingerprintOf = async (request: Request, body: ArrayBuffer): Promise<string> => {
  const { pathname, search } = new URL(request.url)
  const condition = request.headers.get('if-match') ?? ''
  return sha256(`${request.method} ${pathname}${search}\n${condition}\n${await sha256(new Uint8Array(body))}`)
}

/**
 * Answers a request that carries an Idempotency-Key once: who sends it again within a day gets the first answer, marked
 * `Idempotent-Replayed: true`. Failures of the server are not kept: what they left undone may be sent again, and nothing is
 * said twice, since writes are idempotent by what they say. Runs after who asks is known and the body is read.
 */
export const answersOnce = createMiddleware<Env>(async (c, next) => {
  const header = c.req.header('idempotency-key')
  const { actor } = c.var
  if (header === undefined || actor === null) return next()
  const fingerprint = await fingerprintOf(c.req.raw, await c.req.arrayBuffer())
  const ask: Ask = { actor: actor.name, key: keyOf(header), fingerprint }
  const first = await beginOnce(writing(c), ask)
  if (first) {
    c.header('idempotent-replayed', 'true')
    for (const [name, value] of Object.entries(first.headers)) c.header(name, value)
    return c.newResponse(first.body === '' ? null : first.body, first.status as ContentfulStatusCode)
  }
  // Whoever has hung up gets the answer when they ask again: the edge must not stop in between.
  const work = next().then(async () => {
    const { status } = c.res
    const answered = status < 500 && status !== 429
    const answer = answered ? { status, headers: keptOf(c.res.headers), body: await c.res.clone().text() } : null
    await endOnce(writing(c), { ask, answer }).catch((error: unknown) =>
      c.var.watch.log('error', 'an answer was not kept', { error: errorText(error) }),
    )
  })
  later(c, work)
  await work
  return undefined
})
