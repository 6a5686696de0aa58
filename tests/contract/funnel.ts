import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { Funnel } from '../../src/core/funnel.ts'
import { FrameCoverage } from '../../src/core/source.ts'
import { type Api, bodyOf, expectProblem, mark } from './api.ts'
import { accept, predictionOn, proposeAndSettle, recordCollection, recordEvent, recordForecasts } from './steps.ts'

/** From texts to scores, for an author and for a collection. */
export const funnelContract = (api: Api): void => {
  describe('the funnel', () => {
    it('counts what an author and a collection have at each stage, without a key', async () => {
      const { slug: collection } = await recordCollection(api)
      const { candidates } = await recordForecasts(api, [`mill ${mark()}`, `bank ${mark()}`], { collection })
      const { id } = await accept(api, candidates[0]?.id ?? '')
      await proposeAndSettle(api, id, await recordEvent(api))
      const { authorId } = await predictionOn(api, id)
      const own = bodyOf(await api.get(`/v1/authors/${authorId}/funnel`), 200, Funnel)
      expect(own).toMatchObject({
        commentaries: 1,
        candidates: { all: 2, pending: 1, accepted: 1 },
        predictions: { all: 1, commentary: 1 },
        questions: { yes: 1 },
        scoring: { scored: 1 },
        counted: { headline: 1 },
      })
      const papers = Funnel.extend({ outlets: z.array(FrameCoverage) })
      expect(bodyOf(await api.get(`/v1/collections/${collection}/funnel`), 200, papers)).toEqual({
        ...own,
        outlets: [],
      })
    })

    it('of nobody is not found', async () => {
      expectProblem(await api.get('/v1/authors/nobody-at-all/funnel'), 404, 'not-found', ['id'])
      expectProblem(await api.get('/v1/collections/nothing/funnel'), 404, 'not-found', ['id'])
    })
  })
}
