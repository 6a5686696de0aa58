import { gzipSync } from 'node:zlib'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { createKey } from '../../src/actions/manage-keys.ts'
import type { Scope } from '../../src/core/key.ts'
import { sha256 } from '../../src/core/ledger/digest.ts'
import { newSecret } from '../../src/outside/random.ts'
import { createSite } from '../../src/site.ts'
import type { Reader } from '../../src/storage/database.ts'
import { sentBy } from '../support/counting-statements.ts'
import { inWorld, type World } from '../support/embedded.ts'
import { PASSWORD, SIGN_IN, somebody } from '../support/people.ts'
import { servicesOver } from '../support/press-services.ts'

const NOON = '2026-01-05T12:00:00.000Z'

const siteOver = (world: World, reader: Reader = world.tx) => {
  const services = servicesOver(world, [], { now: NOON })
  return createSite(() => ({ ...services, database: { ...services.database, reader }, signIn: SIGN_IN }))
}
type Site = ReturnType<typeof siteOver>

const keyWith = async (world: World, scopes: Scope[]): Promise<string> => {
  const input = { name: 'desk', scopes, bot: false, expiresAt: null, secretBytes: newSecret() }
  return (await createKey(world.at(NOON), input)).secret
}

const bearer = (secret: string) => ({ authorization: `Bearer ${secret}`, 'content-type': 'application/json' })

const cookieOf = async (site: Site, email: string): Promise<string> => {
  const body = new URLSearchParams({ email, password: PASSWORD }).toString()
  const headers = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }
  const answer = await site.request('/sign-in', { method: 'POST', body, headers })
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

/** Every path that the site answers by a method, its places filled in. */
const pathsOf = (site: Site, methods: string[], place: string): [method: string, path: string][] => {
  const found = site.routes.filter(({ method, path }) => methods.includes(method) && !path.includes('*'))
  const filled = found.map(
    ({ method, path }): string =>
      `${method} ${path.replaceAll(/:\w+\{(\w+_)[^}]*\}/g, '$1nothing').replaceAll(/:\w+(\{[^}]*\})?/g, place)}`,
  )
  return [...new Set(filled)].map((one) => one.split(' ') as [string, string])
}

/** What goes to the log until the test ends. */
const logged = (): string[] => {
  const lines: string[] = []
  const spy = vi.spyOn(console, 'error').mockImplementation((...said) => void lines.push(said.map(String).join(' ')))
  onTestFinished(() => spy.mockRestore())
  return lines
}

describe('API1 and API3: things of others, and fields that are not for the sender', () => {
  test('what a body says of whose a thing is, who may what and when it was made is not taken', () =>
    inWorld(async (world) => {
      const site = siteOver(world)
      const headers = bearer(await keyWith(world, ['submit', 'admin']))
      const post = async (path: string, body: object) => {
        const answer = await site.request(path, { method: 'POST', headers, body: JSON.stringify(body) })
        expect(answer.status).toBe(201)
        return (await answer.json()) as Record<string, Record<string, unknown>>
      }
      const forged = { id: `aut_${'0'.repeat(26)}`, recordedAt: '2020-01-01T00:00:00.000Z', bot: true, owner: 'host' }
      const { author } = await post('/v1/authors', { name: 'Ada Quill', kind: 'person', ...forged })
      expect(author?.['id']).not.toBe(forged.id)
      expect(author).toMatchObject({ recordedAt: NOON, bot: false })
      const { key } = await post('/v1/keys', {
        name: 'nightly',
        scopes: ['read'],
        ...forged,
        bot: false,
        lastUsedAt: NOON,
      })
      expect(key?.['owner']).toMatch(/^key_/)
      expect(key).toMatchObject({ scopes: ['read'], recordedAt: NOON, lastUsedAt: null, revokedAt: null })
    }))
})

describe('API2: authentication', () => {
  test('looks a key up by its hash: no secret is compared with another, nor sent to the database', () =>
    inWorld(async (world) => {
      const secret = await keyWith(world, ['read'])
      const site = siteOver(world)
      const sent = await sentBy(world.tx, async () => {
        expect((await site.request('/v1/keys/me', { headers: bearer(secret) })).status).toBe(200)
      })
      const params = JSON.stringify(sent.flatMap((one) => one.params))
      expect(params).toContain(await sha256(secret))
      expect(params).not.toContain(secret)
    }))
})

describe('API4: what is too large', () => {
  test('a packed body is never unpacked, whatever it is packed by', () =>
    inWorld(async (world) => {
      const site = siteOver(world)
      const key = bearer(await keyWith(world, ['submit']))
      const bomb = gzipSync(JSON.stringify({ name: 'a'.repeat(20_000_000), kind: 'person' }))
      for (const encoding of ['gzip', 'deflate', 'br', 'identity']) {
        const headers = { ...key, 'content-encoding': encoding }
        const answer = await site.request('/v1/authors', { method: 'POST', headers, body: bomb })
        expect(answer.status).toBe(422)
        expect(await answer.json()).toMatchObject({ code: 'not-text', fields: [{ field: 'body' }] })
      }
    }))
})

/**
 * Forms that write in the name of nobody, whoever is signed in, as the API does without a key; and the one that loads a sample, which
 * this server has none of and which asks for the same origin where there is one.
 */
const BY_NOBODY = ['/disputes', '/disputes/nothing/replies', '/first-run']

describe('API5: another site, by the cookie of an administrator', () => {
  test('is refused by every route that writes, of the API and of the pages', () =>
    inWorld(async (world) => {
      const site = siteOver(world)
      const { email } = await somebody(world, ['admin'])
      const cookie = await cookieOf(site, email)
      const me = await site.request('/v1/people/me', { headers: { cookie } })
      expect(me.status).toBe(200)
      const writes = pathsOf(site, ['POST', 'PUT', 'PATCH', 'DELETE'], 'nothing')
      const asked = writes.filter(([, path]) => !BY_NOBODY.includes(path))
      const through: string[] = []
      for (const [method, path] of asked) {
        const type = /^\/(v1|mcp)/.test(path) ? 'application/json' : 'application/x-www-form-urlencoded'
        const headers = { cookie, 'content-type': type, 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }
        const sent = method === 'DELETE' ? {} : { body: '{}' }
        const { status } = await site.request(path, { method, headers, ...sent })
        if (status !== 403) through.push(`${method} ${path}: ${status}`)
      }
      expect(asked.length).toBeGreaterThan(80)
      expect(through).toEqual([])
    }))
})

describe('API8: headers and logs', () => {
  test('every answer is of the type that it names and stands in no frame, but for the page that is made for frames', () =>
    inWorld(async (world) => {
      const site = siteOver(world)
      const framed: string[] = []
      for (const [method, path] of pathsOf(site, ['GET'], 'nothing')) {
        const { headers } = await site.request(path, { method })
        expect(headers.get('x-content-type-options'), path).toBe('nosniff')
        if (!/frame-ancestors 'none'|sandbox/.test(headers.get('content-security-policy') ?? '')) framed.push(path)
      }
      expect(framed).toEqual(['/embed/authors/nothing'])
    }))

  test('line breaks in addresses and in what is sent along make no header', () =>
    inWorld(async (world) => {
      const site = siteOver(world)
      const paths = pathsOf(site, ['GET'], 'a%0D%0Ax-forged:%201')
      for (const [method, path] of [...paths, ['GET', '/sign-in?next=/%0D%0Ax-forged:%201']] as const) {
        const headers = { 'x-request-id': 'a b;x-forged', accept: '*/*' }
        const answer = await site.request(path, { method, headers })
        expect(answer.status, path).toBeLessThan(500)
        expect(answer.headers.get('x-forged'), path).toBeNull()
        for (const [name, value] of answer.headers) expect(`${name}: ${value}`, path).toMatch(/^[\x20-\xff]+$/)
        expect(answer.headers.get('x-request-id')).toMatch(/^[\w-]+$/)
      }
    }))

  test('an address writes one line of the log, whatever stands in it', () =>
    inWorld(async (world) => {
      const fail = () => {
        throw new Error('a slip')
      }
      const site = siteOver(world, { select: fail } as unknown as Reader)
      const lines = logged()
      const forged = 'a%0A2026-01-05%20admin%20signed%20in%1B%5B31m%E2%80%AE'
      for (const path of [`/v1/authors/${forged}`, `/authors/${forged}`])
        expect((await site.request(path)).status).toBe(500)
      expect(lines).toHaveLength(2)
      for (const line of lines) {
        expect(line).toContain('a%0A2026-01-05 admin signed in%1B[31m%E2%80%AE')
        expect(line).not.toMatch(/[\p{Cc}\p{Cf}]/u)
      }
    }))

  test('neither keys nor cookies nor bodies stand in what is logged of a crash', () =>
    inWorld(async (world) => {
      const secret = await keyWith(world, ['admin'])
      const site = siteOver(world)
      const lines = logged()
      await world.tx.execute('alter table authors rename column name to called')
      const body = JSON.stringify({ name: 'Somebody whom nobody may know', kind: 'person' })
      const headers = { ...bearer(secret), cookie: 'hindcast=stolen.cookie', 'idempotency-key': 'known-to-me' }
      const answer = await site.request('/v1/authors', { method: 'POST', headers, body })
      expect(answer.status).toBe(500)
      expect(lines.length).toBeGreaterThan(0)
      const all = lines.join('\n')
      for (const word of [secret, 'stolen.cookie', 'nobody may know', 'known-to-me', await sha256(secret)])
        expect(all).not.toContain(word)
    }))
})
