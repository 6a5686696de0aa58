import { sum } from '../numbers/sum.ts'
import { refusal } from '../refusal.ts'

/** A probability of the positive event that stands from `at` until the next one, or the close; null: nothing stands. */
export type Update = { at: number; p: number | null }

/** One question that somebody forecast on. Times are numbers of any one unit; updates in ascending order. */
export type Question = { open: number; close: number; updates: readonly Update[]; outcome: 0 | 1 }

/** What a probability costs where the positive event came (1) or not (0); lower is better. */
export type PointLoss = (p: number, outcome: 0 | 1) => number

export const squaredLoss: PointLoss = (p, outcome) => (p - outcome) ** 2

/** A probability and how long it stood. */
type Stretch = { p: number; length: number }

/** How one question went, by each rule; see `questionOverTime`. */
export type QuestionScore = {
  timeWeighted: number
  coverage: number
  first: number
  final: number
  fillHalf: number
  stretches: readonly Stretch[]
  outcome: 0 | 1
}

/** An early update stands from the opening on, the later of two at one time alone stands, and one after the close never. */
const stretchesOf = ({ open, close, updates }: Question): Stretch[] => {
  if (!(open < close)) throw refusal('the question closes before it opens', 'give an open time before the close')
  const strange = updates.find(
    ({ at, p }, n) => (p !== null && !(p >= 0 && p <= 1)) || !(at >= (updates[n - 1]?.at ?? -Infinity)),
  )
  if (strange)
    throw refusal(
      `an update to ${strange.p} at ${strange.at} cannot be`,
      'give probabilities from 0 to 1 in order of time',
    )
  const within = updates.filter(({ at }) => at < close).map(({ at, p }) => ({ p, at: Math.max(at, open) }))
  return within.flatMap(({ p, at }, n) => {
    const length = (within[n + 1]?.at ?? close) - at
    return p !== null && length > 0 ? [{ p, length }] : []
  })
}

/**
 * The Brier score of one question by the rules that are in use, each 0 best, 1 worst; or another score by its `loss`.
 * - `timeWeighted`, the default: averaged over the time that a forecast stood, from the first to the close if none was
 *   withdrawn;
 * - `first` and `final`: of that forecast alone (the final one flatters whoever waits);
 * - `fillHalf`: averaged over the question's whole life, with 50 % while no forecast stood (rewards early entry).
 * `coverage` is the share of its life that was forecast on, 0 to 1. Null where no forecast stood before the close.
 * Throws a `Problem` for updates out of order.
 *
 * Example: open 0 to 10, 80 % from 5 on, yes: .04, coverage .5, fillHalf (.25 · 5 + .04 · 5)/10 = .145.
 */
export const questionOverTime = (question: Question, loss: PointLoss = squaredLoss): QuestionScore | null => {
  const stretches = stretchesOf(question)
  const [first, final] = [stretches[0], stretches.at(-1)]
  if (!first || !final) return null
  const { open, close, outcome } = question
  const covered = sum(stretches.map(({ length }) => length))
  const area = sum(stretches.map(({ p, length }) => loss(p, outcome) * length))
  return {
    timeWeighted: area / covered,
    coverage: covered / (close - open),
    first: loss(first.p, outcome),
    final: loss(final.p, outcome),
    fillHalf: (area + loss(0.5, outcome) * (close - open - covered)) / (close - open),
    stretches,
    outcome,
  }
}

/** A mean over questions by each rule, every question counting alike; the pooled one counts time alike. */
export type OverTime = {
  questions: number
  timeWeighted: number
  first: number
  final: number
  fillHalf: number
  pooled: number
  /** Standard error of `pooled`, with the question as the independent unit; null for a single one. */
  pooledError: number | null
}

/**
 * A forecaster's mean score over questions, by each rule of `questionOverTime`. **Lower is better**, 0 to 1 for the Brier score. Null for
 * no questions.
 *
 * `pooled` weights by duration, ΣA/ΣB over questions with loss · time A and time B, so that long questions count for more;
 * its standard error is √(m/(m − 1) Σ(A − rB)²) / ΣB over m questions. Cochran 1977, Sampling Techniques, 6.4.
 * Example: .9 for 1 day and .5 for 3 days, both true: mean (.01 + .25)/2 = .13, pooled (.01 + .75)/4 = .19, error .09.
 */
export const meanOverTime = (scores: readonly QuestionScore[]): OverTime | null => {
  const m = scores.length
  if (m === 0) return null
  const mean = (of: (score: QuestionScore) => number): number => sum(scores.map(of)) / m
  const times = scores.map(({ stretches, timeWeighted }) => {
    const length = sum(stretches.map((stretch) => stretch.length))
    return { length, area: timeWeighted * length }
  })
  const all = sum(times.map(({ length }) => length))
  const pooled = sum(times.map(({ area }) => area)) / all
  const squares = sum(times.map(({ area, length }) => (area - pooled * length) ** 2))
  return {
    questions: m,
    timeWeighted: mean((score) => score.timeWeighted),
    first: mean((score) => score.first),
    final: mean((score) => score.final),
    fillHalf: mean((score) => score.fillHalf),
    pooled,
    pooledError: m === 1 ? null : Math.sqrt((m / (m - 1)) * squares) / all,
  }
}

/** Questions' worth of time for which `p` was said, and how much of it on questions that came true. */
export type WeightedCount = { p: number; weight: number; hits: number }

/**
 * The counts behind a reliability diagram over time: every question weighs 1, spread over the probabilities by how long each
 * stood. Ascending by p. The weights are no trials: intervals and tests for counts do not hold on them, questions do.
 * Example: 20 % and then 60 % for half of the time each, yes: [{ .2, .5, .5 }, { .6, .5, .5 }].
 */
export const weightedCounts = (scores: readonly QuestionScore[]): WeightedCount[] => {
  const parts = new Map<number, { weights: number[]; hits: number[] }>()
  for (const { stretches, outcome } of scores) {
    const covered = sum(stretches.map(({ length }) => length))
    for (const { p, length } of stretches) {
      const so = parts.get(p) ?? { weights: [], hits: [] }
      so.weights.push(length / covered)
      so.hits.push((outcome * length) / covered)
      parts.set(p, so)
    }
  }
  return [...parts]
    .map(([p, { weights, hits }]) => ({ p, weight: sum(weights), hits: sum(hits) }))
    .sort((a, b) => a.p - b.p)
}

/**
 * Reliability over time, Σ w(p − h/w)² / Σ w by distinct p; 0 best, 1 worst, and biased upwards, up to the whole score where
 * no probability was said on two questions. Null for no time. Murphy 1973, J Appl Meteorol 12:595.
 * Example: .9 for a weight of 2, of which 1 came true: (.9 − .5)² = .16.
 */
export const weightedReliability = (counts: readonly WeightedCount[]): number | null => {
  const all = sum(counts.map(({ weight }) => weight))
  if (all === 0) return null
  return sum(counts.map(({ p, weight, hits }) => weight * (p - hits / weight) ** 2)) / all
}
