import { type Count, type Counts, meanOver } from '../counts.ts'

/** Summed Brier loss of one row if it had said `p`: h(1 − p)² + (n − h)p². */
export const brierLoss = (p: number, { n, hits }: { n: number; hits: number }): number =>
  hits * (1 - p) ** 2 + (n - hits) * p ** 2

/**
 * Mean Brier score, BS = (1/N) Σ_k [h_k(1 − p_k)² + (n_k − h_k)p_k²].
 *
 * 0 best, 1 worst, 0.25 for always saying 50 %; finite for every p. The form over one category (Brier 1950 and the
 * Good Judgment Project sum over both: twice this). Strictly proper (Gneiting & Raftery 2007, JASA 102:359).
 * Null for no forecasts. Example: 0.2 said twice, once true: (0.8² + 0.2²)/2 = 0.34 (Rufibach 2010, table 1).
 */
export const brier = (counts: Counts): number | null => meanOver(counts, (row) => brierLoss(row.p, row))

/** The clipped log score moves every p into this range first. */
export const LOG_CLIP = { low: 0.001, high: 0.999 } as const

// 0 · ln 0 is 0: a certainty that held costs nothing.
const logLoss = (p: number, { n, hits }: Count): number =>
  (hits === 0 ? 0 : -hits * Math.log(p)) + (n === hits ? 0 : -(n - hits) * Math.log1p(-p))

const clip = (p: number): number => Math.min(Math.max(p, LOG_CLIP.low), LOG_CLIP.high)

/** `raw` may be `Infinity`; `clipped` lies between 0.0010005 and 6.9078. Both in nats, lower is better. */
export type LogScore = { raw: number; clipped: number }

/**
 * Mean logarithmic score, LL = −(1/N) Σ_k [h_k ln p_k + (n_k − h_k) ln(1 − p_k)], in nats.
 *
 * 0 best, no upper end, ln 2 = 0.6931 for always saying 50 %. `raw` is `Infinity` as soon as one 0 % came true or one
 * 100 % failed (Good 1952, J R Stat Soc B 14:107). `clipped` first moves p into [0.001, 0.999], which keeps it finite
 * (at most 6.908) and makes the rule improper near the ends: a forecaster of 0.9995 gains nothing by saying so.
 * Null for no forecasts. Example: 0.7 said once and true: −ln 0.7 = 0.356675 for both.
 */
export const logScore = (counts: Counts): LogScore | null => {
  const raw = meanOver(counts, (row) => logLoss(row.p, row))
  const clipped = meanOver(counts, (row) => logLoss(clip(row.p), row))
  return raw === null || clipped === null ? null : { raw, clipped }
}
