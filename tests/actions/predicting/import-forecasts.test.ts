import { describe, expect, it } from 'vitest'
import { type ImportForecasts, importForecasts } from '../../../src/actions/predicting/import-forecasts.ts'
import { recordAuthor } from '../../../src/actions/predicting/record-author.ts'
import { recordCollection } from '../../../src/actions/record-collection.ts'
import { Moment } from '../../../src/core/time.ts'
import { heldAgainst } from '../../../src/queries/comparing/held-against.ts'
import { listPredictions, predictionsOn } from '../../../src/storage/predictions.ts'
import { findQuestion, listQuestions } from '../../../src/storage/questions.ts'
import { day, instant, inWorld, type World } from '../../support/embedded.ts'
import { expectExact, standingItems } from '../exact.ts'
import { settleNo } from '../story.ts'

const NOW = '2026-01-01'
const all = { limit: 200, cursor: null }
const said = (at: string) => Moment.parse({ earliest: at, latest: at })

const load = async (world: World, rest: Partial<ImportForecasts> = {}) => {
  const { author: ada } = await recordAuthor(world.at(NOW), { name: 'Ada', kind: 'model' })
  const { author: ben } = await recordAuthor(world.at(NOW), { name: 'Ben', kind: 'model' })
  const frame = { name: 'Races', rule: 'all races', readWhole: true, caveat: null }
  const { collection } = await recordCollection(world.at(NOW), frame)
  const question = (key: string, family: string) => ({
    key,
    family,
    wording: `The red candidate wins ${key}.`,
    criteria: 'As certified.',
    orientation: 'as-worded' as const,
    windowStart: day('2018-11-06'),
    windowEnd: day('2019-01-03'),
    criteriaFixedAt: instant('2018-11-06T00:00:00.000Z'),
    forecasts: [
      { authorId: ada.id, probability: 0.68904001, said: said('2018-11-06T10:00:00.000Z'), key: `${key} ada` },
      { authorId: ben.id, probability: 0.5, said: said('2018-11-05T10:00:00.000Z'), key: `${key} ben` },
    ],
  })
  const input: ImportForecasts = {
    name: 'races of 2018',
    source: 'https://example.org/races.csv',
    licence: 'CC BY 4.0',
    note: 'final forecasts only',
    collectionId: collection.id,
    questions: [question('AK-1', 'AK'), question('AL-1', 'AL'), question('AL-2', 'AL')],
    ...rest,
  }
  return { ada, ben, collection, input, imported: await importForecasts(world.at(NOW), input) }
}

const countOf = async ({ tx }: World) => ({
  predictions: (await listPredictions(tx, { authorIds: null, questionId: null, commentaryId: null }, all)).items.length,
  questions: (await listQuestions(tx, { status: null, authorIds: null, collectionId: null, familyId: null }, all)).items
    .length,
})

describe('importForecasts', () => {
  it('brings the baselines that were published beside the forecasts, dated inside the window', () =>
    inWorld(async (world) => {
      const { input } = await load(world)
      const price = { kind: 'market' as const, probability: 0.6, source: 'the exchange' }
      const withPrice = (at: string) =>
        input.questions.slice(0, 1).map((one) => ({ ...one, baselines: [{ ...price, at: said(at) }] }))
      const again = { ...input, name: 'races again', questions: withPrice('2018-11-06T09:00:00.000Z') }
      const [id] = (await importForecasts(world.at(NOW), again)).questionIds.values()
      const spoken = await predictionsOn(world.tx, id ?? '')
      const held = await Promise.all(spoken.map((one) => heldAgainst(world.tx, one)))
      const market = held.map((kinds) => kinds.find(({ kind }) => kind === 'market')?.baseline?.probability ?? null)
      expect(spoken.map(({ authorName }, at) => [authorName, market[at]])).toEqual([
        ['Ben', null],
        ['Ada', 0.6],
      ])
      const late = { ...input, name: 'races of later', questions: withPrice('2019-01-04T00:00:00.000Z') }
      await expect(importForecasts(world.at(NOW), late)).rejects.toMatchObject({ fields: [{ field: 'at' }] })
    }))

  it('makes each question with its family, version and forecasts, in the collection', () =>
    inWorld(async (world) => {
      const { imported, ada, collection } = await load(world)
      const ids = imported.questionIds
      expect(imported.created).toBe(true)
      expect([...ids.keys()]).toEqual(['AK-1', 'AL-1', 'AL-2'])
      const questions = await Promise.all([...ids.values()].map((id) => findQuestion(world.tx, id)))
      expect(new Set(questions.map((question) => question?.familyId)).size).toBe(2)
      expect(questions[1]?.familyId).toBe(questions[2]?.familyId)
      expect(questions[0]).toMatchObject({
        status: 'open',
        version: {
          criteriaFixedAt: '2018-11-06T00:00:00.000Z',
          criteriaSource: 'https://example.org/races.csv',
          windowSource: 'stated',
          // The instant of the last forecast: each one stands until then.
          referenceAt: '2018-11-06T10:00:00.000Z',
          recordedAt: '2026-01-01T12:00:00.000Z',
        },
      })
      const [, first] = await predictionsOn(world.tx, ids.get('AK-1') ?? '')
      expect(first).toMatchObject({
        authorId: ada.id,
        form: 'micro:689040',
        origin: 'imported',
        said: said('2018-11-06T10:00:00.000Z'),
        recordedAt: '2026-01-01T12:00:00.000Z',
      })
      const filter = { status: null, authorIds: null, collectionId: collection.id, familyId: null }
      expect((await listQuestions(world.tx, filter, all)).items).toHaveLength(3)
    }))

  it('changes nothing the second time', () =>
    inWorld(async (world) => {
      const { input, imported } = await load(world)
      const before = await countOf(world)
      expect(before).toEqual({ predictions: 6, questions: 3 })
      expect(await importForecasts(world.at('2026-02-01'), input)).toEqual({
        created: false,
        questionIds: imported.questionIds,
      })
      expect(await countOf(world)).toEqual(before)
    }))

  it('scores each author by their own forecast', () =>
    inWorld(async (world) => {
      const { imported, ada, ben, collection } = await load(world)
      await settleNo(world, { question: imported.questionIds.get('AK-1') ?? '', now: '2019-02-01' })
      const items = (await standingItems(world)).map(({ authorId, form, timing, dueMonth, sets }) => ({
        authorId,
        form,
        timing,
        dueMonth,
        sets,
      }))
      const place = { timing: 'prospective', dueMonth: '2019-01', sets: ['all', `collection:${collection.id}`] }
      expect(items).toEqual(
        expect.arrayContaining([
          { authorId: ada.id, form: 'micro:689040', ...place },
          { authorId: ben.id, form: 'micro:500000', ...place },
        ]),
      )
      await expectExact(world)
    }))

  it('is all or nothing', () =>
    inWorld(async (world) => {
      const { input } = await load(world)
      const before = await countOf(world)
      const [question, ...others] = input.questions
      if (!question) throw new Error('no question')
      const twice = { ...input, name: 'again', questions: [question, ...others, question] }
      await expect(importForecasts(world.at(NOW), twice)).rejects.toThrow()
      const nowhere = { ...input, name: 'nowhere', collectionId: world.newId('collection') }
      await expect(importForecasts(world.at(NOW), nowhere)).rejects.toMatchObject({ code: 'referenced-thing-missing' })
      expect(await countOf(world)).toEqual(before)
    }))

  it.each([Number.NaN, 1.5, -0.1])('refuses %d for a probability', (probability) =>
    inWorld(async (world) => {
      const { input } = await load(world)
      const questions = input.questions.map((question) => ({
        ...question,
        forecasts: question.forecasts.map((forecast) => ({ ...forecast, probability })),
      }))
      const refused = importForecasts(world.at(NOW), { ...input, name: 'wrong', questions })
      await expect(refused).rejects.toMatchObject({ code: 'invalid-input' })
    }),
  )
})
