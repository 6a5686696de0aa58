import { createMiddleware } from 'hono/factory'
import type { Env } from './env.ts'

/** What an answer of a sandbox says. */
export const SANDBOX_HEADER = 'hindcast-sandbox'

export const SANDBOX_NOTE =
  'Practice mode: a sandbox with fictional data. Every write may be tried; all of it may be gone at any time.'

/** Marks each answer of a sandbox, whatever it answers, and keeps it out of search engines. */
export const marksSandbox = createMiddleware<Env>(async (c, next) => {
  await next()
  if (!c.var.services?.sandbox) return
  c.res.headers.set(SANDBOX_HEADER, 'true')
  c.res.headers.set('x-robots-tag', 'noindex, nofollow')
})
