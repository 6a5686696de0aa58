import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import { Problem } from '../core/problem.ts'
import type { Env, PageStatus } from './env.ts'

/** Reads a form to its end, which is kept for whoever asks for its fields; no place is held meanwhile. Throws `body-too-slow`. */
export const limitedForm = (options: Parameters<typeof bodyLimit>[0]) => {
  const limit = bodyLimit(options)
  return createMiddleware<Env>(async (c, next) => {
    if (c.req.method !== 'POST') return next()
    const read = async () => limit(c, async () => void (await c.req.arrayBuffer()))
    const refused = await (c.var.place?.whileRead(read) ?? read())
    return refused ?? next()
  })
}

/** The text fields of a form, each with all its values. Throws `invalid-input` for what is no form, and for NUL, which no database takes. */
const textsOf = async (c: Context<Env>, mayHoldNul = false): Promise<[field: string, values: string[]][]> => {
  const form = await c.req.parseBody({ all: true }).catch((error: unknown) => {
    // A multipart body without a boundary, or cut short: the platforms tell by this type alone.
    if (!(error instanceof TypeError)) throw error
    throw new Problem('invalid-input', 'this is no form that can be read', 'send the form from its page again')
  })
  return Object.entries(form).map(([field, given]) => {
    const values = [given].flat().filter((value) => typeof value === 'string')
    if (mayHoldNul || ![field, ...values].some((text) => text.includes('\u0000'))) return [field, values]
    const detail = `the field ${JSON.stringify(field.slice(0, 100))} holds a NUL character`
    throw new Problem('invalid-input', detail, 'write it without that', [{ field, detail }])
  })
}

/** The fields of a form, of each its last value, trimmed of nothing: a password may end with a space. Throws `invalid-input`. */
export const fieldsOf = async (c: Context<Env>, mayHoldNul = false): Promise<Record<string, string>> =>
  Object.fromEntries(
    (await textsOf(c, mayHoldNul)).flatMap(([field, values]) => values.slice(-1).map((value) => [field, value])),
  )

/** The values of a field that may stand in a form several times. Throws `invalid-input`. */
export const valuesOf = async (c: Context<Env>, name: string): Promise<string[]> =>
  (await textsOf(c)).find(([field]) => field === name)?.[1] ?? []

const STATUSES: Partial<Record<Problem['code'], PageStatus>> = {
  unauthenticated: 401,
  forbidden: 403,
  'sign-in-off': 503,
  'not-found': 404,
  'body-too-slow': 408,
  'already-exists': 409,
  conflict: 409,
  'illegal-step': 409,
  'rate-limited': 429,
  overloaded: 503,
}

/** The status of a page that says what somebody did wrong. */
export const statusOf = ({ code }: Problem): PageStatus => STATUSES[code] ?? 422
