import type { Actor, Context, Services } from '../../src/actions/context.ts'
import { createKey } from '../../src/actions/manage-keys.ts'
import { recordCoverage } from '../../src/actions/resolving/record-coverage.ts'
import { recordSource } from '../../src/actions/resolving/record-source.ts'
import { sealFacts } from '../../src/actions/seal-facts.ts'
import { type CreateWebhook, createWebhook } from '../../src/actions/webhooks/manage-webhooks.ts'
import { plusDays } from '../../src/core/time.ts'
import type { WebhookDelivery } from '../../src/core/webhooks/delivery.ts'
import { secretOf } from '../../src/core/webhooks/message.ts'
import type { Webhook } from '../../src/core/webhooks/webhook.ts'
import { deliverWebhooks } from '../../src/jobs/deliver-webhooks.ts'
import { newSecret, newSigningBytes } from '../../src/outside/random.ts'
import { listDeliveries } from '../../src/storage/deliveries.ts'
import { findWebhook } from '../../src/storage/webhooks.ts'
import { day, instant, inWorld, REVIEWER, type World } from './embedded.ts'
import { type Press, withPress } from './press.ts'
import { type Clock, servicesOver } from './press-services.ts'
import { type Receiver, receiverAt } from './receiver.ts'

export const NOON = '2026-01-06T12:00:00.000Z'
const all = { limit: 200, cursor: null }

export type HookScene = {
  world: World
  press: Press
  clock: Clock
  services: Services
  receiver: Receiver
  /** The holder of the key that the webhook belongs to. */
  owner: Actor
  webhook: Webhook
  /** Records so many facts and seals them. */
  record: (facts: number) => Promise<void>
  /** Runs the job at an instant. */
  runAt: (at: string) => ReturnType<typeof deliverWebhooks>
  now: () => Promise<Webhook>
  /** In the order of their sequence. */
  deliveries: () => Promise<WebhookDelivery[]>
}

/** A key that may do no more than read, and its holder. */
export const readingKey = async (context: Context): Promise<Actor> => {
  const input = { name: 'reader', scopes: ['read' as const], expiresAt: null, secretBytes: newSecret() }
  const { key } = await createKey(context, input)
  return { name: key.id, scopes: key.scopes }
}

/** Makes a webhook of who acts to an address, as a request does, and gives its secret. */
export const makeWebhook = async (
  context: Context,
  { secretBox }: Services,
  more: Partial<CreateWebhook> & Pick<CreateWebhook, 'url'>,
): Promise<{ webhook: Webhook; secret: string }> => {
  const secret = secretOf(newSigningBytes())
  const everything = { kinds: [], author: null, question: null, topic: null, collection: null }
  const input = { name: 'copy', ...everything, ...more, sealedSecret: await secretBox.seal(secret) }
  return { webhook: await createWebhook(context, input), secret }
}

/** Records facts, the cheapest there are: that a source was read through a day, and the next. */
export const factsOf = async (
  context: Context,
  name: string,
): Promise<(now: Context, facts: number) => Promise<void>> => {
  const { source } = await recordSource(context, { name, reportingLagDays: null })
  let readThrough = day('1980-01-01')
  return async (now, facts) => {
    for (let at = 0; at < facts; at++) {
      readThrough = plusDays(readThrough, 1)
      await recordCoverage(now, { sourceId: source.id, readThrough })
    }
    await sealFacts(now, {})
  }
}

/** A receiver, and a webhook that sends it everything from now on. */
export const hookScene = (
  test: (scene: HookScene) => Promise<void>,
  more: Partial<CreateWebhook> = {},
  wrap: (services: Services) => Services = (services) => services,
) =>
  withPress({}, (press) =>
    inWorld(async (world) => {
      const clock = { now: NOON }
      const sending = { atOnce: 1, attempts: Number.POSITIVE_INFINITY }
      const services = wrap({ ...servicesOver(world, [press], clock), sending })
      const receiver = receiverAt(press, '/hook', clock)
      const owner = await readingKey(world.at('2026-01-01'))
      const make = await factsOf(world.at('2026-01-01'), 'Gazette')
      const record = (facts: number) => make(world.at(clock.now), facts)
      const made = await makeWebhook(world.at(NOON, owner), services, { url: receiver.url, ...more })
      const { webhook, secret } = made
      receiver.secret = secret
      const runAt: HookScene['runAt'] = (at) => {
        clock.now = at
        return deliverWebhooks(services, REVIEWER, instant(at))
      }
      const now = async (): Promise<Webhook> => {
        const found = await findWebhook(world.tx, webhook.id, null)
        if (!found) throw new Error('the webhook is gone')
        return found
      }
      const deliveries = async () =>
        (await listDeliveries(world.tx, { webhookId: webhook.id, status: null }, all)).items.reverse()
      await test({ world, press, clock, services, receiver, owner, webhook, record, runAt, now, deliveries })
    }),
  )
