import { describe, expect, test } from 'vitest'
import type { Services } from '../../src/actions/context.ts'
import { createKey } from '../../src/actions/manage-keys.ts'
import { createApp } from '../../src/http/app.ts'
import { newSecret } from '../../src/outside/random.ts'
import { hostContext } from '../../src/server.ts'
import { draws } from '../../src/site.ts'
import { allKeys } from '../../src/storage/keys.ts'
import { statementsOf } from '../support/counting-statements.ts'
import { inWorld, type World } from '../support/embedded.ts'
import { type Clock, servicesOver } from '../support/press-services.ts'

/** A key, and services whose writes wait until they are let go. */
const gated = async (world: World) => {
  const clock: Clock = { now: '2026-01-05T12:00:00.000Z' }
  const services = servicesOver(world, [], clock)
  const input = { name: 'a bot', scopes: ['read' as const], expiresAt: null, secretBytes: newSecret() }
  const { key, secret } = await createKey(hostContext(services), input)
  let letGo = (): void => undefined
  const gate = new Promise<void>((resolve) => {
    letGo = resolve
  })
  let writes = 0
  const database: Services['database'] = {
    reader: world.tx,
    transaction: async (work) => {
      writes += 1
      await gate
      return world.database.transaction(work)
    },
  }
  const app = createApp(() => ({ ...services, database }), draws)
  const waited: Promise<unknown>[] = []
  const edge = {
    waitUntil: (work: Promise<unknown>) => void waited.push(work),
    passThroughOnException: () => undefined,
  }
  const ask = (context?: typeof edge) => {
    const init = { headers: { authorization: `Bearer ${secret}` } }
    return app.request('/v1/window-rules', init, {}, context as never)
  }
  const lastUsedAt = async () => (await allKeys(world.tx)).find(({ id }) => id === key.id)?.lastUsedAt
  return { clock, ask, letGo: () => letGo(), writes: () => writes, waited, edge, lastUsedAt }
}

describe('a key that is used', () => {
  test('is found by one statement', () =>
    inWorld(async (world) => {
      const { ask, letGo, edge, waited } = await gated(world)
      expect(await statementsOf(world.tx, async () => expect((await ask(edge)).status).toBe(200))).toBe(1)
      letGo()
      await Promise.all(waited)
    }))

  test('keeps no answer waiting for the write that says so, on Node and at the edge', () =>
    inWorld(async (world) => {
      const { ask, letGo, edge, waited, writes, lastUsedAt } = await gated(world)
      expect((await ask(edge)).status).toBe(200)
      expect([writes(), waited.length]).toEqual([1, 1])
      // The first write is under way: nobody starts a second one.
      expect((await ask()).status).toBe(200)
      expect((await ask(edge)).status).toBe(200)
      expect([writes(), waited.length, await lastUsedAt()]).toEqual([1, 1, null])
      letGo()
      await Promise.all(waited)
      expect(await lastUsedAt()).toBe('2026-01-05T12:00:00.000Z')
    }))

  test('is written at most once a minute', () =>
    inWorld(async (world) => {
      const { ask, letGo, edge, waited, writes, clock, lastUsedAt } = await gated(world)
      letGo()
      const useAt = async (time: string) => {
        clock.now = `2026-01-05T${time}Z`
        expect((await ask(edge)).status).toBe(200)
        await Promise.all(waited)
        return [writes(), await lastUsedAt()]
      }
      expect(await useAt('12:00:00.000')).toEqual([1, '2026-01-05T12:00:00.000Z'])
      expect(await useAt('12:00:30.000')).toEqual([1, '2026-01-05T12:00:00.000Z'])
      expect(await useAt('12:00:59.999')).toEqual([1, '2026-01-05T12:00:00.000Z'])
      expect(await useAt('12:01:00.000')).toEqual([2, '2026-01-05T12:01:00.000Z'])
    }))

  test('that was refused is not kept as used', () =>
    inWorld(async (world) => {
      const { writes } = await gated(world)
      const app = createApp(() => servicesOver(world, [], { now: '2026-01-05T12:00:00.000Z' }), draws)
      const answer = await app.request('/v1/window-rules', {
        headers: { authorization: `Bearer hck_${'a'.repeat(43)}` },
      })
      expect([answer.status, writes()]).toEqual([401, 0])
    }))
})
