import type { OpenAPIHono } from '@hono/zod-openapi'
import { MessageHeaders } from '../core/webhooks/message.ts'
import { FactMessage, TestMessage } from '../queries/following/message.ts'
import type { Env } from './env.ts'
import { body } from './router.ts'

type Registry = OpenAPIHono<Env>['openAPIRegistry']

const responses = {
  '2XX': { description: 'taken; answer within 15 seconds and do the work after' },
  410: { description: 'nobody is here any more: the webhook ends' },
  429: { description: 'busy: nothing is sent before `Retry-After`, an hour at most' },
  503: { description: 'busy: nothing is sent before `Retry-After`, an hour at most' },
  default: { description: 'failed, a redirect too: tried again, ten times in three days' },
}

const sent = { method: 'post' as const, tags: ['webhooks'], security: [], responses }

/** Says in the document what receivers of webhooks are sent, by the schemas that it is made by. */
export const describeMessages = (registry: Registry): void => {
  registry.registerWebhook({
    ...sent,
    path: 'fact',
    operationId: 'receiveFact',
    summary: 'What a webhook is sent of each fact that passes its filters',
    description:
      'At least once, signed by the Standard Webhooks specification: verify it, and do nothing twice under one `webhook-id`. Each ' +
      'attempt sends the thing as it stands then; type, sequence and position stay. docs/webhooks.md tells the rest.',
    request: { headers: MessageHeaders, body: body(FactMessage) },
  })
  registry.registerWebhook({
    ...sent,
    path: 'test',
    operationId: 'receiveTest',
    summary: 'What a webhook is sent by POST /v1/webhooks/{id}/tests, once',
    request: { headers: MessageHeaders, body: body(TestMessage) },
  })
}
