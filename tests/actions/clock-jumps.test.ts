import { afterEach, describe, expect, it, vi } from 'vitest'
import { beginOnce, endOnce } from '../../src/actions/answer-once.ts'
import { LeaseWork, leaseWork } from '../../src/actions/lease-work.ts'
import { createKey } from '../../src/actions/manage-keys.ts'
import { createQuestion } from '../../src/actions/questions/create-question.ts'
import { sealFacts } from '../../src/actions/seal-facts.ts'
import { signCheckpoint } from '../../src/actions/sign-checkpoint.ts'
import { Resolver } from '../../src/core/resolution/resolver.ts'
import { createApp } from '../../src/http/app.ts'
import { runJob } from '../../src/jobs/run-job.ts'
import { ledgerSigner } from '../../src/outside/ledger-signer.ts'
import { memoryLimits } from '../../src/outside/limits-node.ts'
import { walkOf } from '../../src/queries/exporting/export.ts'
import { jobStandings } from '../../src/queries/job-standings.ts'
import { draws } from '../../src/site.ts'
import { newestCheckpoint } from '../../src/storage/checkpoints.ts'
import { claimDueFeed, putFeed } from '../../src/storage/feeds.ts'
import { claimSlot } from '../../src/storage/hosts.ts'
import { claimDueQuestion } from '../../src/storage/resolver-attempts.ts'
import { sessionByToken } from '../../src/storage/sessions.ts'
import { sessions } from '../../src/storage/tables/accounts.ts'
import { resolverAttempts } from '../../src/storage/tables/resolvers.ts'
import { day, instant, inWorld, type World } from '../support/embedded.ts'
import { leavesIn } from '../support/ledger.ts'
import { somebody } from '../support/people.ts'
import { type Clock, servicesOver } from '../support/press-services.ts'

const NOW = '2026-05-01T12:00:00.000Z'
const HOUR_BEFORE = '2026-05-01T11:00:00.000Z'
const YEARS_AHEAD = '2031-05-01T12:00:00.000Z'
const ask = (world: World, when: string) =>
  createQuestion(world.at(when), {
    wording: `It rains, ${world.newId('question')}.`,
    windowStart: day('2026-01-01'),
    windowEnd: day('2026-04-01'),
    resolvers: [],
  })

afterEach(() => {
  vi.useRealTimers()
})

describe('a clock that is set back', () => {
  it('leaves the ledger in its order: nothing is sealed or signed before what stands before it', () =>
    inWorld(async (world) => {
      const signer = await ledgerSigner('of tests alone, known to everybody')()
      if (signer === null) throw new Error('no signer')
      for (const when of [NOW, HOUR_BEFORE, YEARS_AHEAD, NOW]) {
        await ask(world, when)
        await sealFacts(world.at(when), {})
        await signCheckpoint(world.at(when), { signer })
      }
      const leaves = await leavesIn(world.tx)
      expect(leaves.map(({ position }) => position)).toEqual(leaves.map((_, at) => at + 1))
      const instants = leaves.map(({ sealedAt }) => sealedAt)
      expect(instants).toEqual([...instants].sort())
      expect(await newestCheckpoint(world.tx)).toMatchObject({ size: leaves.length, signedAt: YEARS_AHEAD })
    }))

  it('leaves an answer under its Idempotency-Key, and a request under way the only one', () =>
    inWorld(async (world) => {
      const done = { actor: 'key_ada', key: 'done', fingerprint: 'a' }
      const running = { ...done, key: 'running' }
      const answer = { status: 201, headers: {}, body: '{}' }
      expect(await beginOnce(world.at(NOW), done)).toBeNull()
      await endOnce(world.at(NOW), { ask: done, answer })
      expect(await beginOnce(world.at(NOW), running)).toBeNull()
      expect(await beginOnce(world.at(HOUR_BEFORE), done)).toEqual(answer)
      await expect(beginOnce(world.at(HOUR_BEFORE), running)).rejects.toMatchObject({ code: 'still-running' })
      expect(await beginOnce(world.at('2026-04-01T12:00:00.000Z'), done)).toEqual(answer)
    }))

  it('lengthens no window of the limits beyond a whole one', async () => {
    const limits = memoryLimits(1)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(NOW) })
    await limits?.take('key', 'ada')
    vi.setSystemTime(Date.parse(HOUR_BEFORE))
    expect(await limits?.take('key', 'ada')).toMatchObject({ allowed: true, resetSeconds: 60 })
    vi.setSystemTime(Date.parse(YEARS_AHEAD))
    expect(await limits?.take('key', 'ada')).toMatchObject({ allowed: true, remaining: 599, resetSeconds: 60 })
  })

  it('makes a key that expires no better than it says', () =>
    inWorld(async (world) => {
      const clock: Clock = { now: NOW }
      const services = servicesOver(world, [], clock)
      const expiresAt = instant('2026-05-02T00:00:00.000Z')
      const input = { name: 'a key', scopes: ['submit' as const], expiresAt, bot: false, secretBytes: 'a'.repeat(43) }
      const { secret } = await createKey(world.at(NOW), input)
      const app = createApp(() => services, draws)
      const asking = async (now: string) => {
        clock.now = now
        return (await app.request('/v1/questions', { headers: { authorization: `Bearer ${secret}` } })).status
      }
      expect([await asking(NOW), await asking(YEARS_AHEAD), await asking(HOUR_BEFORE)]).toEqual([200, 401, 200])
    }))
})

describe('what a clock that was years ahead left', () => {
  it('holds no question: a lease of then is over', () =>
    inWorld(async (world) => {
      const { question } = await ask(world, '2026-01-01')
      const lease = (when: string) => leaseWork(world.at(when), LeaseWork.parse({}))
      expect((await lease(YEARS_AHEAD)).items).toHaveLength(1)
      expect((await lease(NOW)).lease).toMatchObject({ questionIds: [question.id] })
      expect((await lease(HOUR_BEFORE)).items).toEqual([])
    }))

  it('keeps no request from being sent again that was lost then', () =>
    inWorld(async (world) => {
      const running = { actor: 'key_ada', key: 'running', fingerprint: 'a' }
      expect(await beginOnce(world.at(YEARS_AHEAD), running)).toBeNull()
      expect(await beginOnce(world.at(NOW), running)).toBeNull()
      await expect(beginOnce(world.at(NOW), running)).rejects.toMatchObject({ code: 'still-running' })
    }))

  it('signs nobody in for years', () =>
    inWorld(async (world) => {
      const { id: personId } = await somebody(world, ['review'])
      const of = (id: string, at: string, expires: string) => ({
        id,
        personId,
        address: '',
        userAgent: '',
        token: id,
        recordedAt: instant(at),
        lastUsedAt: instant(at),
        expiresAt: instant(expires),
      })
      await world.tx
        .insert(sessions)
        .values([of('then', YEARS_AHEAD, '2031-05-08T12:00:00.000Z'), of('now', NOW, '2026-05-08T12:00:00.000Z')])
      expect(await sessionByToken(world.tx, 'then', instant(NOW))).toBeNull()
      expect(await sessionByToken(world.tx, 'now', instant(HOUR_BEFORE))).not.toBeNull()
    }))

  it('hides no job that is late, and keeps none from running', () =>
    inWorld(async (world) => {
      const clock: Clock = { now: YEARS_AHEAD }
      const services = servicesOver(world, [], clock)
      const run = (scheduledAt: string) =>
        runJob(services, { job: 'seal-facts', scheduledAt: instant(scheduledAt) }, async () => ({ sealed: 0 }))
      const state = async () =>
        (await jobStandings(world.tx, instant(clock.now))).find(({ name }) => name === 'seal-facts')?.state
      await run(YEARS_AHEAD)
      clock.now = HOUR_BEFORE
      expect(await run(HOUR_BEFORE)).toEqual({ sealed: 0 })
      expect(await state()).toBe('on-time')
      clock.now = NOW
      expect(await state()).toBe('late')
    }))

  it('keeps nothing out of exports that is sealed since', () =>
    inWorld(async (world) => {
      for (const when of [YEARS_AHEAD, NOW]) {
        await ask(world, when)
        await sealFacts(world.at(when), {})
      }
      const { length } = await leavesIn(world.tx)
      expect(await walkOf(world.tx, {}, instant(NOW))).toMatchObject({ through: { position: length, now: NOW } })
      expect(await walkOf(world.tx, { asOf: instant(NOW) }, instant(NOW))).toMatchObject({ through: { position: 0 } })
    }))

  it('leaves no feed unasked for years, and no host', () =>
    inWorld(async (world) => {
      const feed = { id: world.newId('feed'), url: 'https://press.example/feed', publisher: null, collectionId: null }
      await putFeed(world.tx, { ...feed, recordedBy: 'test', recordedAt: instant(YEARS_AHEAD) })
      const claim = () => claimDueFeed(world.tx, instant(NOW), 60_000)
      expect([(await claim())?.id, await claim()]).toEqual([feed.id, null])
      const slot = (now: string) =>
        claimSlot(world.tx, { origin: 'https://press.example', now: instant(now), gapMs: 1000, patienceMs: 5000 })
      await slot(YEARS_AHEAD)
      expect([await slot(NOW), await slot(NOW)]).toEqual([
        { granted: true, at: NOW },
        { granted: true, at: '2026-05-01T12:00:01.000Z' },
      ])
    }))

  it('leaves no rule untried for years, but one that waits for years by the right clock', () =>
    inWorld(async (world) => {
      const byHand = { wording: 'It snows.', windowStart: day('2026-01-01'), windowEnd: day('2026-04-01') }
      const resolvers = Resolver.array().parse([
        { kind: 'by-event', entities: ['snow'], eventKind: 'fall', settles: true },
      ])
      const { question } = await createQuestion(world.at(YEARS_AHEAD), { ...byHand, resolvers })
      const claim = () => claimDueQuestion(world.tx, instant(NOW), 60_000)
      expect(await claim()).toMatchObject({ questionId: question.id })
      expect(await claim()).toBeNull()
      await world.tx.update(resolverAttempts).set({ lastAttemptAt: instant(NOW), nextAttemptAt: instant(YEARS_AHEAD) })
      expect(await claim()).toBeNull()
      await world.tx.update(resolverAttempts).set({ lastAttemptAt: instant('2031-04-01T12:00:00.000Z') })
      expect(await claim()).toMatchObject({ questionId: question.id })
    }))
})
