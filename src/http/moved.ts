import type { Context } from 'hono'
import type { AuthorMoved } from '../queries/must-find-author.ts'

const ADDRESS = /^\/v1\/authors\/[^/]+/

/** Sends who asked at the address of a merged record to the same of the author whom it counts for. No cache keeps it: a split ends it. */
export const sendsOn = (c: Context, { goesBy }: AuthorMoved): Response => {
  const { pathname, search } = new URL(c.req.url)
  c.header('cache-control', 'no-cache')
  return c.redirect(pathname.replace(ADDRESS, () => `/v1/authors/${encodeURIComponent(goesBy)}`) + search, 308)
}
