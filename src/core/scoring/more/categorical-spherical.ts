import { checkShares } from '../kinds/categorical.ts'
import { sum } from '../numbers/sum.ts'

/**
 * Spherical score of one distribution, p of the category that came divided by √Σ pᵢ². **Higher is better**: 0 to 1, and
 * 1/√K for an even spread. Strictly proper. Throws a `Problem` on what is no distribution. Roby 1965; Gneiting & Raftery
 * 2007, JASA 102:359. `categoricalSpherical([0.7, 0.2, 0.1], 0) = 0.7 / √0.54 = 0.9526`
 */
export const categoricalSpherical = (probabilities: readonly number[], came: number): number => {
  checkShares(probabilities, came)
  return (probabilities[came] ?? 0) / Math.sqrt(sum(probabilities.map((p) => p * p)))
}
