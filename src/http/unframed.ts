import { createMiddleware } from 'hono/factory'

/** What every answer says that says nothing stricter of itself: it is of the type that it names, and stands in no frame. */
export const unframed = createMiddleware(async (c, next) => {
  await next()
  if (!c.res.headers.has('x-content-type-options')) c.header('x-content-type-options', 'nosniff')
  if (!c.res.headers.has('content-security-policy')) c.header('content-security-policy', "frame-ancestors 'none'")
})
