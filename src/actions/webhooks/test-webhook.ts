import { z } from 'zod'
import { idOf } from '../../core/id.ts'
import { WebhookAttempt } from '../../core/webhooks/delivery.ts'
import { secretsOf } from '../../storage/webhooks.ts'
import { type Actor, action, contextOf, type Services } from '../context.ts'
import { mustFindWebhook, mustStand } from './manage-webhooks.ts'
import { sendMessage } from './send-message.ts'

export const WebhookTest = z
  .object({ id: idOf('delivery').meta({ description: 'the webhook-id that was sent' }), attempt: WebhookAttempt })
  .meta({ id: 'WebhookTest' })
export type WebhookTest = z.infer<typeof WebhookTest>

const parcel = action<{ id: string }, { url: string; secrets: NonNullable<Awaited<ReturnType<typeof secretsOf>>> }>(
  async (scope, { id }) => {
    const webhook = await mustFindWebhook(scope, id)
    mustStand(webhook)
    const secrets = await secretsOf(scope.tx, id)
    if (!secrets) throw new Error(`webhook ${id} vanished`)
    return { url: webhook.url, secrets }
  },
)

/**
 * Sends a webhook a message of the type `test`, signed as all others and without a place among them, once and at once. It stands
 * in no log. Throws `not-found`, `illegal-step` for one that has ended.
 */
export const testWebhook = async (services: Services, actor: Actor, webhookId: string): Promise<WebhookTest> => {
  const { url, secrets } = await parcel(contextOf(services, actor), { id: webhookId })
  const id = services.newId('delivery')
  const data = { text: 'This is a test of a webhook.' }
  const message = { type: 'test' as const, timestamp: services.clock(), webhookId, sequence: null, data }
  return { id, attempt: (await sendMessage(services, { id, url, message, secrets })).attempt }
}
