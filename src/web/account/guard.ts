import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { z } from 'zod'
import { type Actor, contextOf, personActor } from '../../actions/context.ts'
import { Problem, RateLimited } from '../../core/problem.ts'
import { isSameOrigin, type SignedIn } from '../../core/session.ts'
import { answer, type Env, type PageStatus } from '../env.ts'
import { limitedForm, statusOf } from '../forms.ts'
import { ForbiddenPage, OffPage, TooLongPage } from './message-pages.tsx'

/** A form of this folder, every letter of it escaped. */
const LIMIT = 20_000

const limitedTo = (maxSize: number) => limitedForm({ maxSize, onError: (c) => answer(c, TooLongPage({}), 413) })

/** Pages of accounts are of one person at one moment: nothing on the way keeps them, and no other site learns their address. */
const unkept = createMiddleware<Env>(async (c, next) => {
  await next()
  c.header('cache-control', 'no-store')
  c.header('referrer-policy', 'same-origin')
})

/** What another page sends is not taken, whoever is signed in: neither a write, nor a sign-in under somebody else's name. */
const fromHere = createMiddleware<Env>(async (c, next) => {
  const own = isSameOrigin(c.req.header('sec-fetch-site'), c.req.header('origin'), new URL(c.req.url).host)
  if (c.req.method === 'POST' && !own)
    return answer(c, ForbiddenPage({ why: 'The form was not sent by a page of this site.' }), 403)
  return next()
})

/** Pages without whom nobody signs in say so plainly where that is off. */
const whereOn = createMiddleware<Env>(async (c, next) => {
  const { signIn } = c.var.services
  return signIn === undefined || signIn instanceof Problem ? answer(c, OffPage({}), 503) : next()
})

/** What every page of somebody who is signed in runs first; `bytes` is the longest form it takes. */
export const guardedUpTo = (bytes: number) => [unkept, whereOn, fromHere, limitedTo(bytes)] as const
/** What every page of accounts runs first. */
export const guarded = guardedUpTo(LIMIT)

/** Runs a page for who is signed in; who is not is asked to, and comes back. */
export const forSignedIn = async (
  c: Context<Env>,
  page: (signedIn: SignedIn) => Promise<Response>,
): Promise<Response> => {
  const signedIn = await c.var.signedIn()
  if (signedIn) return page(signedIn)
  const { pathname, search } = new URL(c.req.url)
  const next = c.req.method === 'GET' ? `?next=${encodeURIComponent(pathname + search)}` : ''
  return c.redirect(`/sign-in${next}`, 303)
}

/** The circumstances of what somebody does by a form. */
export const writingAs = (c: Context<Env>, actor: Actor) => contextOf(c.var.services, actor)
export const writingBy = (c: Context<Env>, signedIn: SignedIn) => writingAs(c, personActor(signedIn))

export type Refusal = { wrong: string[]; status: PageStatus }

/** What to tell who filled in a form; what is nobody's input is thrown on. */
export const refusalOf = (c: Context<Env>, error: unknown): Refusal => {
  if (!(error instanceof Problem) || ['database-unavailable', 'internal'].includes(error.code)) throw error
  if (error instanceof RateLimited) c.header('retry-after', new Date(error.retryAt).toUTCString())
  return { wrong: [`${error.message}; ${error.remedy}`], status: statusOf(error) }
}

/** What a schema finds wrong with a form. */
export const wrongOf = ({ issues }: { issues: readonly { message: string }[] }): Refusal => ({
  wrong: [...new Set(issues.map(({ message }) => message))],
  status: 422,
})

/** What a form holds, read by its schema. Throws `invalid-input`. */
export const mustRead = <T extends z.ZodType>(schema: T, value: unknown): z.output<T> => {
  const read = schema.safeParse(value)
  if (read.success) return read.data
  throw new Problem('invalid-input', wrongOf(read.error).wrong.join('; '), 'mend that and send it again')
}
