import { describe, expect, it } from 'vitest'
import type { Actor } from '../../src/actions/context.ts'
import { LeaseWork, leaseWork, releaseWork, renewWork } from '../../src/actions/lease-work.ts'
import { closeQuestion } from '../../src/actions/questions/append-resolution.ts'
import { createQuestion } from '../../src/actions/questions/create-question.ts'
import { proposeOutcome } from '../../src/actions/resolving/propose-outcome.ts'
import type { Resolver } from '../../src/core/resolution/resolver.ts'
import type { WorkResolver } from '../../src/core/work.ts'
import { workList } from '../../src/queries/work-list.ts'
import { day, instant, inWorld, type World } from '../support/embedded.ts'
import { reopen, searchedThrough, settleNo, settleYes } from './story.ts'

const NOW = '2026-05-01T12:00:00.000Z'
const [ADA, BOB]: Actor[] = [
  { name: 'key_ada', scopes: ['submit'] },
  { name: 'key_bob', scopes: ['submit'] },
]
const BY_EVENT: Resolver = {
  kind: 'by-event',
  entities: ['the mill'],
  eventKind: 'closing',
  bearing: 'shows',
  when: 'in-window',
  settles: false,
}
const ask = async (world: World, windowEnd: string | null, resolvers: Resolver[] = []): Promise<string> => {
  const { question } = await createQuestion(world.at('2026-01-01'), {
    wording: `It rains, ${world.newId('question')}.`,
    windowStart: day('2026-01-01'),
    windowEnd: windowEnd === null ? null : day(windowEnd),
    resolvers,
  })
  return question.id
}
const listed = async ({ tx }: World, now = NOW, dueBefore = '2026-05-01', limit = 50) => {
  const ids: string[] = []
  let cursor: string | null = null
  do {
    const filter = { dueBefore: day(dueBefore), resolver: null, now: instant(now) }
    const page = await workList(tx, filter, { limit, cursor })
    ids.push(...page.items.map(({ question, heldUntil }) => (heldUntil ? `${question.id} held` : question.id)))
    cursor = page.next
  } while (cursor !== null)
  return ids
}
const take = (world: World, actor: Actor | undefined, now = NOW, more: Partial<LeaseWork> = {}) =>
  leaseWork(world.at(now, actor), LeaseWork.parse({ limit: 2, seconds: 60, ...more }))

describe('the work list', () => {
  it('holds what needs an outcome, the window that ended first first', () =>
    inWorld(async (world) => {
      const [later, early, today, same] = [
        await ask(world, '2026-04-30'),
        await ask(world, '2026-02-01'),
        await ask(world, '2026-05-01'),
        await ask(world, '2026-04-30'),
      ]
      const [endless, reopened, decided] = [
        await ask(world, null),
        await ask(world, null),
        await ask(world, '2026-02-01'),
      ]
      await closeQuestion(world.at('2026-03-01'), { questionId: early, asOf: day('2026-03-01') })
      await settleYes(world, { question: reopened, on: '2026-02-01', now: '2026-02-02' })
      await reopen(world, { question: reopened, now: '2026-02-03' })
      await settleNo(world, { question: decided, now: '2026-04-01' })

      const expected = [early, ...[later, same].sort(), reopened]
      for (const limit of [1, 2, 50]) expect(await listed(world, NOW, '2026-05-01', limit)).toEqual(expected)
      expect(await listed(world, NOW, '2026-05-02')).toEqual([...expected.slice(0, 3), today, reopened])
      expect(await listed(world)).not.toContain(endless)
    }))

  it('shows the proposals that wait', () =>
    inWorld(async (world) => {
      const questionId = await ask(world, '2026-04-01')
      const evidence = searchedThrough('2026-04-20')
      const sent = { questionId, outcome: 'no' as const, evidence, rationale: 'nothing found' }
      const { proposal } = await proposeOutcome(world.at(NOW), sent)
      const filter = { dueBefore: day('2026-05-01'), resolver: null, now: instant(NOW) }
      const { items } = await workList(world.tx, filter, { limit: 5, cursor: null })
      expect(items).toMatchObject([{ question: { id: questionId }, proposals: [proposal], heldUntil: null }])
    }))
})

describe('work for one kind of resolver', () => {
  it('is of questions with such a rule; a person’s is of those without any', () =>
    inWorld(async (world) => {
      const [byHand, byRule] = [await ask(world, '2026-04-01'), await ask(world, '2026-04-01', [BY_EVENT])]
      const idsFor = async (resolver: WorkResolver) => {
        const filter = { dueBefore: day('2026-05-01'), resolver, now: instant(NOW) }
        return (await workList(world.tx, filter, { limit: 5, cursor: null })).items.map(({ question }) => question.id)
      }
      expect([await idsFor('manual'), await idsFor('by-event'), await idsFor('silence')]).toEqual([
        [byHand],
        [byRule],
        [],
      ])
    }))
})

describe('a lease', () => {
  const three = async (world: World) => [
    await ask(world, '2026-02-01'),
    await ask(world, '2026-03-01'),
    await ask(world, '2026-04-01'),
  ]

  it('hands each question to one holder, and frees it when it runs out', () =>
    inWorld(async (world) => {
      const ids = await three(world)
      const [first, second, third] = ids
      const ada = await take(world, ADA)
      expect(ada.lease).toMatchObject({ until: '2026-05-01T12:01:00.000Z', questionIds: [first, second] })
      expect(ada.items.map(({ question, heldUntil }) => [question.id, heldUntil])).toEqual(
        [first, second].map((id) => [id, '2026-05-01T12:01:00.000Z']),
      )
      expect((await take(world, BOB)).lease?.questionIds).toEqual([third])
      expect(await take(world, ADA)).toEqual({ lease: null, items: [] })
      expect(await listed(world)).toEqual(ids.map((id) => `${id} held`))
      expect(await listed(world, '2026-05-01T12:01:00.000Z')).toEqual(ids)
      expect((await take(world, BOB, '2026-05-01T12:01:00.000Z')).lease?.questionIds).toEqual([first, second])
    }))

  it('is renewed by its holder while it lasts', () =>
    inWorld(async (world) => {
      await three(world)
      const { lease } = await take(world, ADA)
      const [leaseId, again] = [lease?.id ?? '', '2026-05-01T12:00:59.999Z']
      expect(await renewWork(world.at(again, ADA), { leaseId, seconds: 120 })).toEqual({
        ...lease,
        until: '2026-05-01T12:02:59.999Z',
      })
      expect((await take(world, BOB, '2026-05-01T12:02:00.000Z')).lease?.questionIds).toHaveLength(1)
      const others = renewWork(world.at(again, BOB), { leaseId, seconds: 120 })
      await expect(others).rejects.toMatchObject({ code: 'forbidden' })
      const late = renewWork(world.at('2026-05-01T12:02:59.999Z', ADA), { leaseId, seconds: 120 })
      await expect(late).rejects.toMatchObject({ code: 'illegal-step' })
    }))

  it('is given back before its time by its holder alone', () =>
    inWorld(async (world) => {
      const ids = await three(world)
      const { lease } = await take(world, ADA)
      const leaseId = lease?.id ?? ''
      await expect(releaseWork(world.at(NOW, BOB), { leaseId })).rejects.toMatchObject({ code: 'forbidden' })
      await releaseWork(world.at(NOW, ADA), { leaseId })
      expect(await listed(world)).toEqual(ids)
      await expect(releaseWork(world.at(NOW, ADA), { leaseId })).rejects.toMatchObject({ code: 'not-found' })
      await expect(renewWork(world.at(NOW, ADA), { leaseId, seconds: 60 })).rejects.toMatchObject({ code: 'not-found' })
    }))

  it('keeps nobody from proposing, and nobody from deciding', () =>
    inWorld(async (world) => {
      const [questionId = ''] = await three(world)
      await take(world, ADA)
      const evidence = searchedThrough('2026-04-20')
      const sent = { questionId, outcome: 'no' as const, evidence, rationale: 'nothing found' }
      expect(await proposeOutcome(world.at(NOW, BOB), sent)).toMatchObject({ created: true })
      await settleNo(world, { question: questionId, now: '2026-05-01' })
      expect((await listed(world)).join()).not.toContain(questionId)
    }))

  it.each([9, 3601, 60.5])('of %d seconds is refused', (seconds) => {
    expect(LeaseWork.safeParse({ seconds }).success).toBe(false)
  })
})
