import { type Counts, total } from '../counts.ts'
import { middle } from '../intervals/empirical.ts'
import type { Interval } from '../intervals/proportion.ts'
import { binomialQuantile } from '../numbers/binomial.ts'
import { normalQuantile } from '../numbers/normal.ts'
import { binomialDraw, type Random, randomFrom } from '../numbers/random.ts'
import { areSingle, familyPlays } from './family-luck.ts'
import { isotonic } from './isotonic.ts'

/** Where the observed frequency of `p` lies with probability `level` if the forecasts are calibrated. */
export type BandPoint = Interval & { p: number }

/**
 * Exact consistency range of each p on its own: the binomial quantiles of n forecasts of chance p, divided by n. Steps of
 * 1/n, holds at least `level`. Independent questions. `exactConsistency([{ p: 0.2, n: 2, hits: 1 }], 0.9)` = 0 to 0.5.
 */
export const exactConsistency = (counts: Counts, level = 0.9): BandPoint[] =>
  counts.map(({ p, n }) => ({
    p,
    low: binomialQuantile((1 - level) / 2, n, p) / n,
    high: binomialQuantile((1 + level) / 2, n, p) / n,
    level,
  }))

/** Σ_g n_g² of each p over the families that said it. */
const squaresByP = (families: readonly Counts[]): ReadonlyMap<number, number> => {
  const squares = new Map<number, number>()
  for (const { p, n } of families.flat()) squares.set(p, (squares.get(p) ?? 0) + n * n)
  return squares
}

/**
 * Consistency range by normal approximation, p ± z√(p(1 − p)/n), cut to 0 to 1: for many forecasts of few distinct p.
 *
 * `families` are the same forecasts by family, each with one fate: 1/n is then Σ_g n_g²/n² over the n_g forecasts of p in
 * family g, which is 1/n again where each holds one, and what it was where every forecast is made twice. Left out, questions
 * are taken for independent. Source: Dimitriadis, Gneiting & Jordan 2021. Example: 0.5 said 4 times, level .9: .0888 to .9112;
 * 8 times, two in each of four families: the same.
 */
export const asymptoticConsistency = (counts: Counts, level = 0.9, families?: readonly Counts[]): BandPoint[] => {
  const z = normalQuantile((1 + level) / 2)
  const squares = families && squaresByP(families)
  return counts.map(({ p, n }) => {
    const half = z * Math.sqrt((p * (1 - p) * (squares?.get(p) ?? n)) / n / n)
    return { p, low: Math.max(0, p - half), high: Math.min(1, p + half), level }
  })
}

/** How many of `said` forecasts of each row come true, each with its own probability, into `came`. */
const outcomesOf = (counts: Counts, said: ArrayLike<number>, came: Uint32Array, random: Random): void => {
  for (let row = 0; row < counts.length; row++) {
    const [n, p] = [said[row] ?? 0, counts[row]?.p ?? 0]
    if (n > FEW) came[row] = binomialDraw(n, p)(random)
    else {
      let hits = 0
      for (let turn = 0; turn < n; turn++) if (random() < p) hits++
      came[row] = hits
    }
  }
}

/** How often each row is drawn, row after row: the steps grow with the rows. */
const saidByRow = (counts: Counts, n: number, random: Random): number[] => {
  let [left, weight] = [n, n]
  return counts.map((row) => {
    const said = binomialDraw(left, row.n / weight)(random)
    weight -= row.n
    left -= said
    return said
  })
}

/** The same one forecast after another, which is faster where a row holds few. */
const saidByForecast = (rowOf: Uint32Array, rows: number, random: Random): Uint32Array => {
  const said = new Uint32Array(rows)
  for (let turn = 0; turn < rowOf.length; turn++) {
    const row = rowOf[Math.floor(random() * rowOf.length)] ?? 0
    said[row] = (said[row] ?? 0) + 1
  }
  return said
}

/** Up to about this many forecasts in a row it is faster to draw them one by one. */
const FEW = 20

type Draw = { said: ArrayLike<number>; hits: ArrayLike<number> }

/** Draws N forecasts with replacement from those made, each true with its own probability. */
const calibratedSamples = (counts: Counts): ((random: Random) => Draw) => {
  const { n } = total(counts)
  const hits = new Uint32Array(counts.length)
  const rowOf =
    n > FEW * counts.length ? null : Uint32Array.from(counts.flatMap((row, at) => Array<number>(row.n).fill(at)))
  return (random) => {
    const said = rowOf ? saidByForecast(rowOf, counts.length, random) : saidByRow(counts, n, random)
    outcomesOf(counts, said, hits, random)
    return { said, hits }
  }
}

export type ResamplingOptions = { seed: string; draws?: number; level?: number; families?: readonly Counts[] }

/**
 * Consistency band of the recalibrated (PAV) curve: where it would run for a calibrated author with these forecasts.
 * Each draw takes N forecasts with replacement, outcomes true with their own probability, and recalibrates; the band holds
 * the middle `level` of the draws at each p. Pointwise: some point of a good curve leaves it by luck.
 *
 * `families` are the same forecasts by family: whole families are then drawn, with one fate each (see `familyPlays`). Left
 * out, or with one forecast each, every forecast is taken for independent. Same seed, same band. Empty for no forecasts. Source: Dimitriadis, Gneiting & Jordan 2021, PNAS
 * 118(8) e2016191118. Example: 0.5 said once: 0 to 1.
 */
export const resampledConsistency = (
  counts: Counts,
  { seed, draws = 1000, level = 0.9, families }: ResamplingOptions,
): BandPoint[] => {
  const random = randomFrom(seed)
  const sampled =
    families === undefined || areSingle(families)
      ? calibratedSamples(counts)
      : familyPlays(counts, families, { again: true })
  const curve = isotonic(counts.length)
  // Row after row, the curve of each draw side by side.
  const heights = new Float64Array(counts.length * draws)
  for (let draw = 0; draw < draws; draw++) {
    const { said, hits } = sampled(random)
    curve.fit(said, hits)
    curve.heights(heights, draw, draws)
  }
  return counts.map(({ p }, row) => ({ p, ...middle(heights.subarray(row * draws, (row + 1) * draws), level) }))
}
