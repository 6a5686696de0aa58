import type { Bin } from '../binary/bins.ts'
import { gammaQ } from '../numbers/gamma.ts'
import { sum } from '../numbers/sum.ts'

/** A χ² statistic, its degrees of freedom, and the chance of one at least as large. */
export type ChiSquare = { statistic: number; df: number; p: number }

/**
 * Hosmer and Lemeshow's test over bins, Σ_b (O − E)²/(E(1 − E/n_b)) with O hits and E expected hits, χ² on as many degrees
 * of freedom as there are bins: the forecasts were not fitted to these outcomes (for a fitted model it is two fewer).
 *
 * A large statistic speaks against calibration. The result depends on the bins; needs several expected hits and misses in
 * each. A bin that allows one result only adds 0 if it came; null if it did not, or for no bins.
 * Source: Hosmer & Lemeshow 1980, Comm Stat A 9:1043. Example: 0.2 said twice, once true: (1 − .4)²/.32 = 1.125, p .2888.
 */
export const hosmerLemeshow = (bins: readonly Bin[]): ChiSquare | null => {
  const terms = bins.map(({ n, hits, forecast }) => {
    const spread = n * forecast * (1 - forecast)
    if (spread === 0) return hits === n * forecast ? 0 : null
    return (hits - n * forecast) ** 2 / spread
  })
  const known = terms.filter((term) => term !== null)
  if (bins.length === 0 || known.length < terms.length) return null
  const statistic = sum(known)
  return { statistic, df: bins.length, p: gammaQ(bins.length / 2, statistic / 2) }
}
