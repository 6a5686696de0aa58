import { describe, expect, it } from 'vitest'
import { type BaselineOn, recordBaseline, recordBaselines } from '../../../src/actions/predicting/record-baseline.ts'
import { addVersion } from '../../../src/actions/questions/add-version.ts'
import { createQuestion } from '../../../src/actions/questions/create-question.ts'
import { decideProposal } from '../../../src/actions/resolving/decide-proposal.ts'
import { proposeOutcome } from '../../../src/actions/resolving/propose-outcome.ts'
import { sealFacts } from '../../../src/actions/seal-facts.ts'
import type { Question } from '../../../src/core/question.ts'
import { heldAgainst } from '../../../src/queries/comparing/held-against.ts'
import { readAsOf } from '../../../src/storage/as-of.ts'
import { baselinesFor, listBaselines } from '../../../src/storage/baselines.ts'
import { day, instant, inWorld, type World } from '../../support/embedded.ts'
import { accepted, reopen, reportOf, settleYes } from '../story.ts'

const ask = async (world: World): Promise<Question> => {
  const window = { windowStart: day('2026-01-01'), windowEnd: day('2026-06-30') }
  return (await createQuestion(world.at('2026-01-01'), { wording: 'It rains.', ...window })).question
}
const price = ({ id }: Pick<Question, 'id'>, more: Partial<BaselineOn> = {}): BaselineOn => ({
  questionId: id,
  kind: 'market',
  probability: 0.4,
  at: day('2026-03-01'),
  source: 'The exchange, last trade of the day',
  ...more,
})
const NOW = '2026-04-01'

describe('recordBaseline', () => {
  it('records what was sent, once, on the newest version', () =>
    inWorld(async (world) => {
      const question = await ask(world)
      const sent = price(question, { url: 'https://example.org/price', archiveSha256: 'a'.repeat(64) })
      const { baseline, created } = await recordBaseline(world.at(NOW), sent)
      expect(created).toBe(true)
      expect(baseline).toMatchObject({
        questionId: question.id,
        versionId: question.version.id,
        kind: 'market',
        probability: 0.4,
        at: { earliest: '2026-03-01T00:00:00.000Z', latest: '2026-03-01T23:59:59.999Z' },
        url: 'https://example.org/price',
        archiveSha256: 'a'.repeat(64),
        correctedBy: null,
        recordedAt: '2026-04-01T12:00:00.000Z',
      })
      expect(await recordBaseline(world.at('2026-04-02'), sent)).toEqual({ baseline, created: false })
    }))

  it('is of the version that is named', () =>
    inWorld(async (world) => {
      const question = await ask(world)
      const turned = {
        orientation: 'opposite' as const,
        criteria: 'Yes if it stays dry.',
        reason: 'the other way round',
      }
      await addVersion(world.at('2026-02-01'), { questionId: question.id, version: { expectedVersion: 1, ...turned } })
      const first = await recordBaseline(world.at(NOW), price(question, { version: 1 }))
      const newest = await recordBaseline(world.at(NOW), price(question))
      expect(first.baseline.versionId).toBe(question.version.id)
      expect(newest.baseline.versionId).not.toBe(question.version.id)
      await expect(recordBaseline(world.at(NOW), price(question, { version: 3 }))).rejects.toMatchObject({
        code: 'invalid-input',
        fields: [{ field: 'version' }],
      })
    }))

  it.each<[string, Partial<BaselineOn>]>([
    ['tomorrow', { at: day('2026-04-02') }],
    ['the next second', { at: instant('2026-04-01T12:00:00.001Z') }],
  ])('refuses a date of %s', (_, more) =>
    inWorld(async (world) => {
      const sent = price(await ask(world), more)
      await expect(recordBaseline(world.at(NOW), sent)).rejects.toMatchObject({
        code: 'invalid-input',
        fields: [{ field: 'at', detail: 'it lies in the future' }],
      })
    }),
  )

  it('refuses a date after the window', () =>
    inWorld(async (world) => {
      const sent = price(await ask(world), { at: day('2026-07-01') })
      await expect(recordBaseline(world.at('2026-07-02'), sent)).rejects.toMatchObject({ fields: [{ field: 'at' }] })
      expect((await recordBaseline(world.at('2026-07-02'), { ...sent, at: day('2026-06-30') })).created).toBe(true)
    }))

  it('refuses all once the version has been decided, even after it was opened again; what stands, stands', () =>
    inWorld(async (world) => {
      const question = await ask(world)
      const { baseline } = await recordBaseline(world.at(NOW), price(question))
      await settleYes(world, { question: question.id, now: '2026-05-02', on: '2026-05-01' })
      const late = () => recordBaseline(world.at('2026-05-03'), price(question, { probability: 0.9 }))
      await expect(late()).rejects.toMatchObject({ code: 'illegal-step' })
      await reopen(world, { question: question.id, now: '2026-05-03' })
      await expect(late()).rejects.toMatchObject({ code: 'illegal-step' })
      expect(await recordBaseline(world.at('2026-05-04'), price(question))).toEqual({ baseline, created: false })
    }))

  it('refuses a date on which an event that is proposed could be known, until that is declined', () =>
    inWorld(async (world) => {
      const question = await ask(world)
      const evidence = await reportOf(world, { title: 'Rain', on: '2026-02-20', now: NOW })
      const proposed = { questionId: question.id, outcome: 'yes' as const, evidence, rationale: 'it was reported' }
      const { proposal } = await proposeOutcome(world.at(NOW), proposed)
      await expect(recordBaseline(world.at(NOW), price(question))).rejects.toMatchObject({ fields: [{ field: 'at' }] })
      const earlier = price(question, { at: day('2026-02-19') })
      expect((await recordBaseline(world.at(NOW), earlier)).created).toBe(true)
      const decision = { decision: 'decline' as const, reason: 'that was sleet' }
      await decideProposal(world.at(NOW), { proposalId: proposal.id, decision })
      expect((await recordBaseline(world.at(NOW), price(question))).created).toBe(true)
    }))

  it('is corrected by another that takes its place, once', () =>
    inWorld(async (world) => {
      const question = await ask(world)
      const { baseline: wrong } = await recordBaseline(world.at(NOW), price(question))
      const better = price(question, { probability: 0.6, corrects: wrong.id, reason: 'a slip of the pen' })
      const { baseline: right } = await recordBaseline(world.at(NOW), better)
      const recorded = (await baselinesFor(world.tx, [question.id])).get(question.id)
      expect(recorded?.map(({ id, correctedBy }) => [id, correctedBy])).toEqual([
        [wrong.id, right.id],
        [right.id, null],
      ])
      const again = recordBaseline(world.at(NOW), { ...better, probability: 0.7 })
      await expect(again).rejects.toMatchObject({ code: 'already-exists', fields: [{ field: 'corrects' }] })
      const other = await createQuestion(world.at(NOW), {
        wording: 'It snows.',
        windowStart: day('2026-01-01'),
        windowEnd: null,
      })
      const elsewhere = recordBaseline(world.at(NOW), { ...better, questionId: other.question.id })
      await expect(elsewhere).rejects.toMatchObject({ code: 'invalid-input', fields: [{ field: 'corrects' }] })
    }))

  it('refuses a question of several options', () =>
    inWorld(async (world) => {
      const { question } = await createQuestion(world.at('2026-01-01'), {
        wording: 'Who wins?',
        criteria: 'By the count.',
        windowStart: day('2026-01-01'),
        windowEnd: null,
        options: [{ label: 'Ada' }, { label: 'Ben' }],
      })
      await expect(recordBaseline(world.at(NOW), price(question))).rejects.toMatchObject({ code: 'invalid-input' })
    }))
})

describe('recordBaselines', () => {
  it('tells of each what became of it, and keeps the good ones', () =>
    inWorld(async (world) => {
      const question = await ask(world)
      const nowhere = price({ id: `qst_${'9'.repeat(26)}` })
      const sent = [price(question), nowhere, price(question), price(question, { probability: 0.5 })]
      const results = await recordBaselines(world.at(NOW), sent)
      expect(results.map(({ recorded, problem }) => recorded?.created ?? problem?.code)).toEqual([
        true,
        'not-found',
        false,
        true,
      ])
      const { items } = await listBaselines(world.tx, question.id, { limit: 10, cursor: null })
      expect(items).toHaveLength(2)
    }))
})

describe('what a forecast is held against', () => {
  const said = { on: '2026-02-05', quote: 'It will likely rain.', end: '2026-06-30' }

  it('is the last baseline of before it was said; a kind without one says why', () =>
    inWorld(async (world) => {
      const { question, prediction } = await accepted(world, said)
      for (const [date, probability] of [
        ['2026-02-01', 0.3],
        ['2026-02-05', 0.35],
        ['2026-02-06', 0.8],
      ] as const) {
        await recordBaseline(world.at(NOW), price(question, { at: day(date), probability }))
      }
      await recordBaseline(world.at(NOW), price(question, { kind: 'crowd', at: day('2026-03-01') }))
      const held = await heldAgainst(world.tx, prediction)
      expect(held.map(({ kind, baseline, reason }) => [kind, baseline?.probability ?? null, reason])).toEqual([
        ['base-rate', null, 'no base-rate baseline is recorded on this question'],
        ['market', 0.35, null],
        ['crowd', null, 'the first crowd baseline of its version is of later than it was said'],
        ['status-quo', null, 'no status-quo baseline is recorded on this question'],
      ])
    }))

  it('reads as it read at a position', () =>
    inWorld(async (world) => {
      const { question, prediction } = await accepted(world, said)
      const market = price(question, { at: day('2026-02-01') })
      const { baseline } = await recordBaseline(world.at(NOW), market)
      const { position } = await sealFacts(world.at(NOW), {})
      const before = await heldAgainst(world.tx, prediction)
      await recordBaseline(world.at(NOW), { ...market, probability: 0.9, corrects: baseline.id, reason: 'a slip' })
      await sealFacts(world.at(NOW), {})
      expect(await heldAgainst(world.tx, prediction)).not.toEqual(before)
      expect(await readAsOf(world.tx, position, (reader) => heldAgainst(reader, prediction))).toEqual(before)
    }))
})
