import { describe, expect, it } from 'vitest'
import { ANYONE } from '../../src/actions/context.ts'
import { confirmDispute } from '../../src/actions/disputes/confirm-dispute.ts'
import { fileDispute } from '../../src/actions/disputes/file-dispute.ts'
import { revokeKey } from '../../src/actions/manage-keys.ts'
import { redactText } from '../../src/actions/reading/redact-text.ts'
import { sealFacts } from '../../src/actions/seal-facts.ts'
import {
  changeWebhook,
  changeWebhookStatus,
  createWebhook,
  rotateWebhookSecret,
} from '../../src/actions/webhooks/manage-webhooks.ts'
import { DAY, HOUR, MINUTE, plusMs, SECOND } from '../../src/core/fetching/pace.ts'
import { randomFrom } from '../../src/core/scoring/numbers/random.ts'
import { MessageHeaders } from '../../src/core/webhooks/message.ts'
import { FactMessage } from '../../src/queries/following/message.ts'
import { endWebhookLease, leaseWebhook } from '../../src/storage/webhook-leases.ts'
import { accepted } from '../actions/story.ts'
import { statementsOf } from '../support/counting-statements.ts'
import { instant, REVIEWER } from '../support/embedded.ts'
import { type HookScene, hookScene, NOON } from '../support/hooks.ts'
import { receiverAt } from '../support/receiver.ts'

const later = (ms: number): string => plusMs(instant(NOON), ms)
const sequences = ({ receiver }: HookScene) => receiver.received.map(({ message }) => message.sequence)

/** Runs the job whenever something is due, until nothing waits; how many runs it took. */
const runUntilQuiet = async ({ runAt, clock, deliveries, now }: HookScene): Promise<number> => {
  for (let runs = 1; ; runs++) {
    await runAt(clock.now)
    const waiting = (await deliveries()).flatMap(({ nextAttemptAt }) => nextAttemptAt ?? []).sort()
    const { heldUntil } = await now()
    const [first] = waiting
    if (first === undefined) return runs
    const next = plusMs(instant(clock.now), MINUTE)
    clock.now = [first, next, heldUntil ?? next].sort().at(-1) ?? next
  }
}

describe('deliverWebhooks', () => {
  it('sends what was sealed since, in order, signed, with a sequence without gaps', () =>
    hookScene(async (scene) => {
      const { receiver, record, runAt, webhook, deliveries, now } = scene
      await record(3)
      expect(await runAt(NOON)).toMatchObject({ webhooks: 1, made: 3, attempts: 3, delivered: 3, failed: 0 })
      expect(receiver.received).toMatchObject(
        [1, 2, 3].map((sequence) => ({
          verified: true,
          signatures: 1,
          message: {
            type: 'coverage',
            webhookId: webhook.id,
            sequence,
            data: { position: webhook.position + sequence, kind: 'coverage', withheld: null },
          },
        })),
      )
      const log = await deliveries()
      expect(log.map(({ id }) => id)).toEqual(receiver.received.map(({ id }) => id))
      expect(log[0]).toMatchObject({
        status: 'delivered',
        tried: 1,
        attempts: [{ status: 204, error: null, at: NOON }],
      })
      expect(await now()).toMatchObject({
        position: webhook.position + 3,
        sequence: 3,
        counts: { pending: 0, delivered: 3, dead: 0, attempts: 3 },
        lastDeliveredAt: NOON,
      })
      expect(await runAt(later(MINUTE))).toMatchObject({ webhooks: 0, attempts: 0 })
      await record(1)
      await runAt(later(2 * MINUTE))
      expect(sequences(scene)).toEqual([1, 2, 3, 4])
    }))

  it('loses nothing where half of what is sent fails', () =>
    hookScene(async (scene) => {
      const { receiver, record, deliveries, now } = scene
      const random = randomFrom('half')
      const refusals = [500, 503, 302, null] as const
      receiver.answer = (_, asked) => (random() < 0.5 ? (refusals[asked % 4] ?? null) : 200)
      await record(150)
      expect(await runUntilQuiet(scene)).toBeGreaterThan(3)
      expect(receiver.received.every(({ verified }) => verified)).toBe(true)
      const log = await deliveries()
      expect(log.map(({ sequence, status }) => [sequence, status])).toEqual(
        Array.from({ length: 150 }, (_, at) => [at + 1, 'delivered']),
      )
      expect(new Set(receiver.received.map(({ id }) => id))).toEqual(new Set(log.map(({ id }) => id)))
      const { counts } = await now()
      expect(counts).toEqual({ pending: 0, delivered: 150, dead: 0, attempts: receiver.received.length })
      // What is first sent is sent in order, whatever has to be sent again.
      const firsts = [...new Set(sequences(scene))]
      expect(firsts).toEqual(firsts.toSorted((a, b) => Number(a) - Number(b)))
    }))

  it('tries ten times over three days, and gives up', () =>
    hookScene(async (scene) => {
      const { receiver, record, deliveries, now } = scene
      receiver.answer = () => ({ status: 500, body: `No.\0${'x'.repeat(3000)}` })
      await record(1)
      await runUntilQuiet(scene)
      const [{ attempts = [], ...dead } = {}] = await deliveries()
      expect(dead).toMatchObject({ status: 'dead', tried: 10, nextAttemptAt: null })
      expect(attempts).toHaveLength(10)
      expect(attempts[0]).toMatchObject({ status: 500, error: 'answered 500' })
      expect(attempts[0]?.answer).toMatch(/^No\.x{497}$/)
      const at = attempts.map((attempt) => Date.parse(attempt.at)).reverse()
      const waits = at.slice(1).map((time, before) => time - (at[before] ?? 0))
      // The first comes with the next minute's run; the others a tenth later than the schedule, as the dice have it.
      expect(waits).toEqual(
        [MINUTE, 5.5 * MINUTE, 33 * MINUTE, 2.2 * HOUR, 5.5 * HOUR, 11 * HOUR, 15.4 * HOUR, 22 * HOUR, 26.4 * HOUR].map(
          Math.round,
        ),
      )
      expect(new Set(receiver.received.map(({ id }) => id)).size).toBe(1)
      expect(await now()).toMatchObject({
        status: 'active',
        counts: { dead: 1, delivered: 0, attempts: 10, pending: 0 },
      })
    }))

  it('leaves one that fails ten times in a row alone for a minute at a time, until something gets through', () =>
    hookScene(async (scene) => {
      const { receiver, record, runAt, now } = scene
      receiver.answer = () => 500
      await record(30)
      expect(await runAt(NOON)).toMatchObject({ made: 30, attempts: 10, failed: 10 })
      expect(await now()).toMatchObject({ failures: 10, heldUntil: later(MINUTE), lastError: 'answered 500' })
      expect(await runAt(later(30 * SECOND))).toMatchObject({ attempts: 0 })
      expect(await runAt(later(MINUTE))).toMatchObject({ attempts: 1, failed: 1 })
      receiver.answer = () => 200
      expect(await runAt(later(2 * MINUTE))).toMatchObject({ delivered: 29 })
      expect(await now()).toMatchObject({ failures: 0, failingSince: null, heldUntil: null, lastError: null })
    }))

  it('waits as long as a busy receiver asks, an hour at most', () =>
    hookScene(async (scene) => {
      const { receiver, record, runAt, now } = scene
      receiver.answer = () => ({ status: 429, headers: { 'retry-after': '600' } })
      await record(2)
      expect(await runAt(NOON)).toMatchObject({ attempts: 1 })
      expect(await now()).toMatchObject({ heldUntil: later(10 * MINUTE) })
      expect(await runAt(later(9 * MINUTE))).toMatchObject({ attempts: 0 })
      receiver.answer = () => ({ status: 503, headers: { 'retry-after': '86400' } })
      expect(await runAt(later(10 * MINUTE))).toMatchObject({ attempts: 1 })
      expect(await now()).toMatchObject({ heldUntil: later(10 * MINUTE + HOUR) })
    }))

  it.each([
    ['set back', later(-DAY), 204, 0],
    ['set back', later(-DAY), null, 0],
    ['set ahead by a month', later(30 * DAY), 204, 2 ** 31 - 1],
  ])('keeps an attempt during which the clock was %s', (_, during, answered, durationMs) =>
    hookScene(async ({ receiver, record, runAt, clock, deliveries }) => {
      receiver.answer = () => {
        clock.now = during
        return answered
      }
      await record(1)
      await runAt(NOON)
      expect((await deliveries())[0]?.attempts).toMatchObject([{ durationMs }])
    }),
  )

  it('follows no redirect', () =>
    hookScene(async ({ receiver, press, record, runAt, deliveries }) => {
      receiver.answer = () => ({ status: 307, headers: { location: '/elsewhere' } })
      await record(1)
      await runAt(NOON)
      expect(press.asked).toEqual(['/hook'])
      expect((await deliveries())[0]?.attempts[0]?.error).toBe('answered 307, and redirects are not followed')
    }))

  it('ends a webhook whose receiver is gone, and drops what waits', () =>
    hookScene(async (scene) => {
      const { world, owner, webhook, receiver, record, runAt, deliveries, now } = scene
      receiver.answer = (_, asked) => (asked === 1 ? 410 : 200)
      await record(4)
      expect(await runAt(NOON)).toMatchObject({ attempts: 2, delivered: 1, dead: 1 })
      expect((await deliveries()).map(({ status }) => status)).toEqual(['delivered', 'dead', 'dropped', 'dropped'])
      expect(await now()).toMatchObject({ status: 'ended', statusReason: 'gone', counts: { pending: 0 } })
      await record(1)
      expect(await runAt(later(MINUTE))).toMatchObject({ webhooks: 0 })
      const again = changeWebhookStatus(world.at(NOON, owner), { id: webhook.id, status: 'active' })
      await expect(again).rejects.toMatchObject({ code: 'illegal-step' })
    }))

  it('pauses one through which nothing gets for five days, and goes on where it stood', () =>
    hookScene(async (scene) => {
      const { world, owner, webhook, receiver, record, runAt, now } = scene
      receiver.answer = () => 500
      await record(1)
      await runAt(NOON)
      await record(1)
      await runAt(later(5 * DAY))
      expect(await now()).toMatchObject({ status: 'active' })
      await runAt(later(5 * DAY + HOUR))
      expect(await now()).toMatchObject({ status: 'paused', statusReason: 'failing', failingSince: NOON })
      receiver.answer = () => 200
      await record(1)
      expect(await runAt(later(6 * DAY))).toMatchObject({ webhooks: 0 })
      await changeWebhookStatus(world.at(NOON, owner), { id: webhook.id, status: 'active' })
      await runAt(later(6 * DAY + MINUTE))
      expect(sequences(scene).slice(-3)).toEqual([1, 2, 3])
    }))

  it('pauses one whose key is good no more', () =>
    hookScene(async ({ world, owner, record, runAt, now, receiver }) => {
      await record(1)
      await revokeKey(world.at('2026-01-01'), { id: owner.name })
      expect(await runAt(NOON)).toMatchObject({ paused: 1, attempts: 0 })
      expect(await now()).toMatchObject({ status: 'paused', statusReason: 'key-ended' })
      expect(receiver.received).toEqual([])
    }))

  it.each<[string, (scene: HookScene) => Promise<unknown>, number]>([
    ['its key is revoked', ({ world, owner }) => revokeKey(world.at(NOON), { id: owner.name }), 1],
    [
      'it is paused',
      ({ world, owner, webhook: { id } }) => changeWebhookStatus(world.at(NOON, owner), { id, status: 'paused' }),
      1,
    ],
    [
      'it is ended',
      ({ world, owner, webhook: { id } }) => changeWebhookStatus(world.at(NOON, owner), { id, status: 'ended' }),
      1,
    ],
    ['another has its lease', ({ world, webhook: { id } }) => endWebhookLease(world.tx, id, 'lse_own'), 1],
    ['nothing happens', () => Promise.resolve(), 3],
  ])('sends as much of a run as it may where meanwhile %s', (_, happens, sent) =>
    hookScene(async (scene) => {
      const { services, receiver, record, runAt } = scene
      const { newId, outbound } = services
      services.newId = (thing) => (thing === 'lease' ? 'lse_own' : newId(thing))
      const post: typeof outbound.fetch.post = async (...asked) => {
        const answer = await outbound.fetch.post(...asked)
        await happens(scene)
        return answer
      }
      services.outbound = { ...outbound, fetch: { ...outbound.fetch, post } }
      await record(3)
      await runAt(NOON)
      expect(receiver.received).toHaveLength(sent)
    }),
  )

  it('sends the next one where its owner has it sent meanwhile', () =>
    hookScene(async ({ world, owner, webhook, services, press, clock, receiver, record, runAt }) => {
      const other = receiverAt(press, '/other', clock)
      other.secret = receiver.secret
      const { outbound } = services
      const post: typeof outbound.fetch.post = async (...asked) => {
        const answer = await outbound.fetch.post(...asked)
        await changeWebhook(world.at(NOON, owner), { id: webhook.id, url: other.url })
        return answer
      }
      services.outbound = { ...outbound, fetch: { ...outbound.fetch, post } }
      await record(2)
      await runAt(NOON)
      expect([receiver, other].map(({ received }) => received.map(({ message }) => message.sequence))).toEqual([
        [1],
        [2],
      ])
    }))

  it('signs by both secrets while a rotation overlaps, and by the new one after', () =>
    hookScene(async ({ world, services, owner, webhook, receiver, record, runAt }) => {
      const rotated = {
        id: webhook.id,
        overlapHours: 24,
        sealedSecret: await services.secretBox.seal('whsec_bmV3IG9uZQ=='),
      }
      await rotateWebhookSecret(world.at(NOON, owner), rotated)
      const send = async (at: string) => {
        await record(1)
        await runAt(at)
        return receiver.received.at(-1)
      }
      expect(await send(NOON)).toMatchObject({ verified: true, signatures: 2 })
      receiver.secret = 'whsec_bmV3IG9uZQ=='
      expect(await send(later(HOUR))).toMatchObject({ verified: true, signatures: 2 })
      expect(await send(later(24 * HOUR))).toMatchObject({ verified: true, signatures: 1 })
    }))

  it('sends nothing while paused, and loses nothing', () =>
    hookScene(async (scene) => {
      const { world, owner, webhook, record, runAt } = scene
      const set = (status: 'active' | 'paused') =>
        changeWebhookStatus(world.at(NOON, owner), { id: webhook.id, status })
      await set('paused')
      await record(2)
      expect(await runAt(NOON)).toMatchObject({ webhooks: 0 })
      expect((await set('active')).webhook).toMatchObject({ status: 'active', statusReason: null })
      await runAt(later(MINUTE))
      expect(sequences(scene)).toEqual([1, 2])
    }))

  it('counts on where filters are changed', () =>
    hookScene(
      async (scene) => {
        const { world, owner, webhook, record, runAt } = scene
        await record(2)
        expect(await runAt(NOON)).toMatchObject({ made: 0, attempts: 0 })
        await changeWebhook(world.at(NOON, owner), { id: webhook.id, kinds: ['coverage', 'event'] })
        await record(1)
        await runAt(later(MINUTE))
        expect(sequences(scene)).toEqual([1])
        expect(scene.receiver.received[0]?.message.data.position).toBe(webhook.position + 3)
      },
      { kinds: ['prediction'] },
    ))

  it('reads so far in vain in one run, and on from there in the next', () =>
    hookScene(
      async ({ services, webhook, record, runAt, now }) => {
        services.sending = { atOnce: 1, attempts: 10, window: 5 }
        await record(120)
        expect(await runAt(NOON)).toMatchObject({ webhooks: 1, made: 0 })
        expect(await now()).toMatchObject({ position: webhook.position + 100 })
        await runAt(later(MINUTE))
        expect(await now()).toMatchObject({ position: webhook.position + 120 })
        expect(await runAt(later(2 * MINUTE))).toMatchObject({ webhooks: 0 })
      },
      { topic: 'nothing-yet' },
    ))

  it('asks the database for each attempt to begin, keep it, count it and end, and for no more', () =>
    hookScene(async ({ world, record, runAt }) => {
      const run = async (facts: number, at: string) => {
        await record(facts)
        return statementsOf(world.tx, () => runAt(at))
      }
      const [few, many] = [await run(2, NOON), await run(12, later(MINUTE))]
      expect((many - few) / 10).toBe(4)
    }))

  it('begins at the position that is asked for', () =>
    hookScene(async ({ world, services, owner, receiver, record, runAt }) => {
      await record(2)
      const input = { url: receiver.url, name: 'all', kinds: [], author: null, question: null, topic: null }
      const sealedSecret = await services.secretBox.seal(receiver.secret)
      await createWebhook(world.at(NOON, owner), { ...input, collection: null, after: 0, sealedSecret })
      await runAt(NOON)
      expect(receiver.received.filter(({ message }) => message.sequence === 1)).toHaveLength(2)
    }))
})

describe('what is sent', () => {
  it('is what the document says, headers and body, of whatever kind', () =>
    hookScene(async ({ world, receiver, record, runAt }) => {
      await accepted(world, { on: '2026-01-05', end: '2026-03-31', quote: 'It will likely rain.' })
      await record(1)
      await runAt(NOON)
      const kinds = new Set(receiver.received.map(({ message }) => message.type))
      for (const kind of ['commentary', 'version', 'prediction', 'coverage']) expect(kinds).toContain(kind)
      for (const { message, headers } of receiver.received) {
        expect(FactMessage.strict().parse(message)).toEqual(message)
        expect(headers).toMatchObject(MessageHeaders.parse(headers))
        expect(headers['content-type']).toBe('application/json')
      }
    }))

  it('holds nothing that was taken out since it was first tried', () =>
    hookScene(
      async ({ world, receiver, runAt }) => {
        const { prediction } = await accepted(world, {
          on: '2026-01-05',
          end: '2026-03-31',
          quote: 'It will likely rain.',
        })
        const { dispute } = await fileDispute(world.at(NOON, ANYONE), {
          subject: { kind: 'prediction', predictionId: prediction.id },
          role: 'other' as const,
          grounds: 'Ask Bob at 5 Elm Row.',
        })
        await confirmDispute(world.at(NOON), { disputeId: dispute.id, how: 'called them' })
        await sealFacts(world.at(NOON), {})
        receiver.answer = () => 500
        await runAt(NOON)
        await redactText(world.at(NOON), { subject: { kind: 'dispute', id: dispute.id }, reason: 'an address' })
        receiver.answer = () => 200
        await runAt(later(MINUTE))
        const told = receiver.received.map(({ message }) => JSON.stringify(message.data).includes('Elm Row'))
        expect(told).toEqual([true, false])
        expect(receiver.received[1]?.id).toBe(receiver.received[0]?.id)
      },
      { kinds: ['dispute'] },
    ))

  it('leaves out what is for reviewers', () =>
    hookScene(async ({ world, receiver, runAt }) => {
      const { prediction } = await accepted(world, {
        on: '2026-01-05',
        end: '2026-03-31',
        quote: 'It will likely rain.',
      })
      await fileDispute(world.at(NOON, ANYONE), {
        subject: { kind: 'prediction', predictionId: prediction.id },
        role: 'other' as const,
        grounds: 'Grounds that nobody has confirmed.',
        contact: 'ada@example.org',
      })
      await sealFacts(world.at(NOON), {})
      await runAt(NOON)
      const kinds = receiver.received.map(({ message }) => message.type)
      expect(kinds).toContain('prediction')
      expect(kinds).not.toContain('dispute')
    }))
})

describe('a crash', () => {
  it('between sending and marking sends it again, under its id', () =>
    hookScene(async (scene) => {
      const { receiver, record, services, runAt, deliveries } = scene
      await record(2)
      const { newId } = services
      services.newId = (thing) => {
        if (thing === 'attempt') throw new Error('the power went')
        return newId(thing)
      }
      await expect(runAt(NOON)).rejects.toThrow('the power went')
      services.newId = newId
      await runAt(later(MINUTE))
      expect(sequences(scene)).toEqual([1, 1, 2])
      expect(receiver.received[1]?.id).toBe(receiver.received[0]?.id)
      expect((await deliveries()).map(({ status }) => status)).toEqual(['delivered', 'delivered'])
    }))

  it('leaves a webhook to others once its lease is over', () =>
    hookScene(async ({ world, webhook, record, runAt }) => {
      await record(1)
      const lease = { id: webhook.id, leaseId: 'lse_dead', until: instant(later(MINUTE)), now: instant(NOON) }
      await leaseWebhook(world.tx, lease)
      expect(await runAt(later(30 * SECOND))).toMatchObject({ attempts: 0 })
      expect(await runAt(later(MINUTE))).toMatchObject({ delivered: 1 })
    }))

  it('is none where a run is told to stop: it finishes what it is at, and the next goes on', () =>
    hookScene(async (scene) => {
      const { services, record, receiver, runAt, clock } = scene
      const stopping = new AbortController()
      await record(3)
      receiver.answer = () => {
        stopping.abort()
        return 200
      }
      const { deliverWebhooks } = await import('../../src/jobs/deliver-webhooks.ts')
      const run = await deliverWebhooks(services, REVIEWER, instant(clock.now), stopping.signal)
      expect(run).toMatchObject({ delivered: 1 })
      await runAt(later(MINUTE))
      expect(sequences(scene)).toEqual([1, 2, 3])
    }))
})
