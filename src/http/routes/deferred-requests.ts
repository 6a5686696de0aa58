import { createRoute, z } from '@hono/zod-openapi'
import { DeferredRequest } from '../../core/deferred-request.ts'
import { idOf } from '../../core/id.ts'
import { Problem } from '../../core/problem.ts'
import { findRequest } from '../../storage/deferred-requests.ts'
import { may } from '../auth.ts'
import { reading } from '../env.ts'
import { createRouter, further, readAnswers, secured } from '../router.ts'

const read = createRoute({
  method: 'get',
  path: '/v1/deferred-requests/{id}',
  operationId: 'readDeferredRequest',
  tags: ['jobs'],
  summary: 'Read what became of a request that was sent with `Prefer: respond-async`',
  description:
    'For the key, or the person, that sent it. It is kept for a day after it was answered, and for 30 days after it failed.',
  ...secured('any'),
  ...further('admin', 'for one that somebody else sent', 'hidden'),
  request: { params: z.object({ id: idOf('deferredRequest') }) },
  responses: readAnswers(DeferredRequest, 'The request, with its answer once there is one'),
})

export const deferredRequestRoutes = () =>
  createRouter().openapi(read, async (c) => {
    const { id } = c.req.valid('param')
    const found = await findRequest(reading(c).reader, id)
    if (found && (found.actor === c.var.actor?.name || may(c.var.actor, 'admin'))) return c.json(found.request, 200)
    const detail = `there is no request ${id} of yours`
    throw new Problem('not-found', detail, 'ask with the key that sent it, within a day of its answer', [
      { field: 'id', detail },
    ])
  })
