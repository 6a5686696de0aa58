import { type Counts, total } from '../counts.ts'
import { empiricalQuantile } from '../intervals/empirical.ts'
import { binomialDraw, type Random, randomFrom } from '../numbers/random.ts'
import { sum } from '../numbers/sum.ts'
import { binsBetween } from './bins.ts'
import { areSingle, familyPlays } from './family-luck.ts'
import { isotonic } from './isotonic.ts'

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
  const hits = new Uint32Array(draws.length)
  return (random) => {
    for (let row = 0; row < draws.length; row++) hits[row] = draws[row]?.(random) ?? 0
    return hits
  }
}

/** MCB and ECE of the same forecasts with one set of hits after another: each is a sum over rows, or over blocks of them. */
const figuresOf = (counts: Counts): ((hits: ArrayLike<number>) => { mcb: number; ece: number }) => {
  const { n: all } = total(counts)
  const [p, said] = [Float64Array.from(counts, (row) => row.p), Float64Array.from(counts, ({ n }) => n)]
  const curve = isotonic(counts.length)
  const bins = binsBetween(counts)
  const binOf = Uint8Array.from(bins.flatMap(({ rows }, bin) => rows.map(() => bin)))
  const expected = bins.map(({ n, forecast }) => n * forecast)
  return (hits) => {
    const came = new Float64Array(bins.length)
    let squares = 0
    for (let row = 0; row < p.length; row++) {
      const [stated = 0, n = 0, held = 0] = [p[row], said[row], hits[row]]
      squares += held * (1 - stated) ** 2 + (n - held) * stated ** 2
      const bin = binOf[row] ?? 0
      came[bin] = (came[bin] ?? 0) + held
    }
    curve.fit(said, hits)
    // A difference of two nearly equal sums may come out as −1e-17 where theory says 0.
    const mcb = Math.max(0, (squares - curve.squares()) / all)
    return { mcb, ece: sum(expected.map((due, bin) => Math.abs(due - (came[bin] ?? 0)))) / all }
  }
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
  const figures = figuresOf(counts)
  const random = randomFrom(seed)
  const hitsOf = hitsByLuck(counts, families)
  const drawn = Array.from({ length: draws }, () => figures(hitsOf(random)))
  const { mcb, ece } = figures(counts.map(({ hits }) => hits))
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
