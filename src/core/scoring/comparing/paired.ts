import { familyInterval } from '../intervals/family.ts'
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
