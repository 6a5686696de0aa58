import { type Count, type Counts, meanOver, total } from '../counts.ts'
import { brier, brierLoss } from './proper-scores.ts'

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
  for (const { p, n, hits } of counts) {
    let block = { low: p, high: p, n, hits }
    for (let last = blocks.at(-1); last && last.hits * block.n >= block.hits * last.n; last = blocks.at(-1)) {
      block = { low: last.low, high: p, n: last.n + block.n, hits: last.hits + block.hits }
      blocks.pop()
    }
    blocks.push({ ...block, recalibrated: block.hits / block.n })
  }
  return blocks
}

const curveOf = (counts: Counts, blocks: readonly Block[]): CurvePoint[] => {
  const curve: CurvePoint[] = []
  const ahead = blocks.values()
  let block = ahead.next().value
  for (const row of counts) {
    while (block && row.p > block.high) block = ahead.next().value
    if (block) curve.push({ ...row, recalibrated: block.recalibrated })
  }
  return curve
}

// A difference of two nearly equal means may come out as −1e-17 where theory says 0.
const notNegative = (x: number): number => Math.max(0, x)

/**
 * CORP decomposition of the Brier score: with p̂ the recalibrated forecasts and ō the base rate,
 * MCB = S(p) − S(p̂), miscalibration, ≥ 0, lower is better; DSC = S(ō) − S(p̂), discrimination, ≥ 0, higher is better;
 * UNC = S(ō) = ō(1 − ō), the questions' uncertainty, 0 to 0.25; and brier = MCB − DSC + UNC.
 *
 * Source: Dimitriadis, Gneiting & Jordan 2021, PNAS 118(8) e2016191118. No bins to choose. MCB is biased upwards in
 * small samples: even a perfect forecaster's is not 0. Constant p: DSC = 0, MCB = (p − ō)². All outcomes alike:
 * DSC = UNC = 0, MCB = brier. Misses all below hits: DSC = UNC. Null for no forecasts.
 * Example: 0.2 said twice, once true: brier .34, p̂ = ō = .5, so MCB .09, DSC 0, UNC .25.
 */
export const corp = (counts: Counts): Corp | null => {
  const blocks = poolAdjacentViolators(counts)
  const score = brier(counts)
  const best = meanOver(blocks, (block) => brierLoss(block.recalibrated, block))
  if (score === null || best === null) return null
  const all = total(counts)
  const unc = brierLoss(all.hits / all.n, all) / all.n
  return {
    mcb: notNegative(score - best),
    dsc: notNegative(unc - best),
    unc,
    brier: score,
    curve: curveOf(counts, blocks),
    blocks,
  }
}
