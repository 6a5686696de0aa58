import type { Feed, FeedEntry } from '../../core/feed.ts'
import { addressIdentity } from '../../core/fetching/canonical-url.ts'
import { backoffMs, DAY, MINUTE, plusMs } from '../../core/fetching/pace.ts'
import { Later, Problem } from '../../core/problem.ts'
import { namesIn } from '../../core/reading/names.ts'
import { type EntryEnd, endEntry } from '../../storage/feed-entries.ts'
import { holdLinks } from '../../storage/lock-order.ts'
import { commentariesByIdentity } from '../../storage/places.ts'
import { type Actor, action, contextOf, type Services } from '../context.ts'
import { keptProblem } from './poll-feed.ts'
import { joinCollection } from './record-commentary.ts'
import { type Hints, recordUrl } from './record-url.ts'

/** After so many attempts an entry has failed for good. */
export const MAX_ATTEMPTS = 5
const RETRY_BASE = 10 * MINUTE

/** What the feed says of a piece: it fills what the page does not tell. */
const hintsOf = ({ title, authors, published }: FeedEntry, { publisher }: Feed): Hints => ({
  bylines: authors.flatMap(namesIn),
  title,
  publisher,
  published,
})

type Known = { url: string; collection: string | undefined }

/** The commentary that is known by this address already, joined to the collection; null when there is none. */
const joinKnown = action<Known, string | null>(async (scope, { url, collection }) => {
  if (collection !== undefined) await holdLinks(scope.tx)
  const [commentaryId] = (await commentariesByIdentity(scope.tx, [addressIdentity(url)])).values()
  if (commentaryId === undefined) return null
  await joinCollection(scope, collection, commentaryId)
  return commentaryId
})

/** What a failure means for the entry: put off, tried again while attempts are left, or the end of it. */
const endOf = (services: Services, entry: FeedEntry, error: Problem): EntryEnd => {
  const problem = keptProblem(error)
  const { clock, outbound } = services
  if (error instanceof Later && !error.asked) {
    return { status: 'pending', problem, nextAttemptAt: error.retryAt, notAsked: true }
  }
  if (error.code === 'fetch-refused' || error.code === 'address-refused') return { status: 'refused', problem }
  const passing = ['fetch-failed', 'fetch-later', 'database-unavailable', 'internal'].includes(error.code)
  if (!passing || entry.attempts >= MAX_ATTEMPTS) return { status: 'failed', problem }
  const wait = Math.max(MINUTE, backoffMs(entry.attempts, RETRY_BASE, DAY, outbound.dice()))
  const nextAttemptAt = error instanceof Later ? error.retryAt : plusMs(clock(), wait)
  return { status: 'pending', problem, nextAttemptAt, notAsked: false }
}

const BROKE_OFF = new Problem('internal', 'recording it broke off here', 'nothing at your end; it is tried again')

const attempt = async (services: Services, actor: Actor, entry: FeedEntry, feed: Feed): Promise<EntryEnd> => {
  // An attempt is counted before it starts: an entry that takes the process down with it cannot do so for ever.
  if (entry.attempts > MAX_ATTEMPTS) return { status: 'failed', problem: entry.problem ?? keptProblem(BROKE_OFF) }
  const collection = feed.collectionId ?? undefined
  const known = await joinKnown(contextOf(services, actor), { url: entry.url, collection })
  if (known !== null) return { status: 'known', commentaryId: known }
  const input = { url: entry.url, collection, told: {}, hints: hintsOf(entry, feed) }
  const { commentary, created } = await recordUrl(services, actor, input)
  return { status: created ? 'recorded' : 'known', commentaryId: commentary.id }
}

/**
 * Records the piece of a claimed entry and keeps what became of it. A page that refuses is refused, also where the feed
 * carries the text. A failure that is no `Problem` is kept as `internal` and handed back as `unexpected`.
 */
export const recordEntry = async (
  services: Services,
  actor: Actor,
  entry: FeedEntry,
  feed: Feed,
): Promise<{ end: EntryEnd; unexpected: unknown }> => {
  let unexpected: unknown = null
  const end = await attempt(services, actor, entry, feed).catch((error: unknown) => {
    if (!(error instanceof Problem)) unexpected = error
    return endOf(services, entry, error instanceof Problem ? error : BROKE_OFF)
  })
  await services.database.transaction((tx) => endEntry(tx, entry.id, end))
  return { end, unexpected }
}
