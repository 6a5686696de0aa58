import { describe, expect, test, vi } from 'vitest'
import { openEmbedded } from '../../src/storage/embedded.ts'
import { inWorld, MIGRATIONS } from '../support/embedded.ts'
import { askFebruary, makeAuthor, makeCollection, plain, settleInMarch, siteOf } from './site.ts'

const HOSTILE = '<script>alert("x")</script> & <b onmouseover=alert(1)>'

test('markup in names, quotes and wordings stays inert', () =>
  inWorld(async (world) => {
    const collection = await makeCollection(world, `Frame ${HOSTILE}`)
    const ada = await makeAuthor(world, `Ada ${HOSTILE}`)
    const question = await askFebruary(world, collection, `Rain ${HOSTILE}`, [
      { author: ada, probability: 0.7, rationale: `Because ${HOSTILE}` },
    ])
    await settleInMarch(world, question.id, 'yes')
    const { get } = siteOf(world)
    const pages = [
      await get('/'),
      await get(`/authors/${ada.slug}`),
      await get(`/authors/${encodeURIComponent(HOSTILE)}`),
    ]
    for (const { text } of pages) {
      expect(text).not.toMatch(/<script|<b /)
      expect(text).toContain('&lt;script&gt;')
    }
  }))

describe('every page', () => {
  test('carries a policy that lets nothing in from elsewhere, and needs nothing', () =>
    inWorld(async (world) => {
      const { get } = siteOf(world)
      for (const path of [
        '/',
        '/docs',
        '/authors',
        '/authors/nobody',
        '/questions',
        '/questions/nothing',
        '/commentaries/nothing',
        '/methods',
        '/corrections',
        '/disputes/new',
        '/disputes/nothing',
      ]) {
        const { headers, text } = await get(path)
        expect(headers.get('content-security-policy')).toBe(
          "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
        )
        expect(headers.get('x-content-type-options')).toBe('nosniff')
        expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin')
        expect(text).not.toMatch(/<script| style=|(src|href)="(https?:)?\/\//)
      }
    }))

  test('is styled by one sheet under an address that changes with it', () =>
    inWorld(async (world) => {
      const { get } = siteOf(world)
      const href = /href="(\/style\.css\?v=\w+)"/.exec((await get('/')).text)?.[1] ?? ''
      const { status, headers, text } = await get(href)
      expect(status).toBe(200)
      expect(headers.get('content-type')).toBe('text/css; charset=utf-8')
      expect(headers.get('cache-control')).toContain('max-age=31536000')
      expect(text).toContain('prefers-color-scheme: dark')
    }))

  test('of a database that is gone says so, with a request id and without its message', () =>
    inWorld(async (world) => {
      const gone = await openEmbedded(null, MIGRATIONS)
      await gone.close()
      const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined)
      const { get } = siteOf({ ...world, database: gone })
      for (const path of ['/', '/authors/ada-say']) {
        const { status, headers, text } = await get(path)
        expect(status).toBe(500)
        expect(headers.get('content-security-policy')).toContain("default-src 'none'")
        expect(plain(text)).toContain(`report the request id ${headers.get('x-request-id')}`)
        expect(text).not.toMatch(/select|closed|query/i)
      }
      expect(logged).toHaveBeenCalledTimes(2)
      logged.mockRestore()
    }))

  test('leaves what it does not know to the API', () =>
    inWorld(async (world) => {
      const { get } = siteOf(world)
      const { status, headers } = await get('/nowhere')
      expect(status).toBe(404)
      expect(headers.get('content-type')).toContain('application/problem+json')
    }))
})
