import { HOUR, plusMs } from '../core/fetching/pace.ts'
import { sha256 } from '../core/ledger/digest.ts'
import { Later, Problem } from '../core/problem.ts'
import type { QuestionVersion } from '../core/question.ts'
import { decodePage } from '../core/reading/decode.ts'
import { parseMediaType } from '../core/reading/media-type.ts'
import { type FeedReading, readDocument } from '../core/resolution/feed-document.ts'
import { type FeedRule, readableFrom } from '../core/resolution/feed-rule.ts'
import { judgeFeed } from '../core/resolution/judge-feed.ts'
import { type Day, dayOf, type Instant, startOf } from '../core/time.ts'
import { type Archive, putArchive } from '../storage/archives.ts'
import type { Services, Transacting } from './context.ts'
import type { Found } from './find-outcome.ts'
import { recordEvent } from './record-event.ts'
import { visit } from './visit.ts'

const MAX_BYTES = 5_000_000
/** How often a feed is asked while it may tell something. */
const EVERY = 6 * HOUR

/** What came of asking a feed, outside of any transaction. */
export type FeedVisit =
  | { read: FeedReading; archive: Archive }
  | { waits: string; again: Instant }
  | { problem: Problem }

const fetchFeed = async (services: Services, { url, select }: FeedRule): Promise<FeedVisit> => {
  const accept = select.format === 'json' ? 'application/json' : 'text/csv, text/plain;q=0.8'
  const { status, headers, bytes, fetchedAt } = await visit(services, url, { accept, maxBytes: MAX_BYTES }, 'feed')
  if (status !== 200) {
    const detail = `${new URL(url).host} answered ${status}`
    throw new Problem('fetch-failed', detail, 'check the address of the feed')
  }
  const { type, charset } = parseMediaType(headers['content-type'] ?? null)
  const read = readDocument(decodePage(bytes, charset), type, select)
  return { read, archive: { sha256: await sha256(bytes), url, mediaType: type, bytes, fetchedAt } }
}

/** Asks the feed of a rule, if it can tell anything yet. What goes wrong is handed on, to be kept with the rule. */
export const visitFeed = async (
  services: Services,
  rule: FeedRule,
  version: QuestionVersion,
  today: Day,
): Promise<FeedVisit> => {
  const from = readableFrom(rule, version)
  if (from === null) return { waits: 'the window has no end', again: plusMs(services.clock(), 365 * 24 * HOUR) }
  if (today < from) return { waits: `too early: it can tell from ${from} on`, again: startOf(from) }
  try {
    return await fetchFeed(services, rule)
  } catch (error) {
    if (error instanceof Later && !error.asked) return { waits: error.message, again: error.retryAt }
    if (error instanceof Problem) return { problem: error }
    throw error
  }
}

/** The figure as an event: what the feed gave for which day, with the bytes it stood in. */
const recordFigure = async (scope: Transacting, rule: FeedRule, { asOf, value }: FeedReading, archive: Archive) => {
  const place = `${JSON.stringify(rule.select)} of ${rule.url}`.slice(0, 200)
  const title = `${JSON.stringify(value)?.slice(0, 60)} at ${place}`
  const { event } = await recordEvent(scope, { title, happened: asOf, url: rule.url, archiveSha256: archive.sha256 })
  if (event.archiveSha256 === archive.sha256) await putArchive(scope.tx, archive)
  return event
}

/** What a rule finds in what its feed answered. Throws what the visit met. */
export const findInFeed = async (
  scope: Transacting,
  rule: FeedRule,
  version: QuestionVersion,
  { visited, today }: { visited: FeedVisit; today: Day },
): Promise<Found> => {
  if ('problem' in visited) throw visited.problem
  if ('waits' in visited) return { finds: 'nothing', reason: visited.waits, again: visited.again, perhaps: true }
  const { read, archive } = visited
  const finding = judgeFeed(rule, version, read, today)
  if (finding.finds === 'nothing') {
    const next = startOf(finding.again)
    const soon = plusMs(scope.now, EVERY)
    const again = dayOf(next) > dayOf(soon) ? next : soon
    return { finds: 'nothing', reason: finding.reason, again, perhaps: !finding.final }
  }
  const event = await recordFigure(scope, rule, read, archive)
  const bearing = finding.outcome === 'yes' ? 'shows' : 'excludes'
  const { fetchedAt, sha256: archiveSha256, url } = archive
  return {
    finds: 'outcome',
    outcome: finding.outcome,
    evidence: [{ kind: 'figure', bearing, eventId: event.id, url: rule.url }],
    inputs: {
      eventIds: [event.id],
      reading: { url, archiveSha256, asOf: read.asOf, value: String(read.value), fetchedAt },
    },
    reason: finding.reason,
  }
}
