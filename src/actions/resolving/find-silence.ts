import type { Event } from '../../core/event.ts'
import type { EventCandidate } from '../../core/event-candidate.ts'
import { namedIn } from '../../core/naming.ts'
import type { QuestionVersion } from '../../core/question.ts'
import { listen } from '../../core/resolution/finding.ts'
import type { ByEvent, Silence } from '../../core/resolution/resolver.ts'
import { maybeIn } from '../../core/resolution/window.ts'
import { type Day, endOf, plusDays, startOf } from '../../core/time.ts'
import { happeningsUnreviewed } from '../../storage/event-candidates.ts'
import { eventsInTime } from '../../storage/events.ts'
import { declinedEvents, evidenceThatShows, pendingProposals } from '../../storage/proposals.ts'
import { findSource, readThrough } from '../../storage/sources.ts'
import type { Transacting } from '../context.ts'
import type { Found } from './find-outcome.ts'

const AT_ONCE = 200
/** So much is looked through at most: the question is held meanwhile. */
const MOST = 10_000
const TOO_MUCH = 'too much'

/** What may be an event that the question asks for, though no rule takes it for one: of another kind, or of none. */
type Account = Pick<Event | EventCandidate, 'id' | 'title' | 'entities' | 'quote'>

/** Whether an account names everybody that a rule which looks for the event names. */
const namesAll = (version: QuestionVersion): ((one: Account) => boolean) => {
  const looking = version.resolvers.filter(
    (rule): rule is ByEvent => rule.kind === 'by-event' && rule.bearing === 'shows',
  )
  const named = looking.map(({ entities }) => entities.map(namedIn))
  return ({ title, entities, quote }) => {
    const account = { entities, words: [title, quote ?? ''] }
    return named.some((all) => all.every((one) => one(account)))
  }
}

/**
 * The first of a series, read in batches, that names all and is not passed over; each batch begins after the one before.
 * `TOO_MUCH` where the most that is looked through holds none, and there may be more.
 */
const firstNaming = async <One extends Account>(
  version: QuestionVersion,
  passedOver: ReadonlySet<string>,
  read: (after: One | null) => Promise<One[]>,
): Promise<One | typeof TOO_MUCH | null> => {
  const names = namesAll(version)
  let after: One | null = null
  for (let looked = 0; looked < MOST; looked += AT_ONCE) {
    const batch: One[] = await read(after)
    const found = batch.find((one) => !passedOver.has(one.id) && names(one))
    if (found || batch.length < AT_ONCE) return found ?? null
    after = batch.at(-1) ?? null
  }
  return TOO_MUCH
}

type Closed = QuestionVersion & { windowEnd: Day }

/** An event of any kind, or an account that nobody has reviewed, that may lie in the window and names all. */
const heardAbout = async (
  { tx }: Transacting,
  version: Closed,
  declined: ReadonlySet<string>,
): Promise<string | null> => {
  const { windowStart, windowEnd } = version
  const span = { kind: null, from: startOf(windowStart), until: endOf(windowEnd) }
  const event = await firstNaming<Event>(version, declined, (after) => eventsInTime(tx, span, after, AT_ONCE))
  const must = (what: string) => `${what} names all that is looked for; a person must look at it`
  if (event === TOO_MUCH) return 'too much is recorded of its days: a person must look'
  if (event) return must(`${event.id}, “${event.title}”,`)
  const days = { earliest: windowStart, latest: windowEnd }
  const told = await firstNaming<EventCandidate>(version, new Set(), (after) =>
    happeningsUnreviewed(tx, days, after, AT_ONCE),
  )
  if (told === TOO_MUCH) return 'too much is unreviewed: a person must look'
  // By its id alone: what a text tells is shown to nobody without a key before it is reviewed.
  return told && must(`${told.id}, which nobody has reviewed,`)
}

/**
 * What speaks for "yes", or may, beside what the other rules made of it: silence is not to be had then. `passedOver`: whether
 * an event that may lie in the window was, since a person declined it.
 */
const heardOn = async (scope: Transacting, version: Closed): Promise<{ heard: string | null; passedOver: boolean }> => {
  const { tx } = scope
  const proposed = (await pendingProposals(tx, version.questionId)).find(({ outcome }) => outcome === 'yes')
  if (proposed) return { heard: `${proposed.id} proposes yes`, passedOver: false }
  const passed = await declinedEvents(tx, version, 'shows')
  const shown = (await evidenceThatShows(tx, version)).filter(
    ({ happened }) => happened === null || maybeIn(version, happened),
  )
  const stands = shown.find(({ declined, eventId }) => !declined && !passed.has(eventId ?? ''))
  if (stands) return { heard: `${stands.id} is said to show it`, passedOver: false }
  const passedOver = shown.some(({ happened }) => happened !== null)
  return { heard: await heardAbout(scope, version, passed), passedOver }
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
  const listened = listen(rule, version, readings, today)
  const waits = (reason: string, again: Day): Found => ({
    finds: 'nothing',
    reason,
    again: startOf(again),
    perhaps: false,
  })
  if (!listened.silent) return waits(listened.reason, listened.again)
  const { coverage, windowEnd } = listened
  const nothing = { heard: byRules, passedOver: false }
  const { heard, passedOver } = byRules === null ? await heardOn(scope, { ...version, windowEnd }) : nothing
  if (heard !== null) return waits(`not silent: ${heard}`, plusDays(today, 1))
  return {
    finds: 'outcome',
    outcome: 'no',
    evidence: coverage.map(({ sourceId, readThrough }) => ({
      kind: 'coverage',
      bearing: 'none',
      sourceId,
      readThrough,
    })),
    inputs: { coverage },
    reason: `the sources were read through ${coverage[0]?.readThrough}, and nothing was found`,
    ...(passedOver ? { forPerson: 'an event was passed over that a person declined: a person must settle' } : {}),
  }
}
