import { createMiddleware } from 'hono/factory'
import { Problem } from '../core/problem.ts'
import type { Env } from './env.ts'

/**
 * So many requests are worked on at a time in one process: ten for each connection to the database. All take turns at the connections,
 * so more of them would each take longer, until nobody waits for the answers any more and all work is for nothing.
 */
export const MOST_AT_ONCE = 100

/** Where a request only waits for something to happen; how many may is counted there. */
const isPatient = (url: string): boolean => {
  const { pathname, searchParams } = new URL(url)
  return pathname === '/v1/changes' && searchParams.has('wait')
}

/** Turns away at once whoever comes while so many are worked on. Throws `overloaded`. */
export const admission = (most = MOST_AT_ONCE) => {
  let underWay = 0
  return createMiddleware<Env>(async (c, next) => {
    if (isPatient(c.req.url)) return next()
    if (underWay >= most)
      throw new Problem('overloaded', `${most} requests are worked on already`, 'try again in a moment')
    underWay += 1
    try {
      return await next()
    } finally {
      underWay -= 1
    }
  })
}
