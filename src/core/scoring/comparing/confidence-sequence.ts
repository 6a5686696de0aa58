import { refusal } from '../refusal.ts'
import { bestRho, logMixture, mixtureBoundary } from './gamma-exponential.ts'

/** Around the mean difference, at every time at once. */
export type Sequence = { low: number; high: number; level: number }

/** What is kept of a run of differences: their number, sum, and squared distances from the running mean before each. */
export type Run = { n: number; total: number; spread: number }

/** Differences of two scores that lie within [−1, 1] each, and so the length 2 of the range that they move in. */
const RANGE = 2
/** The intrinsic time around which the bounds are tightest. */
const BEST_AT = 10

export const NO_RUN: Run = { n: 0, total: 0, spread: 0 }

/**
 * One more difference, d = Brier of the second − Brier of the first, in an order that does not hang on outcomes. O(1).
 * `extended(NO_RUN, .1) = { n: 1, total: .1, spread: .01 }`
 */
export const extended = ({ n, total, spread }: Run, d: number): Run => {
  if (!(Math.abs(d) <= 1)) throw refusal(`a difference of ${d} cannot be`, 'give differences of Brier scores, −1 to 1')
  return { n: n + 1, total: total + d, spread: spread + (d - (n === 0 ? 0 : total / n)) ** 2 }
}

/**
 * The run of all these differences, −1 to 1 each, from left to right by `extended`. `NO_RUN` for none.
 * `runOf([.1, .3]) = { n: 2, total: .4, spread: .1² + (.3 − .1)² = .05 }`
 */
export const runOf = (differences: readonly number[]): Run => differences.reduce(extended, NO_RUN)

/** Between which values a difference must come to lie; both are the difference itself once everything behind it is settled. */
export type Between = { low: number; high: number }

/**
 * The runs of the least and of the greatest that differences may yet come to, in their order, each with the greatest spread that they may
 * have: a bound from `least` lies at or below the one that stands once all is settled, a bound from `most` at or above it.
 * `runsBetween([{ low: .1, high: .1 }])` is `runOf([.1])` twice; of [{ low: −1, high: 1 }] the totals are −1 and 1, the spread 1 in both.
 */
export const runsBetween = (differences: readonly Between[]): { least: Run; most: Run } => {
  let [least, most, spread] = [NO_RUN, NO_RUN, 0]
  for (const { low, high } of differences) {
    const [from, to] = [least.n === 0 ? 0 : least.total / least.n, most.n === 0 ? 0 : most.total / most.n]
    spread += Math.max((high - from) ** 2, (low - to) ** 2)
    least = extended(least, low)
    most = extended(most, high)
  }
  return { least: { ...least, spread }, most: { ...most, spread } }
}

/**
 * How much the differences have varied: V = Σ (d − the mean of those before)², at least 1 (the mean before the first is 0). The clock of the
 * bounds below; no direction. Choe & Ramdas 2024, Oper Res 72:1368. Example: 1, then −1: 1² + (−1 − 1)² = 5.
 */
export const intrinsicTime = ({ spread }: Run): number => Math.max(1, spread)

const around = ({ n, total }: Run, radius: number, alpha: number): Sequence | null =>
  n === 0 ? null : { low: total / n - radius, high: total / n + radius, level: 1 - alpha }

/**
 * Empirical-Bernstein confidence sequence for the mean difference so far: it holds at all times at once with probability
 * 1 − α, however often somebody looks and whatever made them stop. **Above 0: the first is better.** Wide at first, beyond
 * [−1, 1] even; about 2.5 times the fixed-n interval at n = 400. Radius = gamma-exponential mixture boundary at intrinsic
 * time V and α/2, divided by n. Null for none. Choe & Ramdas 2024, Oper Res 72:1368, theorem 2.
 *
 * Example: five equal forecasts: 0 ± 2.01726.
 */
export const empiricalBernstein = (run: Run, alpha = 0.05): Sequence | null => {
  const tuning = { c: RANGE, rho: bestRho(BEST_AT, alpha) }
  return around(run, run.n === 0 ? 0 : mixtureBoundary(intrinsicTime(run), alpha / 2, tuning) / run.n, alpha)
}

/**
 * The same from the number alone, however little the differences vary: radius √((n + ρ)(ln(1 + n/ρ) + 2 ln(1/α)))/n.
 * Around Σd/n, may lie beyond [−1, 1]; **above 0: the first is better**. Wider where they vary little. Null for none. Howard et al. 2021,
 * Ann Stat 49:1055, eq. 3.7. Example: five equal forecasts: 0 ± 1.37901.
 */
export const hoeffding = (run: Run, alpha = 0.05): Sequence | null => {
  const [rho, n] = [bestRho(BEST_AT, alpha), run.n]
  return around(run, Math.sqrt((n + rho) * (Math.log1p(n / rho) + 2 * Math.log(1 / alpha))) / n, alpha)
}

const ZETA_14 = 3.1055472779775806
const K1 = (2 ** 0.25 + 2 ** -0.25) / Math.SQRT2
const K2 = (Math.SQRT2 + 1) / 2

/**
 * The same by polynomial stitching, whose radius shrinks at the rate of the law of the iterated logarithm: with v =
 * max(V, 10), l = 1.4 ln ln(2v/10) + ln(ζ(1.4)/(α/2 · (ln 2)^1.4)), radius (√(k₁²vl + 4k₂²l²) + 2k₂l)/n. Around Σd/n,
 * may lie beyond [−1, 1]; **above 0: the first is better**. Better only for very long runs. Null for none. Howard et al. 2021, Ann Stat
 * 49:1055, theorem 1. Example: five equal forecasts: 0 ± 5.39353.
 */
export const stitched = (run: Run, alpha = 0.05): Sequence | null => {
  const v = Math.max(run.spread, BEST_AT)
  const l = 1.4 * Math.log(Math.log((2 * v) / BEST_AT)) + Math.log(ZETA_14 / ((alpha / 2) * Math.LN2 ** 1.4))
  const wide = RANGE * K2 * l
  return around(run, (Math.sqrt(K1 * K1 * v * l + wide * wide) + wide) / run.n, alpha)
}

/**
 * ln of the e-value against "the second was at least as good on average so far": the mixture itself at Σd and V (here not
 * held to at least 1). 0 for none; below 0 is no evidence. E ≥ 20 at any time is strong. Choe & Ramdas 2024, theorem 3.
 * Example: the first better by .3 on each of 100 questions: 13.98995.
 */
export const averageLogE = ({ total, spread }: Run, alpha = 0.05): number =>
  logMixture(total, spread, { c: RANGE, rho: bestRho(BEST_AT, alpha) })
