import { cors } from 'hono/cors'
import { createMiddleware } from 'hono/factory'
import { SANDBOX_HEADER } from './sandbox.ts'

const EXPOSED = [
  'date',
  'etag',
  SANDBOX_HEADER,
  'hindcast-position',
  'idempotent-replayed',
  'location',
  'preference-applied',
  'ratelimit',
  'ratelimit-policy',
  'retry-after',
  'x-request-id',
]

const preflight = cors({
  origin: '*',
  allowHeaders: ['authorization', 'content-type', 'idempotency-key', 'if-match', 'if-none-match', 'prefer'],
  exposeHeaders: EXPOSED,
  maxAge: 86_400,
})

/**
 * Any page of the web may ask: reads are public, and writes need a key that the page must have. No browser shows it what a cookie
 * opens, since credentials are not allowed, and what a session writes must come from this site. The library answers preflights; on
 * every other answer it would lay down its headers first, and Node then hands the answer on as a stream.
 */
export const openToAll = createMiddleware(async (c, next) => {
  if (c.req.method === 'OPTIONS') return preflight(c, next)
  await next()
  c.res.headers.set('access-control-allow-origin', '*')
  c.res.headers.set('access-control-expose-headers', EXPOSED.join(','))
  return undefined
})
