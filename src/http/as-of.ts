import { z } from '@hono/zod-openapi'
import type { Context, Next } from 'hono'
import { createMiddleware } from 'hono/factory'
import { canonical, sha256 } from '../core/ledger/digest.ts'
import { AsOf } from '../core/ledger/position.ts'
import { LEXICON_VERSION } from '../core/lexicon/phrases.ts'
import { RESOLUTION_RULES } from '../core/resolution/judge.ts'
import { SCORING_RULES } from '../core/scoring/report/report.ts'
import { dayOf, type Instant } from '../core/time.ts'
import { momentAsOf } from '../queries/as-of.ts'
import { readAsOf } from '../storage/as-of.ts'
import { type SettledState, settledState } from '../storage/ledger.ts'
import { type Env, reading } from './env.ts'
import { invalidInput } from './problem.ts'
import { VERSION } from './version.ts'

/** Query of every route that reads as of a position. */
export const AsOfQuery = z.object({
  as_of: AsOf.optional().meta({
    description:
      'what was known at a position of the ledger, or at an instant (the last position sealed by then). The answer names its ' +
      'position in the header Hindcast-Position; give that with each page of a walk. It never changes, and costs more than a plain ' +
      'read: counts are added up from the postings of the author or collection.',
  }),
})

/** Reads what stood at the moment that `as_of` names. */
const readThen = async (c: Context<Env>, next: Next, asOf: AsOf): Promise<undefined> => {
  const { reader, now } = reading(c)
  const moment = await momentAsOf(reader, asOf, now)
  try {
    await readAsOf(reader, moment.position, async (then) => {
      c.set('reading', { reader: then, now: moment.now })
      await next()
      // Answered already; what broke in the database must not be committed.
      if (c.error) throw c.error
    })
  } catch (error) {
    if (error !== c.error) throw error
  }
  c.header('hindcast-position', String(moment.position))
}

/**
 * The tag of what an address answers while every committed fact has a position: that, the newest kept board, how many authors
 * and collections there are (no facts, so no position tells of a new one), the day, since months end and days for rulings
 * pass, the rules that figures are made by, the version of what serves them, and what else makes the answer (`by`).
 */
const tagOf = async (url: string, settled: SettledState, now: Instant, by: readonly string[]): Promise<string> => {
  const { position, kept, authors, collections } = settled
  const rules = [SCORING_RULES, LEXICON_VERSION, RESOLUTION_RULES]
  const made = [url, position, kept, authors, collections, dayOf(now), VERSION, ...rules, ...by]
  return `W/"${(await sha256(canonical(made))).slice(0, 32)}"`
}

/**
 * Reads what stands now. A tag is given only where nothing waits for its position; it is taken before the read, so a fact that
 * comes in between makes the answer newer than its tag, never older.
 */
const readNow = async (c: Context<Env>, next: Next, by: readonly string[] | null): Promise<Response | undefined> => {
  const { reader, now } = reading(c)
  c.set('reading', { reader, now })
  const settled = by === null ? null : await settledState(reader)
  if (by === null || settled === null) return void (await next())
  const { position } = settled
  const tag = await tagOf(c.req.url, settled, now, by)
  const headers = { etag: tag, 'cache-control': 'no-cache', 'hindcast-position': String(position) }
  const held = c.req.header('if-none-match')?.split(',') ?? []
  if (held.some((one) => one.trim() === tag)) return c.body(null, 304, headers)
  await next()
  if (c.res.ok) for (const [name, value] of Object.entries(headers)) c.header(name, value)
  return undefined
}

/**
 * Lets the handler read what stood at the moment that `as_of` names, or, with an ETag where there can be one, what stands
 * now. `by`: versions of whatever, beside the rules of the figures, makes the answer what it is; null where the answer has a tag
 * of its own.
 */
export const readsAsOfBy = (by: readonly string[] | null) =>
  createMiddleware<Env>(async (c, next) => {
    const parsed = AsOfQuery.safeParse({ as_of: c.req.query('as_of') })
    if (!parsed.success) throw invalidInput(parsed.error)
    const { as_of } = parsed.data
    return as_of === undefined ? readNow(c, next, by) : readThen(c, next, as_of)
  })

export const readsAsOf = readsAsOfBy([])
