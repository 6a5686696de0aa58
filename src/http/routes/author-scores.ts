import { createRoute, z } from '@hono/zod-openapi'
import { authorAt } from '../../queries/must-find-author.ts'
import { AuthorScores } from '../../queries/report/author-scores.ts'
import { AuthorOverTime, MOST_ACTS, overTime } from '../../queries/report/over-time.ts'
import { readAt, readAtOf } from '../../queries/report/read-at.ts'
import { scoresNamed, scoresOfAuthor } from '../../queries/report/scores-of-many.ts'
import { VERSIONS, Versions } from '../../queries/report/versions.ts'
import { readsPinned } from '../as-of.ts'
import { reading } from '../env.ts'
import { ItemProblem, itemProblem } from '../problem.ts'
import { asOfAnswers, createRouter } from '../router.ts'
import { several } from '../several.ts'
import { AuthorParams, CalibrationQuery, ofAuthor, partAnew, partOf } from './author-query.ts'

const tags = ['scores']
const MOST_AUTHORS = 100
const NAME_ONE = `name whose scores to read: author=<id or slug>, once for each, up to ${MOST_AUTHORS} times`

const read = createRoute({
  method: 'get',
  path: '/v1/authors/{id}/scores',
  operationId: 'readAuthorScores',
  tags,
  summary: "Read an author's scores flat: a row a measure, and a row a month",
  description:
    'For dashboards and spreadsheets. A measure is defined at /v1/definitions/{measure}; what the number of families does not ' +
    'allow is null, with the rule beside it. The same figures as the calibration report, from the same counts.',
  middleware: [readsPinned],
  request: { params: AuthorParams, query: CalibrationQuery },
  responses: ofAuthor(asOfAnswers(AuthorScores, 'The scores')),
})

const readOverTime = createRoute({
  method: 'get',
  path: '/v1/authors/{id}/over-time',
  operationId: 'readAuthorOverTime',
  tags,
  summary: "Read an author's scores over time: by how long each forecast stood, and against who stood beside it",
  description:
    'A measure of its own, a row each, that no headline and no rank mixes with the one forecast that is scored; its rules stand in `inputs`. ' +
    `Made anew for each request from up to ${MOST_ACTS.toLocaleString('en-GB')} acts of everybody on the author’s questions; where there are more, ` +
    'the answer is 422, and a collection with fewer may be named: nothing is computed of a part of them.',
  middleware: [readsPinned],
  request: { params: AuthorParams, query: CalibrationQuery },
  responses: ofAuthor(asOfAnswers(AuthorOverTime, 'The scores over time')),
})

const ScoresOfMany = z
  .object({
    items: z
      .array(
        z.object({
          author: z.string().meta({ description: 'as asked: id or slug' }),
          scores: AuthorScores.nullable(),
          problem: ItemProblem.nullable().meta({ description: 'why there are none' }),
        }),
      )
      .meta({ description: 'one for each that was asked for, in that order' }),
    versions: Versions,
    ...readAt,
  })
  .meta({ id: 'ScoresOfMany' })

const readMany = createRoute({
  method: 'get',
  path: '/v1/scores',
  operationId: 'readScoresOfMany',
  tags,
  summary: `Read the scores of up to ${MOST_AUTHORS} authors at once`,
  description:
    'Who is not known is told by itself and fails nobody else. Beside one another, never a ranking: see the leaderboard.',
  middleware: [readsPinned],
  request: {
    query: CalibrationQuery.extend({
      author: several(z.string().min(1).max(300), MOST_AUTHORS, NAME_ONE).meta({
        description: `id or slug; stands once for each author, up to ${MOST_AUTHORS} times`,
      }),
    }),
  },
  responses: asOfAnswers(ScoresOfMany, 'The scores of each, in the order asked'),
})

/** Flat scores, of one author and of several, and those of one over time. */
export const authorScoreRoutes = () =>
  createRouter()
    .openapi(read, async (c) => {
      const { reader, snapshot = null } = reading(c)
      const author = await authorAt(reader, c.req.valid('param').id)
      const part = await partOf(c, c.req.valid('query'))
      const { scores, problem } = await scoresOfAuthor(reader, author, part, snapshot)
      if (problem) throw problem
      return c.json(scores, 200)
    })
    .openapi(readOverTime, async (c) => {
      const author = await authorAt(reading(c).reader, c.req.valid('param').id)
      const part = await partAnew(c, author, c.req.valid('query'))
      return c.json(await overTime(reading(c).reader, author, part), 200)
    })
    .openapi(readMany, async (c) => {
      const { reader, snapshot = null } = reading(c)
      const { author: names, ...query } = c.req.valid('query')
      const part = await partOf(c, query)
      const found = await scoresNamed(reader, names, part, snapshot)
      const items = found.map(({ named, scores, problem }) => ({
        author: named,
        scores,
        problem: problem && itemProblem(problem),
      }))
      return c.json({ items, versions: VERSIONS, ...readAtOf(part) }, 200)
    })
