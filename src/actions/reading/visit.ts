import { backoffMs, DAY, MINUTE, msBetween, plusMs, retryAfter, SECOND } from '../../core/fetching/pace.ts'
import { reservedByFile, reservedByHeaders } from '../../core/fetching/reservation.ts'
import { type RobotsFile, robotsVerdict } from '../../core/fetching/robots.ts'
import { Later, Problem } from '../../core/problem.ts'
import { dayOf, type Instant } from '../../core/time.ts'
import { type Ask, type Followed, follow } from '../../outside/fetch.ts'
import { claimSlot, findHost, keepReservations, keepRobots, noteAnswered, noteBusy } from '../../storage/hosts.ts'
import type { Services } from '../context.ts'

type Visitor = Pick<Services, 'database' | 'clock' | 'outbound'>

/** RFC 9309, 2.4: a robots.txt is not taken for good longer than a day. One that could not be read is tried again sooner. */
const FILE_AGE = DAY
const UNREACHABLE_AGE = 10 * MINUTE
/** RFC 9309, 2.5: at least 500 KiB are read. */
const FILE_ASK: Ask = { accept: 'text/plain, application/json, */*;q=0.5', maxBytes: 512_000, overflow: 'cut' }

/** How long a visit waits for its turn before it is put off. */
const PATIENCE = 15 * SECOND
const LONGEST_DELAY = 10 * MINUTE

/** A field that a page or file sent, as the database can keep it. */
const storable = (bytes: Uint8Array): string => new TextDecoder().decode(bytes).replaceAll('\u0000', '').toWellFormed()

/** A file at the root of a host. Null when there is none (4xx, but for 429); throws when it cannot be had. */
const rootFile = async ({ outbound }: Visitor, origin: string, path: string): Promise<string | null> => {
  const answer = await follow(outbound.fetch, `${origin}${path}`, FILE_ASK)
  if (answer.status >= 200 && answer.status < 300) return storable(answer.bytes)
  if (answer.status >= 500 || answer.status === 429) throw new Problem('fetch-failed', `${answer.status}`, 'try later')
  return null
}

/** The robots.txt of a host, from the database while it is fresh. */
const robotsOf = async (visitor: Visitor, origin: string): Promise<RobotsFile> => {
  const { database, clock } = visitor
  const host = await findHost(database.reader, origin)
  const age = host?.robotsFetchedAt ? msBetween(host.robotsFetchedAt, clock()) : Number.POSITIVE_INFINITY
  if (host?.robots && age < (host.robots === 'unreachable' ? UNREACHABLE_AGE : FILE_AGE)) {
    return { state: host.robots, text: host.robotsText ?? '' }
  }
  const file = await rootFile(visitor, origin, '/robots.txt').then(
    (text): RobotsFile => (text === null ? { state: 'none', text: '' } : { state: 'rules', text }),
    (error: unknown): RobotsFile => {
      if (error instanceof Problem && error.code === 'address-refused') throw error
      return { state: 'unreachable', text: '' }
    },
  )
  await database.transaction((tx) => keepRobots(tx, origin, file, clock()))
  return file
}

/** The tdmrep.json of a host, from the database while it is fresh; empty for none. One that cannot be had is asked for again. */
const reservationsOf = async (visitor: Visitor, origin: string): Promise<string> => {
  const { database, clock } = visitor
  const host = await findHost(database.reader, origin)
  if (host?.tdmFetchedAt && msBetween(host.tdmFetchedAt, clock()) < FILE_AGE) return host.tdmText ?? ''
  try {
    const text = (await rootFile(visitor, origin, '/.well-known/tdmrep.json')) ?? ''
    await database.transaction((tx) => keepReservations(tx, origin, text, clock()))
    return text
  } catch (error) {
    if (error instanceof Problem && error.code === 'fetch-failed') return ''
    throw error
  }
}

/** A page that its site keeps for itself. */
export const refusedPage = (url: string, reason: string): Problem => {
  const remedy = 'respect it; if you have the right to the text, send the text itself'
  return new Problem('fetch-refused', `${url} may not be taken: ${reason}`, remedy, [{ field: 'url', detail: reason }])
}

/** Waits for the next free moment of a host, or throws `fetch-later` with that moment when it is far off. */
const takeTurn = async ({ database, clock, outbound }: Visitor, origin: string, gapMs: number): Promise<void> => {
  const now = clock()
  const request = { origin, now, gapMs, patienceMs: PATIENCE }
  const { granted, at } = await database.transaction((tx) => claimSlot(tx, request))
  if (!granted) throw new Later(`${new URL(origin).host} was asked a moment ago, or is busy`, at, false)
  const wait = msBetween(now, at)
  if (wait > 0) await outbound.sleep(wait)
}

/** What must hold before each request of a visit, redirects included. */
const approach = async (visitor: Visitor, url: string, reads: Reads): Promise<void> => {
  const { origin, pathname, search } = new URL(url)
  const file = await robotsOf(visitor, origin)
  if (file.state === 'unreachable') throw unreadable(origin)
  const robots = robotsVerdict(file, url)
  if (robots.reason !== null) throw refusedPage(url, robots.reason)
  if (reads === 'page' && reservedByFile(await reservationsOf(visitor, origin), `${pathname}${search}`)) {
    throw refusedPage(url, 'its tdmrep.json reserves it against text and data mining')
  }
  const delay = Math.min((robots.crawlDelaySeconds ?? 0) * SECOND, LONGEST_DELAY)
  await takeTurn(visitor, origin, Math.max(visitor.outbound.gapMs, delay))
}

const unreadable = (origin: string): Problem => {
  const detail = `the robots.txt of ${new URL(origin).host} cannot be read, which keeps robots off until it can`
  return new Problem('fetch-failed', detail, 'try again later', [{ field: 'url', detail }])
}

/** Leaves a host alone that says it is busy: as long as it asks, and longer each time (full jitter, a day at most). */
const backOff = async (visitor: Visitor, answer: Followed): Promise<Later> => {
  const { database, clock, outbound } = visitor
  const { origin, host } = new URL(answer.url)
  const now = clock()
  const failures = ((await findHost(database.reader, origin))?.failures ?? 0) + 1
  const drawn = plusMs(now, Math.max(outbound.gapMs, backoffMs(failures, MINUTE, DAY, outbound.dice())))
  const asked = retryAfter(answer.headers['retry-after'], now) ?? now
  const until: Instant = asked > drawn ? asked : drawn
  await database.transaction((tx) => noteBusy(tx, origin, until))
  return new Later(`${host} answered ${answer.status}: it is busy`, until, true)
}

/** What is read: a page whose text will be kept, or a feed that only says what there is. */
export type Reads = 'page' | 'feed'
export type Visited = Followed & { fetchedAt: Instant }

/**
 * Visits an address the way a guest should: guarded, as its robots.txt and reservations allow, in its host's own time. Every
 * redirect is held to the same. Throws `address-refused`, `fetch-refused` when the site says no, `fetch-failed`,
 * `fetch-later` with the moment to try again. Any answer but 429 and 503 is handed on, errors included.
 */
export const visit = async (visitor: Visitor, url: string, ask: Ask, reads: Reads): Promise<Visited> => {
  const answer = await follow(visitor.outbound.fetch, url, ask, (hop) => approach(visitor, hop, reads))
  const fetchedAt = visitor.clock()
  if (answer.status === 429 || answer.status === 503) throw await backOff(visitor, answer)
  await visitor.database.transaction((tx) => noteAnswered(tx, new URL(answer.url).origin))
  if (reads === 'page' && answer.status === 200) {
    const { pathname, search } = new URL(answer.url)
    const reason = reservedByHeaders(answer.headers, `${pathname}${search}`, dayOf(fetchedAt))
    if (reason) throw refusedPage(answer.url, reason)
  }
  return { ...answer, fetchedAt }
}
