import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import type { Fields, LogLevel } from '../../src/core/watch.ts'
import { watchOf } from '../../src/outside/watch.ts'
import { servicesHere } from '../../src/server.ts'
import { createSite } from '../../src/site.ts'
import { inWorld, type World } from '../support/embedded.ts'
import { makeKeys } from '../support/keys.ts'

/** The site over a world, and each line of its log with everything that is in it. */
const logging = async (world: World) => {
  const lines: (Fields & { level: LogLevel; event: string })[] = []
  let ms = 0
  const log = (level: LogLevel, event: string, fields: Fields = {}) => void lines.push({ level, event, ...fields })
  const ticks = () => {
    ms += 2
    return ms
  }
  const watch = watchOf({ log, ticks, slowMs: null, loudness: 'info' }).serving()
  const services = { ...servicesHere(world.database), watch }
  const site = createSite(() => services, watch)
  const keys = await makeKeys(services)
  return { lines, site, keys }
}

describe('a request', () => {
  test('is one line: who asked what by which route, what came of it, and how long it took', () =>
    inWorld(async (world) => {
      const { lines, site } = await logging(world)
      const answer = await site.request('/v1/authors?limit=1', { headers: { 'x-request-id': 'trace-17' } })
      expect(answer.headers.get('x-request-id')).toBe('trace-17')
      expect(lines).toEqual([
        {
          ...{ level: 'info', event: 'request', requestId: 'trace-17', method: 'GET' },
          ...{ route: '/v1/authors', status: 200, ms: 2 },
        },
      ])
    }))

  test('is told by the pattern of its route, never by its address, its query, its headers or its body', () =>
    inWorld(async (world) => {
      const { lines, site, keys } = await logging(world)
      const secret = 'known-to-nobody-else'
      const headers = { authorization: `Bearer ${keys.submit}`, cookie: `hindcast=${secret}` }
      const body = JSON.stringify({ name: secret, kind: 'person' })
      const json = { ...headers, 'content-type': 'application/json' }
      const asked: [string, RequestInit?][] = [
        [`/v1/authors/aut_01m8n6g5354aza6r4nrsd4fsqw?cursor=${secret}`, { headers }],
        [`/invitations/${secret}`],
        [`/authors/${secret}`],
        [`/v1/search?q=${secret}`],
        ['/v1/authors', { method: 'POST', body, headers: json }],
        ['/v1/authors', { method: 'DELETE' }],
        [`/${secret}`],
      ]
      for (const [path, init] of asked) await (await site.request(path, init)).text()
      expect(lines.map(({ method, route, status, problem }) => [method, route, status, problem])).toEqual([
        ['GET', '/v1/authors/:id', 422, 'invalid-input'],
        ['GET', '/invitations/:token', 404, undefined],
        ['GET', '/authors/:name', 404, undefined],
        ['GET', '/v1/search', 200, undefined],
        ['POST', '/v1/authors', 201, undefined],
        ['DELETE', null, 405, 'method-not-allowed'],
        ['GET', null, 404, 'not-found'],
      ])
      expect(JSON.stringify(lines)).not.toMatch(new RegExp(`${secret}|${keys.submit}`))
    }))

  test('that breaks has a second line with what broke, under the same id', () =>
    inWorld(async (world) => {
      const { lines, site } = await logging(world)
      await world.tx.execute(sql`alter table authors rename column name to called`)
      const answer = await site.request('/v1/authors', { headers: { 'x-request-id': 'trace-18' } })
      expect(answer.status).toBe(500)
      expect(lines).toMatchObject([
        { level: 'error', event: 'crash', requestId: 'trace-18', method: 'GET', path: '/v1/authors' },
        { level: 'warn', event: 'request', requestId: 'trace-18', status: 500, problem: 'internal' },
      ])
      expect(lines[0]?.['error']).toMatch(/^query failed: 42703 .*\n\s+at /s)
    }))

  test('whose services fail is a line too', async () => {
    const lines: string[] = []
    const log = (_: LogLevel, event: string, { status }: Fields = {}) => void lines.push(`${event} ${status}`)
    const watch = watchOf({ log, ticks: () => 0, slowMs: null, loudness: 'info' }).serving()
    const site = createSite(() => {
      throw new Error('no database is bound')
    }, watch)
    expect((await site.request('/v1/authors')).status).toBe(500)
    expect(lines).toEqual(['crash undefined', 'request 500'])
  })
})
