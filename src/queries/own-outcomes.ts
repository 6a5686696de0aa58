import type { Event } from '../core/event.ts'
import type { ResolutionEntry } from '../core/proposal.ts'
import type { Question, QuestionVersion } from '../core/question.ts'
import type { Outcome } from '../core/resolution/lifecycle.ts'
import { ownOutcome, type Settlement } from '../core/resolution/own-outcome.ts'
import { countedAfter, type TriggerState, triggerState } from '../core/resolution/trigger.ts'
import { dayOf, type Instant } from '../core/time.ts'
import type { Reader } from '../storage/database.ts'
import { findEvent } from '../storage/events.ts'
import { optionsOf } from '../storage/options.ts'
import { findQuestion, versionsOf } from '../storage/questions.ts'
import { logOf } from '../storage/resolutions.ts'
import { judgeable } from './judgeable.ts'

/** What became of the statements on one version: null and null while nothing has decided them. */
export type OwnDecision = { outcome: Outcome | null; event: Event | null }

const UNDECIDED: OwnDecision = { outcome: null, event: null }

/** The settlement that an entry records; null where it records none. An entry without a version is of the first. */
const settlementOf = async (
  reader: Reader,
  entry: ResolutionEntry,
  versions: readonly QuestionVersion[],
): Promise<Settlement | null> => {
  const { step, outcome, evidence, decidingEvidenceId, recordedAt } = entry
  const version = versions.find(({ id, version: n }) => (entry.versionId === null ? n === 1 : id === entry.versionId))
  if (step !== 'settle' || outcome === null || !version) return null
  const deciding = evidence.findIndex(({ id }) => id === decidingEvidenceId)
  const options = await optionsOf(reader, entry.questionId)
  const judged = countedAfter(await judgeable(reader, evidence), await countsAfter(reader, version))
  return { version, outcome, options, evidence: judged, deciding, asOf: dayOf(recordedAt) }
}

/** What the last entry of a question's log says of each of its versions, by version id. */
export const ownDecisions = async (
  reader: Reader,
  last: ResolutionEntry | undefined,
  versions: readonly QuestionVersion[],
): Promise<Map<string, OwnDecision>> => {
  const settlement = last ? await settlementOf(reader, last, versions) : null
  const decisions = new Map<string, OwnDecision>()
  for (const version of versions) {
    const own = settlement && ownOutcome(version, settlement)
    const eventId = own && last?.evidence[own.deciding]?.eventId
    const event = eventId ? await findEvent(reader, eventId) : null
    decisions.set(version.id, own ? { outcome: own.outcome, event } : UNDECIDED)
  }
  return decisions
}

/** Where the trigger of a version stands, by the version that it was named on; null where it has none. */
export const triggerStateOf = async (
  reader: Reader,
  { trigger }: Pick<QuestionVersion, 'trigger'>,
): Promise<TriggerState | null> => {
  if (trigger === null) return null
  const question = await findQuestion(reader, trigger.questionId)
  const versions = await versionsOf(reader, trigger.questionId)
  const named = versions.find(({ id }) => id === trigger.versionId)
  if (!question || !named) throw new Error(`there is no trigger ${trigger.versionId} of ${trigger.questionId}`)
  const last = question.status === 'resolved' ? (await logOf(reader, question.id)).at(-1) : undefined
  const { outcome, event } = (await ownDecisions(reader, last, versions)).get(named.id) ?? UNDECIDED
  const { windowEnd } = named
  return triggerState(trigger.outcome, {
    status: question.status,
    outcome,
    happened: event?.happened ?? null,
    windowEnd,
  })
}

/** From when on events count for a version, where its trigger gates it; null = by its window alone. */
const countsAfter = async (reader: Reader, version: QuestionVersion): Promise<Instant | null> => {
  const state = version.trigger?.gates ? await triggerStateOf(reader, version) : null
  return state?.state === 'came' ? state.at : null
}

/** A question as a statement on one of its versions has it: that version, and what was decided of it. */
export const asSaidOn = async (reader: Reader, question: Question, versionId: string): Promise<Question> => {
  if (question.version.id === versionId) return question
  const versions = await versionsOf(reader, question.id)
  const version = versions.find(({ id }) => id === versionId)
  if (!version) throw new Error(`there is no version ${versionId} of ${question.id}`)
  if (question.status !== 'resolved') return { ...question, version }
  const own = (await ownDecisions(reader, (await logOf(reader, question.id)).at(-1), versions)).get(versionId)
  const outcome = own?.outcome ?? null
  return { ...question, version, outcome, status: outcome === null ? 'due' : 'resolved' }
}
