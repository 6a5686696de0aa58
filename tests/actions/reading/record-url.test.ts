import { describe, expect, it } from 'vitest'
import type { Services } from '../../../src/actions/context.ts'
import { recordCommentary } from '../../../src/actions/reading/record-commentary.ts'
import { recordUrl, type Said, type UrlInput } from '../../../src/actions/reading/record-url.ts'
import { recordCollection } from '../../../src/actions/record-collection.ts'
import { sha256 } from '../../../src/core/ledger/digest.ts'
import { collectionsOfCommentary } from '../../../src/storage/collections.ts'
import { listCommentaries, newestText } from '../../../src/storage/commentaries.ts'
import { placesOf } from '../../../src/storage/places.ts'
import { newestReading, newestRun } from '../../../src/storage/readings.ts'
import { prose } from '../../core/fetching/prose.ts'
import { day, inWorld, REVIEWER, type World } from '../../support/embedded.ts'
import { type Page, type Press, type Reply, withPress } from '../../support/press.ts'
import { type Clock, servicesOver } from '../../support/press-services.ts'
import { pieceOf } from '../story.ts'

const NOW = '2026-01-06T12:00:00.000Z'
const all = { limit: 50, cursor: null }
const told: Said = { publishedOn: day('2026-01-05'), bylines: ['Ada'] }

type Scene = {
  world: World
  press: Press
  clock: Clock
  services: Services
  record: (path: string, more?: Partial<UrlInput>) => ReturnType<typeof recordUrl>
  count: () => Promise<number>
}

const scene = (pages: Record<string, Page>, test: (scene: Scene) => Promise<void>) =>
  withPress(pages, (press) =>
    inWorld(async (world) => {
      const clock = { now: NOW }
      const services = servicesOver(world, [press], clock)
      const record: Scene['record'] = (path, more = {}) =>
        recordUrl(services, REVIEWER, { url: `${press.origin}${path}`, told, hints: {}, ...more })
      const count = async () => (await listCommentaries(world.tx, { sourceId: null }, all)).items.length
      await test({ world, press, clock, services, record, count })
    }),
  )

const plain = (body: string, headers: Record<string, string> = {}): Page => ({
  body,
  headers: { 'content-type': 'text/plain; charset=utf-8', ...headers },
})
const article = prose(1, 300)
const dayOfFeed = (on: string) => ({ on: day(on), earliest: day(on), latest: day(on), evidence: 'the feed' })

const html = (
  head: string,
  body = `<article><h1>Rain ahead</h1>${prose(3, 400).replace(/[^.]+\./g, '<p>$&</p>')}</article>`,
): Reply => ({
  body: `<!doctype html><html lang="en"><head><title>Rain ahead</title>${head}</head><body><nav>Home</nav>${body}</body></html>`,
})
const dated = '<meta property="article:published_time" content="2026-01-04T09:00:00Z">'

describe('a page of HTML', () => {
  it('tells its own title, author and day; what is boilerplate stays out of its text', () =>
    scene({}, async ({ world, press, record }) => {
      const facts = {
        '@context': 'https://schema.org',
        '@type': 'NewsArticle',
        author: { '@type': 'Person', name: 'Ada Quill' },
      }
      press.pages.set('/a', html(`${dated}<script type="application/ld+json">${JSON.stringify(facts)}</script>`))
      const { commentary } = await record('/a', { told: {} })
      expect(commentary).toMatchObject({
        title: 'Rain ahead',
        publishedOn: '2026-01-04',
        bylines: [{ name: 'Ada Quill' }],
      })
      expect((await newestText(world.tx, commentary.id))?.text).not.toContain('Home')
    }))

  it('is known by the canonical address that it declares on its own site, and not by one elsewhere', () =>
    scene({}, async ({ world, press, record, count }) => {
      press.pages.set('/a', html(`${dated}<link rel="canonical" href="/real">`))
      const { commentary } = await record('/a')
      expect(commentary.url).toBe(`${press.origin}/real`)
      press.pages.set(
        '/b',
        html(`${dated}<link rel="canonical" href="${press.origin}/real">`, `<p>${prose(4, 200)}</p>`),
      )
      expect((await record('/b')).commentary.id).toBe(commentary.id)
      press.pages.set(
        '/c',
        html(`${dated}<link rel="canonical" href="https://example.org/real">`, `<p>${prose(5, 200)}</p>`),
      )
      const { commentary: other } = await record('/c')
      expect(other.url).toBe(`${press.origin}/c`)
      expect(await placesOf(world.tx, other.id)).toMatchObject([{ claimedUrl: 'https://example.org/real' }])
      expect(await count()).toBe(2)
    }))

  it.each<[string, (meta: string) => Page]>([
    ['plainly', (meta) => html(`${dated}${meta}`)],
    ['in another encoding', (meta) => ({ body: Buffer.from(`\uFEFF${html(meta).body}`, 'utf16le') })],
    ['as XHTML', (meta) => ({ ...html(`${dated}${meta}`), headers: { 'content-type': 'application/xhtml+xml' } })],
  ])('is not kept where its head forbids it, %s', (_, make) =>
    scene(
      { '/a': make('<meta name="tdm-reservation" content="1">'), '/b': make('<meta name="robots" content="noai">') },
      async ({ record, count }) => {
        for (const path of ['/a', '/b']) await expect(record(path)).rejects.toMatchObject({ code: 'fetch-refused' })
        expect(await count()).toBe(0)
      },
    ),
  )
})

describe('recordUrl', () => {
  it('keeps the piece, and the place with its own moment', () =>
    scene({}, async ({ world, press, record }) => {
      const validators = { etag: '"v1"', 'last-modified': 'Mon, 05 Jan 2026 09:00:00 GMT' }
      press.pages.set('/short', { status: 301, headers: { location: '/a?utm_source=x' } })
      press.pages.set('/a?utm_source=x', plain(article, validators))
      const { commentary, created } = await record('/short')
      expect(created).toBe(true)
      expect(commentary).toMatchObject({
        url: `${press.origin}/a`,
        publishedOn: '2026-01-05',
        recordedAt: NOW,
        bylines: [{ name: 'Ada' }],
      })
      expect(await placesOf(world.tx, commentary.id)).toMatchObject([
        {
          askedUrl: `${press.origin}/short`,
          url: `${press.origin}/a?utm_source=x`,
          canonicalUrl: `${press.origin}/a`,
          claimedUrl: null,
          status: 200,
          mediaType: 'text/plain; charset=utf-8',
          etag: '"v1"',
          lastModified: validators['last-modified'],
          bytesSha256: await sha256(article),
          joinedBy: 'new',
          resemblance: null,
          fetchedAt: NOW,
        },
      ])
    }))

  it('is the same piece at the same canonical address, whatever it says by then', () =>
    scene({ '/a': plain(article), '/a?fbclid=1': plain(`${article} Corrected.`) }, async ({ world, record, count }) => {
      const first = await record('/a')
      const again = await record('/a?fbclid=1')
      expect(again).toEqual({ commentary: first.commentary, created: false })
      expect((await placesOf(world.tx, first.commentary.id)).map(({ joinedBy }) => joinedBy)).toEqual([
        'new',
        'canonical-url',
      ])
      expect(await count()).toBe(1)
      // The same bytes at the same address say nothing new.
      await record('/a')
      expect(await placesOf(world.tx, first.commentary.id)).toHaveLength(2)
    }))

  it('extracts a piece once, and never a copy of it', () =>
    scene({ '/a': plain(article), '/b': plain(`Home. ${article}`) }, async ({ world, services, record }) => {
      const { extract } = services
      const texts: string[] = []
      services.extract = (text, on) => {
        texts.push(text)
        return extract(text, on)
      }
      const { commentary } = await record('/a')
      const [run, reading] = [await newestRun(world.tx, commentary.id), await newestReading(world.tx, commentary.id)]
      expect(run).toMatchObject({ mode: 'built-in', textVersion: 1, recordedAt: NOW })
      expect(reading).toMatchObject({ reader: 'text-1', taken: ['language'] })
      for (const path of ['/a', '/b']) expect((await record(path)).created).toBe(false)
      expect(texts).toEqual([article])
      expect(await newestRun(world.tx, commentary.id)).toEqual(run)
      expect(await newestReading(world.tx, commentary.id)).toEqual(reading)
    }))

  it.each<[string, string, string]>([
    ['bytes', article, article],
    ['text', article, article.toUpperCase().replaceAll(' ', '\n')],
    ['resemblance', article, `Subscribe to our letter. ${article} All rights reserved by the paper.`],
  ])('is the same piece elsewhere by its %s', (joinedBy, here, there) =>
    withPress({ '/b': plain(there) }, (other) =>
      scene({ '/a': plain(here) }, async ({ world, services, press, record, count }) => {
        const first = await record('/a')
        const over = servicesOver(world, [press, other], { now: NOW })
        const input = { url: `${other.origin}/b`, told, hints: {} }
        const second = await recordUrl({ ...services, outbound: over.outbound }, REVIEWER, input)
        expect(second).toEqual({ commentary: first.commentary, created: false })
        expect(await count()).toBe(1)
        const [, place] = await placesOf(world.tx, first.commentary.id)
        expect(place).toMatchObject({ joinedBy, url: `${other.origin}/b` })
        expect(place?.resemblance === null).toBe(joinedBy !== 'resemblance')
        // From then on that address leads to it too.
        other.pages.set('/b', plain(prose(9, 300)))
        expect((await recordUrl({ ...services, outbound: over.outbound }, REVIEWER, input)).created).toBe(false)
      }),
    ),
  )

  it.each<[string, string, Said]>([
    ['other words', prose(2, 300), told],
    ['an author of its own', `Subscribe. ${article}`, { ...told, bylines: ['Ben'] }],
    ['another day', `Subscribe. ${article}`, { ...told, publishedOn: day('2025-12-20') }],
  ])('is another piece with %s', (_, text, how) =>
    scene({ '/a': plain(article), '/b': plain(text) }, async ({ record, count }) => {
      await record('/a')
      expect((await record('/b', { told: how })).created).toBe(true)
      expect(await count()).toBe(2)
    }),
  )

  it('joins what was sent as text before', () =>
    scene({ '/a': plain(`Home. ${article}`) }, async ({ world, record, count }) => {
      const sent = pieceOf({ on: '2026-01-05', quote: article, end: null, by: ['Ada'], piece: { text: article } })
      const { commentary } = await recordCommentary(world.at('2026-01-05'), sent)
      expect(await record('/a')).toEqual({ commentary, created: false })
      expect(await count()).toBe(1)
    }))

  it('joins a sent text by its words, also of nobody and of no title', () =>
    scene({ '/a': plain(article.replaceAll(' ', '  ')) }, async ({ world, record }) => {
      const sent = pieceOf({ on: '2025-06-05', quote: article, end: null, piece: { text: article, bylines: [] } })
      const { commentary } = await recordCommentary(world.at('2025-06-05'), sent)
      const joined = await record('/a', { told: { publishedOn: day('2026-01-05') } })
      expect(joined).toEqual({ commentary, created: false })
      expect(await placesOf(world.tx, commentary.id)).toMatchObject([{ joinedBy: 'text' }])
    }))

  it('does not let a sent text take the address of a page', () =>
    scene({ '/a': plain(article) }, async ({ world, press, record, count }) => {
      const piece = { text: prose(8, 200), url: `${press.origin}/a`, bylines: [] }
      await recordCommentary(world.at('2026-01-05'), pieceOf({ on: '2026-01-05', quote: piece.text, end: null, piece }))
      expect((await record('/a')).created).toBe(true)
      expect(await count()).toBe(2)
    }))

  it('joins the collection named, also the second time', () =>
    scene({ '/a': plain(article) }, async ({ world, record }) => {
      const papers = { name: 'Papers', rule: 'every op-ed', readWhole: true, caveat: null }
      const { collection } = await recordCollection(world.at('2026-01-01'), papers)
      const { commentary } = await record('/a')
      await record('/a', { collection: 'papers' })
      expect(await collectionsOfCommentary(world.tx, commentary.id)).toEqual([collection.id])
    }))

  it('takes the rest from the feed, and the sender before both', () =>
    scene({ '/a': plain(article), '/b': plain(prose(2, 300)) }, async ({ record }) => {
      const hints = {
        published: dayOfFeed('2026-01-04'),
        title: 'From the feed',
        bylines: ['Eve'],
        publisher: 'Gazette',
      }
      const { commentary: fed } = await record('/a', { told: {}, hints })
      expect(fed).toMatchObject({ publishedOn: '2026-01-04', title: 'From the feed', publisher: 'Gazette' })
      expect(fed.bylines).toMatchObject([{ name: 'Eve' }])
      const { commentary: sent } = await record('/b', { told: { ...told, title: 'As told' }, hints })
      expect(sent).toMatchObject({ publishedOn: '2026-01-05', title: 'As told', bylines: [{ name: 'Ada' }] })
    }))

  it.each<[string, Page, Partial<UrlInput>, string, string]>([
    ['no date', plain(article), { told: {} }, 'invalid-input', 'publishedOn'],
    [
      'a date to come in the feed',
      plain(article),
      { told: {}, hints: { published: dayOfFeed('2026-02-01') } },
      'invalid-input',
      'publishedOn',
    ],
    ['no such page', { status: 404 }, {}, 'fetch-failed', 'url'],
    ['an error of the site', { status: 500 }, {}, 'fetch-failed', 'url'],
    [
      'no text in it',
      { body: new Uint8Array([0x25, 0x50, 0x44, 0x46, 0, 1, 2]), headers: { 'content-type': 'application/pdf' } },
      {},
      'unsupported-media-type',
      'url',
    ],
    ['more than 2 MB', plain('word '.repeat(500_000)), {}, 'fetch-failed', 'url'],
    [
      'a redirect into this network',
      { status: 302, headers: { location: 'http://192.168.0.1/' } },
      {},
      'address-refused',
      'url',
    ],
    [
      'a redirect to a file',
      { status: 302, headers: { location: 'file:///etc/passwd' } },
      {},
      'address-refused',
      'url',
    ],
    [
      'hardly any words',
      html(dated, '<div id="root">Please enable JavaScript to continue reading.</div>'),
      {},
      'invalid-input',
      'url',
    ],
    ['fewer than 40 words', plain(prose(1, 39)), {}, 'invalid-input', 'url'],
    [
      'a reservation in its head',
      { body: '<html><head><meta name="robots" content="noai"></head><body>Text.</body></html>' },
      {},
      'fetch-refused',
      'url',
    ],
  ])('records nothing of a page with %s', (_, page, more, code, field) =>
    scene({ '/a': page }, async ({ record, count }) => {
      await expect(record('/a', more)).rejects.toMatchObject({ code, fields: [{ field }] })
      expect(await count()).toBe(0)
    }),
  )
})
