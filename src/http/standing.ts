import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { parseAccept } from 'hono/utils/accept'
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

/** Whether the client reads gzip, and the answer goes to it as it is: the edge zips by itself, and would do it twice. */
const readsGzip = (c: Context<Env>): boolean =>
  c.var.services.zips === true &&
  parseAccept(c.req.header('accept-encoding') ?? '').some(({ type, q }) => type === 'gzip' && q > 0)

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
  const found = await standingAnswer(reader, c.req.param('id') ?? '', scope, {
    ...madeByAt(clock()),
    ...{ held, readsGzip: readsGzip(c) },
  })
  if (!found) return next()
  const headers = { etag: `W/"${found.tag}"`, 'cache-control': 'no-cache' }
  if (found.body === null) return c.body(null, 304, headers)
  const { body } = found
  const encoding = typeof body === 'string' ? {} : { 'content-encoding': 'gzip', vary: 'accept-encoding' }
  return c.body(body, 200, { ...headers, ...encoding, 'content-type': 'application/json' })
})
