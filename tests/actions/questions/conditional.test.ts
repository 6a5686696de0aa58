import { describe, expect, it } from 'vitest'
import { addVersion } from '../../../src/actions/questions/add-version.ts'
import { closeQuestion } from '../../../src/actions/questions/append-resolution.ts'
import { createQuestion } from '../../../src/actions/questions/create-question.ts'
import { decideProposal } from '../../../src/actions/resolving/decide-proposal.ts'
import { proposeOutcome } from '../../../src/actions/resolving/propose-outcome.ts'
import { resolveQuestion } from '../../../src/actions/resolving/resolve-question.ts'
import type { Question } from '../../../src/core/question.ts'
import { findQuestion } from '../../../src/storage/questions.ts'
import { logOf } from '../../../src/storage/resolutions.ts'
import { day, inWorld, type World } from '../../support/embedded.ts'
import { expectExact, standingItems } from '../exact.ts'
import { accepted, recorded, reopen, reportOf, settleNo, settleYes, voidIt } from '../story.ts'

const NOW = '2026-08-01'
const window = { windowStart: day('2026-01-01'), windowEnd: day('2026-03-31') }
type Dependence = { on: string; outcome?: 'yes' | 'no'; gates?: boolean }

const ask = async (world: World, wording: string, depends?: Dependence): Promise<Question> => {
  const trigger = depends && {
    questionId: depends.on,
    outcome: depends.outcome ?? 'yes',
    gates: depends.gates ?? false,
  }
  const input = { wording, ...window, ...(trigger ? { trigger } : {}) }
  return (await createQuestion(world.at('2026-01-02'), input)).question
}

/** Ada said that it will likely snow if it rains. */
const pair = async (world: World, depends: Omit<Dependence, 'on'> = {}) => {
  const rain = await ask(world, 'It rains.')
  const { outcome = 'yes', gates = false } = depends
  const { question: snow } = await accepted(world, {
    on: '2026-01-05',
    quote: 'It will likely snow if it rains.',
    end: '2026-03-31',
    found: { condition: 'if it rains' },
    review: { trigger: { questionId: rain.id, outcome, gates } },
  })
  return { rain, snow }
}

const stands = async (world: World, { id }: Question) => {
  const question = await findQuestion(world.tx, id)
  return question?.outcome ?? question?.voidReason ?? question?.status
}
const steps = async (world: World, { id }: Question) => (await logOf(world.tx, id)).map(({ step }) => step)
const given = ({ id }: Question, correct = false) => ({ question: id, now: NOW, correct })
const trigger = ({ id }: Question) => ({ questionId: id, outcome: 'yes' as const, gates: false })

describe('a question that depends on another', () => {
  it('names it with its newest version, in words and by id', () =>
    inWorld(async (world) => {
      const { rain, snow } = await pair(world)
      const named = { questionId: rain.id, versionId: rain.version.id, outcome: 'yes', gates: false }
      expect(snow.version).toMatchObject({ trigger: named, condition: 'if it rains' })
      expect((await findQuestion(world.tx, snow.id))?.version.trigger).toEqual(named)
      expect(rain.version.trigger).toBeNull()
    }))

  it('is not settled before that came true: due, never no, its evidence kept with a proposal', () =>
    inWorld(async (world) => {
      const { rain, snow } = await pair(world)
      for (const { id } of [rain, snow]) await closeQuestion(world.at(NOW), { questionId: id, asOf: day(NOW) })
      await expect(settleNo(world, given(snow))).rejects.toMatchObject({ code: 'trigger-open' })
      const evidence = await reportOf(world, { title: 'snow', on: '2026-02-01', now: NOW })
      const said = { questionId: snow.id, outcome: 'yes' as const, evidence, rationale: 'it snowed' }
      const { proposal } = await proposeOutcome(world.at(NOW), said)
      const decision = { decision: 'settle' as const, reason: 'it snowed' }
      const tried = await decideProposal(world.at(NOW), { proposalId: proposal.id, decision })
      expect(tried.proposal).toMatchObject({ status: 'pending', reason: expect.stringContaining('depends on') })
      expect(await stands(world, snow)).toBe('due')
      await settleYes(world, { ...given(rain), on: '2026-02-10' })
      expect(await stands(world, snow)).toBe('due')
      expect((await decideProposal(world.at(NOW), { proposalId: proposal.id, decision })).question.outcome).toBe('yes')
      await expectExact(world)
    }))

  it.each<[string, 'yes' | 'no', (world: World, rain: Question) => Promise<unknown>]>([
    ['comes out the other way', 'yes', (world, rain) => settleNo(world, given(rain))],
    ['came where it should not have', 'no', (world, rain) => settleYes(world, { ...given(rain), on: '2026-02-10' })],
    ['is void', 'yes', (world, rain) => voidIt(world, given(rain))],
  ])('is not applicable when that %s', (_, outcome, decide) =>
    inWorld(async (world) => {
      const { rain, snow } = await pair(world, { outcome })
      await decide(world, rain)
      expect(await stands(world, snow)).toBe('not-applicable')
      expect(await logOf(world.tx, snow.id)).toMatchObject([
        {
          step: 'void',
          decider: 'rule trigger',
          reason: expect.stringContaining(`${rain.id}, did not come out ${outcome}`),
        },
      ])
      expect(await standingItems(world)).toMatchObject([{ questionId: snow.id, state: 'void' }])
      await expectExact(world)
    }),
  )

  it('follows by a proposal that settles', () =>
    inWorld(async (world) => {
      const { rain, snow } = await pair(world, { outcome: 'no' })
      const evidence = await reportOf(world, { title: 'rain', on: '2026-02-01', now: NOW })
      const said = { questionId: rain.id, outcome: 'yes' as const, evidence, rationale: 'it rained' }
      const { proposal } = await proposeOutcome(world.at(NOW), said)
      const decision = { decision: 'settle' as const, reason: 'it rained' }
      await decideProposal(world.at(NOW), { proposalId: proposal.id, decision })
      expect(await stands(world, snow)).toBe('not-applicable')
    }))

  it('comes back when that is corrected, and may then be settled', () =>
    inWorld(async (world) => {
      const { rain, snow } = await pair(world)
      await settleNo(world, given(rain))
      const { scoreChanges } = await settleYes(world, { ...given(rain, true), on: '2026-02-10' })
      expect(scoreChanges.map(({ questionId }) => questionId)).not.toContain(rain.id)
      expect(await steps(world, snow)).toEqual(['void', 'reopen'])
      await settleYes(world, { ...given(snow), on: '2026-02-01' })
      expect(await stands(world, snow)).toBe('yes')
      await expectExact(world)
    }))

  it('that was settled is not applicable once that is corrected away, and tells what it did to scores', () =>
    inWorld(async (world) => {
      const { rain, snow } = await pair(world)
      await settleYes(world, { ...given(rain), on: '2026-02-10' })
      await settleYes(world, { ...given(snow), on: '2026-02-20' })
      const { scoreChanges } = await settleNo(world, given(rain, true))
      expect(scoreChanges).toMatchObject([{ questionId: snow.id, before: { n: 1 }, after: { n: 0 } }])
      expect(await steps(world, snow)).toEqual(['settle', 'reopen', 'void'])
      // Sent again it corrects nothing, and nothing follows.
      expect((await settleNo(world, given(rain, true))).scoreChanges).toEqual([])
      expect(await steps(world, snow)).toHaveLength(3)
      await expectExact(world)
    }))

  it('that was settled is open again when that is', () =>
    inWorld(async (world) => {
      const { rain, snow } = await pair(world)
      await settleYes(world, { ...given(rain), on: '2026-02-10' })
      await settleYes(world, { ...given(snow), on: '2026-02-20' })
      await reopen(world, given(rain))
      expect(await stands(world, snow)).toBe('due')
      await expect(settleYes(world, { ...given(snow), on: '2026-02-20' })).rejects.toMatchObject({
        code: 'trigger-open',
      })
    }))

  it('stays void where a person voided it', () =>
    inWorld(async (world) => {
      const { rain, snow } = await pair(world)
      await voidIt(world, { ...given(snow), why: 'not-applicable' })
      await settleYes(world, { ...given(rain), on: '2026-02-10' })
      await settleNo(world, given(rain, true))
      await reopen(world, given(rain))
      expect(await steps(world, snow)).toEqual(['void'])
    }))

  it('counts what happened before, unless that gates it', () =>
    inWorld(async (world) => {
      const { rain, snow } = await pair(world, { gates: true })
      await settleYes(world, { ...given(rain), on: '2026-02-10' })
      for (const on of ['2026-02-01', '2026-02-10']) {
        await expect(settleYes(world, { ...given(snow), on })).rejects.toMatchObject({
          code: 'insufficient-evidence',
          message: expect.stringContaining('2026-02-10T23:59:59.999Z'),
        })
      }
      await settleYes(world, { ...given(snow), on: '2026-02-11' })
      // The rain was later than thought: what counts has moved, and somebody must look again.
      await settleYes(world, { ...given(rain, true), on: '2026-02-12', reason: 'it was later' })
      expect(await stands(world, snow)).toBe('due')
      await expect(settleYes(world, { ...given(snow), on: '2026-02-11' })).rejects.toThrow('2026-02-12T23:59:59.999Z')
      await expectExact(world)
    }))

  it('is not applicable at once where that has failed before', () =>
    inWorld(async (world) => {
      const rain = await ask(world, 'It rains.')
      await settleNo(world, given(rain))
      expect(await ask(world, 'It snows.', { on: rain.id })).toMatchObject({
        status: 'void',
        voidReason: 'not-applicable',
      })
      const hail = await ask(world, 'It hails.')
      const version = { expectedVersion: 1, trigger: trigger(rain), reason: 'meant so' }
      await addVersion(world.at(NOW), { questionId: hail.id, version })
      expect(await stands(world, hail)).toBe('not-applicable')
    }))

  it('judges that by the version it was named on', () =>
    inWorld(async (world) => {
      const { rain, snow } = await pair(world)
      const { criteria } = rain.version
      const turn = { expectedVersion: 1, orientation: 'opposite' as const, criteria, reason: 'turned' }
      await addVersion(world.at('2026-02-01'), { questionId: rain.id, version: turn })
      await settleYes(world, { ...given(rain), on: '2026-02-10' })
      // It stayed dry, by the newest version: so it did not rain.
      expect(await stands(world, snow)).toBe('not-applicable')
    }))

  it('waits where the version it was named on asks for something else, until that is settled on its own terms', () =>
    inWorld(async (world) => {
      const { rain, snow } = await pair(world, { gates: true })
      const heavier = { expectedVersion: 1, criteria: 'Yes if at least 10 mm fall.', reason: 'clearer' }
      await addVersion(world.at('2026-02-01'), { questionId: rain.id, version: heavier })
      await settleNo(world, given(rain))
      expect(await stands(world, snow)).toBe('open')
      const onOwnTerms = async (on: string, correct: boolean) =>
        resolveQuestion(world.at(NOW), {
          step: 'settle',
          questionId: rain.id,
          version: 1,
          outcome: 'yes',
          evidence: await reportOf(world, { title: 'drizzle', on, now: NOW }),
          reason: `drizzle on ${on}`,
          correct,
        })
      await onOwnTerms('2026-02-10', false)
      await settleYes(world, { ...given(snow), on: '2026-02-15' })
      expect(await stands(world, snow)).toBe('yes')
      // The moment from which events count has moved past the snow.
      await onOwnTerms('2026-02-20', true)
      expect(await stands(world, snow)).toBe('due')
      await resolveQuestion(world.at(NOW), { step: 'reopen', questionId: rain.id, version: 1, reason: 'it was fog' })
      await expect(settleYes(world, { ...given(snow), on: '2026-02-25' })).rejects.toMatchObject({
        code: 'trigger-open',
      })
      await expectExact(world)
    }))
})

describe('a chain', () => {
  it('follows to its end, and back', () =>
    inWorld(async (world) => {
      const [a, other] = [await ask(world, 'A.'), await ask(world, 'Another.')]
      const b = await ask(world, 'B.', { on: a.id })
      const c = await ask(world, 'C.', { on: b.id, gates: true })
      const all = async () => [await stands(world, b), await stands(world, c), await stands(world, other)]
      await settleNo(world, given(a))
      expect(await all()).toEqual(['not-applicable', 'not-applicable', 'open'])
      await settleYes(world, { ...given(a, true), on: '2026-02-01' })
      expect(await all()).toEqual(['due', 'due', 'open'])
      await settleYes(world, { ...given(b), on: '2026-02-02' })
      await settleYes(world, { ...given(c), on: '2026-02-03' })
      await voidIt(world, given(a, true))
      expect(await all()).toEqual(['not-applicable', 'not-applicable', 'open'])
      expect(await steps(world, c)).toEqual(['void', 'reopen', 'settle', 'reopen', 'void'])
      await expectExact(world)
    }))

  const named = (world: World, child: Question, parent: Question) =>
    addVersion(world.at('2026-02-01'), {
      questionId: child.id,
      version: { expectedVersion: 1, trigger: trigger(parent), reason: 'meant so' },
    })
  const refusal = { code: 'invalid-input', fields: [{ field: 'trigger.questionId' }] }

  it('is no circle', () =>
    inWorld(async (world) => {
      const a = await ask(world, 'A.')
      const b = await ask(world, 'B.', { on: a.id })
      const c = await ask(world, 'C.', { on: b.id })
      await expect(named(world, a, c)).rejects.toMatchObject(refusal)
      await expect(named(world, a, a)).rejects.toMatchObject(refusal)
    }))

  it('links five questions at the most, from whichever end it grows', () =>
    inWorld(async (world) => {
      const chain = [await ask(world, 'First.')]
      for (const at of [2, 3, 4, 5]) chain.push(await ask(world, `Number ${at}.`, { on: chain.at(-1)?.id ?? '' }))
      const [first, last] = [chain[0], chain.at(-1)]
      if (!first || !last) throw new Error('there is a chain')
      await expect(ask(world, 'Sixth.', { on: last.id })).rejects.toMatchObject(refusal)
      await expect(named(world, first, await ask(world, 'Before.'))).rejects.toMatchObject(refusal)
    }))
})

describe('a trigger', () => {
  it('must be there, and a question of yes and no', () =>
    inWorld(async (world) => {
      const missing = ask(world, 'It snows.', { on: world.newId('question') })
      await expect(missing).rejects.toMatchObject({ code: 'not-found', fields: [{ field: 'trigger.questionId' }] })
      const options = [{ label: 'Ada' }, { label: 'Ben' }]
      const race = { wording: 'Who wins?', criteria: 'By the count.', ...window, options }
      const { question } = await createQuestion(world.at('2026-01-02'), race)
      await expect(ask(world, 'It snows.', { on: question.id })).rejects.toMatchObject({ code: 'invalid-input' })
    }))

  it('is given later only to words of a condition, once somebody has spoken', () =>
    inWorld(async (world) => {
      const rain = await ask(world, 'It rains.')
      const said = { on: '2026-01-05', quote: 'It will likely snow.', end: '2026-03-31' }
      const bare = (await accepted(world, said)).question
      const words = {
        ...said,
        by: ['Ben'],
        found: { condition: 'if it rains' },
        review: { newQuestion: true as const },
      }
      const worded = (await accepted(world, words)).question
      const version = { expectedVersion: 1, trigger: trigger(rain), reason: 'meant so' }
      const add = ({ id }: Question, more = {}) =>
        addVersion(world.at('2026-02-01'), { questionId: id, version: { ...version, ...more } })
      await expect(add(bare)).rejects.toMatchObject({ code: 'invalid-input', fields: [{ field: 'trigger' }] })
      const { version: second } = await add(worded)
      expect(second.trigger).toEqual({ ...trigger(rain), versionId: rain.version.id })
      expect(await add(worded)).toEqual({ version: second, created: false })
      // Ben has not spoken on the second version; somebody else does, and then it stays.
      await accepted(world, { ...words, by: ['Cyd'], review: { questionId: worded.id } })
      await expect(add(worded, { expectedVersion: 2, trigger: null })).rejects.toMatchObject({ code: 'invalid-input' })
      const kept = await add(worded, { expectedVersion: 2, trigger: undefined, condition: 'if it rains at all' })
      expect(kept.version).toMatchObject({ version: 3, trigger: second.trigger })
    }))

  it('is not given to a question that is joined', () =>
    inWorld(async (world) => {
      const { rain, snow } = await pair(world)
      const said = { on: '2026-01-06', quote: 'It will likely snow if it rains.', end: '2026-03-31', by: ['Ben'] }
      await recorded(world, said)
      const joining = accepted(world, { ...said, review: { questionId: snow.id, trigger: trigger(rain) } })
      await expect(joining).rejects.toMatchObject({ code: 'invalid-input', fields: [{ field: 'trigger' }] })
    }))

  it('that failed is not overruled by settling what it voided', () =>
    inWorld(async (world) => {
      const { rain, snow } = await pair(world)
      await settleNo(world, given(rain))
      const evidence = await reportOf(world, { title: 'snow', on: '2026-02-01', now: NOW })
      const settle = { step: 'settle' as const, questionId: snow.id, outcome: 'yes' as const, evidence, correct: true }
      const refused = resolveQuestion(world.at(NOW), { ...settle, reason: 'it snowed' })
      await expect(refused).rejects.toMatchObject({ code: 'trigger-open', remedy: expect.stringContaining(rain.id) })
    }))
})
