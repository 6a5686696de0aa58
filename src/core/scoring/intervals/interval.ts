import { normalQuantile } from '../numbers/normal.ts'
import { tTwoSided } from '../numbers/student.ts'
import { sum } from '../numbers/sum.ts'

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

/** What one family contributes to a mean: how many items, and the sum of their values. */
export type FamilySum = { n: number; losses: number }

/** A mean over items, the number of families behind it, and its interval (null with fewer than two families). */
export type FamilyMean = { mean: number; families: number; interval: Interval | null }

/**
 * Mean of all items with an interval that treats the family, not the item, as the independent unit.
 *
 * The mean is the ratio r = ΣA/ΣB of summed losses A to item counts B per family, its cluster-robust variance
 * m/(m − 1) · Σ(A − rB)² / (ΣB)² over m families (the sum is ΣA² − 2rΣAB + r²ΣB²), the interval r ± t·√Var with
 * Student's t on m − 1 degrees of freedom, clamped to `range`. Source: Cochran 1977, Sampling Techniques, 6.4 and 9A.
 * With one item per family it is the ordinary t interval of a mean. Families without items do not count. Null without
 * items; the interval is null below two families, and has zero width when all families have the same mean.
 *
 * Example: families (n 1, losses 0.1) and (n 1, losses 0.3): mean 0.2, standard error 0.1, t(1) = 12.706, so 0 to 1.
 */
export const familyInterval = (
  sums: readonly FamilySum[],
  { level = 0.95, range = { low: 0, high: 1 } }: { level?: number; range?: { low: number; high: number } } = {},
): FamilyMean | null => {
  const families = sums.filter(({ n }) => n > 0)
  const m = families.length
  if (m === 0) return null
  const items = sum(families.map(({ n }) => n))
  const mean = sum(families.map(({ losses }) => losses)) / items
  if (m === 1) return { mean, families: 1, interval: null }
  const squares = sum(families.map(({ n, losses }) => (losses - mean * n) ** 2))
  const half = tTwoSided(level, m - 1) * (Math.sqrt((m / (m - 1)) * squares) / items)
  const interval = { low: Math.max(range.low, mean - half), high: Math.min(range.high, mean + half), level }
  return { mean, families: m, interval }
}
