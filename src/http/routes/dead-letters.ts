import { createRoute, z } from '@hono/zod-openapi'
import { replayDeadLetter } from '../../actions/dead-letters.ts'
import { DeadLetter } from '../../core/deferred.ts'
import { idOf } from '../../core/id.ts'
import { listDeadLetters } from '../../storage/dead-letters.ts'
import { reading, writing } from '../env.ts'
import { PageQuery, pageRequest, pageSchema } from '../page.ts'
import { body, createRouter, putAnswers, readAnswers, secured, securedWrite } from '../router.ts'
import { queueOf } from './jobs.ts'

const tags = ['jobs']

const list = createRoute({
  method: 'get',
  path: '/v1/jobs/dead-letters',
  operationId: 'listDeadLetters',
  tags,
  summary: 'List deferred work that failed as often as it is tried, with the problem; what died first of late first',
  description:
    'Of one job one letter waits to be put back: work of it that dies later takes the place of what died before, since it does what that left undone, and `times` counts it.',
  ...secured('admin'),
  request: {
    query: PageQuery.extend({
      replayed: z
        .stringbool()
        .meta({ enum: ['true', 'false'], description: 'those that were put back, or those that wait' })
        .optional(),
    }),
  },
  responses: readAnswers(pageSchema(DeadLetter).meta({ id: 'DeadLetterPage' }), 'A page'),
})

const replay = createRoute({
  method: 'post',
  path: '/v1/jobs/dead-letters/{id}/replay',
  operationId: 'replayDeadLetter',
  tags,
  summary: 'Put a dead letter back into the queue, once',
  description: 'What fails again as often as it is tried becomes another letter.',
  ...securedWrite('admin'),
  request: {
    params: z.object({ id: idOf('deadLetter') }),
    body: body(z.object({}).meta({ id: 'ReplayDeadLetter' })),
  },
  responses: putAnswers(DeadLetter, 'The letter, as it was put back'),
})

export const deadLetterRoutes = () =>
  createRouter()
    .openapi(list, async (c) => {
      const { replayed, ...page } = c.req.valid('query')
      return c.json(await listDeadLetters(reading(c).reader, replayed ?? null, pageRequest(page)), 200)
    })
    .openapi(replay, async (c) => {
      const { id } = c.req.valid('param')
      const queue = queueOf(c)
      const { letter, created } = await replayDeadLetter(writing(c), { id, queue })
      if (letter.work) queue.look(letter.work)
      return c.json(letter, created ? 201 : 200)
    })
