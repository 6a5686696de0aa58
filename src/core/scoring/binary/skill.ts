import { type Counts, total } from '../counts.ts'
import { sum } from '../numbers/sum.ts'
import { brier, brierLoss } from './proper-scores.ts'

/** Skill against a reference that says one value of every question, with the standard deviation of that skill. */
export type Skill = { skill: number; reference: number; sd: number | null }

/**
 * Brier skill against a reference's mean Brier score, 1 − BS/BS_ref: 1 best, 0 as good as the reference, no lower end.
 * Null for no forecasts, and for a perfect reference, which nobody can beat. The reference must have answered the same
 * questions at the same time. Source: Murphy 1973. `skillAgainst([{ p: 0.2, n: 2, hits: 1 }], 0.25) = −0.36`
 */
export const skillAgainst = (counts: Counts, referenceBrier: number): number | null => {
  const score = brier(counts)
  return score === null || referenceBrier === 0 ? null : 1 - score / referenceBrier
}

/**
 * Skill against always saying `constant`, by default 50 %, whose Brier score is 0.25. The standard deviation is carried
 * from both scores and their covariance by the delta method: with r = BS/BS_ref, single losses s and s_ref,
 * sd² = var(s − r · s_ref)/(N · BS_ref²), divisor N − 1. Null below two forecasts (sd) or as for `skillAgainst`.
 * Example: 0.9 true, 0.6 and 0.2 false: BS .1367 against .25: 1 − .5467 = .4533.
 */
export const skillAgainstConstant = (counts: Counts, constant = 0.5): Skill | null => {
  const { n } = total(counts)
  if (n === 0) return null
  const reference = sum(counts.map((row) => brierLoss(constant, row))) / n
  const skill = skillAgainst(counts, reference)
  if (skill === null) return null
  const ratio = 1 - skill
  // The losses s − r · s_ref have mean 0, so their squares sum to (N − 1) times the variance.
  const squares = counts.map(({ p, n: said, hits }) => {
    const [ifTrue, ifFalse] = [(1 - p) ** 2 - ratio * (1 - constant) ** 2, p ** 2 - ratio * constant ** 2]
    return hits * ifTrue ** 2 + (said - hits) * ifFalse ** 2
  })
  return { skill, reference, sd: n < 2 ? null : Math.sqrt(sum(squares) / (n - 1) / n) / reference }
}

/**
 * Skill against the base rate of the same outcomes, BS_ref = ō(1 − ō). That reference has seen the answers: a forecaster
 * who knew only the true rate would score slightly below 0. Null when all outcomes are alike or there are none.
 * Example: 0.9 true, 0.6 and 0.2 false: BS .1367, ō = 1/3, BS_ref = .2222, skill .385, sd .7238.
 */
export const skillAgainstBaseRate = (counts: Counts): Skill | null => {
  const { n, hits } = total(counts)
  return hits === 0 || hits === n ? null : skillAgainstConstant(counts, hits / n)
}
