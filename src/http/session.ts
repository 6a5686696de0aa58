import type { Context } from 'hono'
import { getSignedCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import { contextOf, personActor } from '../actions/context.ts'
import { keepSessionUse } from '../actions/people/sign-in.ts'
import { plusMs } from '../core/fetching/pace.ts'
import { Problem } from '../core/problem.ts'
import { isSameOrigin, SESSION_COOKIE, SESSION_USE_MS, type SignedIn } from '../core/session.ts'
import { sessionByToken } from '../storage/sessions.ts'
import type { Env } from './env.ts'
import { later } from './later.ts'

/** Sessions whose use is being written by this process right now: many requests at once write it once. */
const writing = new Set<string>()

/** Keeps when a session was used last, at most once a minute, after the answer is made. */
const keepLater = (c: Context<Env>, signedIn: SignedIn): void => {
  const { id, recordedAt, lastUsedAt } = signedIn.session
  const { services } = c.var
  if (writing.has(id) || lastUsedAt > plusMs(services.clock(), -SESSION_USE_MS)) return
  writing.add(id)
  const work = keepSessionUse(contextOf(services, personActor(signedIn)), { id, recordedAt })
  later(
    c,
    work.finally(() => writing.delete(id)),
  )
}

/** Whether the browser came by https: as a trusted proxy says, else by the address itself. */
const cameByHttps = (c: Context<Env>): boolean => c.var.services.https ?? new URL(c.req.url).protocol === 'https:'

/** Who is signed in on the browser that asks. A cookie that is forged, over or of nobody is nobody's: browsers keep sending it. */
export const whoIsSignedIn = async (c: Context<Env>): Promise<SignedIn | null> => {
  const { services } = c.var
  const { signIn } = services
  if (signIn === undefined || signIn instanceof Problem) return null
  const token = await getSignedCookie(c, signIn.secret, SESSION_COOKIE, cameByHttps(c) ? 'host' : undefined)
  if (!token) return null
  const signedIn = await sessionByToken(services.database.reader, token, services.clock())
  if (signedIn) keepLater(c, signedIn)
  return signedIn
}

/** Lays down how to ask who is signed in: pages and keys that do not ask cost no look into the database. */
export const recognise = createMiddleware<Env>(async (c, next) => {
  let asked: Promise<SignedIn | null> | undefined
  c.set('https', cameByHttps(c))
  c.set('signedIn', () => {
    asked ??= whoIsSignedIn(c)
    return asked
  })
  await next()
})

const SAFE = ['GET', 'HEAD', 'OPTIONS']

/**
 * Holds that a page of this site sent a request that writes by a session: browsers send cookies along with whatever another page
 * starts. (hono/csrf looks at the bodies of forms alone.) Throws `forbidden`.
 */
export const mustBeSameOrigin = (c: Context<Env>): void => {
  if (SAFE.includes(c.req.method)) return
  if (isSameOrigin(c.req.header('sec-fetch-site'), c.req.header('origin'), new URL(c.req.url).host)) return
  throw new Problem(
    'forbidden',
    'a session writes from pages of this site alone',
    'send it from this site, or use a key: Authorization: Bearer hck_…',
  )
}
