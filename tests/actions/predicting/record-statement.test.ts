import { describe, expect, it } from 'vitest'
import { recordStatement } from '../../../src/actions/predicting/record-statement.ts'
import { type AddVersion, addVersion } from '../../../src/actions/questions/add-version.ts'
import { createQuestion } from '../../../src/actions/questions/create-question.ts'
import { resolveQuestion } from '../../../src/actions/resolving/resolve-question.ts'
import { factDigest } from '../../../src/core/ledger/digest.ts'
import { receiptOf } from '../../../src/queries/receipt.ts'
import { countingOf } from '../../../src/queries/report/counting.ts'
import { day, inWorld, REVIEWER, type World } from '../../support/embedded.ts'
import { expectExact, standingItems } from '../exact.ts'
import { accepted, recorded, reopen, reportOf, settleNo } from '../story.ts'

const QUOTE = 'That the mill will shut is certain.'

/** A question that one piece made, and another piece that speaks on it without having been read so. */
const twoPieces = async (world: World) => {
  const first = await accepted(world, { on: '2026-01-05', quote: 'The mill will likely close.', end: '2026-03-31' })
  const text = `Bea in February. ${QUOTE} “It will be over,” said Cyril Voss, who runs the union.`
  const second = await accepted(world, {
    on: '2026-02-05',
    by: ['Bea'],
    quote: 'It will be over,',
    end: '2026-03-31',
    piece: { text },
  })
  return { question: first.question, commentaryId: second.commentary.id }
}

const statement = {
  quote: QUOTE,
  directness: 'verbatim',
  phrase: 'certainly',
  polarity: '+',
  reason: 'the certainty is of the shutting',
} as const

describe('recordStatement', () => {
  it('says what a commentary says, on the day it was published, once', () =>
    inWorld(async (world) => {
      const { question, commentaryId } = await twoPieces(world)
      const input = { commentaryId, statement: { ...statement, questionId: question.id } }
      const { prediction, created } = await recordStatement(world.at('2026-03-01'), input)
      expect(created).toBe(true)
      expect(prediction).toMatchObject({
        authorName: 'Bea',
        origin: 'commentary',
        attribution: 'own',
        form: 'phrase:certainly:+',
        quote: QUOTE,
        said: { earliest: '2026-02-05T00:00:00.000Z', latest: '2026-02-05T23:59:59.999Z' },
        scoreable: true,
      })
      const again = await recordStatement(world.at('2026-03-02'), input)
      expect(again).toMatchObject({ created: false, prediction: { id: prediction.id } })
      await settleNo(world, { question: question.id, now: '2026-04-01' })
      expect((await standingItems(world)).map(({ predictionId }) => predictionId)).toContain(prediction.id)
      await expectExact(world)
    }))

  it.each([
    ['settled', false],
    ['settled and open again', true],
  ])('is listed and not scored once its question was %s: the outcome was known', (_, opened) =>
    inWorld(async (world) => {
      const { question, commentaryId } = await twoPieces(world)
      await settleNo(world, { question: question.id, now: '2026-04-01' })
      if (opened) await reopen(world, { question: question.id, now: '2026-04-01' })
      const input = { commentaryId, statement: { ...statement, questionId: question.id } }
      const { prediction } = await recordStatement(world.at('2026-04-02'), input)
      expect(prediction).toMatchObject({ scoreable: false, recordingReason: statement.reason })
      const items = await standingItems(world)
      expect(items.some(({ predictionId }) => predictionId === prediction.id)).toBe(false)
      expect(await countingOf(world.tx, prediction)).toEqual({
        counts: false,
        reason: expect.stringMatching(/^recorded when the outcome was known/),
      })
      await expectExact(world)
    }),
  )

  it.each<[string, Partial<AddVersion>, boolean]>([
    ['other terms says nothing of it', { criteria: 'Yes if nobody works there any more.' }, true],
    ['the same terms and another window tells it', { windowStart: day('2026-01-10') }, false],
  ])('is on the newest version: what was decided of one with %s', (_, version, scoreable) =>
    inWorld(async (world) => {
      const { question, commentaryId } = await twoPieces(world)
      const { criteria } = question.version
      await addVersion(world.at('2026-02-10'), {
        questionId: question.id,
        version: { expectedVersion: 1, criteria, reason: 'clearer', ...version },
      })
      await resolveQuestion(world.at('2026-03-01'), {
        step: 'settle',
        questionId: question.id,
        version: 1,
        outcome: 'yes',
        evidence: await reportOf(world, { title: 'shut', on: '2026-02-20', now: '2026-03-01' }),
        reason: 'it shut',
        correct: false,
      })
      const input = { commentaryId, statement: { ...statement, questionId: question.id } }
      const { prediction } = await recordStatement(world.at('2026-03-02'), input)
      expect(prediction.scoreable).toBe(scoreable)
    }),
  )

  it('is scored where only a trigger had failed, which says nothing of how it comes out', () =>
    inWorld(async (world) => {
      const { question, commentaryId } = await twoPieces(world)
      const { question: strike } = await createQuestion(world.at('2026-01-02'), {
        wording: 'There is a strike.',
        windowStart: day('2026-01-01'),
        windowEnd: day('2026-02-20'),
      })
      const { question: mill } = await createQuestion(world.at('2026-01-03'), {
        wording: 'The mill closes after a strike.',
        windowStart: question.version.windowStart,
        windowEnd: day('2026-03-31'),
        trigger: { questionId: strike.id, outcome: 'yes', gates: false },
      })
      await settleNo(world, { question: strike.id, now: '2026-02-25' })
      await reopen(world, { question: strike.id, now: '2026-02-26' })
      const input = { commentaryId, statement: { ...statement, questionId: mill.id } }
      const { prediction } = await recordStatement(world.at('2026-03-01'), input)
      expect(prediction).toMatchObject({ scoreable: true, unscoredReason: null })
    }))

  it('seals the reason for which it was recorded', () =>
    inWorld(async (world) => {
      const { question, commentaryId } = await twoPieces(world)
      const input = { commentaryId, statement: { ...statement, questionId: question.id } }
      const { prediction } = await recordStatement(world.at('2026-03-01'), input)
      const { fact } = (await receiptOf(world.tx, prediction.id, REVIEWER)) ?? {}
      expect(fact?.fields).toMatchObject({ recordingReason: statement.reason })
      const { kind, fields, salts } = fact ?? { kind: '', fields: {}, salts: {} }
      expect(await factDigest(kind, fields, salts)).toBe(prediction.digest)
      expect(await factDigest(kind, { ...fields, recordingReason: 'another' }, salts)).not.toBe(prediction.digest)
    }))

  const ODDS = 'There is a 30 percent chance of it.'
  it.each<[string, object, string | null]>([
    ['a phrase that does not stand in the quote', { phrase: 'unlikely' }, 'phrase'],
    ['a shorter phrase than stands there', { quote: 'It is very unlikely.', phrase: 'unlikely' }, 'phrase'],
    ['the phrase that stands there', { quote: 'It is very unlikely.', phrase: 'very-unlikely' }, null],
    ['a number that does not stand there', { quote: ODDS, phrase: undefined, probability: 0.4 }, 'probability'],
    ['a number where there is none', { phrase: undefined, probability: 0.9 }, 'probability'],
    ['the number that stands there', { quote: ODDS, phrase: undefined, probability: 0.3 }, null],
    ['that of the opposite', { quote: ODDS, phrase: undefined, probability: 0.7 }, null],
    ['a bare will', { quote: 'It won’t shut.', phrase: 'will', polarity: '-' }, null],
  ])('%s: refused, or recorded', (_, said, field) =>
    inWorld(async (world) => {
      const first = await accepted(world, { on: '2026-01-05', quote: 'The mill will likely close.', end: '2026-03-31' })
      const text = `Bea once more. ${QUOTE} It is very unlikely. ${ODDS} It won’t shut. So much for now.`
      const { commentary } = await recorded(world, {
        on: '2026-02-05',
        by: ['Bea'],
        quote: QUOTE,
        end: null,
        piece: { text },
      })
      const input = { commentaryId: commentary.id, statement: { ...statement, ...said, questionId: first.question.id } }
      const recording = recordStatement(world.at('2026-03-01'), input)
      if (field) await expect(recording).rejects.toMatchObject({ code: 'invalid-input', fields: [{ field }] })
      else expect((await recording).created).toBe(true)
    }),
  )

  it('gives quoted words to who said them, and lists a paraphrase', () =>
    inWorld(async (world) => {
      const { question, commentaryId } = await twoPieces(world)
      const of = (rest: object) =>
        recordStatement(world.at('2026-03-01'), {
          commentaryId,
          statement: {
            ...statement,
            questionId: question.id,
            quote: 'It will be over',
            phrase: 'will',
            claimant: 'Cyril Voss',
            ...rest,
          },
        })
      expect((await of({})).prediction).toMatchObject({
        authorName: 'Cyril Voss',
        attribution: 'quoted',
        scoreable: true,
      })
      expect((await of({ directness: 'paraphrase', quote: 'will be over' })).prediction).toMatchObject({
        scoreable: false,
        unscoredReason: expect.stringMatching(/paraphrase/),
      })
    }))

  it.each([
    ['words that do not stand there', { quote: 'The mill will shut.' }, 'invalid-input'],
    ['a paraphrase of its own voice', { directness: 'paraphrase' as const }, 'invalid-input'],
    ['a question that is not there', { questionId: 'qst_00000000000000000000000000' }, 'not-found'],
  ])('refuses %s', (_, rest, code) =>
    inWorld(async (world) => {
      const { question, commentaryId } = await twoPieces(world)
      const input = { commentaryId, statement: { ...statement, questionId: question.id, ...rest } }
      await expect(recordStatement(world.at('2026-03-01'), input)).rejects.toMatchObject({ code })
    }),
  )
})
