import { type Counts, total } from '../counts.ts'
import { empiricalQuantile } from '../intervals/empirical.ts'
import { binomialDraw, randomFrom } from '../numbers/random.ts'
import { sum } from '../numbers/sum.ts'
import { binsBetween, calibrationError } from './bins.ts'
import { decompose } from './corp.ts'
import { brierLoss } from './proper-scores.ts'

/**
 * A figure beside what luck alone would make of it: `mean` and 95 % quantile (`most`) over calibrated draws, and `p`, the
 * share of draws at least as large as `observed`, (1 + draws ≥ observed)/(1 + draws).
 */
export type Chance = { observed: number; mean: number; most: number; p: number }

const chanceOf = (observed: number, drawn: readonly number[]): Chance => {
  const reached = drawn.filter((value) => value >= observed).length
  return {
    observed,
    mean: sum(drawn) / drawn.length,
    most: empiricalQuantile(Float64Array.from(drawn).sort(), 0.95),
    p: (1 + reached) / (1 + drawn.length),
  }
}

/**
 * What MCB and the calibration error over tenths would be for a perfectly calibrated author with these very forecasts:
 * outcomes are drawn true with their own probability and both are computed anew. All from 0 to 1; neither is ever to be
 * shown without it, since a perfect forecaster's are not 0 (50 questions on a 5 % grid: MCB .028, ECE .14).
 *
 * Same seed, same result. Independent questions. Null for no forecasts. Sources: Bröcker & Smith 2007, WAF 22:651;
 * Davison & Hinkley 1997, 4.2 for `p`. Example: 1.0 said twice and true: no luck in it, all 0 and p = 1.
 */
export const chanceLevel = (
  counts: Counts,
  { seed, draws = 1000 }: { seed: string; draws?: number },
): { mcb: Chance; ece: Chance } | null => {
  if (total(counts).n === 0) return null
  const figures = (of: Counts) => ({
    mcb: decompose(of, brierLoss)?.mcb ?? 0,
    ece: calibrationError(binsBetween(of))?.ece ?? 0,
  })
  const random = randomFrom(seed)
  const hitsOf = counts.map(({ p, n }) => binomialDraw(n, p))
  const drawn = Array.from({ length: draws }, () =>
    figures(counts.map(({ p, n }, row) => ({ p, n, hits: hitsOf[row]?.(random) ?? 0 }))),
  )
  const { mcb, ece } = figures(counts)
  return {
    mcb: chanceOf(
      mcb,
      drawn.map((one) => one.mcb),
    ),
    ece: chanceOf(
      ece,
      drawn.map((one) => one.ece),
    ),
  }
}
