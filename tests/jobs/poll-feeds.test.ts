import { describe, expect, it } from 'vitest'
import type { Services } from '../../src/actions/context.ts'
import { changeFeedStatus, recordFeed } from '../../src/actions/reading/manage-feeds.ts'
import { recordCollection } from '../../src/actions/record-collection.ts'
import type { Feed, FeedEntry } from '../../src/core/feed.ts'
import { pollFeeds } from '../../src/jobs/poll-feeds.ts'
import { collectionsOfCommentary } from '../../src/storage/collections.ts'
import { findCommentary, listCommentaries } from '../../src/storage/commentaries.ts'
import { claimDueEntry, listEntries } from '../../src/storage/feed-entries.ts'
import { claimDueFeed, findFeed } from '../../src/storage/feeds.ts'
import { listRuns } from '../../src/storage/job-runs.ts'
import { prose } from '../core/fetching/prose.ts'
import { instant, inWorld, REVIEWER, type World } from '../support/embedded.ts'
import { type Page, type Press, withPress } from '../support/press.ts'
import { type Clock, servicesOver } from '../support/press-services.ts'

const NOON = '2026-01-06T12:00:00.000Z'
const all = { limit: 200, cursor: null }

type Scene = {
  world: World
  press: Press
  clock: Clock
  services: Services
  feed: Feed
  /** Runs the job at an instant. */
  runAt: (at: string) => ReturnType<typeof pollFeeds>
  entries: () => Promise<FeedEntry[]>
  now: () => Promise<Feed>
}

const item = (n: number, more = ''): string =>
  `<item><title>Piece ${n}</title><link>/p/${n}</link><guid isPermaLink="false">g${n}</guid>
   <pubDate>Mon, 05 Jan 2026 10:00:00 GMT</pubDate><author>a@example.org (Ada Quill)</author>${more}</item>`
const feedOf = (numbers: number[], channel = ''): string =>
  `<rss version="2.0"><channel><title>Opinion</title>${channel}${numbers.map((n) => item(n)).join('')}</channel></rss>`
const xml = (body: string, headers: Record<string, string> = {}): Page => ({
  body,
  headers: { 'content-type': 'application/rss+xml', ...headers },
})
const plain = (body: string): Page => ({ body, headers: { 'content-type': 'text/plain' } })

/** A press with a feed of three pieces, and the feed recorded. */
const scene = (
  test: (scene: Scene) => Promise<void>,
  { pages = {}, gapMs = 0 }: { pages?: Record<string, Page>; gapMs?: number } = {},
) => {
  const three = { '/p/1': plain(prose(1, 120)), '/p/2': plain(prose(2, 120)), '/p/3': plain(prose(3, 120)) }
  return withPress({ '/feed': xml(feedOf([1, 2, 3])), ...three, ...pages }, (press) =>
    inWorld(async (world) => {
      const clock = { now: NOON }
      const services = servicesOver(world, [press], clock, { gapMs })
      const { feed } = await recordFeed(world.at(NOON), { url: `${press.origin}/feed`, publisher: 'Gazette' })
      const runAt: Scene['runAt'] = (at) => {
        clock.now = at
        return pollFeeds(services, REVIEWER, instant(at))
      }
      const entries = async () =>
        (await listEntries(world.tx, { feedId: feed.id, status: null }, all)).items.sort((a, b) =>
          a.guid < b.guid ? -1 : 1,
        )
      const now = async () => {
        const found = await findFeed(world.tx, feed.id)
        if (!found) throw new Error('the feed is gone')
        return found
      }
      await test({ world, press, clock, services, feed, runAt, entries, now })
    }),
  )
}

const lastRun = async ({ tx }: World) =>
  (await listRuns(tx, { job: null, status: null, now: instant(NOON) }, all)).items[0]

const statuses = (entries: FeedEntry[]): string[] => entries.map(({ status }) => status)

describe('pollFeeds', () => {
  it('records what a feed announces, with what the feed says of it', () =>
    scene(async ({ world, runAt, entries, now }) => {
      expect(await runAt(NOON)).toMatchObject({ polled: 1, announced: 3, recorded: 3, failed: 0 })
      const [first, ...others] = await entries()
      expect(statuses(others)).toEqual(['recorded', 'recorded'])
      expect(first).toMatchObject({ status: 'recorded', title: 'Piece 1', authors: ['Ada Quill'], attempts: 1 })
      expect(await findCommentary(world.tx, first?.commentaryId ?? '')).toMatchObject({
        title: 'Piece 1',
        publisher: 'Gazette',
        publishedOn: '2026-01-05',
        bylines: [{ name: 'Ada Quill' }],
        recordedAt: NOON,
      })
      expect(await now()).toMatchObject({ title: 'Opinion', polledAt: NOON, failures: 0, lastError: null })
      expect(await lastRun(world)).toMatchObject({ job: 'poll-feeds', status: 'done', finishedAt: NOON, error: null })
    }))

  it('gives a piece that nothing dates the time between two polls', () =>
    scene(async ({ world, press, runAt, entries }) => {
      const undated = (n: number): string => `<item><link>/p/${n}</link><guid isPermaLink="false">g${n}</guid></item>`
      const feed = (items: string): Page => xml(`<rss version="2.0"><channel><title>x</title>${items}</channel></rss>`)
      press.pages.set('/feed', feed(undated(1)))
      await runAt(NOON)
      press.pages.set('/feed', feed(undated(2) + undated(1)))
      await runAt('2026-01-08T12:00:00.000Z')
      const [first, second] = await entries()
      expect(first?.published).toMatchObject({
        evidence: 'no day stated; seen in the feed on 2026-01-06, when it was first read',
      })
      expect(second?.published).toMatchObject({
        evidence: 'no day stated; seen in the feed on 2026-01-08, not yet on 2026-01-06',
      })
      const recorded = await Promise.all(
        [first, second].map((entry) => findCommentary(world.tx, entry?.commentaryId ?? '')),
      )
      expect(recorded).toMatchObject([
        { publishedOn: '2026-01-06', published: { earliest: '2025-01-06T00:00:00.000Z' } },
        { publishedOn: '2026-01-08', published: { earliest: '2026-01-06T00:00:00.000Z' } },
      ])
    }))

  it('records both pieces that a feed gives one id, and neither for the account that posted it', () =>
    scene(async ({ world, press, runAt, entries }) => {
      const posted = item(1, '').replace('a@example.org (Ada Quill)', 'x@example.org (hpadmin)')
      const items = `${posted}${posted.replace('/p/1', '/p/2')}`
      press.pages.set('/feed', xml(`<rss version="2.0"><channel><title>x</title>${items}</channel></rss>`))
      expect(await runAt(NOON)).toMatchObject({ announced: 2, recorded: 2 })
      expect(await runAt('2026-01-06T14:00:00.000Z')).toMatchObject({ announced: 0 })
      const found = await Promise.all(
        (await entries()).map(({ commentaryId }) => findCommentary(world.tx, commentaryId ?? '')),
      )
      expect(found).toMatchObject([{ bylines: [] }, { bylines: [] }])
    }))

  it('asks again when due, for news alone', () =>
    scene(async ({ press, runAt, now }) => {
      press.pages.set('/feed', (request) =>
        request.headers['if-none-match'] === '"1"' && request.headers['if-modified-since']
          ? { status: 304 }
          : (xml(feedOf([1]), { etag: '"1"', 'last-modified': 'Mon, 05 Jan 2026 10:00:00 GMT' }) as object),
      )
      await runAt(NOON)
      // Hourly where the feed does not say, a tenth of it spread by dice.
      expect((await now()).nextPollAt).toBe('2026-01-06T13:03:00.000Z')
      expect(await runAt('2026-01-06T13:00:00.000Z')).toMatchObject({ polled: 0 })
      expect(await runAt('2026-01-06T13:10:00.000Z')).toMatchObject({ polled: 1, announced: 0 })
      expect(await now()).toMatchObject({ etag: '"1"', polledAt: '2026-01-06T13:10:00.000Z' })
      press.pages.set('/feed', xml(feedOf([1, 2])))
      expect(await runAt('2026-01-06T14:20:00.000Z')).toMatchObject({ announced: 1, recorded: 1 })
    }))

  it.each<[string, Record<string, string>, string]>([
    ['<ttl>120</ttl>', {}, '2026-01-06T14:06:00.000Z'],
    ['<ttl>1</ttl>', {}, '2026-01-06T12:15:45.000Z'],
    ['<ttl>100000</ttl>', {}, '2026-01-07T13:12:00.000Z'],
    ['', { 'cache-control': 'max-age=7200' }, '2026-01-06T14:06:00.000Z'],
  ])('keeps to the pace the feed asks for: %s %j', (channel, headers, nextPollAt) =>
    scene(async ({ press, runAt, now }) => {
      press.pages.set('/feed', xml(feedOf([1], channel), headers))
      await runAt(NOON)
      expect((await now()).nextPollAt).toBe(nextPollAt)
    }),
  )

  it('runs a scheduled instant once', () =>
    scene(async ({ runAt }) => {
      expect(await runAt(NOON)).toMatchObject({ polled: 1 })
      expect(await runAt(NOON)).toBeNull()
    }))

  it('reads for the collection of the feed', () =>
    scene(async ({ world, press, runAt }) => {
      const papers = { name: 'Papers', rule: 'every op-ed', readWhole: true, caveat: null }
      const { collection } = await recordCollection(world.at('2026-01-01'), papers)
      press.pages.set('/other', xml(feedOf([1])))
      await recordFeed(world.at(NOON), { url: `${press.origin}/other`, collection: 'papers' })
      await runAt(NOON)
      const { items } = await listCommentaries(world.tx, { sourceId: null }, all)
      const joined = await Promise.all(items.map(({ id }) => collectionsOfCommentary(world.tx, id)))
      // Piece 1 stands in both feeds, once.
      expect(items).toHaveLength(3)
      expect(joined.flat()).toEqual([collection.id])
    }))
})

describe('a feed in trouble', () => {
  it.each<[string, Page, RegExp]>([
    ['is no feed', plain('<html>'), /no RSS, Atom or JSON feed/],
    ['is broken off', xml('<rss version="2.0"><channel><item>'), /broken/],
    ['is not there', { status: 404 }, /answered 404/],
    ['is too large', xml(`<rss>${' '.repeat(5_100_000)}</rss>`), /larger than 5 MB/],
  ])('that %s shows its error and is left alone longer each time', (_, page, detail) =>
    scene(
      async ({ runAt, now }) => {
        expect(await runAt(NOON)).toMatchObject({ polled: 1, failedPolls: 1, announced: 0 })
        expect(await now()).toMatchObject({ status: 'active', failures: 1, polledAt: null })
        expect((await now()).lastError).toMatchObject({ code: 'fetch-failed', detail: expect.stringMatching(detail) })
        await runAt('2026-01-06T12:20:00.000Z')
        await runAt('2026-01-06T12:40:00.000Z')
        await runAt('2026-01-06T13:20:00.000Z')
        // 15 minutes · 2³ · ½, from the fourth failure on.
        expect(await now()).toMatchObject({ failures: 4, nextPollAt: '2026-01-06T14:20:00.000Z' })
      },
      { pages: { '/feed': page } },
    ),
  )

  it('recovers', () =>
    scene(
      async ({ press, runAt, now }) => {
        await runAt(NOON)
        press.pages.set('/feed', xml(feedOf([1])))
        expect(await runAt('2026-01-06T12:20:00.000Z')).toMatchObject({ announced: 1 })
        expect(await now()).toMatchObject({ failures: 0, lastError: null })
      },
      { pages: { '/feed': { status: 500 } } },
    ))

  it('that is gone is asked no more, until somebody sets it going', () =>
    scene(
      async ({ world, press, feed, runAt, now }) => {
        await runAt(NOON)
        expect(await now()).toMatchObject({ status: 'gone', lastError: { detail: expect.stringMatching(/410/) } })
        expect(await runAt('2026-02-01T12:00:00.000Z')).toMatchObject({ polled: 0 })
        press.pages.set('/feed', xml(feedOf([1])))
        await changeFeedStatus(world.at('2026-02-01'), { feedId: feed.id, status: 'active' })
        expect(await runAt('2026-02-01T12:10:00.000Z')).toMatchObject({ polled: 1, announced: 1 })
      },
      { pages: { '/feed': { status: 410 } } },
    ))

  it('that moved for good is asked at its new address; one that moved for a while is not', () =>
    scene(
      async ({ press, runAt, now }) => {
        await runAt(NOON)
        expect((await now()).url).toBe(`${press.origin}/moved`)
        press.pages.set('/moved', { status: 302, headers: { location: '/for-a-while' } })
        press.pages.set('/for-a-while', xml(feedOf([1])))
        await runAt('2026-01-06T14:00:00.000Z')
        expect(await now()).toMatchObject({ url: `${press.origin}/moved`, failures: 0 })
      },
      {
        pages: {
          '/feed': { status: 308, headers: { location: '/step' } },
          '/step': { status: 301, headers: { location: '/moved' } },
          '/moved': xml(feedOf([1])),
        },
      },
    ))

  it('whose host is busy waits as long as it asks', () =>
    scene(
      async ({ runAt, now }) => {
        expect(await runAt(NOON)).toMatchObject({ failedPolls: 1 })
        expect(await now()).toMatchObject({ nextPollAt: '2026-01-06T14:00:00.000Z', failures: 1 })
      },
      { pages: { '/feed': { status: 429, headers: { 'retry-after': '7200' } } } },
    ))

  it('that is paused is left alone, with the entries that wait', () =>
    scene(
      async ({ world, feed, runAt, entries }) => {
        await runAt(NOON)
        await changeFeedStatus(world.at(NOON), { feedId: feed.id, status: 'paused' })
        expect(await runAt('2026-01-06T15:00:00.000Z')).toMatchObject({ polled: 0, postponed: 0 })
        await changeFeedStatus(world.at(NOON), { feedId: feed.id, status: 'active' })
        expect(await runAt('2026-01-06T16:00:00.000Z')).toMatchObject({ polled: 1, postponed: 1 })
        expect(statuses(await entries())).toEqual(['recorded', 'pending', 'recorded'])
      },
      { pages: { '/p/2': { status: 500 } } },
    ))
})

describe('an entry', () => {
  it('that its page refuses stays refused, and the others go on', () =>
    scene(
      async ({ runAt, entries }) => {
        expect(await runAt(NOON)).toMatchObject({ recorded: 1, refused: 2 })
        const [barred, reserved] = await entries()
        expect(barred).toMatchObject({ status: 'refused', commentaryId: null, problem: { code: 'fetch-refused' } })
        expect(reserved?.problem?.detail).toMatch(/tdm-reservation/)
        expect(await runAt('2026-01-07T12:00:00.000Z')).toMatchObject({ refused: 0 })
      },
      {
        pages: {
          '/robots.txt': plain('User-agent: *\nDisallow: /p/1'),
          '/p/2': { body: 'Text.', headers: { 'tdm-reservation': '1' } },
        },
      },
    ))

  it('that fails is tried again five times, and then shown as failed', () =>
    scene(
      async ({ runAt, entries }) => {
        for (let hour = 0; hour < 12; hour++) await runAt(`2026-01-06T${12 + hour}:00:00.000Z`)
        expect((await entries())[1]).toMatchObject({
          status: 'failed',
          attempts: 5,
          problem: { code: 'fetch-failed', detail: expect.stringMatching(/answered 500/) },
        })
      },
      { pages: { '/p/2': { status: 500 } } },
    ))

  it('that fails and then answers is recorded', () =>
    scene(
      async ({ press, runAt, entries }) => {
        expect(await runAt(NOON)).toMatchObject({ recorded: 2, postponed: 1 })
        press.pages.set('/p/2', plain(prose(2, 120)))
        expect(await runAt('2026-01-06T12:30:00.000Z')).toMatchObject({ recorded: 1 })
        expect((await entries())[1]).toMatchObject({ status: 'recorded', attempts: 2, problem: null })
      },
      { pages: { '/p/2': { status: 500 } } },
    ))

  it('is put off, not tried, while its host has had its turn', () =>
    scene(
      async ({ runAt, entries }) => {
        expect(await runAt(NOON)).toMatchObject({ polled: 1, announced: 3, recorded: 0, postponed: 3 })
        expect((await entries()).map(({ attempts }) => attempts)).toEqual([0, 0, 0])
        expect(await runAt('2026-01-06T12:10:00.000Z')).toMatchObject({ recorded: 1, postponed: 2 })
      },
      { gapMs: 600_000 },
    ))

  it('that a crash left half done is taken up again when its lease ends', () =>
    scene(async ({ world, feed, runAt, entries }) => {
      const at = instant(NOON)
      expect((await claimDueFeed(world.tx, at, 600_000))?.id).toBe(feed.id)
      expect(await runAt(NOON)).toMatchObject({ polled: 0 })
      expect(await runAt('2026-01-06T12:10:00.000Z')).toMatchObject({ polled: 1, recorded: 3 })
      await world.tx.execute(
        "update feed_entries set status = 'pending', commentary_id = null, next_attempt_at = '2026-01-06T12:11Z' where guid = 'g2'",
      )
      const held = await claimDueEntry(world.tx, instant('2026-01-06T12:11:00.000Z'), 600_000)
      expect(held).toMatchObject({ guid: 'g2' })
      expect(await runAt('2026-01-06T12:12:00.000Z')).toMatchObject({ known: 0, recorded: 0 })
      // Its piece was recorded before the crash: the second time it is known by its address, and not asked for.
      expect(await runAt('2026-01-06T12:21:00.000Z')).toMatchObject({ known: 1 })
      expect(statuses(await entries())).toEqual(['recorded', 'known', 'recorded'])
    }))

  it('that takes the process down each time fails in the end', () =>
    scene(async ({ world, runAt, entries }) => {
      await runAt(NOON)
      await world.tx.execute(
        "update feed_entries set status = 'pending', commentary_id = null, attempts = 5 where guid = 'g2'",
      )
      expect(await runAt('2026-01-06T12:30:00.000Z')).toMatchObject({ failed: 1 })
      expect((await entries())[1]).toMatchObject({ status: 'failed', problem: { code: 'internal' } })
    }))

  it('whose recording breaks off here is tried again, and the run says so when all else is done', () =>
    scene(async ({ world, services, runAt, entries }) => {
      let calls = 0
      const { extract } = services
      services.extract = (text, on) => {
        calls += 1
        if (calls === 2) throw new Error('the extractor tripped')
        return extract(text, on)
      }
      await expect(runAt(NOON)).rejects.toThrow('the extractor tripped')
      expect(statuses(await entries()).sort()).toEqual(['pending', 'recorded', 'recorded'])
      expect(await lastRun(world)).toMatchObject({ status: 'failed', error: 'the extractor tripped' })
      expect((await entries()).find(({ status }) => status === 'pending')?.problem).toMatchObject({ code: 'internal' })
      expect(await runAt('2026-01-06T12:30:00.000Z')).toMatchObject({ recorded: 1 })
    }))

  it('told to stop, a run finishes what it is at and leaves the rest', () =>
    scene(async ({ services, clock, entries }) => {
      const stopping = new AbortController()
      const { extract } = services
      services.extract = (text, on) => {
        stopping.abort()
        return extract(text, on)
      }
      const report = await pollFeeds(services, REVIEWER, instant(clock.now), stopping.signal)
      expect(report).toMatchObject({ recorded: 1, postponed: 0 })
      expect(statuses(await entries()).sort()).toEqual(['pending', 'pending', 'recorded'])
    }))
})
