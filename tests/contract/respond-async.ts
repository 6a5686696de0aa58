import { describe, expect, it, vi } from 'vitest'
import { DeferredRequest } from '../../src/core/deferred-request.ts'
import type { Question } from '../../src/core/question.ts'
import { type Answer, type Api, bodyOf, expectProblem, mark } from './api.ts'
import { enter, FROM_HERE } from './signing-in.ts'
import {
  accept,
  commentaryBody,
  forecast,
  foundNothing,
  RecordedCommentary,
  Resolved,
  recordForecasts,
} from './steps.ts'

type By = 'submit' | 'resolve' | 'admin'

export const ASYNC = { 'content-type': 'application/json', prefer: 'respond-async' }

/** Sends a request that is to be done later. */
export const sendAsync = (
  api: Api,
  path: string,
  by: By | null,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> =>
  api.send(path, by, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { ...ASYNC, ...headers },
  })

/** What has become of a request, once it has ended. Where no queue does it, the job of each minute does. */
export const untilEnded = async (api: Api, sent: Answer): Promise<DeferredRequest> => {
  const { id } = bodyOf(sent, 202, DeferredRequest.strict())
  expect(sent.headers.get('location')).toBe(`/v1/deferred-requests/${id}`)
  expect(sent.headers.get('preference-applied')).toBe('respond-async')
  let looked = 0
  return vi.waitFor(
    async () => {
      const seen = bodyOf(await api.get(`/v1/deferred-requests/${id}`, 'admin'), 200, DeferredRequest.strict())
      looked += 1
      if (seen.state === 'waiting' && looked % 40 === 0) await api.seal()
      expect(seen.state).not.toBe('waiting')
      return seen
    },
    { timeout: 120_000, interval: 50 },
  )
}

const openQuestion = async (api: Api): Promise<Question> => {
  const { candidates } = await recordForecasts(api, [`mill ${mark()}`])
  return accept(api, candidates[0]?.id ?? '')
}
const settling = (questionId: string) => ({
  step: 'settle',
  questionId,
  outcome: 'no',
  evidence: [foundNothing],
  reason: 'nobody found a closure',
})

/** Requests whose clients do not wait for the answer. */
export const respondAsyncContract = (api: Api): void => {
  describe('a request with Prefer: respond-async', () => {
    it('is done later, and its answer is what it would have been', async () => {
      const piece = commentaryBody(forecast(`mill ${mark()}`))
      const { state, answer } = await untilEnded(api, await sendAsync(api, '/v1/commentaries', 'submit', piece))
      expect([state, answer?.status]).toEqual(['answered', 201])
      const { commentary, candidates } = RecordedCommentary.parse(answer?.body)
      expect(candidates).toBe(1)
      const again = bodyOf(await api.post('/v1/commentaries', 'submit', piece), 200, RecordedCommentary)
      expect(again.commentary).toEqual(commentary)
    })

    it('settles a question', async () => {
      const { id } = await openQuestion(api)
      const { answer } = await untilEnded(api, await sendAsync(api, '/v1/resolutions', 'resolve', settling(id)))
      expect(answer?.status, JSON.stringify(answer)).toBe(201)
      expect(Resolved.parse(answer?.body).question).toMatchObject({ id, status: 'resolved', outcome: 'no' })
      expect(JSON.parse((await api.get(`/v1/questions/${id}`)).text)).toMatchObject({ status: 'resolved' })
    })

    it('hangs on the tag that it came with, when its turn comes', async () => {
      const { id } = await openQuestion(api)
      const stale = (await api.get(`/v1/questions/${id}`)).headers.get('etag') ?? ''
      await api.post(`/v1/questions/${id}/topics`, 'review', { add: ['mills'], reason: 'it is about that' })
      const sent = await sendAsync(api, '/v1/resolutions', 'resolve', settling(id), { 'if-match': stale })
      const { answer } = await untilEnded(api, sent)
      expect(answer).toMatchObject({ status: 412, body: { code: 'precondition-failed' } })
    })

    it('is answered with a problem where its input is wrong', async () => {
      const missing = `qst_${'0'.repeat(26)}`
      const { state, answer } = await untilEnded(
        api,
        await sendAsync(api, '/v1/resolutions', 'resolve', settling(missing)),
      )
      expect(state).toBe('answered')
      expect(answer).toMatchObject({
        status: 404,
        headers: { 'content-type': 'application/problem+json' },
        body: { code: 'not-found' },
      })
    })

    it('is refused at once by its scope and its schema', async () => {
      expectProblem(await sendAsync(api, '/v1/resolutions', 'submit', settling('x')), 403, 'forbidden')
      expectProblem(await sendAsync(api, '/v1/resolutions', null, settling('x')), 401, 'unauthenticated')
      const wrong = await sendAsync(api, '/v1/resolutions', 'resolve', settling('x'))
      expectProblem(wrong, 422, 'invalid-input', ['questionId'])
    })

    it('is written down once under an Idempotency-Key', async () => {
      const piece = commentaryBody(forecast(`mill ${mark()}`))
      const key = { 'idempotency-key': mark() }
      const [first, again] = [
        await sendAsync(api, '/v1/commentaries', 'submit', piece, key),
        await sendAsync(api, '/v1/commentaries', 'submit', piece, key),
      ]
      expect([again?.status, again?.text]).toEqual([202, first?.text])
      for (const name of ['location', 'preference-applied'])
        expect(again?.headers.get(name)).toBe(first?.headers.get(name))
      expect(again?.headers.get('idempotent-replayed')).toBe('true')
      if (first) expect((await untilEnded(api, first)).answer?.status).toBe(201)
    })

    it('may be sent by who is signed in, and is done in their name', async () => {
      const { cookie } = await enter(api, ['submit'])
      const piece = commentaryBody(forecast(`mill ${mark()}`))
      const sent = await sendAsync(api, '/v1/commentaries', null, piece, { cookie, ...FROM_HERE })
      expect((await untilEnded(api, sent)).answer?.status).toBe(201)
      const path = sent.headers.get('location') ?? ''
      expect((await api.send(path, null, { headers: { cookie } })).status).toBe(200)
      expectProblem(await api.get(path, 'submit'), 404, 'not-found', ['id'])
      expectProblem(await api.get(path), 401, 'unauthenticated')
    })
  })
}
