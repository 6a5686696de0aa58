import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { Checkpoint } from '../../src/core/ledger/checkpoint.ts'
import { LedgerState } from '../../src/core/ledger/position.ts'
import { Prediction } from '../../src/core/prediction.ts'
import { Change } from '../../src/queries/following/change.ts'
import { type Api, bodyOf, expectProblem, mark, pageOf } from './api.ts'
import { accept, recordForecasts } from './steps.ts'

const ChangePage = z.strictObject({
  items: z.array(z.strictObject(Change.shape)),
  next: z.int(),
  checkpoint: z.strictObject(Checkpoint.shape).nullable(),
})

/** The feed of changes, and feeds for readers. */
export const changesContract = (api: Api): void => {
  const ask = async () => {
    const { candidates } = await recordForecasts(api, [`mill ${mark()}`])
    const { id } = await accept(api, candidates[0]?.id ?? '')
    const said = bodyOf(await api.get(`/v1/predictions?question=${id}`), 200, pageOf(Prediction.loose())).items[0]
    return { questionId: id, authorId: said?.authorId ?? '' }
  }

  describe('changes', () => {
    it('go on from any position, and from where nothing is new', async () => {
      await ask()
      const { position } = bodyOf(await api.get('/v1/ledger'), 200, LedgerState)
      const { items, next } = bodyOf(await api.get(`/v1/changes?after=${Math.max(0, position - 5)}`), 200, ChangePage)
      const from = Math.max(0, position - 5) + 1
      expect(items.map((item) => item.position)).toEqual(items.map((_, at) => from + at))
      expect(next).toBeGreaterThanOrEqual(position)
    })

    it('refuse a position ahead of the ledger, and what names none', async () => {
      expectProblem(await api.get('/v1/changes?after=999999999999'), 404, 'not-sealed', ['after'])
      expectProblem(await api.get('/v1/changes?after=-1'), 422, 'invalid-input', ['after'])
      expectProblem(await api.get('/v1/changes?kind=gossip'), 422, 'invalid-input', ['kind.0'])
      expectProblem(await api.get('/v1/changes?limit=201'), 422, 'invalid-input', ['limit'])
      expectProblem(await api.get('/v1/changes?wait=31'), 422, 'invalid-input', ['wait'])
      expectProblem(await api.get('/v1/changes?author=nobody-at-all'), 404, 'not-found', ['author'])
    })

    it('are of one author, and waited for no longer than is asked, where they are asked for so', async () => {
      const { authorId, questionId } = await ask()
      const { position } = bodyOf(await api.get('/v1/ledger'), 200, LedgerState)
      const asked = `author=${authorId}&question=${questionId}&kind=redaction`
      const answer = await api.get(`/v1/changes?after=${position}&${asked}&wait=1`)
      const { items, next } = bodyOf(answer, 200, ChangePage)
      expect(items).toEqual([])
      expect(next).toBeGreaterThanOrEqual(position)
      const said = bodyOf(await api.get(`/v1/changes?author=${authorId}&kind=prediction&limit=5`), 200, ChangePage)
      for (const { authorIds } of said.items) expect(authorIds).toEqual([authorId])
    })
  })

  describe('feeds for readers', () => {
    it('follow an author', async () => {
      const { authorId } = await ask()
      const atom = await api.get(`/v1/authors/${authorId}/feed.atom`)
      expect(atom.status, atom.text).toBe(200)
      expect(atom.headers.get('content-type')).toMatch(/^application\/atom\+xml\b/)
      expect(atom.text).toContain('<feed xmlns="http://www.w3.org/2005/Atom"')
      const json = await api.get(`/v1/authors/${authorId}/feed.json`)
      const feed = z.looseObject({ version: z.string(), items: z.array(z.looseObject({ id: z.string() })) })
      const { version, items } = feed.parse(JSON.parse(json.text))
      expect([version, items.length]).toEqual(['https://jsonfeed.org/version/1.1', 1])
      const tag = atom.headers.get('etag') ?? ''
      const path = `/v1/authors/${authorId}/feed.atom`
      expect((await api.send(path, null, { headers: { 'if-none-match': tag } })).status).toBe(304)
    })

    it('follow a topic, once there is one', async () => {
      const topic = mark().toLowerCase()
      expectProblem(await api.get(`/v1/topics/${topic}/feed.atom`), 404, 'not-found', ['slug'])
      const { questionId } = await ask()
      await api.post(`/v1/questions/${questionId}/topics`, 'review', { add: [topic], reason: 'it is about that' })
      const json = await api.get(`/v1/topics/${topic}/feed.json`)
      expect(json.status, json.text).toBe(200)
      expect(z.looseObject({ items: z.array(z.unknown()) }).parse(JSON.parse(json.text)).items).toHaveLength(1)
    })
  })
}
