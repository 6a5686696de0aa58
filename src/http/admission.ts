import { createMiddleware } from 'hono/factory'
import type { Env } from './env.ts'
import { patienceOf, within } from './patience.ts'

/**
 * Turns away at once whoever comes while so many are worked on, or so many of their own; nobody where the process has no places. Where no
 * limits count clients none has a share. Throws `overloaded`.
 */
export const admission = createMiddleware<Env>(async (c, next) => {
  const { places, limits, client } = c.var.services
  if (!places) return next()
  const whose = limits ? (client ?? null) : null
  let leave = places.working(whose)
  c.set('place', {
    whileRead: async (read) => {
      leave()
      const done = places.reading(whose)
      const result = await within(patienceOf(c), read()).finally(done)
      leave = places.working(whose)
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
