import { describe, expect, it } from 'vitest'
import { recordAuthor } from '../../../src/actions/predicting/record-author.ts'
import { submitPrediction } from '../../../src/actions/predicting/submit-prediction.ts'
import { closeQuestion } from '../../../src/actions/questions/append-resolution.ts'
import { createQuestion } from '../../../src/actions/questions/create-question.ts'
import { sealFacts } from '../../../src/actions/seal-facts.ts'
import { factDigest } from '../../../src/core/ledger/digest.ts'
import { openPredictions } from '../../../src/queries/open-predictions.ts'
import { receiptOf } from '../../../src/queries/receipt.ts'
import { countingOf } from '../../../src/queries/report/counting.ts'
import { predictionsOn } from '../../../src/storage/predictions.ts'
import { day, instant, inWorld, REVIEWER, type World } from '../../support/embedded.ts'
import { expectExact, standingItems } from '../exact.ts'
import { accepted, settleNo, settleYes, voidIt } from '../story.ts'

const asked = async (world: World, rest: { referenceAt?: string; windowEnd?: string | null } = {}) => {
  const { referenceAt = '2026-02-15T12:00:00.000Z', windowEnd = '2026-03-31' } = rest
  const { author } = await recordAuthor(world.at('2026-01-01'), { name: 'Ada', kind: 'person' })
  const { question } = await createQuestion(world.at('2026-01-01'), {
    wording: 'It rains.',
    windowStart: day('2026-01-01'),
    windowEnd: windowEnd === null ? null : day(windowEnd),
    ...(referenceAt === 'none' ? {} : { referenceAt: instant(referenceAt) }),
  })
  const say = async (probability: number, when: string, who = author.slug) => {
    const submitted = { questionId: question.id, author: who, probability }
    return (await submitPrediction(world.at(when), submitted)).prediction
  }
  return { author, question, say }
}

describe('submitPrediction', () => {
  it('says once what is sent twice, and is for who registered the author', () =>
    inWorld(async (world) => {
      const { question, say } = await asked(world)
      const first = await say(0.3, '2026-02-01')
      expect((await say(0.3, '2026-02-01')).id).toBe(first.id)
      const submitted = { questionId: question.id, author: 'ada', probability: 0.9 }
      const other = world.at('2026-02-02', { name: 'another key', scopes: ['submit'] })
      await expect(submitPrediction(other, submitted)).rejects.toMatchObject({ code: 'forbidden' })
    }))

  it('records what an author says now, by id or slug', () =>
    inWorld(async (world) => {
      const { author, question, say } = await asked(world)
      const prediction = await say(0.68904001, '2026-02-01T09:00:00.123Z')
      expect(prediction).toMatchObject({
        authorId: author.id,
        questionId: question.id,
        form: 'micro:689040',
        said: { earliest: '2026-02-01T09:00:00.123Z', latest: '2026-02-01T09:00:00.123Z' },
        origin: 'submitted',
        attribution: 'own',
        scoreable: true,
      })
      expect((await say(0, '2026-02-02', author.id)).form).toBe('micro:0')
    }))

  it('scores the one that stood at the reference time', () =>
    inWorld(async (world) => {
      const { question, say } = await asked(world, { referenceAt: '2026-02-15T12:00:00.000Z' })
      await say(0.2, '2026-02-01')
      const standing = await say(0.4, '2026-02-15T12:00:00.000Z')
      await settleNo(world, { question: question.id, now: '2026-04-01' })
      expect(await standingItems(world)).toMatchObject([
        { predictionId: standing.id, form: 'micro:400000', hit: false },
      ])
      await expectExact(world)
    }))

  it('scores what stood before an event that came before the reference time', () =>
    inWorld(async (world) => {
      const { question, say } = await asked(world)
      const before = await say(0.2, '2026-02-01')
      await say(0.99, '2026-02-12')
      await settleYes(world, { question: question.id, now: '2026-02-20', on: '2026-02-10' })
      expect(await standingItems(world)).toMatchObject([{ predictionId: before.id, form: 'micro:200000', hit: true }])
    }))

  it('gives way to a statement of the same author in commentary', () =>
    inWorld(async (world) => {
      const { question, say } = await asked(world)
      await say(0.2, '2026-02-01')
      const { prediction } = await accepted(world, {
        on: '2026-02-20',
        quote: 'Rain is likely.',
        end: '2026-03-31',
        review: { questionId: question.id },
      })
      await settleNo(world, { question: question.id, now: '2026-04-01' })
      expect(await standingItems(world)).toMatchObject([{ predictionId: prediction.id, origin: 'commentary' }])
    }))

  it.each([
    ['after the reference time', {}, '2026-02-15T12:00:00.001Z', /until 2026-02-15/],
    [
      'after the window',
      { referenceAt: '2026-03-31T23:59:59.999Z' },
      '2026-04-01T00:00:00.000Z',
      /ended on 2026-03-31/,
    ],
    ['on a question without a reference time', { referenceAt: 'none' }, '2026-02-01', /takes no submitted forecasts/],
  ])('is refused %s', (_, rest, when, message) =>
    inWorld(async (world) => {
      const { question, say } = await asked(world, rest)
      await expect(say(0.5, when)).rejects.toMatchObject({
        code: 'illegal-step',
        message: expect.stringMatching(message),
      })
      expect(await predictionsOn(world.tx, question.id)).toEqual([])
    }),
  )

  it('is taken in the last millisecond of the window', () =>
    inWorld(async (world) => {
      const { say } = await asked(world, { referenceAt: '2026-03-31T23:59:59.999Z' })
      expect((await say(0.5, '2026-03-31T23:59:59.999Z')).form).toBe('micro:500000')
    }))

  it.each([
    [
      'due',
      async (world: World, id: string) =>
        closeQuestion(world.at('2026-04-01'), { questionId: id, asOf: day('2026-04-01') }),
    ],
    [
      'resolved',
      async (world: World, id: string) => settleYes(world, { question: id, now: '2026-01-20', on: '2026-01-15' }),
    ],
    ['void', async (world: World, id: string) => voidIt(world, { question: id, now: '2026-01-20' })],
  ] as const)('is refused when the question is %s', (status, end) =>
    inWorld(async (world) => {
      const { question, say } = await asked(world)
      await end(world, question.id)
      await expect(say(0.5, '2026-02-01')).rejects.toMatchObject({
        code: 'illegal-step',
        message: expect.stringContaining(status),
      })
    }),
  )

  it('is refused for an author or a question that is not there', () =>
    inWorld(async (world) => {
      const { author, say } = await asked(world)
      await expect(say(0.5, '2026-02-01', 'nobody')).rejects.toMatchObject({
        code: 'not-found',
        fields: [{ field: 'author' }],
      })
      const elsewhere = { questionId: world.newId('question'), author: author.id, probability: 0.5 }
      await expect(submitPrediction(world.at('2026-02-01'), elsewhere)).rejects.toMatchObject({
        code: 'not-found',
        fields: [{ field: 'questionId' }],
      })
    }))
})

describe('acts over time', () => {
  const act = async (world: World, when: string, input: Parameters<typeof submitPrediction>[1]) =>
    submitPrediction(world.at(when), input)

  it('counts nothing that was withdrawn before the reference time, and says why', () =>
    inWorld(async (world) => {
      const { question, author, say } = await asked(world)
      const first = await say(0.2, '2026-02-01')
      const place = { questionId: question.id, author: author.slug }
      const withdrawn = await act(world, '2026-02-03', { act: 'withdraw', ...place })
      expect(withdrawn).toMatchObject({
        created: true,
        prediction: { form: null, refersTo: first.id, scoreable: false },
      })
      const again = await act(world, '2026-02-04', { act: 'withdraw', ...place })
      expect(again).toMatchObject({ created: false, prediction: { id: withdrawn.prediction.id } })
      expect(await countingOf(world.tx, first)).toMatchObject({
        counts: false,
        reason: expect.stringContaining('withdrawn'),
      })
      await settleNo(world, { question: question.id, now: '2026-04-01' })
      expect(await standingItems(world)).toEqual([])
      await expectExact(world)
    }))

  it('takes back a slip within ten minutes, and leaves it visible', () =>
    inWorld(async (world) => {
      const { question, say } = await asked(world)
      const first = await say(0.2, '2026-02-01')
      const slip = await say(0.02, '2026-02-02T09:00:00.000Z')
      const marked = await act(world, '2026-02-02T09:10:00.000Z', { act: 'mistake', corrects: slip.id })
      expect(marked.prediction).toMatchObject({ act: 'mistake', refersTo: slip.id })
      const late = act(world, '2026-02-02T09:10:00.001Z', { act: 'mistake', corrects: first.id })
      await expect(late).rejects.toMatchObject({ code: 'illegal-step' })
      expect((await predictionsOn(world.tx, question.id)).map(({ id }) => id)).toContain(slip.id)
      expect(await countingOf(world.tx, slip)).toEqual({ counts: false, reason: 'it was marked as a mistake' })
      await settleNo(world, { question: question.id, now: '2026-04-01' })
      expect(await standingItems(world)).toMatchObject([{ predictionId: first.id, form: 'micro:200000' }])
    }))

  it('lets a forecast expire', () =>
    inWorld(async (world) => {
      const { question, author } = await asked(world)
      const place = { questionId: question.id, author: author.slug }
      const until = instant('2026-02-10T00:00:00.000Z')
      await act(world, '2026-02-01', { ...place, probability: 0.4, expiresAt: until })
      const reaffirmed = act(world, '2026-02-11', { act: 'reaffirm', ...place })
      await expect(reaffirmed).rejects.toMatchObject({ code: 'illegal-step' })
      const page = { limit: 10, cursor: null }
      const at = (when: string) => openPredictions(world.tx, { authorId: author.id, now: instant(when) }, page)
      expect((await at('2026-02-09T00:00:00.000Z')).items).toMatchObject([{ closesAt: until, closesBy: 'expiry' }])
      expect((await at('2026-02-10T00:00:00.000Z')).items).toEqual([])
      await settleNo(world, { question: question.id, now: '2026-04-01' })
      expect(await standingItems(world)).toEqual([])
    }))

  it('does not count what was said after the event was reported, though dated later', () =>
    inWorld(async (world) => {
      const { question, say } = await asked(world)
      const before = await say(0.2, '2026-02-01')
      const after = await say(0.9, '2026-02-12')
      await settleYes(world, { question: question.id, now: '2026-02-20', on: '2026-02-10' })
      expect(await countingOf(world.tx, before)).toEqual({ counts: true, reason: null })
      expect((await countingOf(world.tx, after)).reason).toMatch(/had happened or been reported/)
    }))

  it('gives a receipt from which its recorder can recompute the digest, and nobody else', () =>
    inWorld(async (world) => {
      const { say } = await asked(world)
      const prediction = await say(0.25, '2026-02-01')
      const own = await receiptOf(world.tx, prediction.id, REVIEWER)
      expect(own).toMatchObject({ digest: prediction.digest, recordedAt: prediction.recordedAt })
      const { kind, fields, salts } = own?.fact ?? { kind: '', fields: {}, salts: {} }
      expect(fields).toMatchObject({ id: prediction.id, form: 'micro:250000' })
      expect(await factDigest(kind, fields, salts)).toBe(prediction.digest)
      expect(await factDigest(kind, { ...fields, form: 'micro:250001' }, salts)).not.toBe(prediction.digest)
      const other = { name: 'another key', scopes: ['submit' as const] }
      expect((await receiptOf(world.tx, prediction.id, other))?.fact).toBeNull()
      expect(await receiptOf(world.tx, prediction.id, null)).toMatchObject({ fact: null, sealedPosition: null })
      await sealFacts(world.at('2026-02-01'), { limit: 100 })
      expect((await receiptOf(world.tx, prediction.id, null))?.sealedPosition).toBeGreaterThan(0)
    }))
})
