import { type Interval, wilson } from '../intervals/proportion.ts'
import { binomialChance } from '../numbers/binomial.ts'
import { sum } from '../numbers/sum.ts'
import { refusal } from '../refusal.ts'
import { intervalScore } from './quantiles.ts'

// Outcomes as likely as the one that came count as such although their chances differ by rounding.
const AS_LIKELY = 1 + 1e-7

/**
 * Exact two-sided p-value of k hits in n independent trials of chance p: the chance of a count that is at most as likely
 * as k. 0 to 1; 1 for no trials. O(n). Clopper & Pearson 1934 gives the one-sided parts, this rule is that of R and scipy.
 * `binomialTwoSidedP(1, 1, 0.5) = 1`, `binomialTwoSidedP(0, 5, 0.5) = 2/32`
 */
export const binomialTwoSidedP = (k: number, n: number, p: number): number => {
  const limit = binomialChance(k, n, p) * AS_LIKELY
  const chances = Array.from({ length: n + 1 }, (_, at) => binomialChance(at, n, p))
  return Math.min(1, sum(chances.filter((chance) => chance <= limit)))
}

/** A stated interval and what came; the ends belong to it. */
export type IntervalOutcome = { low: number; high: number; outcome: number }

/** `p` is the chance of a count at least as odd as `covered` if the intervals held as often as stated. */
export type Coverage = {
  n: number
  covered: number
  share: number
  wilson: Interval
  p: number
  meanScore: number
  meanWidth: number
}

/**
 * How often stated central intervals of one nominal level held what came, with Wilson's interval, the exact binomial
 * p-value against the level, the mean interval score (lower is better) and the mean width (sharpness: narrower is better,
 * but only where the intervals hold). Too few held: the intervals are too narrow. Assumes independent questions. Null for
 * none. Throws a `Problem` for ends out of order.
 *
 * Example: two of level .8, of which one held: share .5, Wilson .0945 to .9055, p = 1 − .64 = .36.
 */
export const coverageOf = (stated: readonly IntervalOutcome[], nominal: number): Coverage | null => {
  if (!(nominal > 0 && nominal < 1)) throw refusal(`${nominal} is no level`, 'give the stated level, between 0 and 1')
  const n = stated.length
  const covered = stated.filter(({ low, high, outcome }) => low <= outcome && outcome <= high).length
  const interval = wilson(covered, n)
  if (interval === null) return null
  const scores = stated.map(({ low, high, outcome }) => intervalScore({ low, high, coverage: nominal }, outcome))
  return {
    n,
    covered,
    share: covered / n,
    wilson: interval,
    p: binomialTwoSidedP(covered, n, nominal),
    meanScore: sum(scores) / n,
    meanWidth: sum(stated.map(({ low, high }) => high - low)) / n,
  }
}
