import { type Counts, total } from '../counts.ts'
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
