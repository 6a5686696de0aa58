import type { Interval } from './proportion.ts'

/**
 * The quantile of ascending values by linear interpolation between order statistics, position (n − 1)q counted from 0;
 * NaN without values. Source: Hyndman & Fan 1996, Am Stat 50:361, type 7. `empiricalQuantile([1, 2, 4], 0.75) = 3`
 */
export const empiricalQuantile = (ascending: ArrayLike<number>, q: number): number => {
  const at = (ascending.length - 1) * q
  const low = ascending[Math.floor(at)] ?? Number.NaN
  const high = ascending[Math.ceil(at)] ?? Number.NaN
  return low === high ? low : low + (at - Math.floor(at)) * (high - low)
}

/** The middle `level` of simulated values, in any order. `middle(Float64Array.of(3, 1, 2), 0.5) = 1.5 to 2.5` */
export const middle = (values: Float64Array, level: number): Interval => {
  const ascending = values.toSorted()
  return {
    low: empiricalQuantile(ascending, (1 - level) / 2),
    high: empiricalQuantile(ascending, (1 + level) / 2),
    level,
  }
}
