import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { Services } from '../../src/actions/context.ts'
import { memoryLimits } from '../../src/outside/limits-node.ts'
import { LINE, MOST_AT_ONCE, MOST_READ, MOST_STREAMS, placesOfProcess } from '../../src/outside/places.ts'
import { servicesHere } from '../../src/server.ts'
import { createSite } from '../../src/site.ts'
import { inWorld, type World } from '../support/embedded.ts'

const times = <T>(count: number, make: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at))
const NO_LINE = { all: 0, each: 0, ms: 0 }
/** Clients enough that none of them comes to its share. */
const someone = (at: number): string => `192.0.2.${at % 10}`

/** A site that counts clients, and asks as one of them, or as one that is not known. */
const siteOver = (world: World, more: Partial<Services> = {}) => {
  const services = {
    ...servicesHere(world.database),
    limits: memoryLimits(1),
    places: placesOfProcess(NO_LINE),
    ...more,
  }
  const app = createSite((_, request) => ({ ...services, client: request.headers.get('x-client') }))
  return async (client: string | null, path: string, init: RequestInit = {}) =>
    app.request(path, { ...init, headers: { ...init.headers, ...(client === null ? {} : { 'x-client': client }) } })
}

/** A site at which every request that is admitted stops until it is let go. */
const stopping = (world: World, line = NO_LINE) => {
  const limits = memoryLimits(1)
  if (!limits) throw new Error('no limits')
  const held: (() => void)[] = []
  let isStopping = true
  const stop = async <T>(then: T): Promise<T> => {
    if (isStopping) await new Promise<void>((go) => held.push(go))
    return then
  }
  const take: typeof limits.take = async (...asked) => stop(await limits.take(...asked))
  const ask = siteOver(world, { limits: { ...limits, take }, places: placesOfProcess(line) })
  const letGo = (): void => {
    isStopping = false
    for (const go of held.splice(0)) go()
  }
  const letOneGo = (): void => held.shift()?.()
  return { ask, held, letGo, letOneGo }
}

const refusedIn = async (response: Response | Promise<Response>) => {
  const refused = await response
  expect(refused.headers.get('retry-after')).toBe('2')
  expect(await refused.json()).toMatchObject({ code: 'overloaded', status: 503 })
}

describe('requests that come while too many are worked on and too many wait', () => {
  it('are turned away at once, and taken again as soon as others are done; one that failed is done too', () =>
    inWorld(async (world) => {
      const { ask, held, letGo } = stopping(world)
      const paths = ['/v1/window-rules', '/v1/questions/none', '/authors/nobody', '/v1/predictions?limit=no']
      const first = times(MOST_AT_ONCE.all, (at) => ask(someone(at), paths[at % 4] ?? ''))
      await expect.poll(() => held.length).toBe(MOST_AT_ONCE.all)
      for (const path of [...paths, '/v1/changes?wait=0', '/v1/changes?wait=1'])
        await refusedIn(ask('192.0.2.99', path))
      expect((await ask(null, '/healthz')).status).toBe(200)
      expect((await ask(null, '/readyz')).status).toBe(200)
      letGo()
      const statuses = (await Promise.all(first)).map(({ status }) => status)
      expect(new Set(statuses)).toEqual(new Set([200, 404, 422]))
      expect((await ask('192.0.2.99', '/v1/window-rules')).status).toBe(200)
    }))

  it('are of one client a part at most, so that it shuts nobody else out', () =>
    inWorld(async (world) => {
      const { ask, held, letGo } = stopping(world)
      const first = times(MOST_AT_ONCE.each, () => ask('192.0.2.1', '/v1/window-rules'))
      await expect.poll(() => held.length).toBe(MOST_AT_ONCE.each)
      await refusedIn(ask('192.0.2.1', '/v1/window-rules'))
      const other = ask('192.0.2.2', '/v1/window-rules')
      await expect.poll(() => held.length).toBe(MOST_AT_ONCE.each + 1)
      letGo()
      for (const { status } of await Promise.all([...first, other])) expect(status).toBe(200)
      expect((await ask('192.0.2.1', '/v1/window-rules')).status).toBe(200)
    }))

  it('are not those that wait for something to happen, nor do such take the place of others', () =>
    inWorld(async (world) => {
      const here = servicesHere(world.database)
      let tell = (): void => undefined
      const told = new Promise<void>((go) => {
        tell = go
      })
      const sleep = (): Promise<void> => told.then(() => wait(50))
      const ask = siteOver(world, { outbound: { ...here.outbound, sleep } })
      const waiting: Promise<Response>[] = []
      for (let at = 0; at <= MOST_AT_ONCE.all; at++) {
        waiting.push(ask(someone(at), '/v1/changes?wait=1'))
        await wait(5)
      }
      await expect.poll(async () => (await ask('192.0.2.1', '/v1/window-rules')).status).toBe(200)
      tell()
      for (const { status } of await Promise.all(waiting)) expect(status).toBe(200)
    }))
})

describe('requests that wait for a place', () => {
  const path = '/v1/window-rules'
  /** A site all of whose places are taken, by clients that have no share yet. */
  const full = async (world: World, line = LINE) => {
    const site = stopping(world, line)
    const first = times(MOST_AT_ONCE.all, (at) => site.ask(someone(at), path))
    await expect.poll(() => site.held.length).toBe(MOST_AT_ONCE.all)
    return { ...site, first }
  }

  it('are let in one for one, in the order that they came', () =>
    inWorld(async (world) => {
      const { ask, held, letGo, letOneGo, first } = await full(world)
      const order: number[] = []
      const waiting = times(3, (at) => ask(`198.51.100.${at}`, path).finally(() => order.push(at)))
      await wait(20)
      expect(held).toHaveLength(MOST_AT_ONCE.all)
      for (let more = 0; more < 3; more++) {
        letOneGo()
        await expect.poll(() => held.length).toBe(MOST_AT_ONCE.all)
      }
      // Those that are let in stand behind the others here: the last of them is the last one held.
      letGo()
      for (const { status } of await Promise.all([...first, ...waiting])) expect(status).toBe(200)
      expect(order).toEqual([0, 1, 2])
    }))

  it('are turned away after a while', () =>
    inWorld(async (world) => {
      const { ask, letGo, first } = await full(world, { ...LINE, ms: 50 })
      await refusedIn(ask('198.51.100.1', path))
      letGo()
      await Promise.all(first)
      expect((await ask('198.51.100.1', path)).status).toBe(200)
    }))

  it('are so many, and of one client a part at most', () =>
    inWorld(async (world) => {
      const { ask, letGo, first } = await full(world, { all: 6, each: 2, ms: 60_000 })
      const waiting = times(2, () => ask('198.51.100.1', path))
      await refusedIn(ask('198.51.100.1', path))
      for (const at of [2, 2, 3, 3]) waiting.push(ask(`198.51.100.${at}`, path))
      await refusedIn(ask('198.51.100.4', path))
      letGo()
      for (const { status } of await Promise.all([...first, ...waiting])) expect(status).toBe(200)
    }))

  it('do not keep those behind them from a place that their own client may not have', () =>
    inWorld(async (world) => {
      const { ask, held, letGo } = stopping(world, LINE)
      const own = times(MOST_AT_ONCE.each, () => ask('198.51.100.1', path))
      await expect.poll(() => held.length).toBe(MOST_AT_ONCE.each)
      const more = ask('198.51.100.1', path)
      const other = ask('198.51.100.2', path)
      await expect.poll(() => held.length).toBe(MOST_AT_ONCE.each + 1)
      letGo()
      for (const { status } of await Promise.all([...own, more, other])) expect(status).toBe(200)
    }))
})

describe('a body that does not come', () => {
  const json = { 'content-type': 'application/json' }
  /** A body that begins, and does not go on. */
  const sending = (first: string, headers: Record<string, string> = json): RequestInit => {
    const body = new ReadableStream({ start: (controller) => controller.enqueue(new TextEncoder().encode(first)) })
    return { method: 'POST', headers, body, duplex: 'half' } as RequestInit
  }

  /** Many, of whom no more than a few come at the same moment. */
  const inWaves = async <T>(count: number, make: (at: number) => T): Promise<T[]> => {
    const made: T[] = []
    for (let at = 0; at < count; at++) {
      made.push(make(at))
      if (at % 20 === 19) await wait(30)
    }
    return made
  }

  it.each(['/v1/disputes', '/v1/scores', '/mcp', '/disputes'])('to %s takes no place, and is refused in time', (path) =>
    inWorld(async (world) => {
      const ask = siteOver(world, { patienceMs: 1000 })
      const form = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': '5000' }
      const headers = path === '/disputes' ? form : json
      const sent = await inWaves(MOST_AT_ONCE.all + 20, (at) => ask(someone(at), path, sending('{', headers)))
      expect((await ask('192.0.2.1', '/v1/window-rules')).status).toBe(200)
      for (const { status } of await Promise.all(sent)) expect(status).toBe(408)
    }),
  )

  it('is awaited of one client so often, and no more', () =>
    inWorld(async (world) => {
      const ask = siteOver(world, { patienceMs: 1000 })
      const slow = await inWaves(MOST_READ.each, () => ask('192.0.2.1', '/v1/scores', sending('{')))
      await refusedIn(ask('192.0.2.1', '/v1/scores', sending('{}')))
      expect((await ask('192.0.2.2', '/v1/scores', { method: 'POST', headers: json, body: '{}' })).status).toBe(422)
      const [answer] = await Promise.all(slow)
      expect(await answer?.json()).toMatchObject({ code: 'body-too-slow', status: 408, fields: [{ field: 'body' }] })
      expect((await ask('192.0.2.1', '/v1/scores', { method: 'POST', headers: json, body: '{}' })).status).toBe(422)
    }))
})

describe('answers that are streamed', () => {
  const path = '/v1/exports/authors.csv'

  it('have places of their own, of one client a part at most, until they are read or let go', () =>
    inWorld(async (world) => {
      const ask = siteOver(world)
      const own = await Promise.all(times(MOST_STREAMS.each, () => ask('192.0.2.1', path)))
      for (const { status } of own) expect(status).toBe(200)
      await refusedIn(ask('192.0.2.1', path))
      expect((await ask('192.0.2.1', '/v1/window-rules')).status).toBe(200)
      const others = await Promise.all(times(MOST_STREAMS.all - MOST_STREAMS.each, () => ask(null, path)))
      for (const { status } of others) expect(status).toBe(200)
      await refusedIn(ask('192.0.2.2', path))
      await own[0]?.body?.cancel()
      await (await ask('192.0.2.2', path)).body?.cancel()
      expect(await others[0]?.text()).toContain('slug')
      for (let round = 0; round < 3; round++) expect(await (await ask('192.0.2.2', path)).text()).toContain('slug')
    }))

  it('are let go where nobody takes them; a HEAD has none', () =>
    inWorld(async (world) => {
      const ask = siteOver(world, { patienceMs: 300 })
      for (let at = 0; at <= MOST_STREAMS.each; at++)
        expect((await ask('192.0.2.1', path, { method: 'HEAD' })).status).toBe(200)
      const own = await Promise.all(times(MOST_STREAMS.each, () => ask('192.0.2.1', path)))
      await refusedIn(ask('192.0.2.1', path))
      await expect.poll(async () => (await ask('192.0.2.1', path)).status, { timeout: 3000 }).toBe(200)
      await expect(own[0]?.text()).rejects.toThrow('took nothing')
    }))
})
