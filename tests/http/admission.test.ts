import { describe, expect, it } from 'vitest'
import { MOST_AT_ONCE } from '../../src/http/admission.ts'
import { createApp } from '../../src/http/app.ts'
import { memoryLimits } from '../../src/outside/limits-node.ts'
import { servicesHere } from '../../src/server.ts'
import { draws } from '../../src/site.ts'
import { inWorld } from '../support/embedded.ts'

/** A site at which every request that is admitted stops until it is let go. */
const stopping = (services: ReturnType<typeof servicesHere>) => {
  const limits = memoryLimits(1)
  if (!limits) throw new Error('no limits')
  const held: (() => void)[] = []
  let isStopping = true
  const take: typeof limits.take = async (...asked) => {
    if (isStopping) await new Promise<void>((go) => held.push(go))
    return limits.take(...asked)
  }
  const app = createApp(() => ({ ...services, limits: { ...limits, take }, client: '192.0.2.1' }), draws)
  const letGo = (): void => {
    isStopping = false
    for (const go of held.splice(0)) go()
  }
  return { app, held, letGo }
}

describe('requests that come while too many are worked on', () => {
  it('are turned away at once, and taken again as soon as others are done; one that failed is done too', () =>
    inWorld(async (world) => {
      const { app, held, letGo } = stopping(servicesHere(world.database))
      const paths = ['/v1/window-rules', '/v1/questions/none', '/authors/nobody', '/v1/predictions?limit=no']
      const first = Array.from({ length: MOST_AT_ONCE }, (_, at) => app.request(paths[at % 4] ?? ''))
      await expect.poll(() => held.length).toBe(MOST_AT_ONCE)
      for (const path of paths) {
        const refused = await app.request(path)
        expect(refused.status).toBe(503)
        expect(refused.headers.get('retry-after')).toBe('2')
        expect(await refused.json()).toMatchObject({ code: 'overloaded', status: 503 })
      }
      expect((await app.request('/healthz')).status).toBe(200)
      expect((await app.request('/readyz')).status).toBe(200)
      letGo()
      const statuses = (await Promise.all(first)).map(({ status }) => status)
      expect(new Set(statuses)).toEqual(new Set([200, 404, 422]))
      expect((await app.request('/v1/window-rules')).status).toBe(200)
    }))

  it('are not those that wait for something to happen, nor do such take the place of others', () =>
    inWorld(async (world) => {
      const { app, held, letGo } = stopping(servicesHere(world.database))
      const waiting = Array.from({ length: MOST_AT_ONCE }, () => app.request('/v1/changes?wait=1'))
      await expect.poll(() => held.length).toBe(MOST_AT_ONCE)
      const other = app.request('/v1/window-rules')
      await expect.poll(() => held.length).toBe(MOST_AT_ONCE + 1)
      letGo()
      expect((await other).status).toBe(200)
      for (const { status } of await Promise.all(waiting)) expect(status).toBe(200)
    }))
})
