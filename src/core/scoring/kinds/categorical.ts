import { sum } from '../numbers/sum.ts'
import { refusal } from '../refusal.ts'

// What rounding every share to three places can do to their sum.
const ROUNDING = 0.0005

/**
 * Refuses what is no distribution over at least two categories, or a `came` that is none of them. The sum may be off by
 * what rounding each share to three places does.
 */
export const checkShares = (probabilities: readonly number[], came: number): void => {
  const many = probabilities.length
  if (many < 2) throw refusal('a distribution needs at least two categories', 'give a probability for each category')
  if (!probabilities.every((p) => p >= 0 && p <= 1))
    throw refusal('a probability lies outside 0 to 1', 'give each category its share of 1')
  const total = sum(probabilities)
  if (Math.abs(total - 1) > ROUNDING * many + 1e-9)
    throw refusal(`the probabilities sum to ${Number(total.toFixed(6))}, not to 1`, 'give each category its share of 1')
  if (!Number.isInteger(came) || came < 0 || came >= many)
    throw refusal(`there is no category ${came}`, `name the category that came by its place, 0 to ${many - 1}`)
}

/**
 * Brier score in its first form, summed over all categories: Σ (pᵢ − oᵢ)², where o is 1 for the category that came and 0 for
 * the rest. 0 best, **2 worst**; 1 − 1/K evenly spread over K. Throws a `Problem` on what is no distribution. Brier 1950,
 * Mon Weather Rev 78:1. `categoricalBrierSum([0.7, 0.2, 0.1], 0) = 0.09 + 0.04 + 0.01 = 0.14`
 */
export const categoricalBrierSum = (probabilities: readonly number[], came: number): number => {
  checkShares(probabilities, came)
  return sum(probabilities.map((p, at) => (p - (at === came ? 1 : 0)) ** 2))
}

/**
 * Brier score of a forecast over several categories, halved: Σ (pᵢ − oᵢ)² / 2. 0 best, **1 worst**; with two categories it is
 * the Brier score of either, which makes it the one to show beside those. Half of `categoricalBrierSum`.
 * `categoricalBrier([0.5, 0.3, 0.2], 0) = (0.25 + 0.09 + 0.04) / 2 = 0.19`
 */
export const categoricalBrier = (probabilities: readonly number[], came: number): number =>
  categoricalBrierSum(probabilities, came) / 2

/**
 * Logarithmic loss, −ln p of the category that came, in nats. 0 best, `Infinity` for a category that was given nothing.
 * Throws a `Problem` on what is no distribution. Good 1952, J R Stat Soc B 14:107.
 * `categoricalLog([0.7, 0.2, 0.1], 0) = 0.356675`
 */
export const categoricalLog = (probabilities: readonly number[], came: number): number => {
  checkShares(probabilities, came)
  return -Math.log(probabilities[came] ?? 0) || 0
}

/**
 * Metaculus's baseline score at one instant, 100 · ln(K p) / ln K, over K categories. **Higher is better**: 0 for an even
 * spread, 100 for certainty that held, −Infinity for a category that was given nothing. K = 2 is 100 · (log₂ p + 1).
 * Metaculus scoring 2024. `categoricalBaseline([0.7, 0.2, 0.1], 0) = 100 · ln 2.1 / ln 3 = 67.534`
 */
export const categoricalBaseline = (probabilities: readonly number[], came: number): number => {
  checkShares(probabilities, came)
  const many = probabilities.length
  return (100 * Math.log(many * (probabilities[came] ?? 0))) / Math.log(many)
}
