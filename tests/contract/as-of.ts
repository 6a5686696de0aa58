import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { Author } from '../../src/core/author.ts'
import { LedgerState } from '../../src/core/ledger/position.ts'
import { Prediction } from '../../src/core/prediction.ts'
import { Question } from '../../src/core/question.ts'
import { type Api, bodyOf, expectProblem, mark, pageOf } from './api.ts'
import { accept, recordForecasts } from './steps.ts'

const lists = ['/v1/questions', '/v1/predictions', '/v1/resolutions', '/v1/events']

export const asOfContract = (api: Api): void => {
  describe('as of a position', () => {
    const ask = async () => {
      const { candidates } = await recordForecasts(api, [`mill ${mark()}`])
      return accept(api, candidates[0]?.id ?? '')
    }

    it.each(lists)('%s shows nothing before the first, and names it', async (path) => {
      await ask()
      const answer = await api.get(`${path}?as_of=0`)
      expect(bodyOf(answer, 200, pageOf(z.unknown()))).toEqual({ items: [], next: null })
      expect(answer.headers.get('hindcast-position')).toBe('0')
    })

    it('one question, one prediction and a report are not there before the first, and are there now', async () => {
      const { id } = await ask()
      const said = bodyOf(await api.get(`/v1/predictions?question=${id}`), 200, pageOf(Prediction)).items[0]
      expectProblem(await api.get(`/v1/questions/${id}?as_of=0`), 404, 'not-found', ['id'])
      expectProblem(await api.get(`/v1/predictions/${said?.id}?as_of=0`), 404, 'not-found', ['id'])
      const report = await api.get(`/v1/authors/${said?.authorId}/calibration?timing=retrospective&as_of=0`)
      const { n, author } = bodyOf(report, 200, z.object({ n: z.int(), author: Author }))
      expect({ n, id: author.id }).toEqual({ n: 0, id: said?.authorId })
      bodyOf(await api.get(`/v1/questions/${id}`), 200, Question)
    })

    it('says how far the ledger is sealed, and refuses what is beyond', async () => {
      const { position } = bodyOf(await api.get('/v1/ledger'), 200, LedgerState)
      expect((await api.get(`/v1/questions?as_of=${position}`)).headers.get('hindcast-position')).toBe(`${position}`)
      expectProblem(await api.get('/v1/questions?as_of=999999999999'), 404, 'not-sealed', ['as_of'])
      expectProblem(await api.get('/v1/questions?as_of=2199-01-01T00:00:00.000Z'), 404, 'not-sealed', ['as_of'])
      const early = await api.get('/v1/questions?as_of=2001-01-01T00:00:00.000Z')
      expect(early.headers.get('hindcast-position')).toBe('0')
    })

    it.each(['yesterday', '-1', '1.5', '2026-01-01', ''])('refuses %j, which names no moment', async (moment) => {
      expectProblem(await api.get(`/v1/questions?as_of=${moment}`), 422, 'invalid-input', ['as_of'])
    })
  })
}
