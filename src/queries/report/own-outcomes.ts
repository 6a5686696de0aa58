import type { Event, Evidence } from '../../core/event.ts'
import type { ResolutionEntry } from '../../core/proposal.ts'
import type { Question, QuestionVersion } from '../../core/question.ts'
import { lastStep, type Outcome, ofVersion } from '../../core/resolution/lifecycle.ts'
import {
  type JudgedVersion,
  mayDecideIn,
  ownOutcome,
  type Settlement,
  sameTerms,
} from '../../core/resolution/own-outcome.ts'
import { countedAfter, type TriggerState, triggerState } from '../../core/resolution/trigger.ts'
import { dayOf, type Instant } from '../../core/time.ts'
import type { Reader } from '../../storage/database.ts'
import { eventsByIds } from '../../storage/events.ts'
import { optionsOfAll } from '../../storage/options.ts'
import { questionsByIds, versionsOfAll } from '../../storage/questions.ts'
import { logsOf } from '../../storage/resolutions.ts'
import { judgeable } from './judgeable.ts'

/** An entry that settled, and what the outcome of one version rests on in it. */
export type Deciding = { id: string; recordedAt: Instant; evidenceId: string | null }

/** What became of the statements on one version. */
export type OwnDecision = {
  /** Null while nothing has decided them. */
  outcome: Outcome | null
  event: Event | null
  /**
   * When an event was first reported that stands as showing or excluding it, by the earliest bound: by the settlement in
   * force, and nothing that is only proposed, declined or taken back.
   */
  reportedAt: Instant | null
  /** Whether the log says that its window has ended, or how it came out, whatever the question waits for. */
  closed: boolean
  /** The entry of the log that gave them this outcome, and which piece of its evidence says so; null while nothing has. */
  entry: Deciding | null
  /** What they wait for where their question is settled and they are not. */
  waits: string | null
}

/** A question's log, and what it says of each of its versions, by version id. */
export type Judged = { log: ResolutionEntry[]; versions: QuestionVersion[]; decisions: Map<string, OwnDecision> }

const OTHER_TERMS = 'waits: its version’s terms differ from those the outcome was found on'
const OTHER_WINDOW = 'waits: what the outcome was found on does not decide its version’s window'

type Versions = Map<string, QuestionVersion[]>

/** What entries that settled questions say, by the entry's id. An entry without a version is of the first. */
export const settlementsOf = async (
  reader: Reader,
  entries: readonly ResolutionEntry[],
  versions: Versions,
): Promise<Map<string, Settlement>> => {
  const evidence = entries.flatMap((entry) => entry.evidence)
  const facts = await judgeable(reader, evidence)
  const judged = new Map(evidence.flatMap(({ id }, at) => (facts[at] ? [[id, facts[at]]] : [])))
  const options = await optionsOfAll(reader, [...new Set(entries.map(({ questionId }) => questionId))])
  const versionOf = ({ questionId, versionId }: ResolutionEntry) =>
    versions.get(questionId)?.find(({ id, version: n }) => (versionId === null ? n === 1 : id === versionId))
  const judgedOn = entries.flatMap((entry) => versionOf(entry) ?? [])
  const from = await countsFrom(reader, judgedOn)
  const settlements = new Map<string, Settlement>()
  for (const entry of entries) {
    const { id, questionId, outcome, decidingEvidenceId, recordedAt } = entry
    const version = versionOf(entry)
    if (!version || outcome === null) continue
    settlements.set(id, {
      version,
      outcome,
      options: options.get(questionId) ?? [],
      evidence: countedAfter(
        entry.evidence.flatMap(({ id }) => judged.get(id) ?? []),
        from.get(version.id) ?? null,
      ),
      deciding: entry.evidence.findIndex(({ id }) => id === decidingEvidenceId),
      asOf: dayOf(recordedAt),
    })
  }
  return settlements
}

type Decided = Omit<OwnDecision, 'event' | 'reportedAt'> & {
  deciding: Evidence | undefined
  /** What the settlement stands on that is in force for the version, and the version that it judged. */
  standsOn: readonly Evidence[]
  judged: JudgedVersion | null
}
const UNDECIDED: Decided = {
  outcome: null,
  deciding: undefined,
  standsOn: [],
  judged: null,
  entry: null,
  closed: false,
  waits: null,
}

const entryOf = ({ id, recordedAt }: ResolutionEntry, deciding: Evidence | undefined): Deciding => ({
  id,
  recordedAt,
  evidenceId: deciding?.id ?? null,
})

const decidedOf = (
  version: QuestionVersion,
  log: readonly ResolutionEntry[],
  settlement: Settlement | null,
): Decided => {
  const main = lastStep(log)
  const { closed, settled } = ofVersion(log, version.id)
  if (settled && main?.step !== 'void') {
    const deciding = settled.evidence.find(({ id }) => id === settled.decidingEvidenceId)
    const found = { deciding, entry: entryOf(settled, deciding), standsOn: settled.evidence, judged: version }
    return { outcome: settled.outcome, ...found, closed, waits: null }
  }
  if (!settlement || !main) return { ...UNDECIDED, closed }
  if (!sameTerms(version, settlement.version)) return { ...UNDECIDED, closed, waits: OTHER_TERMS }
  const found = { standsOn: main.evidence, judged: settlement.version, closed }
  const own = ownOutcome(version, settlement)
  if (!own) return { ...UNDECIDED, ...found, waits: OTHER_WINDOW }
  const deciding = main.evidence[own.deciding]
  return { outcome: own.outcome, deciding, ...found, entry: entryOf(main, deciding), waits: null }
}

const judgedAtOnce = async (reader: Reader, ids: readonly string[]): Promise<Map<string, Judged>> => {
  const [logs, versions] = [await logsOf(reader, ids), await versionsOfAll(reader, ids)]
  const standing = [...logs.values()].flatMap((log) => lastStep(log) ?? []).filter(({ step }) => step === 'settle')
  const settlements = await settlementsOf(reader, standing, versions)
  const decided = new Map(
    [...versions.values()].flat().map((version) => {
      const { id, questionId } = version
      const log = logs.get(questionId) ?? []
      return [id, decidedOf(version, log, settlements.get(lastStep(log)?.id ?? '') ?? null)]
    }),
  )
  const events = await eventsByIds(
    reader,
    [...decided.values()].flatMap(({ standsOn }) => standsOn.flatMap(({ eventId }) => eventId ?? [])),
  )
  const withEvidence = [...versions.values()].flat().filter(({ id }) => decided.get(id)?.standsOn.length)
  const from = await countsFrom(reader, withEvidence)
  const decisionOn = (version: QuestionVersion): [string, OwnDecision] => {
    const { deciding, standsOn, judged, ...rest } = decided.get(version.id) ?? UNDECIDED
    const bearing = standsOn.flatMap(({ bearing, eventId }) => {
      const event = events.get(eventId ?? '')
      return event ? [{ bearing, happened: event.happened, reported: event.published.earliest }] : []
    })
    const reports = countedAfter(bearing, from.get(version.id) ?? null)
      .filter((event) => judged && mayDecideIn(version, judged, event))
      .map(({ reported }) => reported)
    const event = events.get(deciding?.eventId ?? '') ?? null
    return [version.id, { ...rest, event, reportedAt: reports.sort()[0] ?? null }]
  }
  const decisions = new Map([...versions.values()].flat().map(decisionOn))
  return new Map(
    ids.map((id) => {
      const own = versions.get(id) ?? []
      const of = own.flatMap(({ id }): [string, OwnDecision][] => {
        const decision = decisions.get(id)
        return decision ? [[id, decision]] : []
      })
      return [id, { log: logs.get(id) ?? [], versions: own, decisions: new Map(of) }]
    }),
  )
}

/** So many questions are named in one statement: a statement takes 65,535 values and no more. */
const CHUNK = 1000

/**
 * What the logs of questions say of each of their versions. A version that a person settled on its own terms has that
 * outcome; of another the settlement of its question says what it can.
 */
export const judgedQuestions = async (reader: Reader, ids: readonly string[]): Promise<Map<string, Judged>> => {
  const judged = new Map<string, Judged>()
  for (let at = 0; at < ids.length; at += CHUNK)
    for (const [id, one] of await judgedAtOnce(reader, ids.slice(at, at + CHUNK))) judged.set(id, one)
  return judged
}

export const judgedQuestion = async (reader: Reader, id: string): Promise<Judged> =>
  (await judgedQuestions(reader, [id])).get(id) ?? { log: [], versions: [], decisions: new Map() }

type Triggered = Pick<QuestionVersion, 'id' | 'trigger'>

/** Where the triggers of versions stand, by version id, each by the version that it was named on; of those without one nothing. */
export const triggerStatesOf = async (
  reader: Reader,
  versions: readonly Triggered[],
): Promise<ReadonlyMap<string, TriggerState>> => {
  const triggers = versions.flatMap(({ id, trigger }) => (trigger ? [{ id, trigger }] : []))
  const ids = [...new Set(triggers.map(({ trigger }) => trigger.questionId))]
  if (ids.length === 0) return new Map()
  const questions = new Map((await questionsByIds(reader, ids)).map((question) => [question.id, question]))
  const judged = await judgedQuestions(reader, ids)
  return new Map(
    triggers.map(({ id, trigger }) => {
      const question = questions.get(trigger.questionId)
      const { versions: all = [], decisions } = judged.get(trigger.questionId) ?? {}
      const named = all.find((one) => one.id === trigger.versionId)
      if (!question || !named) throw new Error(`there is no trigger ${trigger.versionId} of ${trigger.questionId}`)
      const own = decisions?.get(named.id)
      const { status, outcome } = asSaid(question, named, own)
      const happened = own?.event?.happened ?? null
      return [id, triggerState(trigger.outcome, { status, outcome, happened, windowEnd: named.windowEnd })]
    }),
  )
}

/** Where the trigger of one version stands; null where it has none. */
export const triggerStateOf = async (reader: Reader, version: Triggered): Promise<TriggerState | null> =>
  (await triggerStatesOf(reader, [version])).get(version.id) ?? null

/** From when on events count for versions that their triggers gate, by version id; all others go by their windows alone. */
const countsFrom = async (reader: Reader, versions: readonly QuestionVersion[]): Promise<Map<string, Instant>> => {
  const states = await triggerStatesOf(
    reader,
    versions.filter(({ trigger }) => trigger?.gates),
  )
  return new Map([...states].flatMap(([id, state]) => (state.state === 'came' && state.at ? [[id, state.at]] : [])))
}

const asSaid = (question: Question, version: QuestionVersion, own: OwnDecision | undefined): Question => {
  if (question.version.id === version.id || question.status === 'void') return { ...question, version }
  const outcome = own?.outcome ?? null
  if (outcome !== null) return { ...question, version, outcome, status: 'resolved' }
  const due = question.status === 'resolved' || own?.closed
  return { ...question, version, outcome, status: due ? 'due' : question.status }
}

type Said = { questionId: string; versionId: string }

/** Questions as statements on their versions have them, by version id: that version, and what was decided of it. */
export const asSaidOn = async (reader: Reader, said: readonly Said[]): Promise<Map<string, Question>> => {
  const questions = await questionsByIds(reader, [...new Set(said.map(({ questionId }) => questionId))])
  const versionIds = new Set(said.map(({ versionId }) => versionId))
  const older = said.filter(({ versionId }) => questions.every(({ version }) => version.id !== versionId))
  const judged = await judgedQuestions(reader, [...new Set(older.map(({ questionId }) => questionId))])
  return new Map(
    questions.flatMap((question) => {
      const { versions, decisions } = judged.get(question.id) ?? { versions: [question.version], decisions: new Map() }
      return versions
        .filter(({ id }) => versionIds.has(id))
        .map((version) => [version.id, asSaid(question, version, decisions.get(version.id))])
    }),
  )
}
