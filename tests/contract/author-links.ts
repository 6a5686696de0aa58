import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { AuthorLinked } from '../../src/actions/predicting/link-authors.ts'
import { Author } from '../../src/core/author.ts'
import { AuthorLink } from '../../src/core/author-link.ts'
import { Prediction } from '../../src/core/prediction.ts'
import { Change } from '../../src/queries/following/change.ts'
import { type Answer, type Api, bodyOf, expectProblem, mark, pageOf } from './api.ts'
import { accept, calibrationOf, predictionOn, proposeAndSettle, recordEvent, recordForecasts } from './steps.ts'

const Linked = AuthorLinked.strict()
const reason = 'one hand wrote both'
const Found = z.object({ items: z.array(z.object({ kind: z.string(), author: Author.optional() })) })

/** Two records of one author: merged, and split again. */
export const authorLinkContract = (api: Api): void => {
  const merge = (id: string, into: string) => api.post(`/v1/authors/${id}/merge`, 'admin', { into, reason })
  const split = (id: string) => api.post(`/v1/authors/${id}/split`, 'admin', { reason: 'they are namesakes' })
  const ask = (path: string) => api.send(path, null, { redirect: 'manual' })
  /** An author with a forecast that came true. */
  const right = async (): Promise<Author> => {
    const { candidates } = await recordForecasts(api, [`mill ${mark()}`])
    const { id } = await accept(api, candidates[0]?.id ?? '')
    await proposeAndSettle(api, id, await recordEvent(api))
    const { authorId } = await predictionOn(api, id)
    return bodyOf(await api.get(`/v1/authors/${authorId}`), 200, Author)
  }
  const sendsOn = ({ status, headers }: Answer, location: string) => {
    expect([status, headers.get('location'), headers.get('cache-control')]).toEqual([308, location, 'no-cache'])
  }

  describe('records of authors', () => {
    it('count for one author while they are merged, in reports, lists, searches and changes, and for themselves after', async () => {
      const [one, other] = [await right(), await right()]
      const { link, author, moved } = bodyOf(await merge(one.id, other.slug), 201, Linked)
      expect([link.authorId, link.otherId, link.act, author, moved]).toEqual([one.id, other.id, 'merge', other, 1])
      expect(bodyOf(await merge(one.slug, other.id), 200, Linked)).toEqual({ link, author, moved: 0 })

      expect((await calibrationOf(api, other.id)).n).toBe(2)
      for (const named of [one.slug, other.id]) {
        const listed = bodyOf(await api.get(`/v1/predictions?author=${named}`), 200, pageOf(Prediction.loose()))
        expect(listed.items.map(({ authorId }) => authorId).sort()).toEqual([one.id, other.id].sort())
      }
      const found = bodyOf(await api.get(`/v1/search?kind=author&q=${one.slug}`), 200, Found)
      expect(found.items.map((hit) => hit.author?.id)).toEqual([other.id])
      expect(bodyOf(await api.get(`/v1/authors?q=${one.slug}`), 200, pageOf(Author)).items).toEqual([])

      const undone = bodyOf(await split(one.id), 201, Linked)
      expect([undone.link.act, undone.author, undone.moved]).toEqual(['split', one, 1])
      expect([(await calibrationOf(api, one.id)).n, (await calibrationOf(api, other.id)).n]).toEqual([1, 1])
      const history = bodyOf(await api.get(`/v1/author-links?author=${one.id}`), 200, pageOf(AuthorLink.strict()))
      expect(history.items).toEqual([undone.link, link])
    })

    it('are merged and split only while they are as they were read, where the request says so', async () => {
      const [one, other] = [await right(), await right()]
      const tagOf = async (id: string) => (await api.get(`/v1/authors/${id}`)).headers.get('etag') ?? ''
      const holding = (id: string, act: 'merge' | 'split', match: string) =>
        api.send(`/v1/authors/${id}/${act}`, 'admin', {
          method: 'POST',
          body: JSON.stringify(act === 'merge' ? { into: other.slug, reason } : { reason }),
          headers: { 'content-type': 'application/json', 'if-match': match },
        })
      const [apart, alone] = [await tagOf(one.slug), await tagOf(other.id)]
      for (const stale of [alone, '"none"'])
        expectProblem(await holding(one.slug, 'merge', stale), 412, 'precondition-failed')
      bodyOf(await holding(one.slug, 'merge', apart), 201, Linked)
      const joined = await tagOf(other.id)
      expect(joined).not.toBe(alone)
      expectProblem(await holding(one.id, 'split', apart), 412, 'precondition-failed')
      bodyOf(await holding(one.id, 'split', joined), 201, Linked)
      expectProblem(await holding(one.id, 'split', joined), 412, 'precondition-failed')
      bodyOf(await holding(one.id, 'merge', '*'), 201, Linked)
      expect(await tagOf(other.id)).not.toBe(joined)
    })

    it('send on from every address to that of who they count for, with the query, until they are split', async () => {
      const [one, other] = [await right(), await right()]
      bodyOf(await merge(one.id, other.id), 201, Linked)
      const rests = [
        '',
        '/open-predictions?limit=3',
        '/funnel',
        '/calibration?timing=retrospective&voice=own',
        '/calibration.svg?theme=dark',
        '/calibration.csv',
        '/scores',
        '/over-time',
        '/lexicon',
        '/comparisons?with=others',
        '/calls?order=worst',
        '/feed.atom',
        '/feed.json',
      ]
      for (const rest of rests) {
        sendsOn(await ask(`/v1/authors/${one.id}${rest}`), `/v1/authors/${other.id}${rest}`)
        sendsOn(await ask(`/v1/authors/${one.slug}${rest}`), `/v1/authors/${other.slug}${rest}`)
        expect((await ask(`/v1/authors/${other.id}${rest}`)).status, rest).toBe(200)
      }
      sendsOn(await ask(`/authors/${one.slug}?from=afar`), `/authors/${other.slug}?from=afar`)
      bodyOf(await split(one.id), 201, Linked)
      for (const rest of rests) expect((await ask(`/v1/authors/${one.id}${rest}`)).status, rest).toBe(200)
      expect((await ask(`/authors/${one.slug}`)).status).toBe(200)
    })

    it('are merged by admins alone, each into another of its kind that counts for itself', async () => {
      const [one, other, third] = [await right(), await right(), await right()]
      const body = { into: other.id, reason }
      expectProblem(await api.post(`/v1/authors/${one.id}/merge`, 'review', body), 403, 'forbidden')
      expectProblem(await merge(one.id, one.slug), 422, 'invalid-input', ['into'])
      expectProblem(await merge(one.id, mark()), 404, 'not-found', ['into'])
      expectProblem(await merge(mark(), one.id), 404, 'not-found', ['id'])
      expectProblem(await split(one.id), 409, 'illegal-step', ['id'])
      expectProblem(await api.post(`/v1/authors/${one.id}/merge`, 'admin', { into: other.id }), 422, 'invalid-input', [
        'reason',
      ])
      const made = await api.post('/v1/authors', 'submit', { name: mark(), kind: 'model' })
      const model = bodyOf(made, 201, z.object({ author: Author })).author
      expectProblem(await merge(one.id, model.id), 422, 'invalid-input', ['into'])
      bodyOf(await merge(one.id, other.id), 201, Linked)
      expectProblem(await merge(one.id, third.id), 409, 'illegal-step', ['id'])
      expectProblem(await merge(third.id, one.id), 409, 'illegal-step', ['into'])
      expectProblem(await merge(other.id, one.id), 409, 'illegal-step', ['into'])
    })

    it('take no more forecasts while they are merged', async () => {
      const [one, other] = [await right(), await right()]
      bodyOf(await merge(one.id, other.id), 201, Linked)
      const question = await api.post('/v1/questions', 'review', {
        wording: `It thaws, ${mark()}.`,
        windowStart: '2024-01-01',
        windowEnd: '2199-12-31',
        referenceAt: '2199-01-01T00:00:00.000Z',
      })
      const { id: questionId } = bodyOf(question, 201, z.object({ id: z.string() }))
      const forecast = { questionId, author: one.id, probability: 0.4 }
      expectProblem(await api.post('/v1/predictions', 'admin', forecast), 409, 'illegal-step', ['author'])
    })

    it('are merged once under one Idempotency-Key, and told among the changes once sealed', async () => {
      const [one, other] = [await right(), await right()]
      const headers = { 'content-type': 'application/json', 'idempotency-key': mark() }
      const send = () =>
        api.send(`/v1/authors/${one.id}/merge`, 'admin', {
          method: 'POST',
          headers,
          body: JSON.stringify({ into: other.id, reason }),
        })
      const first = await send()
      const again = await send()
      expect([first.status, again.status, again.headers.get('idempotent-replayed')]).toEqual([201, 201, 'true'])
      expect(again.text).toBe(first.text)
      const { link } = bodyOf(first, 201, Linked)
      await api.seal()
      const changes = await api.get(`/v1/changes?author=${one.id}&kind=author-link`)
      const { items } = bodyOf(changes, 200, z.object({ items: z.array(Change) }))
      const told = { id: link.id, action: 'merge', authorIds: [one.id, other.id], data: link }
      expect(items).toMatchObject([{ ...told, resource: `/v1/author-links?author=${one.id}` }])
    })
  })
}
