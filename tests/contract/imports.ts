import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { Prediction } from '../../src/core/prediction.ts'
import { Collection } from '../../src/core/source.ts'
import { type Api, bodyOf, expectProblem, mark, pageOf } from './api.ts'
import { ndjson, shortly } from './batches.ts'

const Opened = z.object({
  import: z.object({ id: z.string(), name: z.string() }),
  collection: Collection,
  created: z.boolean(),
})
const Detail = z.looseObject({
  status: z.string(),
  outcome: z.string().nullable(),
  version: z.looseObject({ criteriaFixedAt: z.string(), criteriaSource: z.string(), referenceAt: z.string() }),
})

const NDJSON = 'application/x-ndjson'

const forecastOn = (question: string, more: object = {}) => ({
  question,
  forecast: `${question}-1`,
  wording: `The mill of ${question} closes.`,
  url: 'https://forecasts.example/q/1',
  askedAt: '2024-01-10T08:00:00.000Z',
  windowEnd: '2024-12-31',
  author: `Ada ${question}`,
  probability: 0.8,
  said: '2024-02-01T09:00:00.000Z',
  ...more,
})

/** Forecasts that were made elsewhere. */
export const importContract = (api: Api): void => {
  const about = (name: string) => ({ name, source: 'Elsewhere', licence: 'CC BY 4.0', note: 'Read by a test.' })
  const open = async (name = `Import ${mark()}`) =>
    bodyOf(await api.post('/v1/imports', 'admin', about(name)), 201, Opened)
  const send = async (id: string, what: 'forecasts' | 'outcomes', items: readonly unknown[]) =>
    shortly(await api.sendRaw(`/v1/imports/${id}/${what}/batch`, 'admin', ndjson(items), NDJSON))

  describe('imports', () => {
    it('open once, by their name', async () => {
      const { import: made, collection } = await open()
      expect(collection.name).toBe(made.name)
      const again = bodyOf(await api.post('/v1/imports', 'admin', about(made.name)), 200, Opened)
      expect(again).toMatchObject({ created: false, import: { id: made.id }, collection: { id: collection.id } })
      const other = await api.post('/v1/imports', 'admin', { ...about(made.name), source: 'Another' })
      expectProblem(other, 409, 'already-exists', ['name'])
    })

    it('record each forecast once, dated and marked, and refuse by the line', async () => {
      const { import: made, collection } = await open()
      const name = mark()
      const items = [
        forecastOn(name),
        forecastOn(name, { forecast: 'second', probability: 0.9, said: '2024-03-01' }),
        forecastOn(name, { forecast: 'third', wording: 'Another proposition.' }),
        forecastOn(`${name}-late`, { windowEnd: '2023-12-31' }),
        forecastOn(name, { forecast: 'fourth', said: '2090-01-01' }),
        forecastOn(name, { forecast: 'fifth', probability: 8 }),
      ]
      const first = await send(made.id, 'forecasts', items)
      expect(first.items).toEqual([
        '1 recorded',
        '2 recorded',
        '3 refused conflict question',
        '4 refused invalid-input windowEnd',
        '5 refused invalid-input said',
        '6 refused invalid-input probability',
      ])
      const again = await send(made.id, 'forecasts', items.slice(0, 2))
      expect(again.end).toMatchObject({ done: true, recorded: 0, standing: 2, refused: 0 })
      const listed = await api.get(`/v1/predictions?collection=${collection.slug}`)
      const predictions = bodyOf(listed, 200, pageOf(Prediction)).items
      expect(predictions.map(({ origin, probability, said }) => [origin, probability, said.latest])).toEqual([
        ['imported', 0.9, '2024-03-01T23:59:59.999Z'],
        ['imported', 0.8, '2024-02-01T09:00:00.000Z'],
      ])
      const question = bodyOf(await api.get(`/v1/questions/${predictions[0]?.questionId}`), 200, Detail)
      expect(question.version).toMatchObject({
        criteriaFixedAt: '2024-01-10T08:00:00.000Z',
        criteriaSource: 'Elsewhere, https://forecasts.example/q/1',
        referenceAt: '2024-12-31T23:59:59.999Z',
      })
    })

    it('settle by what the source resolved, once, and score what stood before', async () => {
      const { import: made, collection } = await open()
      const [yes, no, annulled] = [mark(), mark(), mark()]
      const late = forecastOn(yes, { forecast: 'late', probability: 1, said: '2024-07-02' })
      await send(made.id, 'forecasts', [...[yes, no, annulled].map((name) => forecastOn(name)), late])
      const outcomes = [
        { question: yes, outcome: 'yes', resolvedAt: '2024-07-01T12:00:00.000Z' },
        { question: no, outcome: 'no', resolvedAt: '2025-02-01T12:00:00.000Z' },
        { question: annulled, outcome: 'void', resolvedAt: '2025-02-01T12:00:00.000Z' },
        { question: 'none', outcome: 'yes', resolvedAt: '2025-02-01T12:00:00.000Z' },
      ]
      expect((await send(made.id, 'outcomes', outcomes)).items.map((line) => line.replace(/ not-found/, ''))).toEqual([
        '1 recorded',
        '2 recorded',
        '3 recorded',
        '4 refused question',
      ])
      const again = await send(made.id, 'outcomes', [...outcomes.slice(0, 3), { ...outcomes[0], outcome: 'no' }])
      expect(again.items).toEqual(['1 standing', '2 standing', '3 standing', '4 refused illegal-step'])
      const listed = await api.get(`/v1/predictions?collection=${collection.slug}&author=ada-${yes.toLowerCase()}`)
      const [after, before] = bodyOf(listed, 200, pageOf(Prediction)).items
      const counting = async (id: string | undefined) =>
        bodyOf(
          await api.get(`/v1/predictions/${id}`),
          200,
          z.looseObject({ counting: z.looseObject({ counts: z.boolean() }) }),
        ).counting
      expect((await counting(before?.id)).counts).toBe(true)
      expect((await counting(after?.id)).counts, 'said after it was resolved').toBe(false)
    })

    it('count what is added after its question was settled', async () => {
      const { import: made } = await open()
      const name = mark()
      await send(made.id, 'forecasts', [forecastOn(name)])
      await send(made.id, 'outcomes', [{ question: name, outcome: 'yes', resolvedAt: '2024-07-01T12:00:00.000Z' }])
      const author = `Late ${name}`
      await send(made.id, 'forecasts', [forecastOn(name, { forecast: 'added', author })])
      const report = await api.get(`/v1/authors/late-${name.toLowerCase()}/calibration?timing=prospective`)
      expect(bodyOf(report, 200, z.looseObject({ n: z.int() })).n).toBe(1)
    })
  })
}
