import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { ANYONE } from '../../actions/context.ts'
import {
  ChangeWebhook,
  CreateWebhook,
  changeWebhook,
  changeWebhookStatus,
  createWebhook,
  ownerSeen,
  RotateWebhookSecret,
  rotateWebhookSecret,
  SetWebhookStatus,
} from '../../actions/webhooks/manage-webhooks.ts'
import { idOf } from '../../core/id.ts'
import { missing } from '../../core/problem.ts'
import { secretOf } from '../../core/webhooks/message.ts'
import { Webhook } from '../../core/webhooks/webhook.ts'
import { newSigningBytes } from '../../outside/random.ts'
import { findWebhook, listWebhooks } from '../../storage/webhooks.ts'
import { type Env, reading, writing } from '../env.ts'
import { PageQuery, pageRequest, pageSchema } from '../page.ts'
import {
  body,
  createAnswers,
  createRouter,
  further,
  putAnswers,
  readAnswers,
  secured,
  securedSecret,
  securedWrite,
} from '../router.ts'

const tags = ['webhooks']
const params = z.object({ id: idOf('webhook') })
const foreign = further('admin', 'for a webhook of another key', 'hidden')

const WebhookWithSecret = z
  .object({
    webhook: Webhook,
    secret: z.string().meta({ description: 'whsec_…, shown this once: what its messages are verified by' }),
  })
  .meta({ id: 'WebhookWithSecret' })
const ChangedWebhook = z.object({ webhook: Webhook, changed: z.boolean() }).meta({ id: 'ChangedWebhook' })

const create = createRoute({
  method: 'post',
  path: '/v1/webhooks',
  operationId: 'createWebhook',
  tags,
  summary: 'Have what is recorded sent to an address',
  description:
    'Each fact that is sealed from now on and passes the filters is sent as a message of the Standard Webhooks specification, ' +
    'signed, with a `sequence` of its own. The answer is not kept: an Idempotency-Key is not looked at. docs/webhooks.md tells the rest.',
  ...securedSecret('any'),
  request: { body: body(CreateWebhook) },
  responses: createAnswers(WebhookWithSecret, 'The webhook, with its secret'),
})

const list = createRoute({
  method: 'get',
  path: '/v1/webhooks',
  operationId: 'listWebhooks',
  tags,
  summary: 'List the webhooks of the key that is used, newest first',
  ...secured('any'),
  ...further('admin', 'to list the webhooks of everybody', 'less'),
  request: { query: PageQuery },
  responses: readAnswers(pageSchema(Webhook).meta({ id: 'WebhookPage' }), 'A page'),
})

const read = createRoute({
  method: 'get',
  path: '/v1/webhooks/{id}',
  operationId: 'readWebhook',
  tags,
  summary: 'Read one webhook: how far it is, and whether it gets through',
  ...secured('any'),
  ...foreign,
  request: { params },
  responses: readAnswers(Webhook, 'The webhook'),
})

const change = createRoute({
  method: 'post',
  path: '/v1/webhooks/{id}/settings',
  operationId: 'changeWebhook',
  tags,
  summary: 'Change where a webhook sends to, and what',
  description:
    'What is left out stays. Another address is used from the next attempt on, other filters for what is read from then on.',
  ...securedWrite('any'),
  ...foreign,
  request: { params, body: body(ChangeWebhook) },
  responses: createAnswers(Webhook, 'The webhook'),
})

const setStatus = createRoute({
  method: 'post',
  path: '/v1/webhooks/{id}/status',
  operationId: 'setWebhookStatus',
  tags,
  summary: 'Pause a webhook, set it going again where it stood, or end it for good',
  description: 'While it is paused nothing is lost. What waits for one that ends is dropped.',
  ...securedWrite('any'),
  ...foreign,
  request: { params, body: body(SetWebhookStatus) },
  responses: putAnswers(ChangedWebhook, 'The webhook'),
})

const rotate = createRoute({
  method: 'post',
  path: '/v1/webhooks/{id}/rotations',
  operationId: 'rotateWebhookSecret',
  tags,
  summary: 'Give a webhook another secret, shown this once',
  description: 'For `overlapHours` both secrets sign each message; the receiver takes the one it knows.',
  ...securedSecret('any'),
  ...foreign,
  request: { params, body: body(RotateWebhookSecret) },
  responses: createAnswers(WebhookWithSecret, 'The webhook, with its new secret'),
})

/** A fresh secret as its receiver keeps it, and as it is kept here. No cache on the way may keep the answer that shows it. */
const freshSecret = async (c: Context<Env>): Promise<{ secret: string; sealedSecret: string }> => {
  c.header('cache-control', 'no-store')
  const secret = secretOf(newSigningBytes())
  return { secret, sealedSecret: await c.var.services.secretBox.seal(secret) }
}

/** Whose webhooks are seen. */
const seen = ({ var: { actor } }: Context<Env>): string | null => ownerSeen(actor ?? ANYONE)

export const webhookRoutes = () =>
  createRouter()
    .openapi(create, async (c) => {
      const input = c.req.valid('json')
      c.var.services.outbound.fetch.check(input.url)
      const { secret, sealedSecret } = await freshSecret(c)
      return c.json({ webhook: await createWebhook(writing(c), { ...input, sealedSecret }), secret }, 201)
    })
    .openapi(list, async (c) =>
      c.json(await listWebhooks(reading(c).reader, seen(c), pageRequest(c.req.valid('query'))), 200),
    )
    .openapi(read, async (c) => {
      const { id } = c.req.valid('param')
      const webhook = await findWebhook(reading(c).reader, id, seen(c))
      if (!webhook) throw missing('webhook', id)
      return c.json(webhook, 200)
    })
    .openapi(change, async (c) => {
      const input = c.req.valid('json')
      if (input.url !== undefined) c.var.services.outbound.fetch.check(input.url)
      return c.json(await changeWebhook(writing(c), { ...c.req.valid('param'), ...input }), 201)
    })
    .openapi(setStatus, async (c) => {
      const changed = await changeWebhookStatus(writing(c), { ...c.req.valid('param'), ...c.req.valid('json') })
      return c.json(changed, changed.changed ? 201 : 200)
    })
    .openapi(rotate, async (c) => {
      const { secret, sealedSecret } = await freshSecret(c)
      const input = { ...c.req.valid('param'), ...c.req.valid('json'), sealedSecret }
      return c.json({ webhook: await rotateWebhookSecret(writing(c), input), secret }, 201)
    })
