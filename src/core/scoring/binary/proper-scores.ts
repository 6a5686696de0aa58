import { type Counts, meanOver, total } from '../counts.ts'
import { sum, sumOver } from '../numbers/sum.ts'

/** What a proper score takes from a row, if it had said `p`: the sum over its forecasts, lower is better. */
export type Loss = (p: number, row: { n: number; hits: number }) => number

/**
 * Summed Brier loss of one row if it had said `p`: h(1 − p)² + (n − h)p², 0 to n, **lower is better**. Brier 1950, Mon Weather Rev 78:1.
 * Example: .2 said twice, once true: .64 + .04 = .68.
 */
export const brierLoss: Loss = (p, { n, hits }) => hits * (1 - p) ** 2 + (n - hits) * p ** 2

/**
 * Mean Brier score, BS = (1/N) Σ_k [h_k(1 − p_k)² + (n_k − h_k)p_k²].
 *
 * 0 best, 1 worst, 0.25 for always saying 50 %; finite for every p. The form over one category (Brier 1950 and the
 * Good Judgment Project sum over both: twice this). Strictly proper (Gneiting & Raftery 2007, JASA 102:359).
 * Null for no forecasts. Example: 0.2 said twice, once true: (0.8² + 0.2²)/2 = 0.34 (Rufibach 2010, table 1).
 */
export const brier = (counts: Counts): number | null => meanOver(counts, (row) => brierLoss(row.p, row))

/**
 * Standard error of the mean Brier score, s/√N with s² the sample variance of the single losses (divisor N − 1), as for
 * independent questions. Null below two forecasts. Example: 0.2 said twice, once true: losses .64 and .04, s² = .18,
 * hence √.09 = 0.3.
 */
export const brierError = (counts: Counts): number | null => {
  const { n } = total(counts)
  const mean = brier(counts)
  if (mean === null || n < 2) return null
  const squares = counts.map(
    (row) => row.hits * ((1 - row.p) ** 2 - mean) ** 2 + (row.n - row.hits) * (row.p ** 2 - mean) ** 2,
  )
  return Math.sqrt(sum(squares) / (n - 1) / n)
}

/**
 * The mean Brier score to expect, were every forecast calibrated: mean = Σ n_k p_k(1 − p_k)/N, from 0 to 0.25, and its
 * standard deviation over outcomes, sd = √(Σ n_k(1 − 2p_k)² p_k(1 − p_k))/N, for independent questions. 0 for certainties.
 * Null for no forecasts. Source: Spiegelhalter 1986, Stat Med 5:421. Example: 0.2 said twice: .16, and √(2·.36·.16)/2 =
 * 0.1697.
 */
export const brierIfCalibrated = (counts: Counts): { mean: number; sd: number } | null => {
  const mean = meanOver(counts, ({ p, n }) => n * p * (1 - p))
  if (mean === null) return null
  const variance = sum(counts.map(({ p, n }) => n * (1 - 2 * p) ** 2 * p * (1 - p)))
  return { mean, sd: Math.sqrt(variance) / total(counts).n }
}

/** The clipped log score moves every p into this range first. */
export const LOG_CLIP = { low: 0.001, high: 0.999 } as const

/**
 * Summed logarithmic loss of one row if it had said `p`: −h ln p − (n − h) ln(1 − p), in nats. 0 · ln 0 is 0: a certainty
 * that held costs nothing, one that failed costs `Infinity`. From 0, **lower is better**. Good 1952, J R Stat Soc B 14:107.
 * Example: .2 said twice, once true: −ln .2 − ln .8 = 1.83258.
 */
export const logLoss: Loss = (p, { n, hits }) =>
  (hits === 0 ? 0 : -hits * Math.log(p)) + (n === hits ? 0 : -(n - hits) * Math.log1p(-p))

/** p moved into the range that clipped log scores allow. `clip(0) = 0.001` */
export const clip = (p: number): number => Math.min(Math.max(p, LOG_CLIP.low), LOG_CLIP.high)

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
  const { n } = total(counts)
  if (n === 0) return null
  // Clipping changes nothing inside the range, where nearly all forecasts are.
  const outside: Counts[number][] = []
  const inside = sumOver(counts, (row) => {
    if (row.p >= LOG_CLIP.low && row.p <= LOG_CLIP.high) return logLoss(row.p, row)
    outside.push(row)
    return 0
  })
  const of = (said: (p: number) => number): number =>
    sum([inside, ...outside.map((row) => logLoss(said(row.p), row))]) / n
  return { raw: of((p) => p), clipped: of(clip) }
}

/**
 * Metaculus's baseline score at one moment, 100 · (log₂ P(what happened) + 1), averaged over forecasts with p moved into
 * [0.001, 0.999] as that site requires of them: 100 · (1 − LL/ln 2) with LL the clipped log score.
 *
 * Higher is better: 0 for always saying 50 %, at most 99.86, at least −896.6. No time average, no coverage. Null for no
 * forecasts. Example: 0.7 said once and true: 100 · (log₂ 0.7 + 1) = 48.54.
 */
export const baselineScore = (counts: Counts): number | null => {
  const log = logScore(counts)
  return log === null ? null : 100 * (1 - log.clipped / Math.LN2)
}
