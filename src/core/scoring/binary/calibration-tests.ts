import { type Counts, pool, total } from '../counts.ts'
import { normalQ } from '../numbers/normal.ts'
import { sum } from '../numbers/sum.ts'

/** A standard normal statistic and the chance of one at least as far from 0, from 0 to 1. */
export type NormalTest = { z: number; p: number }

const test = (deviation: number, variance: number): NormalTest | null => {
  if (variance === 0) return null
  const z = deviation / Math.sqrt(variance)
  return { z, p: Math.min(1, 2 * normalQ(Math.abs(z))) }
}

/**
 * Spiegelhalter's test: is the Brier score what calibrated forecasts would give?
 * z = Σ_k (h_k − n_k p_k)(1 − 2p_k) / √(Σ_k n_k(1 − 2p_k)² p_k(1 − p_k)), standard normal under calibration.
 *
 * z > 0: over-confident, z < 0: under-confident. Sees those, is blind to a lean towards yes or no. Independent questions;
 * looked at again and again it finds something by luck. Null when every p is 0, .5 or 1. A certainty that failed enters
 * above the line only. Source: Spiegelhalter 1986, Stat Med 5:421. Example: 0.2 said twice, once true: (1 − .4)(.6)/√(2 ·
 * .36 · .16) = 1.0607, p = .2888 (Rufibach 2010).
 */
export const spiegelhalter = (counts: Counts): NormalTest | null =>
  test(
    sum(counts.map(({ p, n, hits }) => (hits - n * p) * (1 - 2 * p))),
    sum(counts.map(({ p, n }) => n * (1 - 2 * p) ** 2 * p * (1 - p))),
  )

/**
 * Calibration in the large by normal approximation, z = (H − Σ n_k p_k)/√(Σ n_k p_k(1 − p_k)): z > 0 when more came true
 * than was said. Sees a lean, is blind to over-confidence. Null when every p is 0 or 1. `hitTest` is exact.
 * Example: 0.2 said twice, once true: .6/√.32 = 1.0607.
 */
export const leanTest = (counts: Counts): NormalTest | null =>
  test(total(counts).hits - sum(counts.map(({ p, n }) => n * p)), sum(counts.map(({ p, n }) => n * p * (1 - p))))

/** `z` and `p` over families, `designEffect` ≥ 1, and the test that takes questions for independent beside it. */
export type FamilyTest = NormalTest & { designEffect: number; independent: NormalTest }

/** (y − p)(1 − 2p) of a family summed, and the squares of its single terms summed. */
const deviationOf = (family: Counts): { sum: number; squares: number } => ({
  sum: sum(family.map(({ p, n, hits }) => (hits - n * p) * (1 - 2 * p))),
  squares: sum(family.map(({ p, n, hits }) => (hits * (1 - p) ** 2 + (n - hits) * p ** 2) * (1 - 2 * p) ** 2)),
})

/**
 * Spiegelhalter's test where the questions of a family may stand or fall together: z/√D, where the design effect
 * D = Σ_g S_g² / Σ_i s_i², at least 1, is how much more the families' sums S_g of s_i = (y_i − p_i)(1 − 2p_i) vary than those
 * of independent questions would.
 *
 * Signs as `spiegelhalter`, which is `independent` and equal to it where each family holds one question; every question said
 * twice in its family changes nothing. D rests on the families, so about thirty are needed. Null as `spiegelhalter`, and
 * below two families. Sources: Spiegelhalter 1986, Stat Med 5:421; Kish 1965, Survey Sampling, 5.4; Liang & Zeger 1986,
 * Biometrika 73:13. Example: families of .2 said twice and true, and .2 said twice and false: S = .96 and −.24, Σs² =
 * .4608 + .0288, D = .9792/.4896 = 2, z = 1.5/√2 = 1.0607, as of the two said once.
 */
export const clusteredSpiegelhalter = (families: readonly Counts[]): FamilyTest | null => {
  const filled = families.filter((family) => total(family).n > 0)
  const independent = spiegelhalter(pool(filled.flat()))
  if (independent === null || filled.length < 2) return null
  const deviations = filled.map(deviationOf)
  const squares = sum(deviations.map((one) => one.squares))
  const designEffect = Math.max(1, sum(deviations.map((one) => one.sum ** 2)) / squares)
  const z = independent.z / Math.sqrt(designEffect)
  return { z, p: Math.min(1, 2 * normalQ(Math.abs(z))), designEffect, independent }
}
