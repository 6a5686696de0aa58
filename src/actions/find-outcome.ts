import type { Event } from '../core/event.ts'
import { DAY, plusMs } from '../core/fetching/pace.ts'
import type { QuestionVersion } from '../core/question.ts'
import { eventFor, type Heard, listen, maybeInside, type ResolverInputs, spanOf } from '../core/resolution/finding.ts'
import type { Outcome } from '../core/resolution/lifecycle.ts'
import type { ByEvent, Silence } from '../core/resolution/resolver.ts'
import { type Day, type Instant, startOf } from '../core/time.ts'
import { eventsOfKind, evidenceThatShows } from '../storage/events.ts'
import { pendingProposals } from '../storage/proposals.ts'
import { findSource, readThrough } from '../storage/sources.ts'
import type { EvidenceInput } from './add-evidence.ts'
import type { Transacting } from './context.ts'

/**
 * What a rule came to: an outcome with its evidence; or nothing yet, why, when to look again, and whether it may yet find
 * something by what it came upon or waits for (`perhaps`): silence is not to be had then.
 */
export type Found =
  | {
      finds: 'outcome'
      outcome: Outcome
      evidence: EvidenceInput[]
      inputs: Pick<ResolverInputs, 'eventIds' | 'reading' | 'coverage' | 'judgement'>
      reason: string
    }
  | { finds: 'nothing'; reason: string; again: Instant; perhaps: boolean }

/** What a rule waits for wakes it; it looks again on its own only in case. */
const SELDOM = 7 * DAY
const EVENTS_AT_ONCE = 200

/** The event that a rule asks for, read in batches in the order of time. */
const readEvent = async ({ tx }: Transacting, rule: ByEvent, version: QuestionVersion) => {
  const span = spanOf(rule, version)
  if (!span) return null
  let [perhaps, after]: [ReturnType<typeof eventFor<Event>>, Event | null] = [null, null]
  for (;;) {
    const batch: Event[] = await eventsOfKind(tx, { kind: rule.eventKind, ...span }, after, EVENTS_AT_ONCE)
    const found = eventFor(rule, version, batch)
    if (found?.surely) return found
    perhaps ??= found
    after = batch.at(-1) ?? null
    if (batch.length < EVENTS_AT_ONCE) return perhaps
  }
}

/** What the recorded events say by a rule. */
export const findByEvent = async (scope: Transacting, rule: ByEvent, version: QuestionVersion): Promise<Found> => {
  const again = plusMs(scope.now, SELDOM)
  const found = await readEvent(scope, rule, version)
  const asked = `an event of kind ${rule.eventKind} about ${rule.entities.join(', ')}`
  if (!found) return { finds: 'nothing', reason: `${asked} is not recorded`, again, perhaps: false }
  const { id, title, commentaryId, quote } = found.event
  if (!found.surely) {
    return {
      finds: 'nothing',
      reason: `${id}, “${title}”, does not surely lie in the window`,
      again,
      perhaps: true,
    }
  }
  const { bearing } = rule
  return {
    finds: 'outcome',
    outcome: bearing === 'shows' ? 'yes' : 'no',
    evidence: [
      { kind: 'report', bearing, eventId: id, ...(commentaryId ? { commentaryId } : {}), ...(quote ? { quote } : {}) },
    ],
    inputs: { eventIds: [id] },
    reason: `${title}: ${bearing === 'shows' ? 'what the question asks for' : 'that rules it out'}`,
  }
}

/** What speaks for "yes", or may, beside what the other rules made of it: silence is not to be had then. */
const heardOn = async ({ tx }: Transacting, version: QuestionVersion): Promise<Heard> => {
  const proposed = (await pendingProposals(tx, version.questionId)).find(({ outcome }) => outcome === 'yes')
  if (proposed) return { what: `${proposed.id} proposes yes` }
  const shown = (await evidenceThatShows(tx, version.questionId)).find(
    ({ happened }) => happened === null || maybeInside(version, happened),
  )
  return shown ? { what: `${shown.id} is said to show it` } : null
}

/** Whether the sources that a rule names were silent, once all other rules were tried; `byRules`: what those heard. */
export const findSilence = async (
  scope: Transacting,
  rule: Silence,
  version: QuestionVersion,
  { byRules, today }: { byRules: string | null; today: Day },
): Promise<Found> => {
  const readings = []
  for (const sourceId of rule.sourceIds) {
    const [read, source] = [await readThrough(scope.tx, sourceId), await findSource(scope.tx, sourceId)]
    readings.push({ sourceId, readThrough: read, reportingLagDays: source?.reportingLagDays ?? null })
  }
  const heard = byRules === null ? await heardOn(scope, version) : { what: byRules }
  const listened = listen(rule, version, readings, heard, today)
  if (!listened.silent)
    return { finds: 'nothing', reason: listened.reason, again: startOf(listened.again), perhaps: false }
  return {
    finds: 'outcome',
    outcome: 'no',
    evidence: listened.coverage.map(({ sourceId, readThrough }) => ({
      kind: 'coverage',
      bearing: 'none',
      sourceId,
      readThrough,
    })),
    inputs: { coverage: listened.coverage },
    reason: `the sources were read through ${listened.coverage[0]?.readThrough}, and nothing was found`,
  }
}
