import { describe, expect, it } from 'vitest'
import type { Scope } from '../../src/core/key.ts'
import { type Api, expectProblem, mark } from './api.ts'
import { commentaryBody, forecast } from './steps.ts'

const ULID = '01kb0000000000000000000000'
const event = { title: 'It closed', happened: '2024-09-18' }
const prediction = { questionId: `qst_${ULID}`, author: 'nobody', probability: 0.5 }
const question = { wording: 'The mill closes.', windowStart: '2024-01-01', windowEnd: '2024-12-31' }

const keyContract = (api: Api): void => {
  it('answers 401 without a key, and to a key that is not one', async () => {
    const answer = await api.post('/v1/events', null, event)
    expectProblem(answer, 401, 'unauthenticated')
    expect(answer.headers.get('www-authenticate')).toBe('Bearer')
    for (const authorization of ['Bearer hck_short', `Bearer hck_${'a'.repeat(43)}`, 'Basic aGk6aG8=']) {
      expectProblem(await api.send('/v1/events', null, { headers: { authorization } }), 401, 'unauthenticated')
    }
  })

  it.each<[string, Scope]>([
    ['/v1/commentaries', 'read'],
    ['/v1/questions', 'submit'],
    [`/v1/questions/qst_${ULID}/versions`, 'submit'],
    ['/v1/events', 'review'],
    ['/v1/resolutions', 'submit'],
    [`/v1/candidates/cnd_${ULID}/reviews`, 'resolve'],
    [`/v1/candidates/cnd_${ULID}/undo`, 'submit'],
    [`/v1/candidates/cnd_${ULID}/splits`, 'submit'],
    [`/v1/candidates/cnd_${ULID}/second-opinions`, 'submit'],
    [`/v1/proposals/prp_${ULID}/decisions`, 'submit'],
  ])('answers 403 to POST %s with the scope %s', async (path, scope) => {
    expectProblem(await api.post(path, scope, {}), 403, 'forbidden')
  })

  it('answers 403 to reading for a collection with the scope submit alone', async () => {
    const body = { ...commentaryBody('A text.'), collection: 'papers' }
    expectProblem(await api.post('/v1/commentaries', 'submit', body), 403, 'forbidden', ['collection'])
  })
}

const unknownContract = (api: Api): void => {
  it.each([
    `/v1/commentaries/cmt_${ULID}`,
    `/v1/commentaries/cmt_${ULID}/text`,
    `/v1/candidates/cnd_${ULID}`,
    `/v1/authors/aut_${ULID}`,
    `/v1/authors/nobody-at-all/calibration`,
    `/v1/questions/qst_${ULID}`,
    `/v1/predictions/prd_${ULID}`,
    `/v1/events/evt_${ULID}`,
    `/v1/proposals/prp_${ULID}`,
  ])('answers 404 to GET %s', async (path) => {
    expectProblem(await api.get(path, 'review'), 404, 'not-found', ['id'])
  })

  it('answers 404 to an address of nothing', async () => {
    expectProblem(await api.get('/v1/nothing'), 404, 'not-found')
  })

  it.each<[string, Scope, object, string[]]>([
    ['/v1/commentaries', 'admin', { ...commentaryBody('A text.'), collection: 'none' }, ['collection']],
    [`/v1/candidates/cnd_${ULID}/reviews`, 'review', { decision: 'accept', reason: 'plain' }, ['id']],
    [`/v1/candidates/cnd_${ULID}/undo`, 'review', {}, ['id']],
    [`/v1/candidates/cnd_${ULID}/second-opinions`, 'review', { decision: 'reject', reason: 'plain' }, ['id']],
    [`/v1/candidates/cnd_${ULID}/splits`, 'review', { at: 5, reason: 'plain' }, ['id']],
    [`/v1/proposals/prp_${ULID}/decisions`, 'resolve', { decision: 'decline', reason: 'plain' }, ['id']],
    [`/v1/questions/qst_${ULID}/versions`, 'review', { expectedVersion: 1, reason: 'plain' }, ['id']],
    [`/v1/questions/qst_${ULID}/options`, 'review', { label: 'Ada', reason: 'plain' }, ['id']],
    ['/v1/predictions', 'submit', prediction, ['author']],
    ['/v1/resolutions', 'resolve', { step: 'reopen', questionId: `qst_${ULID}`, reason: 'a slip' }, ['questionId']],
  ])('answers 404 to POST %s that names an unknown thing', async (path, scope, body, fields) => {
    expectProblem(await api.post(path, scope, body), 404, 'not-found', fields)
  })

  it('answers 422 to an id of another kind', async () => {
    expectProblem(await api.get('/v1/questions/17'), 422, 'invalid-input', ['id'])
    expectProblem(await api.get(`/v1/events/qst_${ULID}`), 422, 'invalid-input', ['id'])
    expectProblem(await api.get('/v1/authors/a%00b'), 422, 'invalid-input')
  })
}

const bodyContract = (api: Api): void => {
  const path = '/v1/commentaries'
  it.each(['', '{', '{"text": NaN}', 'text=hello'])('answers 400 to the body %j', async (body) => {
    expectProblem(await api.sendRaw(path, 'submit', body), 400, 'malformed-json', ['body'])
  })

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp'])(
    'answers 415 to %s',
    async (type) => {
      const body = JSON.stringify(commentaryBody('A text.'))
      expectProblem(await api.sendRaw(path, 'submit', body, type), 415, 'unsupported-media-type')
    },
  )

  it('answers 422 to an empty text', async () => {
    for (const text of ['', ' \n\t ']) {
      expectProblem(await api.post(path, 'submit', commentaryBody(text)), 422, 'invalid-input', ['text'])
    }
  })

  it('answers 422 to what no text can hold, wherever it stands', async () => {
    const nul = commentaryBody('One\u0000two.')
    expectProblem(await api.post(path, 'submit', nul), 422, 'not-text', ['text'])
    expectProblem(await api.post(path, 'submit', { ...nul, text: 'Half \ud83d.' }), 422, 'not-text', ['text'])
    const byline = { ...nul, text: 'A text.', bylines: ['Ada', 'Half \udc00'] }
    expectProblem(await api.post(path, 'submit', byline), 422, 'not-text', ['bylines.1'])
    const latin1 = Uint8Array.from(JSON.stringify(commentaryBody('caf\u00e9')), (letter) => letter.charCodeAt(0))
    expectProblem(await api.sendRaw(path, 'submit', latin1), 422, 'not-text', ['body'])
  })

  it('answers 413 to a text above 1 MB and to a body of 5 MB', async () => {
    const long = commentaryBody('a'.repeat(1_000_001))
    expectProblem(await api.post(path, 'submit', long), 413, 'body-too-large', ['text'])
    const huge = commentaryBody('a'.repeat(5_000_000))
    expectProblem(await api.post(path, 'submit', huge), 413, 'body-too-large', ['body'])
  })
}

const valueContract = (api: Api): void => {
  it.each(['2199-12-31', '1899-12-31', '2200-01-01', '2024-02-30', '15 January 2024', '2024-1-5', '', 20240115, null])(
    'answers 422 to a commentary published on %j',
    async (publishedOn) => {
      const body = { ...commentaryBody(forecast(`mill ${mark()}`)), publishedOn }
      expectProblem(await api.post('/v1/commentaries', 'submit', body), 422, 'invalid-input', ['publishedOn'])
    },
  )

  it.each<[string, object, string]>([
    ['bounds out of order', { publishedEarliest: '2024-02-01' }, 'publishedEarliest'],
    ['a latest day before publication', { publishedLatest: '2024-01-01' }, 'publishedLatest'],
    ['a byline without a letter', { bylines: ['—'] }, 'bylines.0'],
    ['a URL that is none', { url: 'javascript:alert(1)' }, 'url'],
    ['a language that is none', { language: 'English!' }, 'language'],
  ])('answers 422 to %s', async (_, more, field) => {
    const body = { ...commentaryBody(forecast(`mill ${mark()}`)), ...more }
    expectProblem(await api.post('/v1/commentaries', 'submit', body), 422, 'invalid-input', [field])
  })

  it('answers 422 to a window that ends before it starts', async () => {
    const body = { ...question, windowEnd: '2023-12-31' }
    expectProblem(await api.post('/v1/questions', 'review', body), 422, 'invalid-input', ['windowEnd'])
  })

  it('answers 422 to an event to come, and to one reported before it happened', async () => {
    const tomorrow = { ...event, happened: '2199-01-01' }
    expectProblem(await api.post('/v1/events', 'resolve', tomorrow), 422, 'invalid-input', ['happened'])
    const foretold = { ...event, published: '2024-01-01' }
    expectProblem(await api.post('/v1/events', 'resolve', foretold), 422, 'invalid-input', ['published'])
  })

  it.each([1.000001, -0.1, 100, null, 'NaN', '0.5', true, [0.5]])(
    'answers 422 to the probability %j',
    async (probability) => {
      const answer = await api.post('/v1/predictions', 'submit', { ...prediction, probability })
      expectProblem(answer, 422, 'invalid-input', ['probability'])
    },
  )

  it('answers 422 to what is missing, naming each field', async () => {
    expectProblem(await api.post('/v1/events', 'resolve', {}), 422, 'invalid-input', ['title', 'happened'])
    expectProblem(await api.post('/v1/events', 'resolve', [event]), 422, 'invalid-input', ['body'])
  })
}

/** Every way to be refused: each a problem document that names what is wrong. */
export const refusalContract = (api: Api): void => {
  describe('keys', () => keyContract(api))
  describe('unknown things', () => unknownContract(api))
  describe('bodies', () => bodyContract(api))
  describe('values', () => valueContract(api))
}
