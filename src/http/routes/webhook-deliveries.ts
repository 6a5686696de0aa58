import { createRoute, z } from '@hono/zod-openapi'
import { ANYONE } from '../../actions/context.ts'
import { ownerSeen } from '../../actions/webhooks/manage-webhooks.ts'
import { ReplayDeliveries, replay } from '../../actions/webhooks/replay-deliveries.ts'
import { testWebhook, WebhookTest } from '../../actions/webhooks/test-webhook.ts'
import { idOf } from '../../core/id.ts'
import { missing } from '../../core/problem.ts'
import { deliveryStatuses, WebhookDelivery } from '../../core/webhooks/delivery.ts'
import { listDeliveries } from '../../storage/deliveries.ts'
import { findWebhook } from '../../storage/webhooks.ts'
import { reading, writing } from '../env.ts'
import { PageQuery, pageRequest, pageSchema } from '../page.ts'
import { body, createAnswers, createRouter, further, readAnswers, secured, securedWrite } from '../router.ts'

const tags = ['webhooks']
const params = z.object({ id: idOf('webhook') })
const foreign = further('admin', 'for a webhook of another key', 'hidden')

const list = createRoute({
  method: 'get',
  path: '/v1/webhooks/{id}/deliveries',
  operationId: 'listWebhookDeliveries',
  tags,
  summary: 'List what a webhook was sent, or is to be sent, with every attempt; the last of its sequence first',
  ...secured('any'),
  ...foreign,
  request: { params, query: PageQuery.extend({ status: z.enum(deliveryStatuses).optional() }) },
  responses: readAnswers(pageSchema(WebhookDelivery).meta({ id: 'WebhookDeliveryPage' }), 'A page'),
})

const replayRoute = createRoute({
  method: 'post',
  path: '/v1/webhooks/{id}/replays',
  operationId: 'replayWebhookDeliveries',
  tags,
  summary: 'Send a webhook again what it was sent, or what was given up',
  description:
    'Under the same ids and sequences, each with the thing as it stands then. What is no longer kept is read from /v1/changes.',
  ...securedWrite('any'),
  ...foreign,
  request: { params, body: body(ReplayDeliveries) },
  responses: createAnswers(
    z.object({ replayed: z.int().min(0) }).meta({ id: 'ReplayedDeliveries' }),
    'How many are sent again',
  ),
})

const test = createRoute({
  method: 'post',
  path: '/v1/webhooks/{id}/tests',
  operationId: 'testWebhook',
  tags,
  summary: 'Send a webhook a signed message of the type `test` at once, and see what its receiver says',
  description: 'Also to one that is paused. It has no sequence, is sent once, and stands in no log.',
  ...securedWrite('any'),
  ...foreign,
  request: { params, body: body(z.object({}).meta({ id: 'TestWebhook' })) },
  responses: createAnswers(WebhookTest, 'What came of it'),
})

export const webhookDeliveryRoutes = () =>
  createRouter()
    .openapi(list, async (c) => {
      const { id } = c.req.valid('param')
      const { status, ...page } = c.req.valid('query')
      const { reader } = reading(c)
      if (!(await findWebhook(reader, id, ownerSeen(c.var.actor ?? ANYONE)))) throw missing('webhook', id)
      return c.json(await listDeliveries(reader, { webhookId: id, status: status ?? null }, pageRequest(page)), 200)
    })
    .openapi(replayRoute, async (c) =>
      c.json(await replay(writing(c), { ...c.req.valid('param'), ...c.req.valid('json') }), 201),
    )
    .openapi(test, async (c) => {
      const { services, actor } = c.var
      return c.json(await testWebhook(services, actor ?? ANYONE, c.req.valid('param').id), 201)
    })
