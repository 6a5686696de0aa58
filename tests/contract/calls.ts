import { describe, expect, it } from 'vitest'
import { Call, CallPage } from '../../src/queries/report/calls.ts'
import { type Api, bodyOf, expectProblem, mark } from './api.ts'
import { accept, predictionOn, proposeAndSettle, recordEvent, recordForecasts } from './steps.ts'

const Strict = CallPage.strict().extend({ items: Call.strict().array() })

/** The calls of an author one by one. */
export const callContract = (api: Api): void => {
  describe('calls', () => {
    it('are listed from one on, with what was said, what it cost and where the outcome can be read', async () => {
      const { candidates, commentary } = await recordForecasts(api, [`mill ${mark()}`])
      const question = await accept(api, candidates[0]?.id ?? '')
      await proposeAndSettle(api, question.id, await recordEvent(api))
      const { authorId, id, probability, quote } = await predictionOn(api, question.id)
      const path = `/v1/authors/${authorId}/calls?timing=retrospective`
      const page = bodyOf(await api.get(path), 200, Strict)
      expect(page).toMatchObject({ order: 'worst', n: 1, next: null, withheld: [] })
      const loss = (1 - (probability ?? 0)) ** 2
      expect(page.items).toMatchObject([
        {
          predictionId: id,
          quote,
          probability,
          outcome: 'yes',
          loss: expect.closeTo(loss, 12),
          commentary: { id: commentary.id },
          question: { id: question.id },
          resolution: { sources: [{ kind: 'report', deciding: true, url: 'https://example.org/report' }] },
        },
      ])
      expect((await api.get(page.items[0]?.resolution.log ?? '')).status).toBe(200)
      const then = bodyOf(await api.get(`${path}&as_of=0`), 200, Strict)
      expect(then).toMatchObject({
        n: 0,
        items: [],
        withheld: [{ field: 'calls', rule: 'a list of calls needs 1 family; this author has 0' }],
      })
    })

    it('refuse an order, a cursor or an author that is not known', async () => {
      const { candidates } = await recordForecasts(api, [`mill ${mark()}`])
      const { id } = await accept(api, candidates[0]?.id ?? '')
      const { authorId } = await predictionOn(api, id)
      const path = `/v1/authors/${authorId}/calls`
      expectProblem(await api.get(`${path}?order=middling`), 422, 'invalid-input', ['order'])
      expectProblem(await api.get('/v1/authors/nobody-at-all/calls'), 404, 'not-found', ['id'])
    })
  })
}
