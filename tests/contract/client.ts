import { describe, expect, it } from 'vitest'
import { createClient, HindcastProblem } from '../../src/client.ts'
import type { Scope } from '../../src/core/key.ts'
import { type Api, mark } from './api.ts'
import { recordForecasts } from './steps.ts'

const SERVER = 'http://hindcast.test'

/** A client with the key of a scope, or none, and the requests that it sent. */
const clientOf = (api: Api, scope: Scope | null, lost: (sent: number) => boolean = () => false) => {
  const sent: Request[] = []
  const send = async (request: Request): Promise<Response> => {
    sent.push(request.clone())
    const answer = await api.fetch(request)
    if (!lost(sent.length)) return answer
    await answer.body?.cancel()
    throw new TypeError('the connection was lost')
  }
  const key = scope === null ? {} : { key: api.keyOf(scope) }
  return { sent, hindcast: createClient({ server: SERVER, fetch: send, ...key }) }
}

const problemOf = async (asked: Promise<unknown>): Promise<HindcastProblem> => {
  const thrown = await asked.then(
    () => null,
    (error: unknown) => error,
  )
  if (!(thrown instanceof HindcastProblem)) throw new Error(`no problem was thrown but ${thrown}`)
  return thrown
}

const reading = (api: Api): void => {
  it('reads, typed by the document', async () => {
    const { hindcast } = clientOf(api, null)
    const { items } = await hindcast.get('/v1/lexicons')
    const lexicon = await hindcast.get('/v1/lexicons/{id}', { path: { id: items[0]?.id ?? '' } })
    expect(lexicon.version).toBe(items[0]?.version)
    expect((await hindcast.get('/healthz')).status satisfies 'ok').toBe('ok')
  })

  it('iterates over all pages of a list', async () => {
    const { commentary } = await recordForecasts(
      api,
      [1, 2, 3, 4, 5].map(() => `mill ${mark()}`),
    )
    const { hindcast, sent } = clientOf(api, 'review')
    const query = { commentary: commentary.id, limit: 2 }
    const listed: string[] = []
    for await (const { id } of hindcast.paginate('/v1/candidates', { query })) listed.push(id)
    expect(new Set(listed).size).toBe(5)
    expect(sent.length).toBe(3)
    const first = hindcast.paginate('/v1/candidates', { query })
    expect((await first.next()).value).toMatchObject({ id: listed[0] })
    await first.return()
    expect(sent.length, 'pages are asked for as they are needed').toBe(4)
  })

  it('gives files as text', async () => {
    const { hindcast } = clientOf(api, 'submit')
    const { author } = await hindcast.post('/v1/authors', { body: { name: `Ada ${mark()}`, kind: 'person' } })
    const asked = { path: { id: author.id } }
    expect(await hindcast.get('/v1/authors/{id}/calibration.svg', asked)).toMatch(/^<svg/)
    expect(await hindcast.get('/v1/authors/{id}/feed.json', asked)).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
    })
  })

  it('shows the answer itself where its headers are wanted', async () => {
    const { hindcast } = clientOf(api, null)
    const { response } = await hindcast.raw.GET('/v1/window-rules')
    const etag = response.headers.get('etag') ?? ''
    expect(etag).not.toBe('')
    const again = await hindcast.raw.GET('/v1/window-rules', { headers: { 'if-none-match': etag } })
    expect(again.response.status).toBe(304)
  })
}

const refusing = (api: Api): void => {
  it('throws what is refused as the problem that it is', async () => {
    const id = `qst_${'0'.repeat(26)}`
    const missing = await problemOf(clientOf(api, null).hindcast.get('/v1/questions/{id}', { path: { id } }))
    expect(missing).toMatchObject({ status: 404, code: 'not-found', fields: [{ field: 'id' }], stands: null })
    expect(missing.message).toContain(id)
    expect(missing.remedy).not.toBeNull()
    expect(missing.requestId).toMatch(/^[\w-]{8,}$/)
    const body = { name: `Ada ${mark()}`, kind: 'person' } as const
    const nobody = await problemOf(clientOf(api, null).hindcast.post('/v1/authors', { body }))
    expect([nobody.status, nobody.code]).toEqual([401, 'unauthenticated'])
    const reader = await problemOf(clientOf(api, 'read').hindcast.post('/v1/authors', { body }))
    expect([reader.status, reader.code]).toEqual([403, 'forbidden'])
  })

  it('throws an answer that is no problem document too', async () => {
    const proxy = () => Promise.resolve(new Response('<h1>Bad gateway</h1>', { status: 502 }))
    const hindcast = createClient({ server: SERVER, fetch: proxy })
    expect(await problemOf(hindcast.get('/v1/lexicons'))).toMatchObject({ status: 502, code: null, fields: [] })
  })
}

const repeating = (api: Api): void => {
  it('writes once though the first answer was lost on its way', async () => {
    const { hindcast, sent } = clientOf(api, 'submit', (count) => count === 1)
    const body = { name: `Ada ${mark()}`, kind: 'person' } as const
    const made = await hindcast.post('/v1/authors', { body })
    // What was said twice stands once with `created: false`: the first answer came again.
    expect(made).toMatchObject({ created: true, author: { name: body.name } })
    const keys = sent.map(({ headers }) => headers.get('idempotency-key'))
    expect(keys).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/), keys[0]])
    await hindcast.post('/v1/authors', { body, header: { 'Idempotency-Key': `mine-${body.name.slice(4)}` } })
    expect(sent.at(-1)?.headers.get('idempotency-key')).toMatch(/^mine-/)
  })

  it('leaves alone what could be done twice', async () => {
    const { hindcast, sent } = clientOf(api, 'admin', () => true)
    const asked = hindcast.post('/v1/keys', { body: { name: mark(), scopes: ['read'] } })
    await expect(asked).rejects.toThrow('the connection was lost')
    expect(sent.length).toBe(1)
    expect(sent[0]?.headers.has('idempotency-key')).toBe(false)
  })

  it('stops when it is told to', async () => {
    const { hindcast, sent } = clientOf(api, null, () => true)
    const stop = new AbortController()
    const asked = hindcast.get('/v1/lexicons', { signal: stop.signal })
    stop.abort(new Error('enough'))
    await expect(asked).rejects.toThrow()
    expect(sent.length).toBeLessThan(2)
  })
}

/** `hindcast/client` against the running server. */
export const clientContract = (api: Api): void => {
  describe('hindcast/client', () => {
    reading(api)
    refusing(api)
    repeating(api)
  })
}
