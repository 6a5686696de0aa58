import { type Counts, meanOver } from '../counts.ts'

/**
 * Mean spherical score, p_y/√(p² + (1 − p)²) with p_y the probability given to what happened: 1 best, 0 worst, .7071 for
 * always saying 50 %. Higher is better; strictly proper, finite always. Null for no forecasts. Source: Jose 2009, Theory
 * and Decision 66:263. Example: 0.8 said once and true: .8/√.68 = .9701.
 */
export const spherical = (counts: Counts): number | null =>
  meanOver(counts, ({ p, n, hits }) => (hits * p + (n - hits) * (1 - p)) / Math.hypot(p, 1 - p))
