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
