import { createRoute, z } from '@hono/zod-openapi'
import { authorAt } from '../../queries/must-find-author.ts'
import { CalibrationReport, calibrationReport } from '../../queries/report/calibration-report.ts'
import { PinnedReport, pinnedReport } from '../../queries/report/pinned-report.ts'
import { MOST_MADE_ANEW } from '../../queries/report/standing-report.ts'
import { readsPinned } from '../as-of.ts'
import { reading } from '../env.ts'
import { asOfAnswers, createRouter } from '../router.ts'
import { answersStanding } from '../standing.ts'
import { AuthorParams, CalibrationQuery, ofAuthor, partOf } from './author-query.ts'

const read = createRoute({
  method: 'get',
  path: '/v1/authors/{id}/calibration',
  operationId: 'readCalibration',
  tags: ['authors'],
  summary: "Read an author's calibration report",
  description:
    'What the number of families does not allow is null, and its rule stands in `withheld`. With `snapshot` the answer is the ' +
    'report as it was kept then, whole and unchanged: a PinnedReport, whose `kind` is `kept`. Of an author of whom more than ' +
    `${MOST_MADE_ANEW} forecasts are settled a report is kept ready, and made again within some minutes of what is sealed: \`asOf\` says ` +
    'as of when.',
  middleware: [answersStanding, readsPinned],
  request: {
    params: AuthorParams,
    query: CalibrationQuery,
  },
  responses: ofAuthor(asOfAnswers(z.discriminatedUnion('kind', [CalibrationReport, PinnedReport]), 'The report')),
})

/** The calibration report of an author, as of now, of a position, or as it was kept. */
export const calibrationRoutes = () =>
  createRouter().openapi(read, async (c) => {
    const { reader, snapshot = null } = reading(c)
    const author = await authorAt(reader, c.req.valid('param').id)
    const part = await partOf(c, c.req.valid('query'))
    if (snapshot) return c.json(await pinnedReport(reader, author, snapshot), 200)
    return c.json(await calibrationReport(reader, { ...part, author }), 200)
  })
