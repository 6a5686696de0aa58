import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { Author } from '../../src/core/author.ts'
import { Prediction, Receipt } from '../../src/core/prediction.ts'
import { Question } from '../../src/core/question.ts'
import { Interval } from '../../src/core/resolution/history.ts'
import { OpenPrediction } from '../../src/queries/open-predictions.ts'
import { Counting } from '../../src/queries/report/counting.ts'
import { type Api, bodyOf, expectProblem, mark, pageOf } from './api.ts'
import { commentaryBody, forecast, RecordedCommentary } from './steps.ts'

const RecordedAuthor = z.strictObject({ author: Author, created: z.boolean() })
const PredictionDetail = Prediction.extend({ counting: Counting })
const History = z.strictObject({ items: z.array(Interval), closesAt: z.string().nullable() })

/** An author, and a question that takes forecasts for longer than any test will run. */
const asked = async (api: Api) => {
  const name = `Forecaster ${mark()}`
  const { author } = bodyOf(await api.post('/v1/authors', 'submit', { name, kind: 'model' }), 201, RecordedAuthor)
  const question = bodyOf(
    await api.post('/v1/questions', 'review', {
      wording: `The mill ${mark()} closes.`,
      windowStart: '2024-01-01',
      windowEnd: '2190-12-31',
      referenceAt: '2190-06-30T00:00:00.000Z',
    }),
    201,
    Question,
  )
  return { author, question, place: { author: author.slug, questionId: question.id } }
}

/** Forecasts over time: stated, reaffirmed, withdrawn, mistaken; receipts; statements recorded by hand. */
export const forecastingContract = (api: Api): void => {
  describe('forecasts over time', () => {
    const act = (body: object) => api.post('/v1/predictions', 'submit', body)

    it('stand until they are restated, withdrawn or a mistake, and are all kept', async () => {
      const { author, question, place } = await asked(api)
      const first = bodyOf(await act({ ...place, probability: 0.3 }), 201, Prediction)
      expect(bodyOf(await act({ ...place, probability: 0.3 }), 200, Prediction).id).toBe(first.id)
      const again = bodyOf(await act({ act: 'reaffirm', ...place }), 201, Prediction)
      expect(again).toMatchObject({ act: 'reaffirm', form: first.form, refersTo: first.id })
      const slip = bodyOf(await act({ ...place, probability: 0.03, rationale: 'a zero too many' }), 201, Prediction)
      const marked = bodyOf(await act({ act: 'mistake', corrects: slip.id }), 201, Prediction)
      expect(marked).toMatchObject({ act: 'mistake', form: null, probability: null, refersTo: slip.id })

      const open = bodyOf(await api.get(`/v1/authors/${author.slug}/open-predictions`), 200, pageOf(OpenPrediction))
      expect(open.items).toMatchObject([
        { prediction: { id: again.id }, closesAt: '2190-06-30T00:00:00.000Z', closesBy: 'reference-time' },
      ])
      const withdrawn = bodyOf(await act({ act: 'withdraw', ...place }), 201, Prediction)
      expect(bodyOf(await act({ act: 'withdraw', ...place }), 200, Prediction).id).toBe(withdrawn.id)
      const history = await api.get(`/v1/questions/${question.id}/history?author=${author.id}`)
      expect(bodyOf(history, 200, History).items.map(({ predictionId, endedBy }) => [predictionId, endedBy])).toEqual([
        [first.id, 'restated'],
        [again.id, 'withdrawn'],
      ])
      const { counting } = bodyOf(await api.get(`/v1/predictions/${slip.id}`), 200, PredictionDetail)
      expect(counting).toEqual({ counts: false, reason: 'it was marked as a mistake' })
      const listed = bodyOf(await api.get(`/v1/predictions?author=${author.id}`), 200, pageOf(Prediction))
      expect(listed.items).toHaveLength(5)
      const later = await api.get(`/v1/authors/${author.slug}/open-predictions`)
      expect(bodyOf(later, 200, pageOf(OpenPrediction)).items).toEqual([])
    })

    it('answer with a receipt, whole only for who recorded them', async () => {
      const { place } = await asked(api)
      const { id, digest } = bodyOf(await act({ ...place, probability: 0.7 }), 201, Prediction)
      const own = bodyOf(await api.get(`/v1/predictions/${id}/receipt`, 'submit'), 200, Receipt)
      expect(own).toMatchObject({ predictionId: id, digest, fact: { fields: { form: 'micro:700000' } } })
      expect(bodyOf(await api.get(`/v1/predictions/${id}/receipt`), 200, Receipt)).toEqual({ ...own, fact: null })
    })

    it('are refused where they cannot follow, or claim a moment of their own', async () => {
      const { place } = await asked(api)
      expectProblem(await act({ act: 'withdraw', ...place }), 409, 'illegal-step')
      expectProblem(await act({ act: 'reaffirm', ...place }), 409, 'illegal-step')
      const none = { act: 'mistake', corrects: 'prd_00000000000000000000000000' }
      expectProblem(await act(none), 404, 'not-found', ['corrects'])
      const past = { ...place, probability: 0.4, said: '2025-01-01T00:00:00.000Z' }
      expectProblem(await act(past), 422, 'invalid-input', ['body'])
      const expired = { ...place, probability: 0.4, expiresAt: '2025-01-01T00:00:00.000Z' }
      expectProblem(await act(expired), 422, 'invalid-input', ['expiresAt'])
    })

    it('of the past come with their commentary, letter by letter', async () => {
      const { question } = await asked(api)
      const { text, ...piece } = commentaryBody(`${forecast(`mill ${mark()}`)} We are certain of it.`)
      const recorded = await api.post('/v1/commentaries', 'submit', { text, ...piece })
      const { commentary } = bodyOf(recorded, 201, RecordedCommentary)
      const path = `/v1/commentaries/${commentary.id}/statements`
      const body = {
        questionId: question.id,
        quote: 'We are certain of it.',
        phrase: 'certainly',
        reason: 'of the mill',
      }
      const prediction = bodyOf(await api.post(path, 'review', body), 201, Prediction)
      expect(prediction).toMatchObject({ said: commentary.published, origin: 'commentary', form: 'phrase:certainly:+' })
      expect(bodyOf(await api.post(path, 'review', body), 200, Prediction).id).toBe(prediction.id)
      expectProblem(await api.post(path, 'review', { ...body, quote: 'We are sure.' }), 422, 'invalid-input', ['quote'])
      expectProblem(await api.post(path, 'review', { ...body, phrase: 'surely?' }), 422, 'invalid-input', ['phrase'])
      expectProblem(await api.post(path, 'review', { ...body, phrase: 'likely' }), 422, 'invalid-input', ['phrase'])
      expectProblem(await api.post(path, 'review', { ...body, reason: '' }), 422, 'invalid-input', ['reason'])
      expectProblem(await api.post(path, 'submit', body), 403, 'forbidden')
    })
  })
}
