import type { Context } from 'hono'
import { deleteCookie, setSignedCookie } from 'hono/cookie'
import { ANYONE } from '../../actions/context.ts'
import { signIn, signOut } from '../../actions/people/sign-in.ts'
import { cookieOptions, SESSION_COOKIE, type SignedIn } from '../../core/session.ts'
import { type From, mustSignIn } from '../../outside/accounts.ts'
import { sessionByToken } from '../../storage/sessions.ts'
import { type Env, reading } from '../env.ts'
import { writingAs, writingBy } from './guard.ts'

const fromOf = (c: Context<Env>): From => ({
  address: c.var.services.client ?? '',
  userAgent: (c.req.header('user-agent') ?? '').slice(0, 300),
})

/**
 * Signs somebody in: ends the session that the browser had, and gives it the new one, since a cookie that was planted before is
 * worth nothing after. Null where that ended at once.
 */
export const enter = async (
  c: Context<Env>,
  entered: { email: string; password: string },
): Promise<SignedIn | null> => {
  const { secret, accounts } = mustSignIn(c.var.services.signIn)
  const token = await signIn(writingAs(c, ANYONE), { ...entered, from: fromOf(c), accounts })
  const before = await c.var.signedIn()
  if (before) await signOut(writingBy(c, before), before.session)
  await setSignedCookie(c, SESSION_COOKIE, token, secret, cookieOptions(c.var.https))
  const { reader, now } = reading(c)
  return sessionByToken(reader, token, now)
}

/** Takes the cookie of a session from the browser. */
export const leave = (c: Context<Env>): void => void deleteCookie(c, SESSION_COOKIE, cookieOptions(c.var.https))
