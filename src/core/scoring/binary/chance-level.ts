import { type Counts, total } from '../counts.ts'
import { empiricalQuantile } from '../intervals/empirical.ts'
import { binomialDraw, type Random, randomFrom } from '../numbers/random.ts'
import { sum } from '../numbers/sum.ts'
import { binsBetween, calibrationError } from './bins.ts'
import { decompose } from './corp.ts'
import { areSingle, familyPlays } from './family-luck.ts'
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

/** Hits of each row by luck: by family where any holds several forecasts, else a binomial number a row, which is faster. */
const hitsByLuck = (
  counts: Counts,
  families: readonly Counts[] | undefined,
): ((random: Random) => ArrayLike<number>) => {
  if (families !== undefined && !areSingle(families)) {
    const play = familyPlays(counts, families)
    return (random) => play(random).hits
  }
  const draws = counts.map(({ p, n }) => binomialDraw(n, p))
  return (random) => draws.map((draw) => draw(random))
}

/**
 * What MCB and the calibration error over tenths would be for a perfectly calibrated author with these very forecasts:
 * outcomes are drawn true with their own probability and both are computed anew. All from 0 to 1; neither is ever to be
 * shown without it, since a perfect forecaster's are not 0 (50 questions on a 5 % grid: MCB .028, ECE .14).
 *
 * `families` are the same forecasts by family: luck is then played once a family (see `familyPlays`), since five questions
 * with one outcome are one piece of luck. Left out, or with one forecast each, every forecast is taken for independent.
 *
 * Same seed, same result. Null for no forecasts. Sources: Bröcker & Smith 2007, WAF 22:651;
 * Davison & Hinkley 1997, 4.2 for `p`. Example: 1.0 said twice and true: no luck in it, all 0 and p = 1.
 */
export const chanceLevel = (
  counts: Counts,
  { seed, draws = 1000, families }: { seed: string; draws?: number; families?: readonly Counts[] },
): { mcb: Chance; ece: Chance } | null => {
  if (total(counts).n === 0) return null
  const figures = (of: Counts) => ({
    mcb: decompose(of, brierLoss)?.mcb ?? 0,
    ece: calibrationError(binsBetween(of))?.ece ?? 0,
  })
  const random = randomFrom(seed)
  const hitsOf = hitsByLuck(counts, families)
  const drawn = Array.from({ length: draws }, () => {
    const hits = hitsOf(random)
    return figures(counts.map(({ p, n }, row) => ({ p, n, hits: hits[row] ?? 0 })))
  })
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
