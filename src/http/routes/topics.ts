import { createRoute, z } from '@hono/zod-openapi'
import { ChangeTopics, changeTopics, TopicsChanged } from '../../actions/questions/change-topics.ts'
import { idOf } from '../../core/id.ts'
import { Topic } from '../../core/topic.ts'
import { listTopics } from '../../storage/topics.ts'
import { AsOfQuery, readsAsOf } from '../as-of.ts'
import { reading, writing } from '../env.ts'
import { PageQuery, pageRequest, pageSchema } from '../page.ts'
import { asOfAnswers, body, createRouter, putAnswers, securedChange } from '../router.ts'

const tags = ['topics']

const change = createRoute({
  method: 'post',
  path: '/v1/questions/{id}/topics',
  operationId: 'changeTopics',
  tags,
  summary: 'Give topics to a question, or take them from it',
  description:
    'Topics are free words. What was said on the question counts in the set of each, from this request on. Give them before the outcome is known: one that comes later is marked so for good. Where nothing is new the answer is 200.',
  ...securedChange('review'),
  request: { params: z.object({ id: idOf('question') }), body: body(ChangeTopics) },
  responses: putAnswers(TopicsChanged, 'The topics'),
})

const list = createRoute({
  method: 'get',
  path: '/v1/topics',
  operationId: 'listTopics',
  tags,
  summary: 'List the topics that questions have, by name',
  middleware: [readsAsOf],
  request: { query: PageQuery.extend(AsOfQuery.shape) },
  responses: asOfAnswers(pageSchema(Topic).meta({ id: 'TopicPage' }), 'A page'),
})

export const topicRoutes = () =>
  createRouter()
    .openapi(change, async (c) => {
      const { id } = c.req.valid('param')
      const changed = await changeTopics(writing(c), { questionId: id, change: c.req.valid('json') })
      return c.json(changed, changed.changes.length > 0 ? 201 : 200)
    })
    .openapi(list, async (c) => {
      const { as_of: _, ...page } = c.req.valid('query')
      return c.json(await listTopics(reading(c).reader, pageRequest(page)), 200)
    })
