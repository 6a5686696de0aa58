import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { recordAuthor } from '../../../src/actions/predicting/record-author.ts'
import { reviewCandidate } from '../../../src/actions/predicting/review-candidate.ts'
import { submitPrediction } from '../../../src/actions/predicting/submit-prediction.ts'
import { addOption } from '../../../src/actions/questions/add-option.ts'
import { createQuestion } from '../../../src/actions/questions/create-question.ts'
import { proposeOutcome } from '../../../src/actions/resolving/propose-outcome.ts'
import { type ResolveQuestion, resolveQuestion } from '../../../src/actions/resolving/resolve-question.ts'
import { categoricalScore } from '../../../src/queries/report/categorical-score.ts'
import { optionsOf } from '../../../src/storage/options.ts'
import { findQuestion } from '../../../src/storage/questions.ts'
import { scoredItems } from '../../../src/storage/tables/scores.ts'
import { day, instant, inWorld, type World } from '../../support/embedded.ts'
import { expectExact } from '../exact.ts'
import { recorded, reportOf } from '../story.ts'

const NOW = '2026-05-01'
const asked = {
  wording: 'Who wins?',
  criteria: 'By the official count.',
  windowStart: day('2026-01-01'),
  windowEnd: day('2026-03-31'),
  referenceAt: instant('2026-03-01T00:00:00.000Z'),
  options: [{ label: 'Ada' }, { label: 'Ben' }, { label: 'somebody else', other: true as const }],
}
/** A question of three options, by their labels. */
const ask = async (world: World) => {
  const { question } = await createQuestion(world.at('2026-01-01'), asked)
  const { author } = await recordAuthor(world.at('2026-01-01'), { name: 'Fox', kind: 'person' })
  const ids = async () => new Map((await optionsOf(world.tx, question.id)).map(({ label, id }) => [label, id]))
  const say = async (shares: Record<string, number>, on = '2026-01-10') => {
    const known = await ids()
    const distribution = Object.entries(shares).map(([label, probability]) => ({
      optionId: known.get(label) ?? world.newId('option'),
      probability,
    }))
    return submitPrediction(world.at(on), { questionId: question.id, author: author.id, distribution })
  }
  const settle = async (label: string, showing = label) => {
    const known = await ids()
    const [report] = await reportOf(world, { title: `${showing} wins`, on: '2026-03-20', now: NOW })
    const outcome = (known.get(label) ?? label) as Extract<ResolveQuestion, { step: 'settle' }>['outcome']
    const evidence = report ? [{ ...report, optionId: known.get(showing) }] : []
    return { questionId: question.id, step: 'settle' as const, outcome, evidence, reason: 'counted', correct: false }
  }
  return { id: question.id, question, ids, say, settle }
}

describe('a question of several options', () => {
  it('has them in their order, and is the same when it is sent again', () =>
    inWorld(async (world) => {
      const { id, question } = await ask(world)
      expect(question.kind).toBe('categorical')
      expect((await optionsOf(world.tx, id)).map(({ label, isOther, position }) => [position, label, isOther])).toEqual(
        [
          [1, 'Ada', false],
          [2, 'Ben', false],
          [3, 'somebody else', true],
        ],
      )
      expect((await createQuestion(world.at('2026-01-02'), asked)).created).toBe(false)
      expect(await optionsOf(world.tx, id)).toHaveLength(3)
    }))

  it.each([
    ['with the same label twice', { options: [{ label: 'Ada' }, { label: 'Ada' }] }, 'options'],
    [
      'with two catch-alls',
      {
        options: [
          { label: 'A', other: true as const },
          { label: 'B', other: true as const },
        ],
      },
      'options',
    ],
    ['without criteria', { criteria: undefined }, 'criteria'],
    ['turned round', { orientation: 'opposite' as const }, 'orientation'],
    ['with rules', { resolvers: [{ kind: 'silence' as const, sourceIds: [], settles: true }] }, 'resolvers'],
  ])('%s is refused', (_, more, field) =>
    inWorld(async (world) => {
      const { criteria, ...rest } = { ...asked, ...more }
      const given = criteria === undefined ? rest : { ...rest, criteria }
      await expect(createQuestion(world.at('2026-01-01'), given)).rejects.toMatchObject({
        code: 'invalid-input',
        fields: [{ field }],
      })
    }),
  )

  it('takes whole distributions, and scores each by what came, without a place in the counts', () =>
    inWorld(async (world) => {
      const { id, say, settle } = await ask(world)
      const { prediction } = await say({ Ada: 0.5, Ben: 0.3, 'somebody else': 0.2 })
      expect((await say({ Ada: 0.5, Ben: 0.3, 'somebody else': 0.2 })).created).toBe(false)
      expect(await categoricalScore(world.tx, prediction)).toBeNull()
      await resolveQuestion(world.at(NOW), await settle('Ada'))
      expect(await findQuestion(world.tx, id)).toMatchObject({ status: 'resolved' })
      expect(await categoricalScore(world.tx, prediction)).toBeCloseTo(0.19, 12)
      expect(await world.tx.select().from(scoredItems)).toEqual([])
      await expectExact(world)
    }))

  it.each<[string, Record<string, number>, string]>([
    ['that leaves one out', { Ada: 0.5, Ben: 0.5 }, 'distribution'],
    ['that sums to less', { Ada: 0.5, Ben: 0.3, 'somebody else': 0.1 }, 'distribution'],
    ['over an option of another question', { Ada: 0.5, Ben: 0.3, 'somebody else': 0.1, Cyd: 0.1 }, 'distribution'],
  ])('refuses a forecast %s', (_, shares, field) =>
    inWorld(async (world) => {
      const { say } = await ask(world)
      await expect(say(shares)).rejects.toMatchObject({ code: 'invalid-input', fields: [{ field }] })
    }),
  )

  it('refuses a bare probability, as a question of yes and no refuses a distribution', () =>
    inWorld(async (world) => {
      const { id } = await ask(world)
      const { question: binary } = await createQuestion(world.at('2026-01-01'), {
        wording: 'Ada wins.',
        windowStart: asked.windowStart,
        windowEnd: asked.windowEnd,
        referenceAt: asked.referenceAt,
      })
      const said = { author: 'fox', probability: 0.5 }
      await expect(submitPrediction(world.at('2026-01-10'), { ...said, questionId: id })).rejects.toMatchObject({
        fields: [{ field: 'distribution' }],
      })
      const distribution = [{ optionId: world.newId('option'), probability: 1 }]
      const wrong = submitPrediction(world.at('2026-01-10'), { author: 'fox', distribution, questionId: binary.id })
      await expect(wrong).rejects.toMatchObject({ fields: [{ field: 'probability' }] })
      const none = submitPrediction(world.at('2026-01-10'), { author: 'fox', questionId: binary.id })
      await expect(none).rejects.toMatchObject({ fields: [{ field: 'probability' }] })
    }))

  it('refuses an outcome outside its options, naming them, and evidence that bears on none', () =>
    inWorld(async (world) => {
      const { id, settle } = await ask(world)
      for (const outcome of ['yes', world.newId('option')]) {
        await expect(resolveQuestion(world.at(NOW), await settle(outcome, 'Ada'))).rejects.toMatchObject({
          code: 'invalid-input',
          remedy: expect.stringContaining('(Ben)'),
          fields: [{ field: 'outcome' }],
        })
      }
      const { step: _, reason: rationale, correct: __, ...given } = await settle('Ada')
      await expect(proposeOutcome(world.at(NOW), { ...given, rationale, outcome: 'no' })).rejects.toMatchObject({
        fields: [{ field: 'outcome' }],
      })
      const bare = given.evidence.map(({ optionId: ___, ...one }) => one)
      await expect(proposeOutcome(world.at(NOW), { ...given, rationale, evidence: bare })).rejects.toMatchObject({
        fields: [{ field: 'evidence.optionId' }],
      })
      await expect(resolveQuestion(world.at(NOW), await settle('Ada', 'Ben'))).rejects.toMatchObject({
        code: 'insufficient-evidence',
      })
      expect((await findQuestion(world.tx, id))?.status).toBe('open')
    }))

  it('is nothing that words could be on', () =>
    inWorld(async (world) => {
      const { id } = await ask(world)
      const { candidate } = await recorded(world, {
        on: '2026-01-05',
        quote: 'Ada will likely win.',
        end: '2026-03-31',
      })
      const joining = reviewCandidate(world.at('2026-01-06'), {
        candidateId: candidate.id,
        review: { decision: 'accept', reason: 'said', questionId: id },
      })
      await expect(joining).rejects.toMatchObject({ code: 'invalid-input', fields: [{ field: 'questionId' }] })
    }))
})

describe('an option that is added', () => {
  const cyd = { label: 'Cyd', reason: 'she entered late' }

  it('is carved out of the catch-all: what was said before gave it that share', () =>
    inWorld(async (world) => {
      const { id, say, settle } = await ask(world)
      const before = await say({ Ada: 0.5, Ben: 0.3, 'somebody else': 0.2 })
      const added = await addOption(world.at('2026-02-01'), { questionId: id, option: cyd })
      expect(added).toMatchObject({ created: true, option: { position: 4, isOther: false, ...cyd } })
      expect(await addOption(world.at('2026-02-02'), { questionId: id, option: cyd })).toEqual({
        ...added,
        created: false,
      })
      const after = await say({ Ada: 0.5, Ben: 0.3, 'somebody else': 0.1, Cyd: 0.1 }, '2026-02-03')
      await resolveQuestion(world.at(NOW), await settle('Cyd'))
      expect(await categoricalScore(world.tx, before.prediction)).toBeCloseTo((0.25 + 0.09 + 0.64) / 2, 12)
      expect(await categoricalScore(world.tx, after.prediction)).toBeCloseTo((0.25 + 0.09 + 0.01 + 0.81) / 2, 12)
      const late = addOption(world.at(NOW), { questionId: id, option: { ...cyd, label: 'Dan' } })
      await expect(late).rejects.toMatchObject({ code: 'illegal-step' })
    }))

  it('has no place where there is no catch-all', () =>
    inWorld(async (world) => {
      const { question } = await createQuestion(world.at('2026-01-01'), {
        ...asked,
        options: [{ label: 'A' }, { label: 'B' }],
      })
      const adding = addOption(world.at('2026-02-01'), { questionId: question.id, option: cyd })
      await expect(adding).rejects.toMatchObject({
        code: 'illegal-step',
        message: expect.stringContaining('catch-all'),
      })
    }))
})

describe('the database', () => {
  it('keeps no distribution that does not sum to a million', () =>
    inWorld(async (world) => {
      const { say } = await ask(world)
      const { prediction } = await say({ Ada: 0.5, Ben: 0.3, 'somebody else': 0.2 })
      const form = prediction.form?.replace('500000', '500001')
      const copying = (said: string | null | undefined) =>
        world.database.transaction((tx) =>
          tx.execute(sql`insert into predictions select (jsonb_populate_record(said,
            jsonb_build_object('id', ${world.newId('prediction')}::text, 'form', ${said}::text))).* from predictions said limit 1`),
        )
      await copying(prediction.form)
      await expect(copying(form)).rejects.toMatchObject({ code: 'invalid-input', fields: [{ field: 'distribution' }] })
    }))
})
