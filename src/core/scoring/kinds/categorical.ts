/**
 * Brier score of a forecast over several categories, halved: Σ (pᵢ − oᵢ)² / 2, where o is 1 for the category that came and
 * 0 for the rest. 0 best, 1 worst; with two categories it is the Brier score of either. Brier 1950, whose own form is the
 * double. `categoricalBrier([0.5, 0.3, 0.2], 0) = (0.25 + 0.09 + 0.04) / 2 = 0.19`.
 */
export const categoricalBrier = (probabilities: readonly number[], came: number): number =>
  probabilities.reduce((sum, p, at) => sum + (p - (at === came ? 1 : 0)) ** 2, 0) / 2
