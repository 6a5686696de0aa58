import type { Counts } from '../counts.ts'
import { sum } from '../numbers/sum.ts'
import { type Line, logitRows } from './recalibration.ts'

const INTERCEPTS = [-1, -0.5, 0, 0.5, 1]
const SLOPES = [0.25, 0.5, 0.75, 1, 1.5, 2, 3]

/** The 34 ways of being miscalibrated: every intercept with every slope, but for calibration itself. */
const ALTERNATIVES: readonly Line[] = INTERCEPTS.flatMap((intercept) =>
  SLOPES.map((slope) => ({ intercept, slope })),
).filter(({ intercept, slope }) => intercept !== 0 || slope !== 1)

// ln expit(x), which neither overflows nor loses digits.
const logExpit = (x: number): number => Math.min(0, x) - Math.log1p(Math.exp(-Math.abs(x)))

/** `log` is ln E; both may be `Infinity`. */
export type EValue = { e: number; log: number }

/**
 * Evidence against calibration as a mixture of likelihood ratios, E = (1/34) Σ_g Π_k (q_gk/p_k)^{h_k} ((1 − q_gk)/
 * (1 − p_k))^{n_k − h_k}, q_g = expit(a + b · logit p), a ∈ {−1, −.5, 0, .5, 1}, b ∈ {.25, .5, .75, 1, 1.5, 2, 3} without
 * (0, 1).
 *
 * E ≥ 0; its mean is at most 1 for a calibrated forecaster, whenever one looks, so that E ≥ 20 happens to at most 1 in 20
 * of them ever: 20 is strong, 100 very strong evidence, and a small E is no praise. Valid if, given all that was appended
 * before, an outcome has the stated chance: append one per family. A certainty that held gives factor 1, its limit; one
 * that failed gives `Infinity`. 1 for no forecasts. Order plays no part. Sources: Ville 1939; Henzi, Puke, Dimitriadis &
 * Ziegel 2023, arXiv 2203.00426. Example: 0.7 said once and true: ln E = .01126, E = 1.0113.
 */
export const eValue = (counts: Counts): EValue => {
  const failed = counts.some(({ p, n, hits }) => (p === 0 && hits > 0) || (p === 1 && hits < n))
  if (failed) return { e: Infinity, log: Infinity }
  const rows = logitRows(counts.filter(({ p }) => p > 0 && p < 1))
  const ratios = ALTERNATIVES.map(({ intercept, slope }) =>
    sum(
      rows.map(({ x, n, hits }) => {
        const at = intercept + slope * x
        return (
          (hits === 0 ? 0 : hits * (logExpit(at) - logExpit(x))) +
          (hits === n ? 0 : (n - hits) * (logExpit(-at) - logExpit(-x)))
        )
      }),
    ),
  )
  const top = Math.max(...ratios)
  const log = top + Math.log(sum(ratios.map((ratio) => Math.exp(ratio - top))) / ratios.length)
  return { e: Math.exp(log), log }
}
