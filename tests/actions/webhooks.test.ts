import { describe, expect, it } from 'vitest'
import type { Context } from '../../src/actions/context.ts'
import { revokeKey } from '../../src/actions/manage-keys.ts'
import {
  changeWebhook,
  changeWebhookStatus,
  createWebhook,
  rotateWebhookSecret,
} from '../../src/actions/webhooks/manage-webhooks.ts'
import { forgetDeliveries, type ReplayDeliveries, replay } from '../../src/actions/webhooks/replay-deliveries.ts'
import { DAY, HOUR, MINUTE, plusMs } from '../../src/core/fetching/pace.ts'
import { ATTEMPTS_KEPT } from '../../src/core/webhooks/delivery.ts'
import { secretBox } from '../../src/outside/secret-box.ts'
import { webhooks } from '../../src/storage/tables/webhooks.ts'
import { keepLease, leaseWebhook } from '../../src/storage/webhook-leases.ts'
import { secretsOf } from '../../src/storage/webhooks.ts'
import { instant } from '../support/embedded.ts'
import { type HookScene, hookScene, NOON } from '../support/hooks.ts'

const later = (ms: number): string => plusMs(instant(NOON), ms)
const again = ({ world, owner, webhook, clock }: HookScene, asked: ReplayDeliveries) =>
  replay(world.at(clock.now, owner), { id: webhook.id, ...asked })
const sent = ({ receiver }: HookScene) => receiver.received.splice(0).map(({ message }) => message.sequence)

/** Five sent, the third given up: half an answer in, its receiver never takes it. */
const fiveSent = async (scene: HookScene) => {
  const { receiver, record, runAt, deliveries } = scene
  receiver.answer = ({ message }) => (message.sequence === 3 ? 500 : 200)
  await record(5)
  await runAt(NOON)
  for (let hour = 1; hour < 100; hour++) await runAt(later(hour * HOUR))
  expect((await deliveries()).map(({ status }) => status)).toEqual(
    [1, 2, 3, 4, 5].map((sequence) => (sequence === 3 ? 'dead' : 'delivered')),
  )
  sent(scene)
  receiver.answer = () => 200
  return deliveries()
}

describe('replay', () => {
  it('sends again from a sequence or position on, one alone, or what was given up', () =>
    hookScene(async (scene) => {
      const log = await fiveSent(scene)
      const { runAt, now, receiver } = scene
      const asked: [ReplayDeliveries, number[]][] = [
        [{ fromSequence: 4 }, [4, 5]],
        [{ fromPosition: log[1]?.position ?? 0, status: 'dead' }, [3]],
        [{ fromPosition: log[1]?.position ?? 0 }, [2, 3, 4, 5]],
        [{ deliveryId: log[0]?.id ?? '' }, [1]],
        [{ fromSequence: 1, status: 'dead' }, []],
      ]
      for (const [at, [body, sequences]] of asked.entries()) {
        expect(await again(scene, body)).toEqual({ replayed: sequences.length })
        await runAt(later(100 * HOUR + at * MINUTE))
        expect(sent(scene)).toEqual(sequences)
      }
      await again(scene, { fromSequence: 1 })
      await runAt(later(101 * HOUR))
      expect(receiver.received.map(({ id }) => id)).toEqual(log.map(({ id }) => id))
      expect(receiver.received.every(({ verified }) => verified)).toBe(true)
      expect(await now()).toMatchObject({ sequence: 5, counts: { pending: 0, dead: 1 } })
    }))

  it('refuses what has not come yet, and what is of another webhook', () =>
    hookScene(async (scene) => {
      await fiveSent(scene)
      await expect(again(scene, { fromSequence: 6 })).rejects.toMatchObject({ fields: [{ field: 'fromSequence' }] })
      const stranger = { ...scene, owner: { name: 'key_other', scopes: ['resolve' as const] } }
      await expect(again(stranger, { fromSequence: 1 })).rejects.toMatchObject({ code: 'not-found' })
    }))

  it('of a paused one waits until it goes on', () =>
    hookScene(async (scene) => {
      await fiveSent(scene)
      const { world, owner, webhook, runAt } = scene
      const set = (status: 'active' | 'paused') =>
        changeWebhookStatus(world.at(NOON, owner), { id: webhook.id, status })
      await set('paused')
      await again(scene, { fromSequence: 5 })
      await runAt(later(100 * HOUR))
      expect(sent(scene)).toEqual([])
      await set('active')
      await runAt(later(101 * HOUR))
      expect(sent(scene)).toEqual([5])
    }))
})

describe('the log', () => {
  it('is kept for 30 days, of what was given up for 90, and its counts for good', () =>
    hookScene(async (scene) => {
      const { world, deliveries, now } = scene
      await fiveSent(scene)
      const forget = (at: string) => forgetDeliveries(world.at(at), {})
      expect(await forget(later(30 * DAY))).toEqual({ forgotten: 0, done: true })
      expect(await forget(later(30 * DAY + 1))).toEqual({ forgotten: 4, done: true })
      expect((await deliveries()).map(({ sequence }) => sequence)).toEqual([3])
      // The gap is told of, not passed over.
      for (const asked of [{ fromSequence: 2 }, { fromPosition: 1 }])
        await expect(again(scene, asked)).rejects.toMatchObject({ code: 'not-found' })
      expect(await again(scene, { fromSequence: 1, status: 'dead' })).toEqual({ replayed: 1 })
      await scene.runAt(later(31 * DAY))
      expect(await forget(later(200 * DAY))).toEqual({ forgotten: 1, done: true })
      expect(await now()).toMatchObject({ sequence: 5, counts: { delivered: 5, dead: 1, attempts: 15 } })
      await scene.record(1)
      await scene.runAt(later(200 * DAY))
      expect((await deliveries()).map(({ sequence }) => sequence)).toEqual([6])
    }))

  it('shows the newest attempts of a delivery that was replayed often', () =>
    hookScene(async (scene) => {
      const { record, runAt, deliveries } = scene
      await record(1)
      await runAt(NOON)
      for (let at = 1; at <= ATTEMPTS_KEPT; at++) {
        await again(scene, { fromSequence: 1 })
        await runAt(later(at * MINUTE))
      }
      const [{ attempts = [] } = {}] = await deliveries()
      expect([attempts.length, attempts[0]?.at, attempts.at(-1)?.at]).toEqual([
        ATTEMPTS_KEPT,
        later(ATTEMPTS_KEPT * MINUTE),
        later(MINUTE),
      ])
    }))
})

describe('the secret', () => {
  const box = secretBox('correct horse battery staple')

  it('is of no use to who reads the database alone, where the installation has one of its own', () =>
    hookScene(
      async ({ world, webhook, receiver, record, runAt }) => {
        const kept = await secretsOf(world.tx, webhook.id)
        expect(kept?.secret).not.toContain(receiver.secret.slice(6))
        expect(await box.open(kept?.secret ?? '')).toBe(receiver.secret)
        await record(1)
        await runAt(NOON)
        expect(receiver.received).toMatchObject([{ verified: true }])
      },
      {},
      (services) => ({ ...services, secretBox: box }),
    ))

  it('that cannot be read any more fails the run, and loses nothing', () =>
    hookScene(
      async ({ services, receiver, record, runAt, now }) => {
        await record(1)
        services.secretBox = secretBox('another')
        await expect(runAt(NOON)).rejects.toMatchObject({ code: 'internal' })
        expect(await now()).toMatchObject({ status: 'active', counts: { pending: 1, attempts: 0 } })
        services.secretBox = box
        await runAt(later(MINUTE))
        expect(receiver.received).toMatchObject([{ verified: true }])
      },
      {},
      (services) => ({ ...services, secretBox: box }),
    ))
})

describe('the key of a webhook', () => {
  const hook = { url: 'https://elsewhere.example/', name: 'another', kinds: [], sealedSecret: 'sealed' }
  const verbs: [string, (context: Context, id: string) => Promise<unknown>][] = [
    ['make one', (c) => createWebhook(c, { ...hook, author: null, question: null, topic: null, collection: null })],
    ['send it elsewhere', (c, id) => changeWebhook(c, { id, url: hook.url })],
    ['pause it', (c, id) => changeWebhookStatus(c, { id, status: 'paused' })],
    ['end it', (c, id) => changeWebhookStatus(c, { id, status: 'ended' })],
  ]
  it.each(verbs)('lets nobody %s by a secret that was replaced, nor once it is revoked', (_, verb) =>
    hookScene(async ({ world, owner, webhook }) => {
      const before = await world.tx.select().from(webhooks)
      const replaced = verb(world.at(NOON, { ...owner, bySecretBefore: true }), webhook.id)
      await expect(replaced).rejects.toMatchObject({ code: 'forbidden' })
      expect(await world.tx.select().from(webhooks)).toEqual(before)
      await verb(world.at(NOON, owner), webhook.id)
      expect(await world.tx.select().from(webhooks)).not.toEqual(before)
      await revokeKey(world.at(NOON), { id: owner.name })
      await expect(verb(world.at(NOON, owner), webhook.id)).rejects.toMatchObject({ code: 'unauthenticated' })
    }),
  )

  it('turns its secret by the secret that works, not by one that was replaced', () =>
    hookScene(async ({ world, owner, webhook }) => {
      const turn = (by: typeof owner) =>
        rotateWebhookSecret(world.at(NOON, by), { id: webhook.id, overlapHours: 0, sealedSecret: 'sealed' })
      const before = await secretsOf(world.tx, webhook.id)
      await expect(turn({ ...owner, bySecretBefore: true })).rejects.toMatchObject({ code: 'forbidden' })
      expect(await secretsOf(world.tx, webhook.id)).toEqual(before)
      await turn(owner)
      expect(await secretsOf(world.tx, webhook.id)).toMatchObject({ secret: 'sealed' })
    }))

  it('ends a run that is under way when it is revoked', () =>
    hookScene(async ({ world, owner, webhook }) => {
      const lease = { id: webhook.id, leaseId: 'lse', until: plusMs(instant(NOON), HOUR), now: instant(NOON) }
      expect(await leaseWebhook(world.tx, lease)).toMatchObject({ keyGood: true })
      expect(await keepLease(world.tx, lease)).toMatchObject({ url: webhook.url })
      await revokeKey(world.at(NOON), { id: owner.name })
      expect(await keepLease(world.tx, lease)).toBeNull()
    }))
})
