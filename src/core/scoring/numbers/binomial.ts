import { betaP, logBeta } from './beta.ts'

/** P(X ≤ k) of a binomial variable: n trials of chance p, 0 to 1. `binomialP(1, 2, 0.5) = 0.75` */
export const binomialP = (k: number, n: number, p: number): number => {
  if (k < 0) return 0
  return k >= n ? 1 : betaP(1 - p, n - k, k + 1)
}

/** P(X ≥ k), to full relative accuracy where it is small. `binomialAtLeast(1, 2, 0.5) = 0.75` */
export const binomialAtLeast = (k: number, n: number, p: number): number => {
  if (k <= 0) return 1
  return k > n ? 0 : betaP(p, k, n - k + 1)
}

/** P(X = k). `binomialChance(1, 2, 0.5) = 0.5` */
export const binomialChance = (k: number, n: number, p: number): number => {
  if (k < 0 || k > n) return 0
  if (p <= 0 || p >= 1) return k === (p <= 0 ? 0 : n) ? 1 : 0
  const ways = -Math.log(n + 1) - logBeta(k + 1, n - k + 1)
  return Math.exp(ways + k * Math.log(p) + (n - k) * Math.log1p(-p))
}

/** The smallest k with P(X ≤ k) ≥ q, by halving the range 0…n. `binomialQuantile(0.5, 2, 0.5) = 1` */
export const binomialQuantile = (q: number, n: number, p: number): number => {
  let [below, at] = [-1, n]
  while (at - below > 1) {
    const middle = Math.floor((below + at) / 2)
    if (binomialP(middle, n, p) >= q) at = middle
    else below = middle
  }
  return at
}
