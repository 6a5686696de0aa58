import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { Services } from '../../src/actions/context.ts'
import { recordFeed } from '../../src/actions/reading/manage-feeds.ts'
import { recordUrl } from '../../src/actions/reading/record-url.ts'
import { pollFeeds } from '../../src/jobs/poll-feeds.ts'
import { clock, HOST, hostContext, servicesHere, wayOutHere } from '../../src/server.ts'
import { listCommentaries } from '../../src/storage/commentaries.ts'
import type { OpenDatabase } from '../../src/storage/database.ts'
import { listEntries } from '../../src/storage/feed-entries.ts'
import { claimSlot } from '../../src/storage/hosts.ts'
import { placesOf } from '../../src/storage/places.ts'
import { openPostgres } from '../../src/storage/postgres.ts'
import { prose } from '../core/fetching/prose.ts'
import { day, instant } from '../support/embedded.ts'
import { freshDatabase } from '../support/postgres.ts'
import { openPress, type Press } from '../support/press.ts'
import { fetchingFrom } from '../support/site.ts'

const all = { limit: 200, cursor: null }
const times = <T>(n: number, make: (at: number) => T): T[] => Array.from({ length: n }, (_, at) => make(at))

let database: OpenDatabase
let press: Press
let services: Services

beforeAll(async () => {
  database = openPostgres(await freshDatabase(inject('postgresUrl')))
  press = await openPress()
  services = servicesHere(database, undefined, wayOutHere(fetchingFrom(press.origin)))
})

afterAll(async () => {
  await press?.close()
  await database?.close()
})

const plain = (body: string) => ({ body, headers: { 'content-type': 'text/plain' } })

describe('workers at once, on real Postgres', () => {
  it('record each piece of a feed once, each asked for once', async () => {
    const paths = times(12, (at) => `/p/${at}`)
    for (const [at, path] of paths.entries()) press.pages.set(path, plain(prose(at + 1, 120)))
    const items = paths.map((path) => `<item><link>${path}</link><pubDate>2026-01-05T10:00:00Z</pubDate></item>`)
    press.pages.set('/feed', { body: `<rss version="2.0"><channel><title>T</title>${items.join('')}</channel></rss>` })
    const { feed } = await recordFeed(hostContext(services), { url: `${press.origin}/feed` })
    const reports = await Promise.all(
      times(4, (at) => pollFeeds(services, HOST, instant(`2026-01-06T12:00:0${at}.000Z`))),
    )
    // Whoever comes first polls; the others find what it announced, or nothing.
    expect(reports.map((report) => report?.polled).sort()).toEqual([0, 0, 0, 1])
    await pollFeeds(services, HOST, clock())
    const { items: entries } = await listEntries(database.reader, { feedId: feed.id, status: null }, all)
    expect(entries.map(({ status }) => status)).toEqual(paths.map(() => 'recorded'))
    expect(new Set(entries.map(({ commentaryId }) => commentaryId)).size).toBe(paths.length)
    expect(press.asked.filter((path) => path.startsWith('/p/')).sort()).toEqual([...paths].sort())
  })

  it('record copies of one piece once, by likeness too', async () => {
    const before = (await listCommentaries(database.reader, { sourceId: null }, all)).items.length
    const article = prose(77, 300)
    for (const at of times(6, (n) => n)) press.pages.set(`/copy/${at}`, plain(`Masthead number ${at}. ${article}`))
    const told = { publishedOn: day('2026-01-05'), bylines: ['Ada'] }
    const recorded = await Promise.all(
      times(6, (at) => recordUrl(services, HOST, { url: `${press.origin}/copy/${at}`, told, hints: {} })),
    )
    expect(recorded.filter(({ created }) => created)).toHaveLength(1)
    expect(new Set(recorded.map(({ commentary }) => commentary.id)).size).toBe(1)
    expect((await listCommentaries(database.reader, { sourceId: null }, all)).items).toHaveLength(before + 1)
    const places = await placesOf(database.reader, recorded[0]?.commentary.id ?? '')
    expect(places.map(({ joinedBy }) => joinedBy).sort()).toEqual(['new', ...times(5, () => 'resemblance')])
  })

  it('take turns at a host, no two the same', async () => {
    const now = instant('2026-01-06T12:00:00.000Z')
    const request = { origin: 'https://example.org', now, gapMs: 5000, patienceMs: 60_000 }
    const slots = await Promise.all(times(10, () => database.transaction((tx) => claimSlot(tx, request))))
    expect(slots.map(({ at }) => at).sort()).toEqual(
      times(10, (at) => instant(`2026-01-06T12:00:${String(at * 5).padStart(2, '0')}.000Z`)),
    )
  })
})
