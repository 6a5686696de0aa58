import type { Event } from '../../core/event.ts'
import { DAY, plusMs } from '../../core/fetching/pace.ts'
import type { QuestionVersion } from '../../core/question.ts'
import { eventFor, type ResolverInputs, spanOf } from '../../core/resolution/finding.ts'
import type { Outcome } from '../../core/resolution/lifecycle.ts'
import { asksFor, type ByEvent } from '../../core/resolution/resolver.ts'
import { type Gate, ONLY_AFTER_TRIGGER, passes } from '../../core/resolution/trigger.ts'
import type { Instant } from '../../core/time.ts'
import type { Archive } from '../../storage/archives.ts'
import { eventsInTime } from '../../storage/events.ts'
import { declinedEvents } from '../../storage/proposals.ts'
import type { Transacting } from '../context.ts'
import type { EvidenceInput } from './add-evidence.ts'

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
      /** Why a person must settle by it, whatever the policy says. */
      forPerson?: string
      /** The bytes that it was read in, to be kept with a proposal that names them. */
      archive?: Archive
    }
  | { finds: 'nothing'; reason: string; again: Instant; perhaps: boolean }

/** What a rule waits for wakes it; it looks again on its own only in case. */
const SELDOM = 7 * DAY
const EVENTS_AT_ONCE = 200

type Read = { found: ReturnType<typeof eventFor<Event>>; declined: boolean }

/**
 * The event that a rule asks for, read in batches in the order of time. What a person declined is passed over, and what may
 * have been before the trigger came true.
 */
const readEvent = async ({ tx }: Transacting, rule: ByEvent, version: QuestionVersion, gate: Gate): Promise<Read> => {
  const span = spanOf(rule, version)
  const declined = await declinedEvents(tx, version, rule.bearing)
  const read: Read = { found: null, declined: false }
  for (let after: Event | null = null; span; ) {
    const batch: Event[] = await eventsInTime(tx, { kind: rule.eventKind, ...span }, after, EVENTS_AT_ONCE)
    const asked = batch.filter((event) => asksFor(rule, event))
    read.declined ||= asked.some(({ id }) => declined.has(id))
    const counting = asked.filter(({ happened }) => rule.bearing === 'excludes' || passes(gate, happened))
    const found = eventFor(
      rule,
      version,
      counting.filter(({ id }) => !declined.has(id)),
    )
    if (found?.surely) return { ...read, found }
    read.found ??= found
    after = batch.at(-1) ?? null
    if (batch.length < EVENTS_AT_ONCE) break
  }
  return read
}

/** What the recorded events say by a rule. */
export const findByEvent = async (
  scope: Transacting,
  rule: ByEvent,
  version: QuestionVersion,
  gate: Gate,
): Promise<Found> => {
  const again = plusMs(scope.now, SELDOM)
  const nothing = (reason: string, perhaps: boolean): Found => ({ finds: 'nothing', reason, again, perhaps })
  const { bearing } = rule
  if (gate === 'open' && bearing === 'shows') return nothing(ONLY_AFTER_TRIGGER, true)
  const { found, declined } = await readEvent(scope, rule, version, gate)
  if (!found) {
    const asked = `an event of kind ${rule.eventKind} about ${rule.entities.join(', ')}`
    return nothing(`${asked} is not recorded${declined ? ', but for what a person declined' : ''}`, false)
  }
  const { id, title, commentaryId, quote } = found.event
  if (!found.surely) return nothing(`${id}, “${title}”, does not surely lie in the window`, true)
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
