import { type Counts, total } from '../counts.ts'
import type { Interval } from '../intervals/proportion.ts'
import { tTwoSided } from '../numbers/student.ts'
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

/** What one family adds to a skill: how many questions, and the summed losses of forecaster and reference on them. */
export type FamilyLosses = { n: number; own: number; reference: number }

/** `sd` and the 95 % interval are clustered by family, null below two families. */
export type FamilySkill = Skill & { interval: Interval | null }

/**
 * Brier skill 1 − r, r = ΣA/ΣB of the losses A of a forecaster and B of a reference summed by family, with the delta method
 * over families: sd = √(m/(m − 1) Σ_g(A_g − rB_g)²)/ΣB, interval 1 − r ± t·sd with Student's t on m − 1 degrees of
 * freedom, its high end cut to 1. `reference` is the reference's mean Brier score.
 *
 * 1 best, 0 as good as the reference, no lower end. Of one question a family the sd is that of `skillAgainstConstant`; every
 * question said twice in its family changes nothing. A ratio leans a little in small samples: read the paired difference
 * beside it. Null without questions and for a reference that was never wrong, which nobody can beat. Source: Cochran 1977,
 * Sampling Techniques, 6.4. Example: own losses .04 and .16 against .25 twice: 1 − .2/.5 = .6, sd √(2 · 2 · .06²)/.5 = .24.
 */
export const skillByFamily = (families: readonly FamilyLosses[], level = 0.95): FamilySkill | null => {
  const filled = families.filter(({ n }) => n > 0)
  const [own, reference] = [sum(filled.map((family) => family.own)), sum(filled.map((family) => family.reference))]
  if (filled.length === 0 || reference === 0) return null
  const [m, ratio] = [filled.length, own / reference]
  const mean = reference / sum(filled.map(({ n }) => n))
  if (m < 2) return { skill: 1 - ratio, reference: mean, sd: null, interval: null }
  const squares = sum(filled.map((family) => (family.own - ratio * family.reference) ** 2))
  const sd = Math.sqrt((m / (m - 1)) * squares) / reference
  const half = tTwoSided(level, m - 1) * sd
  return {
    skill: 1 - ratio,
    reference: mean,
    sd,
    interval: { low: 1 - ratio - half, high: Math.min(1, 1 - ratio + half), level },
  }
}

/**
 * `skillByFamily` against a reference that says `constant` of every question: 1 − BS/BS_ref, up to 1, **higher is better**, 0 as good.
 * `families` are the counts of each family. Example: .8 said in two families, both true, against .5: 1 − .04/.25 = .84.
 */
export const skillByFamilyAgainst = (families: readonly Counts[], constant: number): FamilySkill | null =>
  skillByFamily(
    families.map((family) => ({
      n: total(family).n,
      own: sum(family.map((row) => brierLoss(row.p, row))),
      reference: brierLoss(constant, total(family)),
    })),
  )
