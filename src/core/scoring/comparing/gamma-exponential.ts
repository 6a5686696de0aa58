// Terms and sums beyond this are scaled down.
const LARGE = 1e250

/** ln of Σ of positive terms, each being the one before times `ratio(k)`, until they no longer matter. */
const logSeries = (first: number, ratio: (k: number) => number): number => {
  let [term, total, log] = [first, first, 0]
  for (let k = 1; ; k++) {
    const factor = ratio(k)
    term *= factor
    total += term
    if (factor < 1 && term < total * 1e-17) return Math.log(total) + log
    if (total > LARGE) {
      term /= LARGE
      total /= LARGE
      log += Math.log(LARGE)
    }
  }
}

/**
 * ln ∫₀¹ t^(a−1) exp(x(1 − t)) dt for a > 0 and any x: by Kummer's series, whose terms are all positive for x ≥ 0
 * (1/a · ₁F₁(1; a + 1; x)) as, transformed, for x < 0 (eˣ/a · ₁F₁(a; a + 1; −x)). Abramowitz & Stegun 13.1.2, 13.1.27.
 */
const logIntegral = (a: number, x: number): number => {
  if (x >= 0) return logSeries(1 / a, (k) => x / (a + k))
  return x + logSeries(1 / a, (k) => ((-x / k) * (a + k - 1)) / (a + k))
}

/**
 * ln of the gamma-exponential mixture supermartingale at sum s and intrinsic time v ≥ 0, for increments bounded by c, tuned
 * by ρ > 0: 0 at (0, 0), rising in s, any s. With P the incomplete gamma function it is Howard, Ramdas, McAuliffe & Sekhon
 * 2021, Ann Stat 49:1055, proposition 9, written as an integral that also exists where s is far below 0.
 */
export const logMixture = (s: number, v: number, { c, rho }: { c: number; rho: number }): number => {
  const [a, r] = [(v + rho) / (c * c), rho / (c * c)]
  return logIntegral(a, a + s / c) - logIntegral(r, r)
}

/** ρ that makes the bound tightest around intrinsic time `v` at a two-sided level α. Howard et al. 2021, eq. 3.9. */
export const bestRho = (v: number, alpha: number): number => {
  const l = 2 * Math.log(1 / alpha)
  return v / (l + Math.log(1 + l))
}

/** The s at which the mixture reaches 1/α: halving between 0 and a doubled upper end until its ends are neighbours. */
export const mixtureBoundary = (v: number, alpha: number, tuning: { c: number; rho: number }): number => {
  const goal = Math.log(1 / alpha)
  let [low, high] = [0, 1]
  while (logMixture(high, v, tuning) < goal) [low, high] = [high, 2 * high]
  for (let middle = (low + high) / 2; middle > low && middle < high; middle = (low + high) / 2) {
    if (logMixture(middle, v, tuning) < goal) low = middle
    else high = middle
  }
  return high
}
