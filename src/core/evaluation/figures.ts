import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { sumTallies, type Tally } from './tally.ts'

const ratio = (right: number, of: number): number | null => (of === 0 ? null : right / of)

const precision = ({ candidates, alarms, inexact }: Tally): number | null =>
  ratio(candidates - alarms - inexact, candidates)
const recall = ({ found, core }: Tally): number | null => ratio(found, core)
const f1 = (tally: Tally): number | null => {
  const [p, r] = [precision(tally) ?? 0, recall(tally)]
  if (r === null) return null
  return p + r === 0 ? 0 : (2 * p * r) / (p + r)
}
const attribution = (tally: Tally): number | null =>
  ratio(tally.ownRight + tally.quotedRight + tally.reportedRight, tally.found)
/** The mean of the shares of the classes that occur: always answering `own` scores a third. */
const attributionByClass = (tally: Tally): number | null => {
  const shares = [
    ratio(tally.ownRight, tally.own),
    ratio(tally.quotedRight, tally.quoted),
    ratio(tally.reportedRight, tally.reported),
  ].filter((share) => share !== null)
  return ratio(
    shares.reduce((a, b) => a + b, 0),
    shares.length,
  )
}

/** Every figure of an evaluation, 0 to 1, more is better but for `hard negatives taken`; null where nothing was counted. */
export const figures = {
  F1: f1,
  precision,
  'recall of core': recall,
  'hard negatives taken': ({ negativesTaken, negatives }: Tally) => ratio(negativesTaken, negatives),
  'attribution right': attribution,
  'attribution, class average': attributionByClass,
  'right side of 0.5': ({ side, found }: Tally) => ratio(side, found),
  'within 0.15 of label': ({ near, found }: Tally) => ratio(near, found),
  'window end right': ({ windowsRight, windows }: Tally) => ratio(windowsRight, windows),
  'condition right': ({ conditionsRight, conditions }: Tally) => ratio(conditionsRight, conditions),
} as const satisfies Record<string, (tally: Tally) => number | null>
export type FigureName = keyof typeof figures

export type Figure = { name: FigureName; value: number | null; low: number | null; high: number | null }

const quantile = (sorted: readonly number[], q: number): number | null => {
  if (sorted.length === 0) return null
  const at = q * (sorted.length - 1)
  const [below = 0, above = below] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]]
  return below + (at - Math.floor(at)) * (above - below)
}

/**
 * The figures of a set with 95 % percentile intervals from resampling whole documents: claims of one document share its
 * author and subject, so the document is the unit. Few documents give intervals that are too narrow (below about ten).
 * Same tallies and seed, same intervals. Source: Efron and Tibshirani 1993, chapter 13.
 */
export const figuresOf = (
  tallies: readonly Tally[],
  { resamples, seed }: { resamples: number; seed: number },
): Figure[] => {
  const dice = xoroshiro128plus(seed)
  const draw = (): Tally => sumTallies(tallies.map(() => tallies[uniformInt(dice, 0, tallies.length - 1)] as Tally))
  const draws = Array.from({ length: tallies.length > 1 ? resamples : 0 }, draw)
  const total = sumTallies(tallies)
  return Object.entries(figures).map(([name, of]) => {
    const values = draws
      .map(of)
      .filter((value) => value !== null)
      .sort((a, b) => a - b)
    return { name: name as FigureName, value: of(total), low: quantile(values, 0.025), high: quantile(values, 0.975) }
  })
}
