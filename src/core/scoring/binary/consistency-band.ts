import { type Counts, total } from '../counts.ts'
import { middle } from '../intervals/empirical.ts'
import type { Interval } from '../intervals/proportion.ts'
import { binomialQuantile } from '../numbers/binomial.ts'
import { normalQuantile } from '../numbers/normal.ts'
import { binomialDraw, type Random, randomFrom } from '../numbers/random.ts'
import { poolAdjacentViolators } from './corp.ts'
import { areSingle, familyPlays } from './family-luck.ts'

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

/**
 * Consistency range by normal approximation, p ± z√(p(1 − p)/n), cut to 0 to 1: for many forecasts of few distinct p.
 * Source: Dimitriadis, Gneiting & Jordan 2021. Example: 0.5 said 4 times, level .9: .0888 to .9112.
 */
export const asymptoticConsistency = (counts: Counts, level = 0.9): BandPoint[] => {
  const z = normalQuantile((1 + level) / 2)
  return counts.map(({ p, n }) => {
    const half = z * Math.sqrt((p * (1 - p)) / n)
    return { p, low: Math.max(0, p - half), high: Math.min(1, p + half), level }
  })
}

/** How many of `said` forecasts of each row come true, each with its own probability; ascending, none empty. */
const outcomesOf = (counts: Counts, said: ArrayLike<number>, random: Random): Counts => {
  const drawn: { p: number; n: number; hits: number }[] = []
  counts.forEach(({ p }, row) => {
    const n = said[row] ?? 0
    if (n > 0) drawn.push({ p, n, hits: binomialDraw(n, p)(random) })
  })
  return drawn
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

/** Draws N forecasts with replacement from those made, each true with its own probability. */
const calibratedSamples = (counts: Counts): ((random: Random) => Counts) => {
  const { n } = total(counts)
  if (n > FEW * counts.length) return (random) => outcomesOf(counts, saidByRow(counts, n, random), random)
  const rowOf = Uint32Array.from(counts.flatMap((row, at) => Array.from({ length: row.n }, () => at)))
  return (random) => outcomesOf(counts, saidByForecast(rowOf, counts.length, random), random)
}

/** Draws families with replacement, each with one fate for all its forecasts; ascending, no row empty. */
const calibratedFamilies = (counts: Counts, families: readonly Counts[]): ((random: Random) => Counts) => {
  const play = familyPlays(counts, families, { again: true })
  return (random) => {
    const { said, hits } = play(random)
    return counts.map(({ p }, row) => ({ p, n: said[row] ?? 0, hits: hits[row] ?? 0 })).filter(({ n }) => n > 0)
  }
}

/** The curve of a sample at each p of the counts; a p that was not drawn takes its lower neighbour's value, else its upper's. */
const curveAt = (counts: Counts, sample: Counts): Float64Array => {
  const blocks = poolAdjacentViolators(sample)
  const values = new Float64Array(counts.length)
  let at = 0
  counts.forEach(({ p }, row) => {
    while (p >= (blocks[at + 1]?.low ?? Number.POSITIVE_INFINITY)) at++
    values[row] = blocks[at]?.recalibrated ?? Number.NaN
  })
  return values
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
    families === undefined || areSingle(families) ? calibratedSamples(counts) : calibratedFamilies(counts, families)
  const curves = Array.from({ length: draws }, () => curveAt(counts, sampled(random)))
  return counts.map(({ p }, row) => ({
    p,
    ...middle(
      Float64Array.from(curves, (curve) => curve[row] ?? Number.NaN),
      level,
    ),
  }))
}
