import { describe, expect, it } from 'vitest'
import type { Actor } from '../../../src/actions/context.ts'
import { type AddVersion, addVersion } from '../../../src/actions/questions/add-version.ts'
import { createQuestion } from '../../../src/actions/questions/create-question.ts'
import { decideProposal } from '../../../src/actions/resolving/decide-proposal.ts'
import { proposeOutcome } from '../../../src/actions/resolving/propose-outcome.ts'
import { resolveQuestion } from '../../../src/actions/resolving/resolve-question.ts'
import { sealFacts } from '../../../src/actions/seal-facts.ts'
import { countingOf } from '../../../src/queries/report/counting.ts'
import { judgedQuestion } from '../../../src/queries/report/own-outcomes.ts'
import { readAsOf } from '../../../src/storage/as-of.ts'
import { findQuestion, versionsOf } from '../../../src/storage/questions.ts'
import { logOf } from '../../../src/storage/resolutions.ts'
import { day, inWorld, type World } from '../../support/embedded.ts'
import { expectExact, standingItems } from '../exact.ts'
import { accepted, reopen, reportOf, searchedThrough, settleNo, settleYes, voidIt } from '../story.ts'

const NOW = '2026-08-01'
const said = { on: '2026-01-05', quote: 'It will likely rain by March.', end: '2026-03-31' }

const extended = { windowEnd: day('2026-06-30'), criteria: 'Yes if it rains by the end of June.', reason: 'as agreed' }
const add = (world: World, questionId: string, version: Partial<AddVersion>, on = '2026-02-01') =>
  addVersion(world.at(on), { questionId, version: { expectedVersion: 1, reason: 'clearer', ...version } })

describe('a new version', () => {
  it('follows the one before and changes nothing of it', () =>
    inWorld(async (world) => {
      const { question } = await accepted(world, said)
      const before = question.version
      const { version, created } = await add(world, question.id, extended)
      expect(created).toBe(true)
      expect(version).toEqual({
        ...before,
        ...extended,
        id: version.id,
        version: 2,
        criteriaFixedAt: '2026-02-01T12:00:00.000Z',
        recordedAt: '2026-02-01T12:00:00.000Z',
      })
      expect(await versionsOf(world.tx, question.id)).toEqual([version, before])
      expect((await findQuestion(world.tx, question.id))?.version).toEqual(version)
    }))

  it('sent again is the same version, even when the question is settled since', () =>
    inWorld(async (world) => {
      const { question } = await accepted(world, said)
      const first = await add(world, question.id, extended)
      expect(await add(world, question.id, extended, '2026-02-02')).toEqual({ ...first, created: false })
      await settleYes(world, { question: question.id, now: NOW, on: '2026-03-01' })
      expect((await add(world, question.id, extended)).created).toBe(false)
      expect(await versionsOf(world.tx, question.id)).toHaveLength(2)
    }))

  it('does not overwrite what another editor wrote: the answer shows it', () =>
    inWorld(async (world) => {
      const { question } = await accepted(world, said)
      const { version } = await add(world, question.id, extended)
      const other = add(world, question.id, { ...extended, windowEnd: day('2026-05-31') })
      await expect(other).rejects.toMatchObject({
        code: 'conflict',
        fields: [{ field: 'expectedVersion' }],
        stands: { kind: 'version', id: version.id, position: 2, reason: 'as agreed' },
      })
      await expect(add(world, question.id, { ...extended, expectedVersion: 3 })).rejects.toMatchObject({
        code: 'conflict',
      })
      await add(world, question.id, { expectedVersion: 2, windowEnd: day('2026-05-31'), criteria: 'By May.' })
    }))

  it.each<[string, Partial<AddVersion>, string]>([
    ['that says the same', {}, 'body'],
    ['that says the same in so many words', { wording: said.quote }, 'body'],
    ['with another window and the old criteria', { windowEnd: day('2026-06-30') }, 'criteria'],
    ['that turns round with the old criteria', { orientation: 'opposite' }, 'criteria'],
    ['whose window ends before it starts', { ...extended, windowEnd: day('2026-01-01') }, 'windowEnd'],
    ['whose reference time lies after its window', { referenceAt: '2026-04-01T00:00:00.000Z' as never }, 'referenceAt'],
  ])('%s is refused', (_, version, field) =>
    inWorld(async (world) => {
      const { question } = await accepted(world, said)
      await expect(add(world, question.id, version)).rejects.toMatchObject({
        code: 'invalid-input',
        fields: [{ field }],
      })
      expect(await versionsOf(world.tx, question.id)).toHaveLength(1)
    }),
  )

  it('is refused once the question is resolved or void, with the decision that stands', () =>
    inWorld(async (world) => {
      const { question } = await accepted(world, said)
      await settleYes(world, { question: question.id, now: NOW, on: '2026-03-01', reason: 'rain' })
      await expect(add(world, question.id, extended, NOW)).rejects.toMatchObject({
        code: 'illegal-step',
        stands: { kind: 'resolution', position: 1, step: 'settle', outcome: 'yes', by: 'reviewer', reason: 'rain' },
      })
      await voidIt(world, { question: question.id, now: NOW, correct: true })
      await expect(add(world, question.id, extended, NOW)).rejects.toMatchObject({ stands: { step: 'void' } })
      await reopen(world, { question: question.id, now: NOW })
      expect((await add(world, question.id, extended, NOW)).created).toBe(true)
    }))

  it('of a question that is not there is not found', () =>
    inWorld(async (world) => {
      await expect(add(world, world.newId('question'), extended)).rejects.toMatchObject({ code: 'not-found' })
    }))
})

/** Ada spoke on a dry spring until March, Ben on one until June, Cyd on the rain that both leave out. */
const threeVersions = async (world: World) => {
  const { question, prediction } = await accepted(world, { ...said, review: { orientation: 'opposite' } })
  const { id } = question
  const { criteria } = question.version
  await add(world, id, { ...extended, criteria })
  const join = (on: string, by: string) =>
    accepted(world, { ...said, on, by: [by], review: { questionId: id } }).then(({ prediction: made }) => made)
  const ben = await join('2026-02-05', 'Ben')
  await add(world, id, {
    expectedVersion: 2,
    orientation: 'as-worded',
    criteria,
  })
  const cyd = await join('2026-02-10', 'Cyd')
  expect([prediction, ben, cyd].map(({ versionId }) => versionId)).toEqual(
    [...(await versionsOf(world.tx, id))].reverse().map((version) => version.id),
  )
  return { id, authors: [prediction, ben, cyd].map(({ authorId }) => authorId) }
}
const settle = (
  world: World,
  questionId: string,
  outcome: 'yes' | 'no',
  evidence: Awaited<ReturnType<typeof reportOf>>,
) => resolveQuestion(world.at(NOW), { step: 'settle', questionId, outcome, evidence, reason: 'read', correct: false })

const itemsOf = async (world: World, authors: string[]) => {
  const items = await standingItems(world)
  return authors.map((author) => {
    const item = items.find(({ authorId }) => authorId === author)
    return item ? [item.state, item.hit, item.dueMonth] : null
  })
}

describe('a prediction', () => {
  it('is judged by the version it was made on: rain in May decides June, and leaves March open', () =>
    inWorld(async (world) => {
      const { id, authors } = await threeVersions(world)
      await settle(world, id, 'yes', await reportOf(world, { title: 'rain', on: '2026-05-02', now: NOW }))
      expect(await itemsOf(world, authors)).toEqual([
        ['pending', null, '2026-03'],
        ['scored', false, '2026-06'],
        ['scored', true, '2026-06'],
      ])
      await expectExact(world)
      const [entry] = await logOf(world.tx, id)
      expect(entry?.versionId).toBe((await findQuestion(world.tx, id))?.version.id)
    }))

  it('is settled too by a reading to the end of its own window', () =>
    inWorld(async (world) => {
      const { id, authors } = await threeVersions(world)
      await settle(world, id, 'no', searchedThrough('2026-07-31'))
      expect(await itemsOf(world, authors)).toEqual([
        ['scored', true, '2026-03'],
        ['scored', true, '2026-06'],
        ['scored', false, '2026-06'],
      ])
      await expectExact(world)
    }))

  it('is void with its question, on whatever version', () =>
    inWorld(async (world) => {
      const { id, authors } = await threeVersions(world)
      await voidIt(world, { question: id, now: NOW })
      expect((await itemsOf(world, authors)).map((item) => item?.[0])).toEqual(['void', 'void', 'void'])
    }))
})

describe('timing', () => {
  const timingOf = async (world: World) => (await standingItems(world)).map(({ timing, state }) => [timing, state])

  it('goes by the rule for each version: one made after the report is retrospective', () =>
    inWorld(async (world) => {
      const { question } = await accepted(world, said)
      await add(world, question.id, { ...extended, criteria: question.version.criteria }, '2026-03-10')
      await accepted(world, { ...said, on: '2026-03-12', by: ['Ben'], review: { questionId: question.id } })
      const evidence = await reportOf(world, { title: 'rain', on: '2026-03-05', now: NOW })
      await settle(world, question.id, 'yes', evidence)
      // Ben spoke after the event: only Ada counts, on the version made before it.
      expect(await timingOf(world)).toEqual([['prospective', 'scored']])
    }))

  it('goes by events that may decide the version: one outside its window makes nothing retrospective', () =>
    inWorld(async (world) => {
      const spring = { windowStart: day('2026-01-01'), windowEnd: day('2026-03-31') }
      const { question } = await createQuestion(world.at('2026-01-02'), { wording: 'It rains.', ...spring })
      const { criteria } = question.version
      await add(world, question.id, { windowStart: day('2025-10-01'), criteria }, '2026-01-03')
      await accepted(world, { ...said, review: { questionId: question.id } })
      await addVersion(world.at('2026-01-20'), {
        questionId: question.id,
        version: { expectedVersion: 2, windowStart: day('2026-01-01'), criteria, reason: 'as at first' },
      })
      await accepted(world, { ...said, on: '2026-01-21', by: ['Ben'], review: { questionId: question.id } })
      const old = await reportOf(world, { title: 'rain last autumn', on: '2025-11-05', now: NOW })
      const evidence = await reportOf(world, { title: 'rain', on: '2026-03-05', now: NOW })
      await settle(world, question.id, 'yes', [...old, ...evidence])
      const { decisions } = await judgedQuestion(world.tx, question.id)
      const reported = [...decisions.values()].map(({ reportedAt }) => reportedAt?.slice(0, 10))
      expect(reported).toEqual(['2026-03-05', '2025-11-05', '2026-03-05'])
      expect(await timingOf(world)).toEqual([['prospective', 'scored']])
      await expectExact(world)
    }))

  it('goes by the settlement in force: what was taken back makes nothing retrospective', () =>
    inWorld(async (world) => {
      const { question } = await accepted(world, { ...said, recorded: '2026-03-10' })
      const given = { question: question.id, now: NOW }
      await settleYes(world, { ...given, on: '2026-03-05' })
      expect(await timingOf(world)).toEqual([['retrospective', 'scored']])
      await expectExact(world)
      await reopen(world, given)
      expect(await timingOf(world)).toEqual([['prospective', 'pending']])
      await settleNo(world, given)
      expect(await timingOf(world)).toEqual([['prospective', 'scored']])
      await settleYes(world, { ...given, on: '2026-03-06', correct: true })
      expect(await timingOf(world)).toEqual([['retrospective', 'scored']])
      await voidIt(world, { ...given, correct: true })
      expect(await timingOf(world)).toEqual([['prospective', 'void']])
      await expectExact(world)
    }))

  it('is moved by no proposal, be it pending or declined, and by one that settles', () =>
    inWorld(async (world) => {
      const submitter: Actor = { name: 'somebody', scopes: ['submit'] }
      const { question, prediction } = await accepted(world, { ...said, recorded: '2026-03-10' })
      const propose = async (title: string) => {
        const evidence = await reportOf(world, { title, on: '2026-03-05', now: NOW })
        const input = { questionId: question.id, outcome: 'yes' as const, evidence, rationale: 'it rained' }
        return (await proposeOutcome(world.at(NOW, submitter), input)).proposal.id
      }
      const decide = (proposalId: string, decision: 'settle' | 'decline') =>
        decideProposal(world.at(NOW), { proposalId, decision: { decision, reason: 'read it' } })
      const [elsewhere, here] = [await propose('rain elsewhere'), await propose('rain')]
      expect(await countingOf(world.tx, prediction)).toEqual({ counts: true, reason: null })
      await settleNo(world, { question: question.id, now: NOW })
      expect(await timingOf(world)).toEqual([['prospective', 'scored']])
      await decide(elsewhere, 'decline')
      expect(await timingOf(world)).toEqual([['prospective', 'scored']])
      await expectExact(world)
      const { position } = await sealFacts(world.at(NOW), {})
      await reopen(world, { question: question.id, now: NOW })
      await decide(here, 'settle')
      expect(await timingOf(world)).toEqual([['retrospective', 'scored']])
      const then = await readAsOf(world.tx, position, (reader) => judgedQuestion(reader, question.id))
      expect([...then.decisions.values()]).toMatchObject([{ outcome: 'no', reportedAt: null }])
      await expectExact(world)
    }))
})
