import { HOUR, plusMs } from '../../core/fetching/pace.ts'
import { canonical, sha256 } from '../../core/ledger/digest.ts'
import { Later, Problem } from '../../core/problem.ts'
import type { QuestionVersion } from '../../core/question.ts'
import { decodePage } from '../../core/reading/decode.ts'
import { parseMediaType } from '../../core/reading/media-type.ts'
import { type FeedReading, readDocument } from '../../core/resolution/feed-document.ts'
import { type FeedRule, readableFrom } from '../../core/resolution/feed-rule.ts'
import { figureTitle } from '../../core/resolution/figure-title.ts'
import { judgeFeed } from '../../core/resolution/judge-feed.ts'
import { type Gate, ONLY_AFTER_TRIGGER, passes } from '../../core/resolution/trigger.ts'
import { type Day, dayOf, type Instant, startOf } from '../../core/time.ts'
import { type Archive, putArchive } from '../../storage/archives.ts'
import { proposalOfRule } from '../../storage/proposals.ts'
import type { Services, Transacting } from '../context.ts'
import { type Visited, visit } from '../reading/visit.ts'
import type { Found } from './find-outcome.ts'
import { recordEvent } from './record-event.ts'

const MAX_BYTES = 5_000_000
/** How often a feed is asked while it may tell something. */
const EVERY = 6 * HOUR

/** What came of asking a feed, outside of any transaction. */
export type FeedVisit =
  | { read: FeedReading; archive: Archive }
  | { waits: string; again: Instant }
  | { problem: Problem }

/** What addresses answered in one run, so that rules which read the same one ask it once. Holds the last few. */
export type FeedAnswers = Map<string, Promise<Visited>>
const MOST_ANSWERS = 8

const accepted = ({ select }: FeedRule): string =>
  select.format === 'json' ? 'application/json' : 'text/csv, text/plain;q=0.8'
const addressOf = (rule: FeedRule): string => `${accepted(rule)} ${rule.url}`

/** Whether the feed of a rule answered in this run already. */
export const isAnswered = (answers: FeedAnswers, rule: FeedRule): boolean => answers.has(addressOf(rule))

const askOnce = (services: Services, rule: FeedRule, answers: FeedAnswers): Promise<Visited> => {
  const address = addressOf(rule)
  const standing = answers.get(address)
  if (standing) return standing
  const [oldest] = answers.keys()
  if (oldest !== undefined && answers.size >= MOST_ANSWERS) answers.delete(oldest)
  const asked = visit(services, rule.url, { accept: accepted(rule), maxBytes: MAX_BYTES }, 'feed')
  answers.set(address, asked)
  return asked
}

const fetchFeed = async (services: Services, rule: FeedRule, answers: FeedAnswers): Promise<FeedVisit> => {
  const { url, select } = rule
  const { status, headers, bytes, fetchedAt } = await askOnce(services, rule, answers)
  if (status !== 200) {
    const detail = `${new URL(url).host} answered ${status}`
    throw new Problem('fetch-failed', detail, 'check the address of the feed')
  }
  const { type, charset } = parseMediaType(headers['content-type'] ?? null)
  const read = readDocument(decodePage(bytes, charset), type, select)
  return { read, archive: { sha256: await sha256(bytes), url, mediaType: type, bytes, fetchedAt } }
}

/** Asks the feed of a rule, if it can tell anything yet and was not asked in this run. What goes wrong is handed on, to be kept with the rule. */
export const visitFeed = async (
  services: Services,
  rule: FeedRule,
  version: QuestionVersion,
  { today, answers }: { today: Day; answers: FeedAnswers },
): Promise<FeedVisit> => {
  const from = readableFrom(rule, version)
  if (from === null) return { waits: 'the window has no end', again: plusMs(services.clock(), 365 * 24 * HOUR) }
  if (today < from) return { waits: `too early: it can tell from ${from} on`, again: startOf(from) }
  try {
    return await fetchFeed(services, rule, answers)
  } catch (error) {
    if (error instanceof Later && !error.asked) return { waits: error.message, again: error.retryAt }
    if (error instanceof Problem) return { problem: error }
    throw error
  }
}

/** So many digits of the digest tell figures apart that are told alike. */
const DIGITS = 16

/**
 * The figure as an event: what the feed gave for which day. An event is known by its title and days, so the title ends in a
 * digest of what tells two figures apart: where was read, for which days, and the value, none of them cut. It names the bytes
 * that it was read in, which are kept with it.
 */
const recordFigure = async (
  scope: Transacting,
  { url, select }: FeedRule,
  { asOf, value }: FeedReading,
  archive: Archive,
): Promise<string> => {
  const identity = await sha256(canonical({ url, select, asOf, value }))
  const title = `${figureTitle({ url, select }, { asOf, value })} (${identity.slice(0, DIGITS)})`
  const recording = { title, happened: asOf, url, archiveSha256: archive.sha256 }
  const { event, created } = await recordEvent(scope, recording)
  if (created) await putArchive(scope.tx, archive)
  return event.id
}

/** What a rule finds in what its feed answered. Throws what the visit met. */
export const findInFeed = async (
  scope: Transacting,
  { rule, position }: { rule: FeedRule; position: number },
  version: QuestionVersion,
  { visited, today, gate }: { visited: FeedVisit; today: Day; gate: Gate },
): Promise<Found> => {
  if ('problem' in visited) throw visited.problem
  if ('waits' in visited) return { finds: 'nothing', reason: visited.waits, again: visited.again, perhaps: true }
  const { read, archive } = visited
  const finding = judgeFeed(rule, version, read, today)
  const soon = plusMs(scope.now, EVERY)
  if (finding.finds === 'nothing') {
    const next = startOf(finding.again)
    const again = dayOf(next) > dayOf(soon) ? next : soon
    return { finds: 'nothing', reason: finding.reason, again, perhaps: !finding.final }
  }
  if (finding.outcome === 'yes' && !passes(gate, read.asOf)) {
    return { finds: 'nothing', reason: `${finding.reason}: ${ONLY_AFTER_TRIGGER}`, again: soon, perhaps: true }
  }
  const ofRule = { questionId: version.questionId, versionId: version.id, position, outcome: finding.outcome }
  const standing = await proposalOfRule(scope.tx, ofRule, 'pending')
  // What it proposes stands until somebody decides it: other figures are not recorded meanwhile.
  const eventId = standing?.inputs?.eventIds?.[0] ?? (await recordFigure(scope, rule, read, archive))
  const bearing = finding.outcome === 'yes' ? 'shows' : 'excludes'
  const { fetchedAt, sha256: archiveSha256, url } = archive
  return {
    finds: 'outcome',
    outcome: finding.outcome,
    evidence: [{ kind: 'figure', bearing, eventId, url: rule.url }],
    inputs: {
      eventIds: [eventId],
      reading: { url, archiveSha256, asOf: read.asOf, value: String(read.value), fetchedAt },
    },
    reason: finding.reason,
    archive,
  }
}
