import { describe, expect, it } from 'vitest'
import type { Services } from '../../../src/actions/context.ts'
import { type Reads, visit } from '../../../src/actions/reading/visit.ts'
import { claimSlot, findHost } from '../../../src/storage/hosts.ts'
import { instant, inWorld, type World } from '../../support/embedded.ts'
import { type Page, type Press, withPress } from '../../support/press.ts'
import { type Clock, servicesOver } from '../../support/press-services.ts'

const ASK = { accept: 'text/html', maxBytes: 10_000 }
const NOW = '2026-01-05T12:00:00.000Z'

type Scene = {
  world: World
  press: Press
  clock: Clock
  services: Services
  go: (path: string, reads?: Reads) => Promise<unknown>
}

/** A visitor before a press, at noon, who leaves hosts no gap unless told to. */
const scene = (
  pages: Record<string, Page>,
  test: (scene: Scene) => Promise<void>,
  options: { gapMs?: number; dice?: number } = {},
) =>
  withPress(pages, (press) =>
    inWorld(async (world) => {
      const clock = { now: NOW }
      const services = servicesOver(world, [press], clock, options)
      const go = (path: string, reads: Reads = 'page') => visit(services, `${press.origin}${path}`, ASK, reads)
      await test({ world, press, clock, services, go })
    }),
  )

const robots = (body: string): Page => ({ headers: { 'content-type': 'text/plain' }, body })
const refusal = (pattern: RegExp) => ({ code: 'fetch-refused', message: expect.stringMatching(pattern) })

describe('robots.txt', () => {
  it('is read once a day, before the page', () =>
    scene({ '/a': { body: 'A' }, '/b': { body: 'B' } }, async ({ press, clock, go }) => {
      await go('/a')
      await go('/b')
      expect(press.asked).toEqual(['/robots.txt', '/.well-known/tdmrep.json', '/a', '/b'])
      clock.now = '2026-01-06T12:00:00.000Z'
      await go('/a')
      expect(press.asked.slice(4)).toEqual(['/robots.txt', '/.well-known/tdmrep.json', '/a'])
    }))

  it('keeps us off what it disallows, without asking for it', () =>
    scene({ '/robots.txt': robots('User-agent: *\nDisallow: /private') }, async ({ press, go }) => {
      await expect(go('/private/a')).rejects.toMatchObject(refusal(/robots\.txt keeps robots off/))
      expect(press.asked).not.toContain('/private/a')
    }))

  it.each([404, 403, 401, 410])('that answers %i allows everything', (status) =>
    scene({ '/robots.txt': { status }, '/a': { body: 'A' } }, async ({ go }) => {
      await expect(go('/a')).resolves.toMatchObject({ status: 200 })
    }),
  )

  it.each([500, 503, 429])('that answers %i keeps us off until it can be read', (status) =>
    scene({ '/robots.txt': { status }, '/a': { body: 'A' } }, async ({ press, clock, go }) => {
      await expect(go('/a')).rejects.toMatchObject({ code: 'fetch-failed', message: expect.stringMatching(/robots/) })
      await expect(go('/a')).rejects.toMatchObject({ code: 'fetch-failed' })
      expect(press.asked).toEqual(['/robots.txt'])
      press.pages.delete('/robots.txt')
      clock.now = '2026-01-05T12:10:00.000Z'
      await expect(go('/a')).resolves.toMatchObject({ status: 200 })
    }),
  )

  it('is followed over redirects, and read to 500 KB', () =>
    scene(
      {
        '/robots.txt': { status: 301, headers: { location: '/real.txt' } },
        '/real.txt': robots(`User-agent: *\nDisallow: /a\n${'#'.repeat(600_000)}\nDisallow: /b`),
        '/b': { body: 'B' },
      },
      async ({ go }) => {
        await expect(go('/a')).rejects.toMatchObject({ code: 'fetch-refused' })
        await expect(go('/b')).resolves.toMatchObject({ status: 200 })
      },
    ))

  it('of a host that a redirect leads to counts as well', () =>
    withPress({ '/robots.txt': robots('User-agent: *\nDisallow: /') }, (other) =>
      withPress({ '/a': { status: 302, headers: { location: `${other.origin}/b` } } }, (press) =>
        inWorld(async (world) => {
          const services = servicesOver(world, [press, other], { now: NOW })
          await expect(visit(services, `${press.origin}/a`, ASK, 'page')).rejects.toMatchObject(refusal(/robots/))
          expect(other.asked).toEqual(['/robots.txt'])
        }),
      ),
    ))
})

describe('a reservation', () => {
  it.each<[string, Record<string, Page>, RegExp]>([
    [
      'of tdmrep.json',
      { '/.well-known/tdmrep.json': { body: '[{"location":"/a","tdm-reservation":1}]' }, '/a': { body: 'A' } },
      /tdmrep\.json/,
    ],
    ['of the header tdm-reservation', { '/a': { body: 'A', headers: { 'tdm-reservation': '1' } } }, /tdm-reservation/],
    ['of X-Robots-Tag', { '/a': { body: 'A', headers: { 'x-robots-tag': 'noai' } } }, /noai/],
  ])('%s is respected', (_, pages, reason) =>
    scene(pages, async ({ go }) => {
      await expect(go('/a')).rejects.toMatchObject(refusal(reason))
      // A feed only says what there is: its text is not kept.
      await expect(go('/a', 'feed')).resolves.toMatchObject({ status: 200 })
    }),
  )
})

describe('the gap', () => {
  it('is kept by claims alone, one after the other, in whatever worker', () =>
    inWorld(async ({ tx }) => {
      const claim = (now: string, patienceMs = 15_000) =>
        claimSlot(tx, { origin: 'https://example.org', now: instant(now), gapMs: 5000, patienceMs })
      expect(await claim(NOW)).toEqual({ granted: true, at: NOW })
      expect(await claim(NOW)).toEqual({ granted: true, at: '2026-01-05T12:00:05.000Z' })
      expect(await claim('2026-01-05T12:00:01.000Z')).toEqual({ granted: true, at: '2026-01-05T12:00:10.000Z' })
      expect(await claim('2026-01-05T12:00:01.000Z', 10_000)).toEqual({
        granted: false,
        at: '2026-01-05T12:00:15.000Z',
      })
      expect(await claim('2026-01-05T13:00:00.000Z')).toEqual({ granted: true, at: '2026-01-05T13:00:00.000Z' })
    }))

  it('is waited for when it is near, and put off when it is far', () =>
    scene(
      { '/a': { body: 'A' } },
      async ({ world, press, clock, services, go }) => {
        await go('/a')
        await go('/a')
        const host = await findHost(world.tx, press.origin)
        expect(host?.nextAllowedAt).toBe('2026-01-05T12:00:00.200Z')
        services.outbound.gapMs = 60_000
        clock.now = '2026-01-05T12:00:01.000Z'
        await go('/a')
        await expect(go('/a')).rejects.toMatchObject({
          code: 'fetch-later',
          retryAt: '2026-01-05T12:01:01.000Z',
          asked: false,
        })
        expect(press.asked.filter((path) => path === '/a')).toHaveLength(3)
      },
      { gapMs: 100 },
    ))

  it('is as long as the robots.txt asks', () =>
    scene(
      { '/robots.txt': robots('User-agent: *\nCrawl-delay: 30'), '/a': { body: 'A' } },
      async ({ world, press, go }) => {
        await go('/a')
        expect((await findHost(world.tx, press.origin))?.nextAllowedAt).toBe('2026-01-05T12:00:30.000Z')
      },
      { gapMs: 1000 },
    ))
})

describe('a host that says it is busy', () => {
  it('is left alone as long as it asks', () =>
    scene({ '/a': { status: 429, headers: { 'retry-after': '600' } } }, async ({ press, clock, go }) => {
      const retryAt = '2026-01-05T12:10:00.000Z'
      await expect(go('/a')).rejects.toMatchObject({ code: 'fetch-later', retryAt, asked: true })
      await expect(go('/a')).rejects.toMatchObject({ code: 'fetch-later', retryAt, asked: false })
      expect(press.asked.filter((path) => path === '/a')).toHaveLength(1)
      press.pages.set('/a', { body: 'A' })
      clock.now = retryAt
      await expect(go('/a')).resolves.toMatchObject({ status: 200 })
    }))

  it('is left alone longer each time, by dice, until it answers', () =>
    scene(
      { '/a': { status: 503 } },
      async ({ world, press, clock, go }) => {
        for (const [now, until] of [
          ['2026-01-05T12:00:00.000Z', '2026-01-05T12:00:30.000Z'],
          ['2026-01-05T12:01:00.000Z', '2026-01-05T12:02:00.000Z'],
          ['2026-01-05T12:02:00.000Z', '2026-01-05T12:04:00.000Z'],
        ]) {
          clock.now = now ?? ''
          await expect(go('/a')).rejects.toMatchObject({ code: 'fetch-later', retryAt: until })
        }
        press.pages.set('/a', { body: 'A' })
        clock.now = '2026-01-05T13:00:00.000Z'
        await go('/a')
        expect((await findHost(world.tx, press.origin))?.failures).toBe(0)
      },
      { dice: 0.5 },
    ))
})

it('hands on an answer that is no page, whatever it reserves', () =>
  scene({ '/a': { status: 404, headers: { 'x-robots-tag': 'noindex' } } }, async ({ go }) => {
    await expect(go('/a')).resolves.toMatchObject({ status: 404 })
  }))

it('sends nothing to a refused address, not even for its robots.txt', () =>
  scene({}, async ({ world, press, services }) => {
    for (const url of ['http://127.0.0.1:1/', 'http://10.0.0.1/', 'file:///etc/passwd']) {
      await expect(visit(services, url, ASK, 'page')).rejects.toMatchObject({ code: 'address-refused' })
    }
    expect(press.asked).toEqual([])
    expect(await findHost(world.tx, 'http://10.0.0.1')).toBeNull()
  }))
