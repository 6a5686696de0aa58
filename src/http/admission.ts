import { createMiddleware } from 'hono/factory'
import type { Env } from './env.ts'
import { patienceOf, within } from './patience.ts'

/**
 * Lets a request in once there is a place for it, and turns away whoever comes while too many wait already, or so many of their own; nobody
 * where the process has no places. Where no limits count clients none has a share. Throws `overloaded`.
 */
export const admission = createMiddleware<Env>(async (c, next) => {
  const { places, limits, client } = c.var.services
  if (!places) return next()
  const whose = limits ? (client ?? null) : null
  let leave = await places.working(whose)
  c.set('place', {
    whileRead: async (read) => {
      leave()
      const done = places.reading(whose)
      const result = await within(patienceOf(c), read()).finally(done)
      leave = await places.working(whose)
      return result
    },
    leave: () => leave(),
    stream: () => places.streaming(whose),
  })
  try {
    return await next()
  } finally {
    leave()
  }
})
