import { z } from '@hono/zod-openapi'
import { createMiddleware } from 'hono/factory'
import { AsOf } from '../core/ledger/position.ts'
import { momentAsOf } from '../queries/as-of.ts'
import { readAsOf } from '../storage/as-of.ts'
import { type Env, reading } from './env.ts'
import { invalidInput } from './problem.ts'

/** Query of every route that reads as of a position. */
export const AsOfQuery = z.object({
  as_of: AsOf.optional().meta({
    description:
      'what was known at a position of the ledger, or at an instant (the last position sealed by then). The answer names its ' +
      'position in the header Hindcast-Position; give that with each page of a walk. It never changes, and costs more than a plain ' +
      'read: counts are added up from the postings of the author or collection.',
  }),
})

/** Lets the handler read what stood at the moment that `as_of` names. */
export const readsAsOf = createMiddleware<Env>(async (c, next) => {
  const asked = c.req.query('as_of')
  if (asked === undefined) return next()
  const parsed = AsOfQuery.safeParse({ as_of: asked })
  if (!parsed.success) throw invalidInput(parsed.error)
  const { as_of } = parsed.data
  if (as_of === undefined) return next()
  const { reader, now } = reading(c)
  const moment = await momentAsOf(reader, as_of, now)
  try {
    await readAsOf(reader, moment.position, async (then) => {
      c.set('asOf', { reader: then, now: moment.now })
      await next()
      // Answered already; what broke in the database must not be committed.
      if (c.error) throw c.error
    })
  } catch (error) {
    if (error !== c.error) throw error
  }
  c.header('hindcast-position', String(moment.position))
})
