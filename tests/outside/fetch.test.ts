import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { type Ask, follow } from '../../src/outside/fetch.ts'
import { edgeFetcher } from '../../src/outside/fetch-edge.ts'
import { nodeFetcher } from '../../src/outside/fetch-node.ts'
import { type Press, withPress } from '../support/press.ts'

const ASK: Ask = { accept: 'text/html', maxBytes: 1000 }
const userAgent = 'Hindcast/test (+https://example.org/about)'
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

/** Both makers keep the same promises to the caller; the edge's runs here on Node's own fetch. */
describe.each([
  ['of Node', nodeFetcher],
  ['of the edge', edgeFetcher],
] as const)('the fetcher %s', (_, maker) => {
  const over = (press: Press, patience = { totalMs: 5000, idleMs: 2000 }) =>
    maker({ userAgent, allow: [press.authority], patience })

  it('names the project, and sends no cookie and no referrer', () =>
    withPress({ '/': { body: 'hello', headers: { 'set-cookie': 'a=b', etag: '"1"' } } }, async (press) => {
      const fetcher = over(press)
      await fetcher.get(`${press.origin}/`, ASK)
      const answer = await fetcher.get(`${press.origin}/#part`, { ...ASK, headers: { 'if-none-match': '"1"' } })
      expect(text(answer.bytes)).toBe('hello')
      expect(answer).toMatchObject({ status: 200, url: `${press.origin}/`, headers: { etag: '"1"' }, location: null })
      const { headers } = press.requests[1] ?? {}
      expect(headers).toMatchObject({ 'user-agent': userAgent, accept: 'text/html', 'if-none-match': '"1"' })
      expect(headers).not.toHaveProperty('cookie')
      expect(headers).not.toHaveProperty('referer')
    }))

  it('unpacks gzip and counts what comes out', () =>
    withPress(
      {
        '/small': { body: gzipSync('a'.repeat(900)), headers: { 'content-encoding': 'gzip' } },
        '/bomb': { body: gzipSync('a'.repeat(5_000_000)), headers: { 'content-encoding': 'gzip' } },
        '/broken': { body: 'this is not packed', headers: { 'content-encoding': 'gzip' } },
      },
      async (press) => {
        expect((await over(press).get(`${press.origin}/small`, ASK)).bytes).toHaveLength(900)
        const bomb = `${press.origin}/bomb`
        await expect(over(press).get(bomb, ASK)).rejects.toMatchObject({ code: 'fetch-failed' })
        expect((await over(press).get(bomb, { ...ASK, overflow: 'cut' })).bytes).toHaveLength(1000)
        await expect(over(press).get(`${press.origin}/broken`, ASK)).rejects.toMatchObject({ code: 'fetch-failed' })
      },
    ))

  it.each([
    ['gzip', (text: string) => gzipSync(text)],
    ['deflate', (text: string) => deflateSync(text)],
    ['br', (text: string) => brotliCompressSync(text)],
    ['gzip, gzip', (text: string) => gzipSync(gzipSync(text))],
  ])('stops at the limit of what %s unpacks to, a thousand times what is sent', (encoding, pack) =>
    withPress(
      { '/': { body: pack('a'.repeat(20_000_000)), headers: { 'content-encoding': encoding } } },
      async (press) => {
        const asked = over(press).get(`${press.origin}/`, ASK)
        await expect(asked).rejects.toMatchObject({
          code: 'fetch-failed',
          message: expect.stringMatching(/larger than/),
        })
      },
    ),
  )

  it('stops at the limit of a body without end', () =>
    withPress(
      {
        '/endless': {
          by: (response) => {
            const more = setInterval(() => response.write('a'.repeat(400)), 5)
            response.on('close', () => clearInterval(more))
          },
        },
      },
      async (press) => {
        const endless = over(press).get(`${press.origin}/endless`, ASK)
        await expect(endless).rejects.toMatchObject({
          code: 'fetch-failed',
          message: expect.stringMatching(/larger than/),
        })
      },
    ))

  it('gives up on a host that falls silent, before or in the body, and on one that drips', () =>
    withPress(
      {
        '/silent': { by: () => undefined },
        '/half': { by: (response) => void response.write('half') },
        '/drip': {
          by: (response) => {
            const more = setInterval(() => response.write('a'), 20)
            response.on('close', () => clearInterval(more))
          },
        },
      },
      async (press) => {
        const brief = over(press, { totalMs: 400, idleMs: 100 })
        for (const path of ['/silent', '/half', '/drip']) {
          const asked = brief.get(`${press.origin}${path}`, ASK)
          await expect(asked, path).rejects.toMatchObject({
            code: 'fetch-failed',
            message: expect.stringMatching(/took too long/),
          })
        }
      },
    ))

  it('says what went wrong without the addresses of this network', async () => {
    let gone = ''
    let allow = ''
    await withPress({}, async ({ origin, authority }) => {
      gone = origin
      allow = authority
    })
    const error = await maker({ userAgent, allow: [allow] })
      .get(gone, ASK)
      .catch((thrown) => thrown)
    expect(error).toMatchObject({ code: 'fetch-failed', message: expect.stringMatching(/could not be reached/) })
  })

  it('hands on errors and answers without a body', () =>
    withPress({ '/304': { status: 304 }, '/500': { status: 500, body: 'sorry' } }, async (press) => {
      expect(await over(press).get(`${press.origin}/304`, ASK)).toMatchObject({ status: 304, bytes: new Uint8Array() })
      expect((await over(press).get(`${press.origin}/500`, ASK)).status).toBe(500)
    }))

  it('follows redirects, each guarded, and five at most', () =>
    withPress({}, async (press) => {
      const to = (location: string, status = 302) => ({ status, headers: { location } })
      for (let n = 1; n <= 6; n++) press.pages.set(`/${n}`, to(`/${n - 1}`, n === 1 ? 301 : 308))
      press.pages.set('/0', { body: 'there' })
      const fetcher = over(press)
      const answer = await follow(fetcher, `${press.origin}/5`, ASK)
      expect(answer).toMatchObject({ url: `${press.origin}/0`, status: 200 })
      expect(answer.hops.map(({ status }) => status)).toEqual([308, 308, 308, 308, 301])
      await expect(follow(fetcher, `${press.origin}/6`, ASK)).rejects.toMatchObject({ code: 'fetch-failed' })
      for (const location of [
        'http://10.0.0.1/',
        'http://[::1]/',
        'file:///etc/passwd',
        'http://metadata.google.internal/',
      ]) {
        press.pages.set('/out', to(location))
        const followed = follow(fetcher, `${press.origin}/out`, ASK)
        await expect(followed, location).rejects.toMatchObject({ code: 'address-refused' })
      }
      press.pages.set('/nowhere', to('http://'))
      await expect(follow(fetcher, `${press.origin}/nowhere`, ASK)).rejects.toMatchObject({ code: 'fetch-failed' })
    }))

  it('asks before each hop, after the guard', () =>
    withPress({}, async (press) => {
      press.pages.set('/a', { status: 302, headers: { location: 'http://127.0.0.1:1/secret' } })
      const before: string[] = []
      const followed = follow(over(press), `${press.origin}/a`, ASK, async (url) => void before.push(url))
      await expect(followed).rejects.toMatchObject({ code: 'address-refused' })
      expect(before).toEqual([`${press.origin}/a`])
    }))
})

describe('a name that leads into this network', () => {
  const leadsTo = (...addresses: string[]) =>
    nodeFetcher({ userAgent, allow: [] }, async () =>
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    )

  it.each([
    [['127.0.0.1']],
    [['::1']],
    [['10.0.0.7']],
    [['::ffff:127.0.0.1']],
    [['93.184.215.14', '169.254.169.254']],
    [[]],
  ])('is refused at the moment of connecting: %j', async (addresses) => {
    const asked = leadsTo(...addresses).get('http://rebound.example.org/', ASK)
    await expect(asked).rejects.toMatchObject({ code: 'address-refused' })
  })

  it('is asked for once a connection, so that no second answer can differ from the one checked', async () => {
    const answers = [['127.0.0.1'], ['8.8.8.8']]
    const seen: string[] = []
    const fetcher = nodeFetcher({ userAgent, allow: [] }, async (name) => {
      seen.push(name)
      return (answers.shift() ?? []).map((address) => ({ address, family: 4 }))
    })
    const asked = fetcher.get('http://rebound.example.org/', ASK)
    await expect(asked).rejects.toMatchObject({ code: 'address-refused' })
    expect(seen).toEqual(['rebound.example.org'])
  })

  it('is reported as a failure where it leads nowhere', async () => {
    const fetcher = nodeFetcher({ userAgent, allow: [] }, async () => {
      throw Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' })
    })
    const asked = fetcher.get('https://nowhere.example.org/', ASK)
    await expect(asked).rejects.toMatchObject({ code: 'fetch-failed', message: expect.stringMatching(/ENOTFOUND/) })
  })
})
