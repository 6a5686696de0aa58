import { describe, expect, it } from 'vitest'
import { liveReferences, Reference } from '../../src/queries/comparing/references.ts'
import { CalibrationReport } from '../../src/queries/report/calibration-report.ts'
import { Hedges } from '../../src/queries/report/hedges.ts'
import { type Api, bodyOf, expectProblem, mark } from './api.ts'
import { accept, predictionOn, proposeAndSettle, recordEvent, recordForecasts } from './steps.ts'

const Strict = CalibrationReport.strict().extend({ references: Reference.strict().array(), hedges: Hedges.strict() })
const nowhere = `snp_${'0'.repeat(26)}`

const settled = async (api: Api): Promise<string> => {
  const { candidates } = await recordForecasts(api, [`mill ${mark()}`])
  const { id } = await accept(api, candidates[0]?.id ?? '')
  await proposeAndSettle(api, id, await recordEvent(api))
  return (await predictionOn(api, id)).authorId
}

/** What stands beside the figures of a report. */
export const calibrationContract = (api: Api): void => {
  describe('the calibration report', () => {
    it('names every reference, what each waits for, the hedges, and why nothing is judged', async () => {
      const id = await settled(api)
      const answer = await api.get(`/v1/authors/${id}/calibration?timing=retrospective`)
      const { references, hedges, judged, notJudged, sentences } = bodyOf(answer, 200, Strict)
      expect(references.map(({ reference }) => reference)).toEqual(liveReferences)
      for (const { reference, n, brier, own, difference, withheld } of references) {
        expect(brier).toBe(reference === 'half' ? 0.25 : null)
        expect([own, difference]).toEqual([null, null])
        expect(withheld[0]?.rule).toMatch(
          n > 0 ? /needs 10 families; this author has 1$/ : new RegExp(`^no ${reference} baseline counts`),
        )
      }
      expect(hedges).toMatchObject({ statements: 1, committed: 1, hedged: 0, share: 0, byPhrase: [] })
      expect({ judged, sentences }).toEqual({ judged: null, sentences: [] })
      expect(notJudged).toContain('no report of this author on this board has been kept yet')
    })

    it('refuses a kept board that is not there, or one beside a position', async () => {
      const path = `/v1/authors/${await settled(api)}/calibration`
      expectProblem(await api.get(`${path}?snapshot=${nowhere}`), 404, 'not-found', ['snapshot'])
      expectProblem(await api.get(`${path}?snapshot=qst_1`), 422, 'invalid-input', ['snapshot'])
      expectProblem(await api.get(`${path}?snapshot=${nowhere}&as_of=0`), 422, 'invalid-input', ['as_of'])
    })
  })
}
