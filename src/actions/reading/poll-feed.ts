import type { Feed } from '../../core/feed.ts'
import { type FeedDocument, publishedBetween, readFeed } from '../../core/fetching/feed-document.ts'
import { backoffMs, DAY, freshMs, HOUR, MINUTE, plusMs } from '../../core/fetching/pace.ts'
import type { KeptProblem } from '../../core/kept-problem.ts'
import { Later, Problem } from '../../core/problem.ts'
import { parseMediaType } from '../../core/reading/media-type.ts'
import type { Instant } from '../../core/time.ts'
import type { Ask } from '../../outside/fetch.ts'
import { putEntries } from '../../storage/feed-entries.ts'
import { endPoll, moveFeed } from '../../storage/feeds.ts'
import type { Services } from '../context.ts'
import { type Visited, visit } from './visit.ts'

const MAX_BYTES = 5_000_000
const ACCEPT = 'application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5'

/** How often a feed is read: as it asks, within these bounds; hourly where it does not say. */
const LEAST_EVERY = 15 * MINUTE
const USUAL_EVERY = HOUR
const MOST_EVERY = DAY

/** What a poll came to. */
export type PollEnd = { outcome: 'news' | 'unchanged' | 'gone' | 'failed' | 'postponed'; announced: number }

export const keptProblem = ({ code, message, remedy }: Problem): KeptProblem => ({ code, detail: message, remedy })

/** Asks only for what changed since the last answer (RFC 9110, 13). */
const askFor = ({ etag, lastModified }: Feed): Ask => ({
  accept: ACCEPT,
  maxBytes: MAX_BYTES,
  headers: {
    ...(etag ? { 'if-none-match': etag } : {}),
    ...(lastModified ? { 'if-modified-since': lastModified } : {}),
  },
})

/** When to ask again, a tenth of the interval spread by dice so that feeds added together part. */
const nextPoll = ({ outbound }: Services, answer: Visited, everyMs: number | null): Instant => {
  const wished = Math.max(everyMs ?? 0, freshMs(answer.headers['cache-control']) ?? 0) || USUAL_EVERY
  const every = Math.min(Math.max(wished, LEAST_EVERY), MOST_EVERY)
  return plusMs(answer.fetchedAt, Math.round(every * (1 + outbound.dice() / 10)))
}

/** Where permanent redirects lead, before the first that is not; null when nothing moved for good. */
const movedTo = ({ hops }: Visited): string | null => {
  const passing = hops.findIndex(({ status }) => status !== 301 && status !== 308)
  return hops.slice(0, passing < 0 ? hops.length : passing).at(-1)?.to ?? null
}

const keepNews = async (services: Services, feed: Feed, answer: Visited, document: FeedDocument): Promise<number> => {
  const { database, clock, newId } = services
  const recordedAt = clock()
  const unstated = publishedBetween(feed.polledAt, answer.fetchedAt)
  const entries = document.entries.map((entry) => ({
    ...entry,
    published: entry.published ?? unstated,
    id: newId('feedEntry'),
    feedId: feed.id,
    recordedAt,
  }))
  const moved = movedTo(answer)
  return database.transaction(async (tx) => {
    const announced = await putEntries(tx, entries)
    if (moved) await moveFeed(tx, feed.id, moved)
    await endPoll(tx, feed.id, {
      polledAt: answer.fetchedAt,
      nextPollAt: nextPoll(services, answer, document.everyMs),
      etag: answer.headers['etag'] ?? null,
      lastModified: answer.headers['last-modified'] ?? null,
      title: document.title,
    })
    return announced
  })
}

const unusable = ({ url, status }: Visited): Problem =>
  new Problem('fetch-failed', `${new URL(url).host} answered ${status}`, 'check the address of the feed')

const settle = async (services: Services, feed: Feed, answer: Visited): Promise<PollEnd> => {
  const { database } = services
  const { etag, lastModified } = feed
  if (answer.status === 304) {
    const polled = { polledAt: answer.fetchedAt, nextPollAt: nextPoll(services, answer, null), etag, lastModified }
    await database.transaction((tx) => endPoll(tx, feed.id, polled))
    return { outcome: 'unchanged', announced: 0 }
  }
  if (answer.status === 410) {
    await database.transaction((tx) => endPoll(tx, feed.id, { gone: keptProblem(unusable(answer)) }))
    return { outcome: 'gone', announced: 0 }
  }
  if (answer.status !== 200) throw unusable(answer)
  const { charset } = parseMediaType(answer.headers['content-type'] ?? null)
  const document = await readFeed(answer.bytes, charset, answer.url)
  return { outcome: 'news', announced: await keepNews(services, feed, answer, document) }
}

/**
 * Asks a claimed feed once and keeps what it announces. Its own failures are kept with it and put the next poll off,
 * longer each time (full jitter between a quarter of an hour and a day); what is not a `Problem` is thrown.
 */
export const pollFeed = async (services: Services, feed: Feed): Promise<PollEnd> => {
  const { database, clock, outbound } = services
  try {
    return await settle(services, feed, await visit(services, feed.url, askFor(feed), 'feed'))
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const later = error instanceof Later ? error : null
    const failed = later === null || later.asked
    const wait = Math.max(LEAST_EVERY, backoffMs(feed.failures + 1, LEAST_EVERY, DAY, outbound.dice()))
    const nextPollAt = later?.retryAt ?? plusMs(clock(), wait)
    await database.transaction((tx) => endPoll(tx, feed.id, { nextPollAt, lastError: keptProblem(error), failed }))
    return { outcome: failed ? 'failed' : 'postponed', announced: 0 }
  }
}
