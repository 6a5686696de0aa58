import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { definitions } from '../../src/core/scoring/report/definitions.ts'
import { Definition } from '../../src/queries/report/definitions.ts'
import { VERSIONS, Versions } from '../../src/queries/report/versions.ts'
import { type Api, bodyOf, expectProblem } from './api.ts'

const List = z.strictObject({ items: z.array(Definition.strict()), versions: Versions.strict() })

/** What each measure is. */
export const definitionContract = (api: Api): void => {
  describe('definitions', () => {
    it('are listed whole, with the versions of the rules', async () => {
      const { items, versions } = bodyOf(await api.get('/v1/definitions'), 200, List)
      expect(items).toEqual(definitions)
      expect(versions).toEqual(VERSIONS)
    })

    it('are shown one by one, and those that are named, in the order of a report', async () => {
      const brier = bodyOf(await api.get('/v1/definitions/brier'), 200, Definition.strict())
      expect(brier).toMatchObject({
        unit: 'squared probability',
        range: [0, 1],
        direction: 'lower',
        minimumFamilies: 10,
      })
      const slope = bodyOf(await api.get('/v1/definitions/slope'), 200, Definition.strict())
      expect(slope).toMatchObject({ direction: 'target', target: 1 })
      const one = bodyOf(await api.get('/v1/definitions?measure=brier'), 200, List)
      expect(one.items).toEqual([brier])
      const two = bodyOf(await api.get('/v1/definitions?measure=slope&measure=brier&measure=slope'), 200, List)
      expect(two.items).toEqual([brier, slope])
    })

    it('are found by the field that a report withholds them by', async () => {
      const { items } = bodyOf(await api.get('/v1/definitions?field=leaning'), 200, List)
      expect(items.map(({ id, field }) => [id, field])).toEqual([
        ['overconfidence', 'leaning'],
        ['claimedConfidence', 'leaning'],
        ['leanRight', 'leaning'],
      ])
      const both = bodyOf(await api.get('/v1/definitions?field=leaning&field=slope&measure=slope'), 200, List)
      expect(both.items.map(({ id }) => id)).toEqual(['slope'])
      expectProblem(await api.get('/v1/definitions?field=charm'), 422, 'invalid-input', ['field.0'])
    })

    it('name what is not there', async () => {
      expectProblem(await api.get('/v1/definitions/charm'), 404, 'not-found', ['id'])
      expectProblem(await api.get('/v1/definitions?measure=brier&measure=charm'), 404, 'not-found', ['measure'])
      expectProblem(await api.get(`/v1/definitions?measure=${'x'.repeat(61)}`), 422, 'invalid-input', ['measure.0'])
    })

    it('are not sent again to who holds them', async () => {
      const first = await api.get('/v1/definitions/brier')
      const tag = first.headers.get('etag') ?? ''
      const again = await api.send('/v1/definitions/brier', null, { headers: { 'if-none-match': `"other", ${tag}` } })
      expect([again.status, again.text]).toEqual([304, ''])
      const other = await api.send('/v1/definitions/slope', null, { headers: { 'if-none-match': tag } })
      expect(other.status).toBe(200)
    })
  })
}
