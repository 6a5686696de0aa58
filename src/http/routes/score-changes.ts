import { createRoute, z } from '@hono/zod-openapi'
import { timings } from '../../core/question.ts'
import { ScoreChange } from '../../core/score-change.ts'
import { listScoreChanges } from '../../storage/score-changes.ts'
import { AsOfQuery, readsAsOf } from '../as-of.ts'
import { reading } from '../env.ts'
import { dueIn, filters, idsNamed } from '../list-filters.ts'
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
      author: filters.author,
      question: filters.question,
      topic: filters.topic,
      collection: filters.collection,
      due_after: filters.due_after,
      due_before: filters.due_before,
      timing: z.enum(timings).optional(),
    }),
  },
  responses: asOfAnswers(pageSchema(ScoreChange).meta({ id: 'ScoreChangePage' }), 'A page'),
})

export const scoreChangeRoutes = () =>
  createRouter().openapi(list, async (c) => {
    const query = c.req.valid('query')
    const { reader } = reading(c)
    const filter = {
      ...(await idsNamed(reader, query)),
      ...dueIn(query),
      questionId: query.question ?? null,
      topic: query.topic ?? null,
      timing: query.timing ?? null,
    }
    return c.json(await listScoreChanges(reader, filter, pageRequest(query)), 200)
  })
