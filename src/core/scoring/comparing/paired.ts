import { familyError, familyInterval } from '../intervals/family.ts'
import { studentTwoSidedP } from '../numbers/student.ts'
import { sumsByFamily } from '../tally.ts'
import { differenceOf, type Versus } from './paired-test.ts'

/** One question that both forecasters answered: what each said of the positive event, and whether it came true. */
export type Pair = Versus & { family: string }

/** `low` and `high` bound the 95 % interval; null below two families. */
export type PairedDifference = {
  commonQuestions: number
  families: number
  meanDifference: number
  low: number | null
  high: number | null
}

/**
 * Mean paired Brier difference, d = mean over common questions of (second − outcome)² − (first − outcome)².
 *
 * **Positive means that the first forecaster is better** (lost less). −1 to 1. The interval is clustered by family, see
 * `familyInterval`. Only questions that both answered may be passed in. Null for no common question. Swapping the
 * forecasters changes the sign. Example: first 0.8, second 0.6, it came true: 0.16 − 0.04 = 0.12 in favour of the first.
 */
export const paired = (pairs: readonly Pair[]): PairedDifference | null => {
  const differences = pairs.map((pair) => ({ family: pair.family, loss: differenceOf(pair) }))
  const result = familyInterval(sumsByFamily(differences), { range: { low: -1, high: 1 } })
  if (result === null) return null
  const { mean, families, interval } = result
  return {
    commonQuestions: pairs.length,
    families,
    meanDifference: mean,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
  }
}

/**
 * The paired t test of equal Brier scores with the family for the independent unit: the mean difference over its `familyError`,
 * two-sided on families − 1 degrees of freedom. It rests on the same error as the interval of `paired`, so p < .05 just where the
 * 95 % interval leaves out 0. Null below two families and where all families have the same mean, for want of a spread.
 *
 * **t above 0: the first is better.** With one question a family it is `pairedTest`. Cochran 1977, Sampling Techniques, 9A.
 * Example: .8 and .6 against .6 and .6, both true, two families: t = 1, p = .5; of one family: null.
 */
export const pairedFamilyTest = (pairs: readonly Pair[]): { t: number; p: number } | null => {
  const sums = sumsByFamily(pairs.map((pair) => ({ family: pair.family, loss: differenceOf(pair) })))
  const [mean, error] = [familyInterval(sums)?.mean ?? 0, familyError(sums)]
  // Equal differences leave a rounding error of a spread, and a t in the quadrillions.
  if (error === null || error < 1e-12) return null
  const t = mean / error
  return { t, p: studentTwoSidedP(t, sums.length - 1) }
}
