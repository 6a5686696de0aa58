import type { Beta } from './word-counts.ts'

/** Mean of Beta(α, β), α / (α + β), between 0 and 1. `betaMean({ alpha: 3, beta: 1 }) = .75` */
export const betaMean = ({ alpha, beta }: Beta): number => alpha / (alpha + beta)

/** Variance of Beta(α, β), αβ / ((α + β)²(α + β + 1)), at most .25. `betaVariance({ alpha: 1, beta: 1 }) = 1/12` */
export const betaVariance = ({ alpha, beta }: Beta): number => {
  const weight = alpha + beta
  return (alpha / weight) * (beta / weight) * (1 / (weight + 1))
}

/**
 * Variance of (P − c)² for P ~ Beta(α, β), from the second to fourth central moments. With d = μ − c,
 * Var = (κ + 2)σ⁴ + 4d²σ² + 4dμ₃, where μ₃ = 2(β − α)σ²/((α + β)(α + β + 2)) and κ is the excess kurtosis,
 * 6((α − β)²(α + β + 1) − αβ(α + β + 2)) / (αβ(α + β + 2)(α + β + 3)). Central moments keep the digits that a difference of
 * raw ones loses when P is concentrated. ≥ 0. Source: Johnson, Kotz & Balakrishnan 1995, chapter 25.
 * Example: uniform P, c = 1/2: E (P − c)⁴ − (E (P − c)²)² = 1/80 − 1/144 = 1/180.
 */
export const varianceOfSquare = (distribution: Beta, c: number): number => {
  const { alpha, beta } = distribution
  const weight = alpha + beta
  const variance = betaVariance(distribution)
  const third = (2 * (beta - alpha) * variance) / (weight * (weight + 2))
  const product = alpha * beta
  const excess =
    (6 * ((alpha - beta) ** 2 * (weight + 1) - product * (weight + 2))) / (product * (weight + 2) * (weight + 3))
  const d = betaMean(distribution) - c
  return Math.max(0, (excess + 2) * variance ** 2 + 4 * d * d * variance + 4 * d * third)
}
