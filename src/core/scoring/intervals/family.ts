import { tTwoSided } from '../numbers/student.ts'
import { sum } from '../numbers/sum.ts'
import type { Interval } from './proportion.ts'

/** What one family contributes to a mean: how many items, and the sum of their values. */
export type FamilySum = { n: number; losses: number }

/** A mean over items, the number of families behind it, and its interval (null with fewer than two families). */
export type FamilyMean = { mean: number; families: number; interval: Interval | null }

const filledOf = (sums: readonly FamilySum[]): FamilySum[] => sums.filter(({ n }) => n > 0)

/**
 * Standard error of the mean of all items with the family for the independent unit, √Var as in `familyInterval`; 0 where all
 * families have the same mean, null below two of them. Example: (n 1, losses 0.1) and (n 1, losses 0.3): 0.1.
 */
export const familyError = (sums: readonly FamilySum[]): number | null => {
  const families = filledOf(sums)
  const m = families.length
  if (m < 2) return null
  const items = sum(families.map(({ n }) => n))
  const mean = sum(families.map(({ losses }) => losses)) / items
  const squares = sum(families.map(({ n, losses }) => (losses - mean * n) ** 2))
  return Math.sqrt((m / (m - 1)) * squares) / items
}

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
  const families = filledOf(sums)
  const m = families.length
  if (m === 0) return null
  const items = sum(families.map(({ n }) => n))
  const mean = sum(families.map(({ losses }) => losses)) / items
  const error = familyError(families)
  if (error === null) return { mean, families: m, interval: null }
  const half = tTwoSided(level, m - 1) * error
  const interval = { low: Math.max(range.low, mean - half), high: Math.min(range.high, mean + half), level }
  return { mean, families: m, interval }
}
