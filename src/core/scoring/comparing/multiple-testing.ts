import { sum } from '../numbers/sum.ts'
import { refusal } from '../refusal.ts'

const order = (values: readonly number[], rising: boolean): number[] =>
  values.map((_, at) => at).sort((a, b) => ((values[a] ?? 0) - (values[b] ?? 0)) * (rising ? 1 : -1) || a - b)

const check = (ps: readonly number[]): void => {
  if (!ps.every((p) => p >= 0 && p <= 1)) throw refusal('a p-value lies outside 0 to 1', 'give p-values from 0 to 1')
}

/** Each p times a factor of its rank (1 the smallest), made to rise with p from below or from above, and at most 1. */
const adjusted = (ps: readonly number[], factor: (rank: number) => number, from: 'smallest' | 'largest'): number[] => {
  check(ps)
  const result = ps.map(() => 1)
  const rising = order(ps, true).map((at, n) => ({ at, value: Math.min(1, (ps[at] ?? 1) * factor(n + 1)) }))
  let so = from === 'smallest' ? 0 : 1
  for (const { at, value } of from === 'smallest' ? rising : rising.reverse()) {
    so = from === 'smallest' ? Math.max(so, value) : Math.min(so, value)
    result[at] = so
  }
  return result
}

/**
 * Bonferroni's adjusted p-values, min(1, m p): below α, the chance of even one false finding among m tests is at most α,
 * however they depend. In the order given; 0 to 1. `bonferroni([0.01, 0.04]) = [0.02, 0.08]`
 */
export const bonferroni = (ps: readonly number[]): number[] => adjusted(ps, () => ps.length, 'smallest')

/**
 * Holm's adjusted p-values, which promise the same as Bonferroni's and are never larger: the k-th smallest times m − k + 1,
 * made to rise. For labels that accuse. Holm 1979, Scand J Stat 6:65. `holm([0.01, 0.04]) = [0.02, 0.04]`
 */
export const holm = (ps: readonly number[]): number[] => adjusted(ps, (rank) => ps.length - rank + 1, 'smallest')

/**
 * Benjamini & Hochberg's adjusted p-values: of all with one below α, at most a share α is false on average, if the tests are
 * independent or positively dependent. The k-th smallest times m/k, made to rise from the largest. J R Stat Soc B 1995,
 * 57:289. `benjaminiHochberg([0.01, 0.04]) = [0.02, 0.04]`
 */
export const benjaminiHochberg = (ps: readonly number[]): number[] =>
  adjusted(ps, (rank) => ps.length / rank, 'largest')

/**
 * The same for tests that depend in any way, at the price of a factor Σ 1/k. Benjamini & Yekutieli 2001, Ann Stat 29:1165.
 * `benjaminiYekutieli([0.01, 0.04]) = [0.03, 0.06]`
 */
export const benjaminiYekutieli = (ps: readonly number[]): number[] => {
  const penalty = sum(ps.map((_, at) => 1 / (at + 1)))
  return adjusted(ps, (rank) => (penalty * ps.length) / rank, 'largest')
}

/**
 * The places of the e-values that count as findings, ascending: the k largest, k the greatest with e₍ₖ₎ ≥ m/(αk). At most
 * a share α of them is false on average **however the tests depend**, which fits authors who answer the same questions.
 * Fix the set of tests before looking. Throws a `Problem` for a negative e. Wang & Ramdas 2022, J R Stat Soc B 84:822.
 * `eBenjaminiHochberg([50, 1, 25], 0.1) = [0, 2]`: 50 ≥ 30, and 25 ≥ 15 for two.
 */
export const eBenjaminiHochberg = (es: readonly number[], alpha = 0.1): number[] => {
  if (!es.every((e) => e >= 0)) throw refusal('an e-value is below 0', 'give e-values from 0 on; infinite ones count')
  const falling = order(es, false)
  const last = falling.findLastIndex((at, n) => (es[at] ?? 0) >= es.length / (alpha * (n + 1)))
  return falling.slice(0, last + 1).sort((a, b) => a - b)
}

/**
 * One e-value against "none of them is anything": the mean, valid however they depend. Null for none. Vovk & Wang 2021,
 * Ann Stat 49:1736. `meanE([30, 0]) = 15`
 */
export const meanE = (es: readonly number[]): number | null => (es.length === 0 ? null : sum(es) / es.length)
