import type { Context } from 'hono'
import { ANYONE } from '../actions/context.ts'
import { enqueue, putOff } from '../actions/deferred-requests.ts'
import { type Env, writing } from './env.ts'
import { later } from './later.ts'

const PREFERENCE = 'respond-async'

/** Whether a Prefer header asks not to be kept waiting (RFC 7240): `respond-async`, among others, with or without parameters. */
export const prefersAsync = (header: string | undefined): boolean =>
  (header ?? '').split(',').some((one) => one.split(';', 1)[0]?.trim().toLowerCase() === PREFERENCE)

/**
 * Puts a request off whose client asks for that (`Prefer: respond-async`): 202 with where to read what becomes of it; null where it is to
 * be answered now. A handler calls it once all is checked that costs nothing. Written down it is safe: where it does not come into the
 * queue after that, the clock puts it in.
 */
export const answeredLater = async (c: Context<Env>) => {
  if (!prefersAsync(c.req.header('prefer'))) return null
  const { pathname, search } = new URL(c.req.url)
  const request = await putOff(writing(c), {
    address: `${pathname}${search}`,
    ifMatch: c.req.header('if-match') ?? null,
    body: await c.req.text(),
  })
  later(c, enqueue(c.var.services, c.var.actor ?? ANYONE, [request.id]))
  c.header('location', `/v1/deferred-requests/${request.id}`)
  c.header('preference-applied', PREFERENCE)
  return c.json(request, 202)
}
