import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { POLICIES } from '../../src/core/rate-limit.ts'
import { createApp } from '../../src/http/app.ts'
import { limitFactor, memoryLimits } from '../../src/outside/limits-node.ts'
import { servicesHere } from '../../src/server.ts'
import { draws } from '../../src/site.ts'
import { inWorld } from '../support/embedded.ts'
import { makeKeys } from '../support/keys.ts'

describe('limits of requests', () => {
  test('an address is counted whether it shows a key or not; a key by itself', () =>
    inWorld(async (world) => {
      const services = servicesHere(world.database)
      const keys = await makeKeys(services)
      const limits = memoryLimits(0.005)
      let client: string | null = '192.0.2.1'
      const app = createApp(() => ({ ...services, limits, client }), draws)
      const ask = (key?: string) =>
        app.request('/v1/window-rules', key ? { headers: { authorization: `Bearer ${key}` } } : {})

      // 6 an address, 3 a key.
      for (let at = 0; at < 3; at++) {
        const answer = await ask(keys.read)
        expect(answer.status).toBe(200)
        expect(answer.headers.get('ratelimit-policy')).toBe('"address";q=6;w=60, "key";q=3;w=60')
        expect(answer.headers.get('ratelimit')).toMatch(new RegExp(`^"key";r=${2 - at};t=(60|59)$`))
      }
      const refused = await ask(keys.read)
      expect(refused.status).toBe(429)
      expect(await refused.json()).toMatchObject({ code: 'rate-limited' })
      expect(refused.headers.has('retry-after')).toBe(true)
      expect((await ask(keys.review)).status).toBe(200)
      // Six have come from here by now: neither a wrong key nor none is let in.
      expect((await ask(`hck_${'a'.repeat(43)}`)).status).toBe(401)
      expect((await ask(`hck_${'b'.repeat(43)}`)).status).toBe(429)
      expect((await ask()).status).toBe(429)
      client = '192.0.2.2'
      const elsewhere = await ask()
      expect(elsewhere.status).toBe(200)
      expect(elsewhere.headers.get('ratelimit')).toMatch(/^"address";r=5;t=60$/)
      // Pages ask the database as well; whether the process is up is nobody's allowance.
      client = '192.0.2.1'
      expect((await app.request('/authors/ada')).status).toBe(429)
      expect((await app.request('/healthz')).status).toBe(200)
      client = null
      expect((await ask()).headers.has('ratelimit')).toBe(false)
    }))

  test('a setting that is no factor is refused; 0 limits nothing', () => {
    expect(limitFactor({})).toBe(1)
    expect(limitFactor({ HINDCAST_RATE_LIMIT: '2.5' })).toBe(2.5)
    for (const wrong of ['-1', 'many', '1001'])
      expect(() => limitFactor({ HINDCAST_RATE_LIMIT: wrong })).toThrow('HINDCAST_RATE_LIMIT')
    expect(memoryLimits(0)).toBeNull()
  })

  test('the bindings of the edge count as Node does', () => {
    const settings = readFileSync(new URL('../../wrangler.toml', import.meta.url), 'utf8')
    const bound = [...settings.matchAll(/name = "(\w+)_LIMITER"\n.*\nsimple = \{ limit = (\d+), period = (\d+) \}/g)]
    const counted = Object.values(POLICIES).map(({ name, limit, windowSeconds }) => [name, limit, windowSeconds])
    // Of this machine, and of each environment.
    expect(bound.map(([, name, limit, period]) => [name?.toLowerCase(), Number(limit), Number(period)])).toEqual(
      [1, 2, 3].flatMap(() => counted),
    )
  })
})
