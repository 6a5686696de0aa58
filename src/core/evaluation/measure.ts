import { type Day, daysBetween } from '../time.ts'
import type { GoldNegative, GoldPrediction, MeasuredCandidate } from './gold.ts'
import { covers, isExact, type Match, matchLabels, type Span, spansOf } from './matching.ts'
import { emptyTally, type Tally } from './tally.ts'

/** What can go wrong with a candidate or a label. */
export const errorClasses = [
  'miss',
  'false alarm',
  'quote not in text',
  'attribution',
  'side',
  'near',
  'window',
  'invented end',
  'condition',
  'false condition',
] as const
export type ErrorClass = (typeof errorClasses)[number]
/** One thing that went wrong: where, with which words, and what stood there instead of what. */
export type EvaluationError = { class: ErrorClass; doc: string; id: string | null; detail: string; quote: string }

export type LabelledDocument = {
  name: string
  text: string
  publishedAt: Day
  predictions: readonly GoldPrediction[]
  negatives: readonly GoldNegative[]
}
export type Measured = { tally: Tally; errors: EvaluationError[] }

type Found = Match & {
  publishedAt: Day
  tally: Tally
  fail: (error: ErrorClass, got: unknown, wanted: unknown) => void
}

const readAttribution = ({ candidate, gold, tally, fail }: Found): void => {
  tally[gold.attribution] += 1
  if (candidate.attribution === gold.attribution) tally[`${gold.attribution}Right`] += 1
  else fail('attribution', candidate.attribution, gold.attribution)
}

/** Within .15 of each other, or on the same side of one half; exactly one half is on no side. */
const sameSide = (p: number, q: number): boolean => Math.abs(p - q) <= 0.15 || (p - 0.5) * (q - 0.5) > 0

const readProbability = ({ candidate, gold, tally, fail }: Found): void => {
  const mid = candidate.probability?.mid
  const wanted = gold.probability.mid
  if (mid !== undefined && sameSide(mid, wanted)) tally.side += 1
  else fail('side', mid, wanted)
  if (mid !== undefined && Math.abs(mid - wanted) <= 0.15) tally.near += 1
  else fail('near', mid, wanted)
}

/** An end is right within 35 % of the labelled window's length, which counts as at least 14 days. */
const endIsRight = (end: Day, goldStart: Day, goldEnd: Day): boolean =>
  Math.abs(daysBetween(end, goldEnd)) <= 0.35 * Math.max(14, Math.abs(daysBetween(goldStart, goldEnd)))

const readWindow = ({ candidate, gold, publishedAt, tally, fail }: Found): void => {
  const end = candidate.window && candidate.window.source !== 'default' ? (candidate.window.end ?? null) : null
  if (gold.horizon_end) {
    tally.windows += 1
    if (end && endIsRight(end, gold.horizon_start ?? publishedAt, gold.horizon_end)) tally.windowsRight += 1
    else fail('window', end, `${gold.horizon_end} (${gold.horizon_text})`)
  } else if (end && !gold.horizon_text) {
    tally.inventedEnds += 1
    fail('invented end', end, null)
  }
}

const wordsOf = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\d]+/gu) ?? [])
/** Whether two conditions share at least half the words of the shorter one. */
const alike = (one: string, other: string): boolean => {
  const [a, b] = [wordsOf(one), wordsOf(other)]
  return a.size > 0 && [...a].filter((word) => b.has(word)).length >= 0.5 * Math.min(a.size, b.size)
}

const readCondition = ({ candidate, gold, tally, fail }: Found): void => {
  if (gold.conditional) {
    tally.conditions += 1
    if (candidate.condition && alike(candidate.condition, gold.conditional)) tally.conditionsRight += 1
    else fail('condition', candidate.condition, gold.conditional)
  } else if (candidate.condition && !gold.conditional_implied) {
    tally.falseConditions += 1
    fail('false condition', candidate.condition, null)
  }
}

const liesOn = (text: string, quote: string, { start, end }: MeasuredCandidate): boolean =>
  spansOf(text, quote).some((span: Span) => covers([start, end], span))

/** Counts hard negatives that a scorable false alarm falls on; one that lies inside a prediction is left out. */
const readNegatives = ({ text, negatives }: LabelledDocument, alarms: readonly MeasuredCandidate[], tally: Tally) => {
  const scorable = alarms.filter((alarm) => alarm.scorable !== false)
  for (const { quote } of negatives.filter(({ severity, overlaps }) => severity === 'hard' && !overlaps)) {
    tally.negatives += 1
    if (scorable.some((alarm) => liesOn(text, quote, alarm))) tally.negativesTaken += 1
  }
}

/**
 * Holds the candidates of one document against its labels. A candidate that could find no label is a false alarm, a core
 * label without a candidate a miss; borderline labels count neither way. The rest is read on the core labels found.
 */
export const measureDocument = (document: LabelledDocument, candidates: readonly MeasuredCandidate[]): Measured => {
  const { text, name: doc, predictions, publishedAt } = document
  const tally = emptyTally()
  const errors: EvaluationError[] = []
  const exact = candidates.filter((candidate) => isExact(text, candidate))
  for (const { quote } of candidates.filter((candidate) => !exact.includes(candidate)))
    errors.push({ class: 'quote not in text', doc, id: null, detail: '', quote })

  const labels = predictions.map((gold) => ({ gold, spans: spansOf(text, gold.quote) }))
  const { good, matches } = matchLabels(text, exact, labels)
  const alarms = exact.filter((candidate) => !good.has(candidate))
  for (const alarm of alarms) {
    const negative = document.negatives.find(({ quote }) => liesOn(text, quote, alarm))
    errors.push({ class: 'false alarm', doc, id: null, detail: negative?.class ?? 'unlabelled', quote: alarm.quote })
  }
  readNegatives(document, alarms, tally)

  const core = predictions.filter(({ strength }) => strength === 'core')
  const found = matches.filter(({ gold }) => gold.strength === 'core')
  for (const { id, quote, kind } of core.filter((label) => !found.some(({ gold }) => gold === label)))
    errors.push({ class: 'miss', doc, id, detail: kind, quote })
  for (const match of found) {
    const { id, quote } = match.gold
    const fail = (error: ErrorClass, got: unknown, wanted: unknown) =>
      errors.push({ class: error, doc, id, detail: `${got ?? 'none'} instead of ${wanted ?? 'none'}`, quote })
    for (const readField of [readAttribution, readProbability, readWindow, readCondition])
      readField({ ...match, publishedAt, tally, fail })
  }
  tally.core = core.length
  tally.found = found.length
  tally.candidates = candidates.length
  tally.inexact = candidates.length - exact.length
  tally.alarms = alarms.length
  return { tally, errors }
}
