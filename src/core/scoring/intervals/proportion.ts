import { betaQuantile } from '../numbers/beta.ts'
import { normalQuantile } from '../numbers/normal.ts'

/** A two-sided interval that covers the true value with probability `level`, under its stated assumptions. */
export type Interval = { low: number; high: number; level: number }

/**
 * Wilson's interval for a proportion, (p̂ + z²/2n ± z√(p̂(1 − p̂)/n + z²/4n²)) / (1 + z²/n).
 *
 * Within [0, 1], never of zero width; starts at exactly 0 for no hits and ends at exactly 1 for all hits. Assumes
 * independent trials. Null for n = 0. Source: Wilson 1927, JASA 22:209.
 * Example: 1 of 1 → 0.2065 to 1; 1 of 2 → 0.0945 to 0.9055.
 */
export const wilson = (hits: number, n: number, level = 0.95): Interval | null => {
  if (n === 0) return null
  const z2 = normalQuantile((1 + level) / 2) ** 2
  const rate = hits / n
  const centre = (rate + z2 / (2 * n)) / (1 + z2 / n)
  const half = Math.sqrt(z2 * ((rate * (1 - rate)) / n + z2 / (4 * n * n))) / (1 + z2 / n)
  // At the ends centre and half are equal in theory and differ by a rounding error.
  return { low: hits === 0 ? 0 : centre - half, high: hits === n ? 1 : centre + half, level }
}

/** A Beta distribution of a rate: its mean and the equal-tailed interval that holds `level` of it. */
export type Posterior = Interval & { mean: number }

const tails = (level: number): [low: number, high: number] => [(1 - level) / 2, (1 + level) / 2]

/**
 * What `hits` of `n` say of a rate that was Beta(`a`, `b`) beforehand: Beta(a + hits, b + n − hits), its mean and
 * equal-tailed interval, inside 0 to 1. With a = b = 1 every rate was equally likely beforehand, with a = b = ½ it is
 * Jeffreys' prior. Defined for n = 0 too, where it repeats the prior. Source: Gelman et al. 2013, Bayesian Data Analysis,
 * 2.4. Example: 1 of 2 with a = b = 1: mean .5, 0.0943 to 0.9057.
 */
export const posterior = (hits: number, n: number, { a = 1, b = 1, level = 0.95 } = {}): Posterior => {
  const [low, high] = tails(level)
  const [yes, no] = [a + hits, b + n - hits]
  return { mean: yes / (yes + no), low: betaQuantile(low, yes, no), high: betaQuantile(high, yes, no), level }
}

/**
 * Jeffreys' interval: the middle of Beta(hits + ½, n − hits + ½). `corrected` makes it start at 0 for no hits and end at 1
 * for all hits, where the plain form misses the truth too often. Independent trials. Null for n = 0.
 * Source: Brown, Cai & DasGupta 2001, Stat Sci 16:101. Example: 1 of 1 → 0.1467 to 0.9996, corrected to 1.
 */
export const jeffreys = (hits: number, n: number, { level = 0.95, corrected = false } = {}): Interval | null => {
  if (n === 0) return null
  const { low, high } = posterior(hits, n, { a: 0.5, b: 0.5, level })
  return { low: corrected && hits === 0 ? 0 : low, high: corrected && hits === n ? 1 : high, level }
}

/**
 * The exact interval of Clopper and Pearson, from Beta(hits, n − hits + 1) to Beta(hits + 1, n − hits): it covers at least
 * `level`, usually more, hence wider than need be; for when coverage may not be disputed. Null for n = 0.
 * Source: Clopper & Pearson 1934, Biometrika 26:404. Example: 1 of 2 → 0.0126 to 0.9874; 0 of 5 → 0 to 0.5218.
 */
export const clopperPearson = (hits: number, n: number, level = 0.95): Interval | null => {
  if (n === 0) return null
  const [low, high] = tails(level)
  return {
    low: hits === 0 ? 0 : betaQuantile(low, hits, n - hits + 1),
    high: hits === n ? 1 : betaQuantile(high, hits + 1, n - hits),
    level,
  }
}
