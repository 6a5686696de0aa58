import type { bearings, evidenceKinds } from '../event.ts'
import { Problem, type ProblemCode } from '../problem.ts'
import { STATE_LAG, UNSTATED_LAG } from '../source.ts'
import { type Day, daysBetween, type Instant, type Moment, plusDays, startOf } from '../time.ts'
import type { BinaryOutcome } from './lifecycle.ts'
import { surelyIn, type Window } from './window.ts'

/** The rule that settled a question; every log entry names it. */
export const RESOLUTION_RULES = 'resolution-4'

export type JudgedWindow = Window & { criteriaFixedAt: Instant }
export type JudgedEvidence = {
  kind: (typeof evidenceKinds)[number]
  bearing: (typeof bearings)[number]
  happened: Moment | null
  readThrough: Day | null
  /** Lag of the source that was read, in days; 0 for a search statement; null where nobody has stated it. */
  reportingLagDays: number | null
}
export type EventEvidence = Pick<JudgedEvidence, 'bearing' | 'happened'>
/** `deciding` is the evidence that carries the outcome, by index. */
export type Verdict =
  | { settles: true; deciding: number; reason: string }
  | { settles: false; code: ProblemCode; reason: string; remedy: string }

const refuse = (code: ProblemCode, reason: string, remedy: string): Verdict => ({
  settles: false,
  code,
  reason,
  remedy,
})
/** Whether it says how far sources were read, rather than what happened. */
export const isReading = ({ kind }: Pick<JudgedEvidence, 'kind'>): boolean =>
  kind === 'coverage' || kind === 'search-statement'
const isOfAnEvent = ({ kind, happened }: JudgedEvidence): boolean =>
  (kind === 'report' || kind === 'figure') && happened !== null

/** From when on the question was one: its window's start, or earlier where its criteria were fixed before that. */
const askedFrom = ({ windowStart, criteriaFixedAt }: JudgedWindow): Instant => {
  const start = startOf(windowStart)
  return criteriaFixedAt < start ? criteriaFixedAt : start
}

/**
 * Whether an event may decide. What shows the positive event must surely lie in the window: a range that spans an edge does
 * not. What excludes it may come later, as a first opening in October says that there was none by July, or before the
 * window, as a bankruptcy in spring says that nothing will fly in summer; but not before the question was asked.
 */
export const mayDecide = (window: JudgedWindow, { bearing, happened }: EventEvidence): boolean => {
  if (happened === null || bearing === 'none') return false
  return bearing === 'excludes' ? happened.latest >= askedFrom(window) : surelyIn(window, happened)
}

/** Whether a moment comes first: by its earliest bound, of two that begin together by its latest. */
const comesFirst = (a: Moment, b: Moment): boolean =>
  a.earliest < b.earliest || (a.earliest === b.earliest && a.latest < b.latest)

/**
 * The first event in time, by index, of those that bear so and may decide; −1 for none. The order in which
 * evidence is sent decides nothing, but between two of the very same moment.
 */
const firstEvent = (
  window: JudgedWindow,
  evidence: readonly JudgedEvidence[],
  bearing: JudgedEvidence['bearing'],
): number => {
  let first: { at: number; happened: Moment } | null = null
  for (const [at, one] of evidence.entries()) {
    const { happened } = one
    if (happened === null || isReading(one) || one.bearing !== bearing || !mayDecide(window, one)) continue
    if (first === null || comesFirst(happened, first.happened)) first = { at, happened }
  }
  return first?.at ?? -1
}

const judgeYes = (window: JudgedWindow, evidence: readonly JudgedEvidence[]): Verdict => {
  const deciding = firstEvent(window, evidence, 'shows')
  if (deciding >= 0) return { settles: true, deciding, reason: 'an event inside the window shows it' }
  return evidence.some((one) => one.bearing === 'shows' && isOfAnEvent(one))
    ? refuse(
        'insufficient-evidence',
        `no event surely lies in the window, ${window.windowStart} to ${window.windowEnd ?? 'no end'}`,
        'give an event whose earliest and latest bound lie in the window',
      )
    : refuse(
        'insufficient-evidence',
        '"yes" needs a report or figure of an event that shows it',
        'add evidence of kind report or figure with bearing "shows" and an event',
      )
}

/** Evidence that consists of events from before the question alone: news that was old when it was asked. */
const isAllOld = (window: JudgedWindow, evidence: readonly JudgedEvidence[]): boolean =>
  evidence.length > 0 && evidence.every(({ happened }) => happened !== null && happened.latest < askedFrom(window))

const tooOld = ({ windowStart }: JudgedWindow): Verdict =>
  refuse(
    'insufficient-evidence',
    `all of this happened before the question, whose window starts on ${windowStart}`,
    'give evidence of what happened since',
  )

const judgeNo = (window: JudgedWindow, evidence: readonly JudgedEvidence[], today: Day): Verdict => {
  if (firstEvent(window, evidence, 'shows') >= 0) {
    return refuse('insufficient-evidence', 'an event inside the window shows it', 'settle it "yes"')
  }
  const excludes = firstEvent(window, evidence, 'excludes')
  if (excludes >= 0) return { settles: true, deciding: excludes, reason: 'an event excludes it' }
  const { windowEnd } = window
  if (windowEnd === null) {
    return refuse('window-open', 'the window has no end', 'only an event that excludes it can settle it "no"')
  }
  if (daysBetween(today, windowEnd) >= 0) {
    return refuse('window-open', `the window is open until ${windowEnd}`, 'wait, or give an event that excludes it')
  }
  const reach = evidence.findIndex(
    (one) =>
      isReading(one) &&
      one.readThrough !== null &&
      one.reportingLagDays !== null &&
      one.readThrough >= plusDays(windowEnd, one.reportingLagDays),
  )
  if (reach >= 0) return { settles: true, deciding: reach, reason: `nothing by ${windowEnd}, the end of its window` }
  if (evidence.some((one) => isReading(one) && one.reportingLagDays === null)) {
    return refuse('insufficient-evidence', UNSTATED_LAG, STATE_LAG)
  }
  const read = evidence
    .filter(isReading)
    .map((one) => one.readThrough)
    .filter((day) => day !== null)
  const furthest =
    read.length === 0 ? 'no source is said to have been read' : `the sources were read through ${read.sort().at(-1)}`
  return refuse(
    'insufficient-evidence',
    `${furthest}; "no" needs them read through the window's end, ${windowEnd}, and the sources' reporting lag`,
    'add evidence of kind coverage or search-statement that reaches so far: a passed deadline is not evidence',
  )
}

/** Evidence that speaks for two outcomes settles none, whichever of them is asked for. */
const saysBoth = (window: JudgedWindow, evidence: readonly JudgedEvidence[]): boolean =>
  firstEvent(window, evidence, 'shows') >= 0 && firstEvent(window, evidence, 'excludes') >= 0

const contradictory = (): Verdict =>
  refuse(
    'insufficient-evidence',
    'of these events one shows it and another excludes it',
    'say which of them bears on the question, and leave out the other or give it the bearing "none"',
  )

/**
 * Whether evidence settles a question, and which piece of it decides. "Yes" may settle at any time in the window. "No"
 * needs an event that excludes yes, or a closed window and sources read past its end plus their reporting lag; what shows
 * the positive event stands against it. `today` is the day as of which is judged. What all happened before the question
 * was asked settles nothing.
 */
export const judge = (
  window: JudgedWindow,
  outcome: BinaryOutcome,
  evidence: readonly JudgedEvidence[],
  today: Day,
): Verdict => {
  if (isAllOld(window, evidence)) return tooOld(window)
  if (saysBoth(window, evidence)) return contradictory()
  return outcome === 'yes' ? judgeYes(window, evidence) : judgeNo(window, evidence, today)
}

/** The same, for callers to whom a refusal is a failure. */
export const mustSettle = (verdict: Verdict): Extract<Verdict, { settles: true }> => {
  if (!verdict.settles) throw new Problem(verdict.code, verdict.reason, verdict.remedy)
  return verdict
}
