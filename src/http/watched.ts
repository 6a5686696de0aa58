import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { matchedRoutes } from 'hono/route'
import type { Watch } from '../core/watch.ts'
import type { Env } from './env.ts'

/** The pattern of the route that answers; null where none does. Middleware stands before it, at patterns that end in a star. */
const routeOf = (c: Context): string | null =>
  matchedRoutes(c)
    .map(({ path }) => path)
    .filter((path) => !path.endsWith('*'))
    .at(-1) ?? null

/** Tells of each request when its answer begins: by which route, not at which address, since that may hold a token. */
export const watchesRequests = (watch: Watch) =>
  createMiddleware<Env>(async (c, next) => {
    c.set('watch', watch)
    const piece = watch.request({
      method: c.req.method,
      requestId: c.var.requestId,
      traceparent: c.req.header('traceparent') ?? null,
      tracestate: c.req.header('tracestate') ?? null,
    })
    c.set('within', piece.within)
    let status = 500
    try {
      await piece.within(next)
      status = c.res.status
    } finally {
      piece.end({ route: routeOf(c), status, problem: c.get('problem') ?? null })
    }
  })
