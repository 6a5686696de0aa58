import type { Choice } from '../option.ts'
import type { QuestionVersion } from '../question.ts'
import type { Day } from '../time.ts'
import { type EventEvidence, isReading, type JudgedWindow, judge, mayDecide } from './judge.ts'
import { judgeOption, type OptionEvidence } from './judge-options.ts'
import type { Outcome } from './lifecycle.ts'
import { surelyIn } from './window.ts'

/** What a version says must happen, apart from when. */
export type Terms = Pick<QuestionVersion, 'wording' | 'criteria' | 'condition' | 'trigger'>

/** What an outcome is an outcome of: terms, a window, and which event of the wording is the positive one. */
export type JudgedVersion = Terms & JudgedWindow & Pick<QuestionVersion, 'orientation'>

/** A settlement as the log has it: the version judged, the evidence and which piece of it decided, by index. */
export type Settlement = {
  version: JudgedVersion
  outcome: Outcome
  /** None where it is a matter of yes and no. */
  options: readonly Choice[]
  evidence: readonly OptionEvidence[]
  deciding: number
  /** The day as of which it was judged: a later look at it comes to the same. */
  asOf: Day
}

/** What a settlement says of a version, and which of its evidence says so, by index. */
export type OwnOutcome = { outcome: Outcome; deciding: number }

/** The outcome for the other orientation; an option has none. */
export const turned = (outcome: Outcome): Outcome => {
  if (outcome === 'yes') return 'no'
  return outcome === 'no' ? 'yes' : outcome
}

const triggerOf = ({ trigger }: Terms): string | null =>
  trigger && [trigger.questionId, trigger.versionId, trigger.outcome, trigger.gates].join(' ')

/** Whether two versions ask for the same thing, so that what was found by the one is an outcome of the other too. */
export const sameTerms = (a: Terms, b: Terms): boolean =>
  a.wording === b.wording && a.criteria === b.criteria && a.condition === b.condition && triggerOf(a) === triggerOf(b)

/** Whether two windows hold the same days. */
export const sameWindow = (a: JudgedWindow, b: JudgedWindow): boolean =>
  a.windowStart === b.windowStart && a.windowEnd === b.windowEnd

const liesWithin = (inner: JudgedWindow, outer: JudgedWindow): boolean =>
  inner.windowStart >= outer.windowStart &&
  (outer.windowEnd === null || (inner.windowEnd !== null && inner.windowEnd <= outer.windowEnd))

const excludesIn = (window: JudgedWindow, judged: JudgedWindow, { happened }: EventEvidence): boolean =>
  liesWithin(window, judged) && happened !== null && surelyIn(window, happened)

/**
 * A piece of evidence as it bears on another window. What excludes an event, and a reading that found none, was said of the
 * window judged: it says nothing of days outside that. Nobody who searched from March on looked at February; and where the
 * positive event is that all stays as it is, rain in May excludes a dry spring and not a dry March.
 */
const bearingOn = (window: JudgedWindow, judged: JudgedWindow, one: OptionEvidence): OptionEvidence => {
  if (isReading(one)) return liesWithin(window, judged) ? one : { ...one, readThrough: null }
  return one.bearing !== 'excludes' || excludesIn(window, judged, one) ? one : { ...one, bearing: 'none' }
}

/** Whether an event that a settlement of one window stands on may decide in another. */
export const mayDecideIn = (window: JudgedWindow, judged: JudgedWindow, event: EventEvidence): boolean =>
  mayDecide(window, event) &&
  (event.bearing !== 'excludes' || sameWindow(window, judged) || excludesIn(window, judged, event))

const onlyOne = (carried: readonly OwnOutcome[]): OwnOutcome | null =>
  carried.length === 1 ? (carried[0] ?? null) : null

/** The same evidence under another window; what carries two outcomes carries none. */
const judgedAnew = (window: JudgedWindow, { version, evidence, options, asOf }: Settlement): OwnOutcome | null => {
  const bearing = evidence.map((one) => bearingOn(window, version, one))
  if (options.length > 0) {
    const verdicts = options.map(({ id }) => judgeOption(window, id, options, bearing, asOf))
    return onlyOne(
      verdicts.flatMap((verdict, at) =>
        verdict.settles ? [{ outcome: options[at]?.id as Outcome, deciding: verdict.deciding }] : [],
      ),
    )
  }
  const yes = judge(window, 'yes', bearing, asOf)
  const no = judge(window, 'no', bearing, asOf)
  if (yes.settles) return { outcome: 'yes', deciding: yes.deciding }
  return no.settles ? { outcome: 'no', deciding: no.deciding } : null
}

/**
 * What a settlement means for a statement made on another version of its question, in that version's own orientation; null
 * where the evidence does not carry an outcome there, and the statement stays pending.
 *
 * On other terms it means nothing: what is evidence of the one may be none of the other, and only a person can say so. The same window has the same outcome; another is judged anew on the same evidence, as evidence of the event that the
 * version judged calls positive. The other orientation turns the outcome only when it is found: that the war ended in May
 * does not show that it went on until March.
 */
export const ownOutcome = (own: JudgedVersion, settlement: Settlement): OwnOutcome | null => {
  const { version, outcome, deciding } = settlement
  if (!sameTerms(own, version)) return null
  const found = sameWindow(own, version) ? { outcome, deciding } : judgedAnew(own, settlement)
  if (found === null || own.orientation === version.orientation) return found
  return { ...found, outcome: turned(found.outcome) }
}
