import { poolAdjacentViolators } from '../binary/corp.ts'
import type { Open } from '../binary/e-value.ts'
import { hitTestRange } from '../binary/expected.ts'
import { brierLoss, LOG_CLIP, type Loss, logLoss } from '../binary/proper-scores.ts'
import { type Counts, pool, total } from '../counts.ts'
import { sum } from '../numbers/sum.ts'
import { thirdOf, thirds } from './pooled-groups.ts'

/** `n` forecasts of `p` whose questions are due and not settled. */
export type Unsettled = Open

export type Range = { lowest: number; highest: number }
/** The isotonic curve at one stated probability. */
export type CurveRange = Range & { p: number }

/**
 * Where each figure could still end. `brier`, `logScore` (clipped), `hitRate`, `hitTest` (its two-sided p), `gap`, `right` (the share of right leans) and
 * `overconfidence` of everything due; `groups` as the three pooled ones, null where nothing was said; `curve` at every
 * stated p; `allYes` and `allNo` the mean Brier of the plain cases.
 */
export type Bounds = {
  brier: Range
  logScore: Range
  hitRate: Range
  hitTest: Range
  gap: Range
  right: Range
  overconfidence: Range
  allYes: number
  allNo: number
  groups: (Range | null)[]
  curve: CurveRange[]
}

/** The counts if every open question came out so. */
const settledAs = (counts: Counts, unsettled: readonly Unsettled[], yes: boolean): Counts =>
  pool([...counts, ...unsettled.map(({ p, n }) => ({ p, n, hits: yes ? n : 0 }))])

const meanRange = (counts: Counts, unsettled: readonly Unsettled[], n: number, loss: Loss): Range => {
  const settled = counts.map((row) => loss(row.p, row))
  const open = (pick: (yes: number, no: number) => number) =>
    unsettled.map(({ p, n: times }) => pick(loss(p, { n: times, hits: times }), loss(p, { n: times, hits: 0 })))
  return { lowest: sum([...settled, ...open(Math.min)]) / n, highest: sum([...settled, ...open(Math.max)]) / n }
}

/** The bounds of the share of hits alone, as in `bounds`; null for no forecasts. */
export const hitRateBounds = (counts: Counts, unsettled: readonly Unsettled[]): Range | null => {
  const { n, hits } = total(counts)
  const open = unsettled.reduce((so, row) => so + row.n, 0)
  return n + open === 0 ? null : { lowest: hits / (n + open), highest: (hits + open) / (n + open) }
}

const clippedLoss: Loss = (p, row) => logLoss(Math.min(Math.max(p, LOG_CLIP.low), LOG_CLIP.high), row)

/** How many forecasts of `p` leaned the right way; 50 % leans half. */
const rightLeans: Loss = (p, { n, hits }) => (p === 0.5 ? n / 2 : p > 0.5 ? hits : n - hits)

/** A fixed number less a range. */
const less = (from: number, { lowest, highest }: Range): Range => ({ lowest: from - highest, highest: from - lowest })

/** The height of a curve at each of its p, in order. */
const heights = (counts: Counts): number[] => {
  const blocks = poolAdjacentViolators(counts)
  let at = 0
  return counts.map(({ p }) => {
    while (p > (blocks[at]?.high ?? Infinity)) at++
    return blocks[at]?.recalibrated ?? Number.NaN
  })
}

/** Isotonic regression never falls when an outcome rises: so the curves of all no and all yes hold every other. */
const curveRange = (allNo: Counts, allYes: Counts): CurveRange[] => {
  const [lowest, highest] = [heights(allNo), heights(allYes)]
  return allNo.map(({ p }, at) => ({ p, lowest: lowest[at] ?? Number.NaN, highest: highest[at] ?? Number.NaN }))
}

/** The bounds of the mean Brier score alone, as in `bounds`; null for no forecasts. */
export const brierBounds = (counts: Counts, unsettled: readonly Unsettled[]): Range | null => {
  const n = total(counts).n + unsettled.reduce((so, row) => so + row.n, 0)
  return n === 0 ? null : meanRange(counts, unsettled, n, brierLoss)
}

/**
 * What the figures could still become: unsettled questions all yes, all no, and, since the score of a mixed result can lie
 * outside those two, the lowest and highest over every possible result (each unsettled forecast right by its lean, or
 * wrong). They meet when nothing is open. Null for no forecasts at all.
 *
 * Example: 0.8 said once and true (loss .04), 0.3 open: all no (.04 + .09)/2 = .065 is the lowest mean Brier, all yes
 * (.04 + .49)/2 = .265 the highest; the hit rate is between .5 and 1.
 */
export const bounds = (counts: Counts, unsettled: readonly Unsettled[]): Bounds | null => {
  const hitRate = hitRateBounds(counts, unsettled)
  if (hitRate === null) return null
  const [allNo, allYes] = [settledAs(counts, unsettled, false), settledAs(counts, unsettled, true)]
  const { n } = total(allNo)
  const right = meanRange(counts, unsettled, n, rightLeans)
  const meanOf = (of: (p: number) => number): number => sum(allNo.map((row) => row.n * of(row.p))) / n
  const meanBrier = (rows: Counts): number => sum(rows.map((row) => brierLoss(row.p, row))) / n
  return {
    brier: meanRange(counts, unsettled, n, brierLoss),
    logScore: meanRange(counts, unsettled, n, clippedLoss),
    hitRate,
    hitTest: hitTestRange(allNo, total(counts).hits, n - total(counts).n),
    gap: less(
      meanOf((p) => p),
      hitRate,
    ),
    right,
    overconfidence: less(
      meanOf((p) => Math.max(p, 1 - p)),
      right,
    ),
    allYes: meanBrier(allYes),
    allNo: meanBrier(allNo),
    groups: thirds.map((third) =>
      hitRateBounds(
        counts.filter(({ p }) => thirdOf(p) === third),
        unsettled.filter(({ p }) => thirdOf(p) === third),
      ),
    ),
    curve: curveRange(allNo, allYes),
  }
}
