import { createRoute, z } from '@hono/zod-openapi'
import { idOf } from '../../core/id.ts'
import { Problem } from '../../core/problem.ts'
import { CalibrationReport, calibrationReport } from '../../queries/calibration-report.ts'
import { mustFindAuthor } from '../../queries/must-find-author.ts'
import { PinnedReport, pinnedReport } from '../../queries/pinned-report.ts'
import { readsAsOf } from '../as-of.ts'
import { reading } from '../env.ts'
import { asOfAnswers, createRouter } from '../router.ts'
import { AuthorParams, CalibrationQuery, partOf } from './author-query.ts'

const read = createRoute({
  method: 'get',
  path: '/v1/authors/{id}/calibration',
  operationId: 'readCalibration',
  tags: ['authors'],
  summary: "Read an author's calibration report",
  description:
    'What the number of families does not allow is null, and its rule stands in `withheld`. With `snapshot` the answer is the ' +
    'report as it was kept then, whole and unchanged: a PinnedReport, whose `kind` is `kept`.',
  middleware: [readsAsOf],
  request: {
    params: AuthorParams,
    query: CalibrationQuery.extend({
      snapshot: idOf('snapshot').optional().meta({
        description: 'of a kept board, which says of what the report is: timing, voice and collection may be left out',
      }),
    }),
  },
  responses: asOfAnswers(z.discriminatedUnion('kind', [CalibrationReport, PinnedReport]), 'The report'),
})

const eitherOr = (): Problem => {
  const detail = 'a kept report is of its own position; it cannot be read as of another'
  return new Problem('invalid-input', detail, 'give snapshot or as_of', [{ field: 'snapshot', detail }])
}

/** The calibration report of an author, as of now, of a position, or as it was kept. */
export const calibrationRoutes = () =>
  createRouter().openapi(read, async (c) => {
    const { reader, now } = reading(c)
    const { snapshot, as_of, ...query } = c.req.valid('query')
    if (snapshot !== undefined && as_of !== undefined) throw eitherOr()
    const author = await mustFindAuthor(reader, c.req.valid('param').id)
    const part = await partOf(reader, query, now)
    if (snapshot === undefined) return c.json(await calibrationReport(reader, { ...part, author }), 200)
    // Defaults are no wish: only what the request names must be what the board is of.
    const named = c.req.query()
    const expected = {
      collection: query.collection === undefined ? undefined : part.collection,
      timing: named['timing'],
      voice: named['voice'],
    }
    return c.json(await pinnedReport(reader, author, snapshot, expected), 200)
  })
