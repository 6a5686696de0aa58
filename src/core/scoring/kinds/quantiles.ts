import { sum } from '../numbers/sum.ts'
import { needFinite, refusal } from '../refusal.ts'

/** The value that the forecaster puts probability `level` below. */
export type Quantile = { level: number; value: number }

const checked = (quantiles: readonly Quantile[], outcome: number): readonly Quantile[] => {
  if (quantiles.length === 0) throw refusal('there are no quantiles', 'give at least one')
  needFinite([...quantiles.map(({ value }) => value), outcome], 'quantiles and outcome')
  for (const [at, { level, value }] of quantiles.entries()) {
    const before = quantiles[at - 1]
    if (!(level > 0 && level < 1)) throw refusal(`${level} is no level`, 'give levels between 0 and 1, ends excluded')
    if (before && !(before.level < level))
      throw refusal('the levels do not rise', 'give each level once, in ascending order')
    if (before && before.value > value)
      throw refusal(
        `the ${level} quantile, ${value}, lies below the ${before.level} quantile, ${before.value}`,
        'let no value fall as the level rises',
      )
  }
  return quantiles
}

/**
 * Pinball loss of one quantile q at level τ: τ(y − q) for an outcome above it, (1 − τ)(q − y) below. 0 best, in the
 * outcome's unit; proper for the τ quantile. Koenker & Bassett 1978, Econometrica 46:33.
 * `pinball({ level: 0.9, value: 10 }, 12) = 1.8`
 */
export const pinball = ({ level, value }: Quantile, outcome: number): number =>
  (outcome < value ? 1 - level : level) * Math.abs(outcome - value)

/**
 * Twice the mean pinball loss over the quantiles that were given. 0 best, in the outcome's unit; with ever more evenly
 * spaced levels it tends to the CRPS, and the median alone gives the absolute error. Throws a `Problem` where levels or
 * values are out of order. Gneiting & Ranjan 2011, JBES 29:411.
 * `quantileLoss([{ level: 0.1, value: 5 }, { level: 0.9, value: 10 }], 12) = 0.7 + 1.8 = 2.5`
 */
export const quantileLoss = (quantiles: readonly Quantile[], outcome: number): number =>
  (2 * sum(checked(quantiles, outcome).map((quantile) => pinball(quantile, outcome)))) / quantiles.length

/** A central interval: meant to hold with probability `coverage`. */
export type StatedInterval = { low: number; high: number; coverage: number }

/**
 * Interval score of a central interval with α = 1 − coverage: its width, plus 2/α times how far outside the outcome lies.
 * 0 best, in the outcome's unit. Throws a `Problem` where the ends are out of order. Gneiting & Raftery 2007, JASA 102:359,
 * eq. 43. `intervalScore({ low: 10, high: 50, coverage: 0.9 }, 60) = 40 + 20 · 10 = 240`
 */
export const intervalScore = ({ low, high, coverage }: StatedInterval, outcome: number): number => {
  needFinite([low, high, outcome], 'interval and outcome')
  if (low > high) throw refusal(`an interval from ${low} to ${high} is upside down`, 'give the lower end first')
  if (!(coverage > 0 && coverage < 1))
    throw refusal(`${coverage} is no coverage`, 'say how often the interval should hold, between 0 and 1')
  return high - low + (2 / (1 - coverage)) * (Math.max(0, low - outcome) + Math.max(0, outcome - high))
}

// Levels are decimals that were typed: 1 − 0.9 and 0.1 are the same level.
const decimal = (x: number): number => Number(x.toFixed(10))

/**
 * The central intervals that the quantiles make, widest first: the levels τ and 1 − τ where both were given.
 * `centralIntervals` of the levels .05, .25, .5, .75, .95 are those of coverage .9 and .5.
 */
export const centralIntervals = (quantiles: readonly Quantile[]): StatedInterval[] =>
  quantiles.flatMap(({ level, value }) => {
    const upper = level < 0.5 ? quantiles.find((other) => decimal(other.level + level) === 1) : undefined
    return upper ? [{ low: value, high: upper.value, coverage: decimal(1 - 2 * level) }] : []
  })

/**
 * Weighted interval score, (½|y − m| + Σ (α_k/2) IS_k) / (K + ½) for a median m and K central intervals. 0 best, in the
 * outcome's unit. Where the median is missing or a level has no mirror image the form has no weights to offer, and the
 * mean of twice the pinball loss over the levels stands for it, with which it agrees where both exist. Throws a `Problem`
 * where levels or values are out of order. Bracher et al. 2021, PLOS Comput Biol 17:e1008618.
 *
 * Example: levels .05, .25, .5, .75, .95 at 10, 18, 22, 30, 50, outcome 44: (½·22 + .05·40 + .25·68) / 2.5 = 12.
 */
export const weightedIntervalScore = (quantiles: readonly Quantile[], outcome: number): number => {
  const intervals = centralIntervals(checked(quantiles, outcome))
  const median = quantiles.find(({ level }) => decimal(level) === 0.5)
  if (!median || quantiles.length !== 2 * intervals.length + 1) return quantileLoss(quantiles, outcome)
  const parts = intervals.map((one) => ((1 - one.coverage) / 2) * intervalScore(one, outcome))
  return (Math.abs(outcome - median.value) / 2 + sum(parts)) / (intervals.length + 0.5)
}
