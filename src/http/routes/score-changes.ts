import { createRoute } from '@hono/zod-openapi'
import { idOf } from '../../core/id.ts'
import { ScoreChange } from '../../core/score-change.ts'
import { listScoreChanges } from '../../storage/score-changes.ts'
import { AsOfQuery, readsAsOf } from '../as-of.ts'
import { reading } from '../env.ts'
import { PageQuery, pageRequest, pageSchema } from '../page.ts'
import { asOfAnswers, createRouter } from '../router.ts'

const list = createRoute({
  method: 'get',
  path: '/v1/score-changes',
  operationId: 'listScoreChanges',
  tags: ['resolutions'],
  summary: 'List what corrections did to the scores of authors, newest first',
  description:
    'One entry for each correction, author and board it moved: the headline figures before and after, under the rules of the day. What the number of families does not allow is null.',
  middleware: [readsAsOf],
  request: {
    query: PageQuery.extend({
      ...AsOfQuery.shape,
      author: idOf('author').optional(),
      question: idOf('question').optional(),
    }),
  },
  responses: asOfAnswers(pageSchema(ScoreChange).meta({ id: 'ScoreChangePage' }), 'A page'),
})

export const scoreChangeRoutes = () =>
  createRouter().openapi(list, async (c) => {
    const { author, question, ...page } = c.req.valid('query')
    const filter = { authorId: author ?? null, questionId: question ?? null }
    return c.json(await listScoreChanges(reading(c).reader, filter, pageRequest(page)), 200)
  })
