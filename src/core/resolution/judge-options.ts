import type { Choice } from '../option.ts'
import type { Day } from '../time.ts'
import { type JudgedEvidence, type JudgedWindow, judge, type Verdict } from './judge.ts'
import type { Outcome } from './lifecycle.ts'

/** Evidence on a categorical question bears on one option of it. */
export type OptionEvidence = JudgedEvidence & { optionId: string | null }

/** The evidence as it bears on one option; what bears on another says nothing of it. */
const towards = (optionId: string, evidence: readonly OptionEvidence[]): OptionEvidence[] =>
  evidence.map((one) => (one.optionId === optionId ? one : { ...one, bearing: 'none' }))

const about = ({ label }: Choice, verdict: Verdict): Verdict => ({
  ...verdict,
  reason: `“${label}”: ${verdict.reason}`,
})

/** The evidence, by index, that excludes every named option; the last of it in time completes the proof. −1 where one is left. */
const allExcluded = (
  window: JudgedWindow,
  named: readonly Choice[],
  evidence: readonly OptionEvidence[],
  today: Day,
): number => {
  const events = evidence.map((one) => ({ ...one, readThrough: null }))
  const verdicts = named.map(({ id }) => judge(window, 'no', towards(id, events), today))
  const deciding = verdicts.flatMap((verdict) => (verdict.settles ? [verdict.deciding] : []))
  if (deciding.length < named.length) return -1
  const when = (at: number): string => evidence[at]?.happened?.latest ?? ''
  return deciding.reduce((last, at) => (when(at) > when(last) ? at : last), deciding[0] ?? -1)
}

/** The refusal where an event shows another option; null where none does. */
const against = (
  window: JudgedWindow,
  rivals: readonly Choice[],
  evidence: readonly OptionEvidence[],
  today: Day,
): Verdict | null => {
  const rival = rivals.find(({ id }) => judge(window, 'yes', towards(id, evidence), today).settles)
  if (!rival) return null
  const reason = `an event inside the window shows “${rival.label}”`
  const remedy = `settle as ${rival.id}, or leave out what does not bear on the question`
  return { settles: false, code: 'insufficient-evidence', reason, remedy }
}

/** A named option came where an event shows it, and none shows another. */
const judgeNamed = (
  window: JudgedWindow,
  option: Choice,
  rivals: readonly Choice[],
  evidence: readonly OptionEvidence[],
  today: Day,
): Verdict => {
  const shown = judge(window, 'yes', towards(option.id, evidence), today)
  return shown.settles ? (against(window, rivals, evidence, today) ?? shown) : shown
}

/**
 * The catch-all came where an event shows it, where every named option is excluded, or where the window closed and sources
 * that were read past it reported none of the named ones.
 */
const judgeOther = (
  window: JudgedWindow,
  other: Choice,
  named: readonly Choice[],
  evidence: readonly OptionEvidence[],
  today: Day,
): Verdict => {
  const refused = against(window, named, evidence, today)
  if (refused) return refused
  const shown = judge(window, 'yes', towards(other.id, evidence), today)
  if (shown.settles) return shown
  const excluded = allExcluded(window, named, evidence, today)
  if (excluded >= 0) return { settles: true, deciding: excluded, reason: 'every named option is excluded' }
  return judge(window, 'no', towards('', evidence), today)
}

/**
 * Whether evidence settles a categorical question as one of its options, and which piece of it decides. A named option
 * needs a report or figure of an event surely inside the window that shows that very option. Evidence that shows two
 * options settles neither.
 */
export const judgeOption = (
  window: JudgedWindow,
  outcome: Outcome,
  options: readonly Choice[],
  evidence: readonly OptionEvidence[],
  today: Day,
): Verdict => {
  const option = options.find(({ id }) => id === outcome)
  if (!option) throw new RangeError(`${outcome} is no option`)
  const named = options.filter(({ isOther }) => !isOther)
  const rivals = options.filter(({ id }) => id !== outcome)
  const verdict = option.isOther
    ? judgeOther(window, option, named, evidence, today)
    : judgeNamed(window, option, rivals, evidence, today)
  return about(option, verdict)
}

/** Judges by the kind of the question: one without options is a matter of yes and no. */
export const judgeOutcome = (
  window: JudgedWindow,
  outcome: Outcome,
  options: readonly Choice[],
  evidence: readonly OptionEvidence[],
  today: Day,
): Verdict => {
  if (options.length > 0) return judgeOption(window, outcome, options, evidence, today)
  if (outcome !== 'yes' && outcome !== 'no') throw new RangeError(`${outcome} is neither yes nor no`)
  return judge(window, outcome, evidence, today)
}
