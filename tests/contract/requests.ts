import { describe, expect, it } from 'vitest'
import { Question } from '../../src/core/question.ts'
import { type Answer, type Api, bodyOf, expectProblem, mark } from './api.ts'
import { commentaryBody, forecast } from './steps.ts'

const JSON_TYPE = { 'content-type': 'application/json' }

const onceContract = (api: Api): void => {
  const path = '/v1/authors'
  const send = (key: string, name: string, scope: 'submit' | 'admin' = 'submit'): Promise<Answer> =>
    api.send(path, scope, {
      method: 'POST',
      body: JSON.stringify({ name, kind: 'person' }),
      headers: { ...JSON_TYPE, 'idempotency-key': key },
    })

  it('gives the first answer again, and marks it', async () => {
    const [key, name] = [mark(), `Ada ${mark()}`]
    const first = await send(key, name)
    expect(first.status, first.text).toBe(201)
    expect(first.headers.get('idempotent-replayed')).toBeNull()
    const again = await send(key, name)
    expect([again.status, again.text]).toEqual([201, first.text])
    expect(again.headers.get('idempotent-replayed')).toBe('true')
    expect(again.headers.get('content-type')).toBe(first.headers.get('content-type'))
    // Without the key the write itself tells that it stood already.
    const body = JSON.stringify({ name, kind: 'person' })
    expect((await api.sendRaw(path, 'submit', body)).status).toBe(200)
  })

  it('refuses a key that stood under another request, and a key that is none', async () => {
    const key = mark()
    await send(key, `Ada ${mark()}`)
    expectProblem(await send(key, `Bea ${mark()}`), 422, 'idempotency-key-reused', ['Idempotency-Key'])
    expectProblem(await send('with a space', 'Ada'), 422, 'invalid-input', ['Idempotency-Key'])
    expectProblem(await send('k'.repeat(256), 'Ada'), 422, 'invalid-input', ['Idempotency-Key'])
  })

  it('keeps the keys of two clients apart', async () => {
    const key = mark()
    await send(key, `Ada ${mark()}`, 'submit')
    const other = await send(key, `Bea ${mark()}`, 'admin')
    expect(other.status, other.text).toBe(201)
    expect(other.headers.get('idempotent-replayed')).toBeNull()
  })

  it('gives a refusal again as it was', async () => {
    const key = mark()
    const refused = await send(key, ' ')
    expect(refused.status).toBe(422)
    const again = await send(key, ' ')
    expect([again.status, again.text]).toEqual([422, refused.text])
    expect(again.headers.get('content-type')).toBe('application/problem+json')
  })

  it('lets one of many that come at once do it', async () => {
    const [key, name] = [mark(), `Ada ${mark()}`]
    const answers = await Promise.all(Array.from({ length: 6 }, () => send(key, name)))
    const done = answers.filter(({ status, headers }) => status === 201 && !headers.has('idempotent-replayed'))
    expect(done).toHaveLength(1)
    for (const answer of answers) {
      if (answer.status !== 201) {
        expectProblem(answer, 409, 'still-running')
        expect(answer.headers.has('retry-after')).toBe(true)
      }
    }
  })
}

const tagContract = (api: Api): void => {
  it.each(['/v1/window-rules', '/v1/lexicons', '/v1/collections', '/v1/ledger'])(
    'answers 304 to who holds what %s says',
    async (path) => {
      const first = await api.get(path)
      const tag = first.headers.get('etag') ?? ''
      expect(tag).toMatch(/^(W\/)?"[0-9a-f]{32}"$/)
      for (const held of [tag, `"other", ${tag}`, '*']) {
        const again = await api.send(path, null, { headers: { 'if-none-match': held } })
        expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', tag.replace(/^W\//, '')])
      }
      expect((await api.send(path, null, { headers: { 'if-none-match': '"other"' } })).status).toBe(200)
    },
  )

  it('changes the tag with what is said', async () => {
    const before = (await api.get('/v1/commentaries?limit=1')).headers.get('etag')
    await api.post('/v1/commentaries', 'submit', commentaryBody(forecast(`mill ${mark()}`)))
    expect((await api.get('/v1/commentaries?limit=1')).headers.get('etag')).not.toBe(before)
  })
}

const openContract = (api: Api): void => {
  it('lets pages of any origin read, and ask with a key', async () => {
    const read = await api.send('/v1/authors', null, { headers: { origin: 'https://dashboard.example' } })
    expect(read.headers.get('access-control-allow-origin')).toBe('*')
    expect(read.headers.get('access-control-expose-headers')).toContain('etag')
    const asked = { 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' }
    const preflight = await api.send('/v1/predictions', null, {
      method: 'OPTIONS',
      headers: { origin: 'https://dashboard.example', ...asked },
    })
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('access-control-allow-methods')).toContain('POST')
    expect(preflight.headers.get('access-control-allow-headers')).toContain('authorization')
    expect(preflight.headers.has('access-control-allow-credentials')).toBe(false)
  })

  it('gives each request an id, or keeps the one it came with', async () => {
    const [one, other] = [await api.get('/v1/authors'), await api.get('/v1/authors')]
    expect(one.headers.get('x-request-id')).not.toBe(other.headers.get('x-request-id'))
    const named = await api.send('/v1/nothing', null, { headers: { 'x-request-id': 'trace-17' } })
    expect(named.headers.get('x-request-id')).toBe('trace-17')
    expect(JSON.parse(named.text)).toMatchObject({ requestId: 'trace-17' })
  })
}

const unchangedContract = (api: Api): void => {
  const made = async () => {
    const body = { wording: `The mill ${mark()} closes.`, windowStart: '2024-01-01', windowEnd: '2199-12-31' }
    return bodyOf(await api.post('/v1/questions', 'review', body), 201, Question)
  }
  const tagOf = async (id: string): Promise<string> => (await api.get(`/v1/questions/${id}`)).headers.get('etag') ?? ''
  const addTopics = (id: string, match: string, topic: string) =>
    api.send(`/v1/questions/${id}/topics`, 'review', {
      method: 'POST',
      body: JSON.stringify({ add: [topic], reason: 'it is about that' }),
      headers: { ...JSON_TYPE, 'if-match': match },
    })

  it('lets a change through only while the question is as it was read', async () => {
    const { id } = await made()
    const tag = await tagOf(id)
    expect(tag).toMatch(/^(W\/)?"[\d.]+\.[0-9a-f]{32}"$/)
    const done = await addTopics(id, tag, 'mills')
    expect(done.status, done.text).toBeLessThan(300)
    expectProblem(await addTopics(id, tag, 'rivers'), 412, 'precondition-failed')
    for (const other of [`W/${tag}`, '"none"', tag.replaceAll('"', '')])
      expect((await addTopics(id, other, 'rivers')).status).toBe(412)
    const again = await addTopics(id, await tagOf(id), 'rivers')
    expect(again.status, again.text).toBeLessThan(300)
    expect((await addTopics(id, '*', 'dams')).status).toBeLessThan(300)
  })

  it('lets a decision through only while the question is as it was read', async () => {
    const { id } = await made()
    const decide = (match: string, reason: string) =>
      api.send('/v1/resolutions', 'resolve', {
        method: 'POST',
        body: JSON.stringify({ questionId: id, step: 'void', voidReason: 'annulled', reason, correct: true }),
        headers: { ...JSON_TYPE, 'if-match': match },
      })
    const tag = await tagOf(id)
    await addTopics(id, '*', 'mills')
    expectProblem(await decide(tag, 'it broke'), 412, 'precondition-failed')
    const fresh = await tagOf(id)
    const done = await decide(fresh, 'it broke')
    expect(done.status, done.text).toBe(201)
    expectProblem(await decide(fresh, 'it broke otherwise'), 412, 'precondition-failed')
    expect((await decide(await tagOf(id), 'it broke otherwise')).status).toBe(201)
  })

  it('lets one of two through that read the same', async () => {
    const { id } = await made()
    const tag = await tagOf(id)
    const answers = await Promise.all(['one', 'two', 'three'].map((topic) => addTopics(id, tag, topic)))
    expect(answers.map(({ status }) => (status < 300 ? 'done' : status)).sort()).toEqual([412, 412, 'done'])
  })
}

/** What every request may count on, whatever it asks for. */
export const requestContract = (api: Api): void => {
  describe('an Idempotency-Key', () => onceContract(api))
  describe('tags', () => tagContract(api))
  describe('a change that hangs on a tag', () => unchangedContract(api))
  describe('requests from anywhere', () => openContract(api))
}
