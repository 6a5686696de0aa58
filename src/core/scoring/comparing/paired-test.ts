import { studentTwoSidedP, tTwoSided } from '../numbers/student.ts'
import { sum } from '../numbers/sum.ts'
import { refusal } from '../refusal.ts'

/** What two forecasters said on one question that both answered, and whether it came true. */
export type Versus = { first: number; second: number; outcome: 0 | 1 }

/** Refuses what is no probability. */
export const checkVersus = ({ first, second }: Versus): void => {
  if (first >= 0 && first <= 1 && second >= 0 && second <= 1) return
  throw refusal('a probability lies outside 0 to 1', 'give probabilities from 0 to 1')
}

/** Brier of the second less Brier of the first: positive where the first did better. −1 to 1. */
export const differenceOf = (pair: Versus): number => {
  checkVersus(pair)
  const { first, second, outcome } = pair
  return (second - outcome) ** 2 - (first - outcome) ** 2
}

/**
 * `error` is the standard error of the mean, null for a single question; `t`, `p` and the interval are null as well where
 * all differences are equal, as there is nothing to measure them by.
 */
export type PairedTest = {
  n: number
  mean: number
  error: number | null
  t: number | null
  p: number | null
  interval: { low: number; high: number; level: number } | null
}

/**
 * The paired t test of equal Brier scores on common questions, d = Brier of the second − Brier of the first. **Positive:
 * the first is better.** t = d̄/(s/√n) on n − 1 degrees of freedom, p two-sided. Treats questions as independent: where
 * several belong to one family, `paired` clusters them. Null for no question. Student 1908, Biometrika 6:1.
 *
 * Example: first .8 and .6, second .6 and .6, both true: d = .12 and 0, mean .06, error .06, t = 1, p = .5.
 */
export const pairedTest = (pairs: readonly Versus[], level = 0.95): PairedTest | null => {
  const differences = pairs.map(differenceOf)
  const n = differences.length
  if (n === 0) return null
  const mean = sum(differences) / n
  if (n === 1) return { n, mean, error: null, t: null, p: null, interval: null }
  const error = Math.sqrt(sum(differences.map((d) => (d - mean) ** 2)) / (n - 1) / n)
  // Equal differences leave a rounding error of a spread, and a t in the quadrillions.
  if (error === 0 || differences.every((d) => d === differences[0]))
    return { n, mean, error: 0, t: null, p: null, interval: null }
  const half = tTwoSided(level, n - 1) * error
  const t = mean / error
  return {
    n,
    mean,
    error,
    t,
    p: studentTwoSidedP(t, n - 1),
    interval: { low: mean - half, high: mean + half, level },
  }
}
