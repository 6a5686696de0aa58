import { type Count, type Counts, meanOver, total } from '../counts.ts'
import { brierLoss, type Loss } from './proper-scores.ts'

/** One distinct forecast with `recalibrated`, the frequency that isotonic regression gives it. */
export type CurvePoint = Count & { recalibrated: number }

/** Neighbouring forecasts from `low` to `high` that share one recalibrated value, `hits / n`. */
export type Block = { low: number; high: number; n: number; hits: number; recalibrated: number }

export type Corp = { mcb: number; dsc: number; unc: number; brier: number; curve: CurvePoint[]; blocks: Block[] }

/**
 * Isotonic regression of outcomes on forecasts by pooling adjacent violators (PAV): the non-decreasing step function
 * closest to the observed frequencies. Ties in p are one row of the counts, hence never split. Block means are
 * compared as fractions, a.hits · b.n against b.hits · a.n, which is exact for whole numbers.
 *
 * Blocks come out with strictly increasing frequencies; forecasts and hits are conserved. Source: Ayer et al. 1955,
 * Ann Math Stat 26:641. Example: 1 of 1 at 0.2, then 0 of 1 at 0.4 → one block 0.2–0.4 with 1/2.
 */
export const poolAdjacentViolators = (counts: Counts): Block[] => {
  const blocks: Block[] = []
  // By index, with plain variables, and a block used again by what joins it: this loop runs over millions of rows.
  for (let at = 0; at < counts.length; at++) {
    let { p, n, hits } = counts[at] as Count
    let joined: Block | undefined
    let last = blocks[blocks.length - 1]
    while (last !== undefined && last.hits * n >= hits * last.n) {
      n += last.n
      hits += last.hits
      joined = blocks.pop()
      last = blocks[blocks.length - 1]
    }
    const block = joined ?? { low: p, high: p, n, hits, recalibrated: 0 }
    block.high = p
    block.n = n
    block.hits = hits
    block.recalibrated = hits / n
    blocks.push(block)
  }
  return blocks
}

const curveOf = (counts: Counts, blocks: readonly Block[]): CurvePoint[] => {
  let at = 0
  return counts.map(({ p, n, hits }) => {
    while (p > (blocks[at]?.high ?? Number.POSITIVE_INFINITY)) at++
    return { p, n, hits, recalibrated: blocks[at]?.recalibrated ?? Number.NaN }
  })
}

/** `score` = `mcb` − `dsc` + `unc`. */
export type Parts = { score: number; mcb: number; dsc: number; unc: number }

// A difference of two nearly equal means may come out as −1e-17 where theory says 0.
const notNegative = (x: number): number => Math.max(0, x)

const partsOf = (counts: Counts, blocks: readonly Block[], loss: Loss): Parts | null => {
  const score = meanOver(counts, (row) => loss(row.p, row))
  const best = meanOver(blocks, (block) => loss(block.recalibrated, block))
  if (score === null || best === null) return null
  const all = total(counts)
  const unc = loss(all.hits / all.n, all) / all.n
  return { score, mcb: notNegative(score - best), dsc: notNegative(unc - best), unc }
}

/**
 * CORP decomposition of the mean of any proper score S: with p̂ the recalibrated forecasts and ō the base rate,
 * MCB = S(p) − S(p̂), miscalibration, ≥ 0, lower is better; DSC = S(ō) − S(p̂), discrimination, ≥ 0, higher is better;
 * UNC = S(ō), the questions' uncertainty; and S = MCB − DSC + UNC. Null for no forecasts.
 *
 * The parts are in the units of the score. With `logLoss` the score and MCB are `Infinity` when a certainty failed; DSC
 * and UNC are finite always, for PAV says 0 or 1 only of what never or always came true.
 * Source: Dimitriadis, Gneiting & Jordan 2021, PNAS 118(8) e2016191118. Example: 0.2 said twice, once true, in nats:
 * score .9163, MCB .2231, DSC 0, UNC ln 2 = .6931.
 */
export const decompose = (counts: Counts, loss: Loss): Parts | null =>
  partsOf(counts, poolAdjacentViolators(counts), loss)

/**
 * CORP decomposition of the Brier score, with the recalibrated curve: brier = mcb − dsc + unc, see `decompose`; UNC is
 * ō(1 − ō), 0 to 0.25.
 *
 * No bins to choose. MCB is biased upwards in small samples: even a perfect forecaster's is not 0 (see `chanceLevel`).
 * Constant p: DSC = 0, MCB = (p − ō)². All outcomes alike: DSC = UNC = 0, MCB = brier. Misses all below hits: DSC = UNC.
 * Null for no forecasts. Example: 0.2 said twice, once true: brier .34, p̂ = ō = .5, so MCB .09, DSC 0, UNC .25.
 */
export const corp = (counts: Counts): Corp | null => {
  const blocks = poolAdjacentViolators(counts)
  const parts = partsOf(counts, blocks, brierLoss)
  if (parts === null) return null
  const { score, ...rest } = parts
  return { ...rest, brier: score, curve: curveOf(counts, blocks), blocks }
}
