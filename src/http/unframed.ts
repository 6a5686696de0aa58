import { createMiddleware } from 'hono/factory'

/** What every answer says that says nothing stricter of itself: it is of the type that it names, and stands in no frame. */
export const unframed = createMiddleware(async (c, next) => {
  await next()
  // `c.header` would make the answer anew, with a stream for its body, which Node hands on far more slowly than a text.
  const { headers } = c.res
  if (!headers.has('x-content-type-options')) headers.set('x-content-type-options', 'nosniff')
  if (!headers.has('content-security-policy')) headers.set('content-security-policy', "frame-ancestors 'none'")
})
