import { bivariateNormalP } from '../numbers/bivariate-normal.ts'
import { normalP } from '../numbers/normal.ts'
import { refusal } from '../refusal.ts'

/**
 * A forecaster in the BIN model: `bias` moves every judgement up or down, `information` is the share of the outcome's
 * variance that is seen, 0 to below 1, and `noise` the variance that is added, from 0.
 */
export type BinParameters = { bias: number; information: number; noise: number }

/**
 * Expected Brier score in the BIN model, in which the event is Z* > 0 with Z* ~ N(μ*, 1) and the forecaster says what a
 * signal of it with bias, partial information and noise makes likely. 0 best, 1 worst; Φ(μ*) is the base rate.
 *
 * With δ = γ + noise, m = (μ* + bias)/√(1 − γ), g = γ/√(1 − γ) and D = δ/(1 − γ): Φ(μ*) + Φ₂(m, m; 1 + D, D) −
 * 2Φ₂(μ*, m; 1, g, 1 + D). A model, not a description: three numbers for a whole record. Throws a `Problem` for
 * information outside [0, 1) or noise below 0. Satopää, Salikhov, Tetlock & Mellers 2021, Mgmt Sci 67:7599.
 * `expectedBrier(0, { bias: 0, information: 0.5, noise: 0 }) = 1/6`; without information it is .25 at μ* = 0.
 */
export const expectedBrier = (muStar: number, { bias, information, noise }: BinParameters): number => {
  if (!(information >= 0 && information < 1))
    throw refusal(`information of ${information} cannot be`, 'give a share from 0 to below 1')
  if (!(noise >= 0)) throw refusal(`noise of ${noise} cannot be`, 'give a variance from 0 on')
  const seen = Math.sqrt(1 - information)
  const m = (muStar + bias) / seen
  const spread = (information + noise) / (1 - information)
  const sd = Math.sqrt(1 + spread)
  const said = bivariateNormalP(m / sd, m / sd, spread / (1 + spread))
  const together = bivariateNormalP(muStar, m / sd, information / seen / sd)
  return normalP(muStar) + said - 2 * together
}

/** How much of a change in expected Brier score each part brought; they sum to the whole. Below 0 is an improvement. */
export type BinContributions = BinParameters & { total: number }

const PARTS = ['bias', 'information', 'noise'] as const
const ORDERS = [
  [0, 1, 2],
  [0, 2, 1],
  [1, 0, 2],
  [1, 2, 0],
  [2, 0, 1],
  [2, 1, 0],
] as const

/**
 * What bias, information and noise each contribute to the change in expected Brier score from one forecaster (or group, or
 * time) to another: each part is moved to its target in all 6 orders, and its steps averaged (Shapley 1953). The sum of
 * the three is `total`. Satopää et al. 2021. Example: where only noise differs, the other two contribute 0.
 */
export const binContributions = (muStar: number, from: BinParameters, to: BinParameters): BinContributions => {
  const shares = { bias: 0, information: 0, noise: 0 }
  for (const order of ORDERS) {
    let now = from
    for (const part of order) {
      const name = PARTS[part] ?? 'bias'
      const next = { ...now, [name]: to[name] }
      shares[name] += (expectedBrier(muStar, next) - expectedBrier(muStar, now)) / ORDERS.length
      now = next
    }
  }
  return { ...shares, total: expectedBrier(muStar, to) - expectedBrier(muStar, from) }
}
