import { createMiddleware } from 'hono/factory'
import { ALL, setOfCollection } from '../core/scored-item.ts'
import { mustFindCollection } from '../queries/collections.ts'
import { madeByAt } from '../queries/report/standing-answer.ts'
import { standingAnswer } from '../storage/standing-reports.ts'
import type { Env } from './env.ts'
import { CalibrationQuery } from './routes/author-query.ts'

/** Of what stands now: nothing that is pinned, and nothing that no schema knows. */
const StandingQuery = CalibrationQuery.omit({ as_of: true, snapshot: true }).strict()

/** The tags that a client holds, without their quotation marks. */
const heldIn = (header: string | undefined): string[] =>
  (header ?? '').split(',').flatMap((one) => /^\s*(?:W\/)?"([^"]*)"\s*$/.exec(one)?.[1] ?? [])

/**
 * Answers with the report that is kept ready of an author of whom much is settled, in one statement, or that the client holds it
 * already; all else goes on.
 */
export const answersStanding = createMiddleware<Env>(async (c, next) => {
  const query = StandingQuery.safeParse(c.req.query())
  if (!query.success) return next()
  const { collection: named, timing, voice } = query.data
  const { database, clock } = c.var.services
  const { reader } = database
  const set = named === undefined ? ALL : setOfCollection((await mustFindCollection(reader, named)).id)
  const held = heldIn(c.req.header('if-none-match'))
  const scope = { set, timing, voice }
  const found = await standingAnswer(reader, c.req.param('id') ?? '', scope, { ...madeByAt(clock()), held })
  if (!found) return next()
  const headers = { etag: `W/"${found.tag}"`, 'cache-control': 'no-cache' }
  if (found.body === null) return c.body(null, 304, headers)
  return c.body(found.body, 200, { ...headers, 'content-type': 'application/json' })
})
