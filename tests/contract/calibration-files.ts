import { describe, expect, it } from 'vitest'
import { Prediction } from '../../src/core/prediction.ts'
import { type Api, bodyOf, expectProblem, mark, pageOf } from './api.ts'
import { accept, recordForecasts } from './steps.ts'

const RULE = 'the reliability curve needs 30 families; this author has 0'

export const calibrationFileContract = (api: Api): void => {
  describe('the curve of a report as a file', () => {
    const author = async (): Promise<string> => {
      const { candidates } = await recordForecasts(api, [`mill ${mark()}`])
      const { id } = await accept(api, candidates[0]?.id ?? '')
      const { items } = bodyOf(await api.get(`/v1/predictions?question=${id}`), 200, pageOf(Prediction))
      return items[0]?.authorId ?? ''
    }

    it('is a picture, which says why it shows no curve', async () => {
      const id = await author()
      const { status, headers, text } = await api.get(`/v1/authors/${id}/calibration.svg?timing=retrospective`)
      expect(status, text).toBe(200)
      expect(headers.get('content-type')).toBe('image/svg+xml; charset=utf-8')
      expect(headers.get('content-disposition')).toMatch(
        /^inline; filename="ada-quill-v[a-z]+-calibration-retrospective-own\.svg"; filename\*=UTF-8''/,
      )
      expect(headers.get('content-security-policy')).toBe("default-src 'none'; style-src 'unsafe-inline'; sandbox")
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('hindcast-withheld')).toBe(RULE)
      expect(text).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" .*<\/svg>$/s)
      expect(text).toContain(`No diagram: ${RULE}.`)
    })

    it('is a table, whose one row says why there is none', async () => {
      const { status, headers, text } = await api.get(`/v1/authors/${await author()}/calibration.csv`)
      expect(status, text).toBe(200)
      expect(headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present')
      expect(headers.get('content-disposition')).toMatch(/-calibration-prospective-own\.csv"/)
      expect(headers.get('hindcast-withheld')).toBe(RULE)
      expect(text).toBe(
        `p,n,hits,observed,recalibrated,band_low,band_high,lowest,highest,withheld\r\n,,,,,,,,,${RULE}\r\n`,
      )
    })

    it.each(['svg', 'csv'])('as %s names its position, and refuses what the report refuses', async (ending) => {
      const path = `/v1/authors/${await author()}/calibration.${ending}`
      const then = await api.get(`${path}?as_of=0`)
      expect([then.status, then.headers.get('hindcast-position')]).toEqual([200, '0'])
      expectProblem(await api.get(`${path}?as_of=999999999999`), 404, 'not-sealed', ['as_of'])
      expectProblem(await api.get(`${path}?timing=soon`), 422, 'invalid-input', ['timing'])
      expectProblem(await api.get(`${path}?collection=col_none`), 404, 'not-found', ['collection'])
      expectProblem(await api.get(`/v1/authors/nobody/calibration.${ending}`), 404, 'not-found', ['id'])
    })

    it('knows three themes', async () => {
      const path = `/v1/authors/${await author()}/calibration.svg`
      const both = 'prefers-color-scheme:dark'
      expect((await api.get(path)).text).toContain(both)
      for (const theme of ['light', 'dark']) expect((await api.get(`${path}?theme=${theme}`)).text).not.toContain(both)
      expectProblem(await api.get(`${path}?theme=sepia`), 422, 'invalid-input', ['theme'])
    })
  })
}
