import type { PhraseEntry } from './phrases.ts'

/** Parameters of a Beta distribution over the probability that a phrase stands for; its mean is α / (α + β). */
export type Beta = { alpha: number; beta: number }

/**
 * People round to fives and tens, so that nearly all say 50 to "about even"; that is no knowledge to a hundredth. No
 * distribution is narrower than this many observations would make it.
 */
const MOST_CONCENTRATED = 120

const round3 = (x: number): number => Math.round(x * 1000) / 1000

/**
 * The Beta distribution with the mean and standard deviation of a phrase: ν = μ(1 − μ)/σ² − 1, α = μν, β = (1 − μ)ν, with
 * ν at most 120. Source: method of moments, Johnson, Kotz and Balakrishnan 1995, chapter 25.
 * Example: likely, μ .729, σ .095: ν = 20.89, so Beta(15.229, 5.661).
 */
export const betaOf = ({ mid, sd }: Pick<PhraseEntry, 'mid' | 'sd'>): Beta => {
  const nu = Math.min(MOST_CONCENTRATED, (mid * (1 - mid)) / sd ** 2 - 1)
  return { alpha: round3(mid * nu), beta: round3((1 - mid) * nu) }
}
