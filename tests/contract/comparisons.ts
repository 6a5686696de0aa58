import { describe, expect, it } from 'vitest'
import { Comparison, Comparisons } from '../../src/queries/comparing/comparison-schema.ts'
import { type Api, bodyOf, expectProblem, mark } from './api.ts'
import { accept, predictionOn, proposeAndSettle, recordEvent, recordForecasts } from './steps.ts'

const Strict = Comparisons.strict().extend({ comparisons: Comparison.strict().array() })

const settled = async (api: Api): Promise<string> => {
  const { candidates } = await recordForecasts(api, [`mill ${mark()}`])
  const { id } = await accept(api, candidates[0]?.id ?? '')
  await proposeAndSettle(api, id, await recordEvent(api))
  return (await predictionOn(api, id)).authorId
}

/** An author beside others. */
export const comparisonContract = (api: Api): void => {
  describe('comparisons', () => {
    it('are with the others and every baseline unless asked otherwise, and withheld by their rule', async () => {
      const id = await settled(api)
      const path = `/v1/authors/${id}/comparisons?timing=retrospective`
      const all = bodyOf(await api.get(path), 200, Strict)
      expect(all.comparisons.map((one) => one.with)).toEqual([
        'others',
        'baseline:base-rate',
        'baseline:market',
        'baseline:crowd',
        'baseline:status-quo',
      ])
      const rule = 'comparisons with other authors need 100 families; this author has 1'
      for (const one of all.comparisons)
        expect(one).toMatchObject({ common: 0, difference: null, withheld: [{ field: 'comparisons', rule }] })
      const other = await settled(api)
      const one = bodyOf(await api.get(`${path}&with=${other}&with=baseline:market`), 200, Strict)
      expect(one.comparisons).toMatchObject([{ kind: 'author', author: { id: other } }, { baseline: 'market' }])
      expect(bodyOf(await api.get(`${path}&as_of=0`), 200, Strict)).toMatchObject({ n: 0, families: 0 })
    })

    it('refuse who is not there, oneself, and what is no baseline', async () => {
      const id = await settled(api)
      const path = `/v1/authors/${id}/comparisons`
      expectProblem(await api.get('/v1/authors/nobody-at-all/comparisons'), 404, 'not-found', ['id'])
      expectProblem(await api.get(`${path}?with=nobody-at-all`), 404, 'not-found', ['with'])
      expectProblem(await api.get(`${path}?with=${id}`), 422, 'invalid-input', ['with'])
      expectProblem(await api.get(`${path}?with=baseline:tea`), 422, 'invalid-input', ['with'])
    })
  })
}
