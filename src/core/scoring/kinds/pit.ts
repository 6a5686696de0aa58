import { refusal } from '../refusal.ts'
import { kolmogorovTail } from './kolmogorov.ts'

/** `statistic` is the largest distance between what was seen and the even spread, `p` its two-sided p-value. */
export type Uniformity = { n: number; statistic: number; p: number }

/**
 * Kolmogorov's test of whether probability integral transforms are spread evenly over [0, 1], as those of a calibrated
 * forecaster are: D = max over the sorted u of max(i/n − u, u − (i − 1)/n), 0 to 1, small when even. The p-value assumes
 * independent outcomes and a continuous forecast (ties make it too large). Null for none; throws a `Problem` outside
 * [0, 1]. Kolmogorov 1933. Example: one u of .75 has D = .75 and p = .5.
 */
export const pitUniformity = (pits: readonly number[]): Uniformity | null => {
  const n = pits.length
  if (!pits.every((u) => u >= 0 && u <= 1)) throw refusal('a transform lies outside 0 to 1', 'give values of the cdf')
  if (n === 0) return null
  const gaps = pits.toSorted((a, b) => a - b).map((u, at) => Math.max((at + 1) / n - u, u - at / n))
  const statistic = Math.max(...gaps)
  return { n, statistic, p: kolmogorovTail(n, statistic) }
}
