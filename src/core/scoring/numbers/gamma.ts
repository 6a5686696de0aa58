const HALF_LN_2PI = 0.9189385332046728

// B₂ₖ / (2k(2k − 1)) of Stirling's series; from 10 on the next term is below 1e-16.
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156]

/**
 * What Stirling's formula leaves: ln Γ(x) = (x − ½) ln x − x + ½ ln 2π + Δ(x), for x > 0. Differences of ln Γ at large
 * arguments lose their digits; those of Δ do not, as Δ(x) is about 1/(12x). Source: Abramowitz & Stegun 6.1.40, with
 * 6.1.15 below 10. `stirlingRest(10) = 0.00833056343336287`
 */
export const stirlingRest = (x: number): number => {
  let rest = 0
  let at = x
  for (; at < 10; at++) rest += (at + 0.5) * Math.log1p(1 / at) - 1
  const inverse = 1 / (at * at)
  return rest + STIRLING.reduceRight((value, coefficient) => value * inverse + coefficient, 0) / at
}

/** ln Γ(x) for x > 0, to about 1e-15 of the larger of 1 and itself. `logGamma(5) = ln 24 = 3.1780538303479458` */
export const logGamma = (x: number): number => (x - 0.5) * Math.log(x) - x + HALF_LN_2PI + stirlingRest(x)

/**
 * Digamma, the derivative of ln Γ, for x > 0: ψ(x) = ψ(x + 1) − 1/x up to 10, then ln x − 1/(2x) − Σ B₂ₖ/(2k x²ᵏ).
 * Source: Abramowitz & Stegun 6.3.5, 6.3.18. `digamma(1) = −0.5772156649015329`
 */
export const digamma = (x: number): number => {
  let value = 0
  let at = x
  for (; at < 10; at++) value -= 1 / at
  const inverse = 1 / (at * at)
  const series = STIRLING.reduceRight((so, coefficient, k) => so * inverse + (2 * k + 1) * coefficient, 0)
  return value + Math.log(at) - 1 / (2 * at) - series * inverse
}

const NEAR = 1e-17
const MOST_STEPS = 100_000

/** ln (xᵃ e⁻ˣ / Γ(a)), without large terms that cancel. */
const logWeight = (a: number, x: number): number =>
  a * Math.log1p((x - a) / a) - (x - a) + 0.5 * Math.log(a) - HALF_LN_2PI - stirlingRest(a)

const gammaSeries = (a: number, x: number): number => {
  let term = 1 / a
  let total = term
  for (let k = 1; k < MOST_STEPS && term > total * NEAR; k++) {
    term *= x / (a + k)
    total += term
  }
  return total * Math.exp(logWeight(a, x))
}

/** A continued fraction b₀ + a₁/(b₁ + a₂/(b₂ + …)) by the method of Lentz, as Thompson & Barnett 1986 amend it. */
export const continuedFraction = (b0: number, term: (k: number) => { a: number; b: number }): number => {
  const TINY = 1e-300
  let value = b0 || TINY
  let c = value
  let d = 0
  for (let k = 1; k < MOST_STEPS; k++) {
    const { a, b } = term(k)
    d = 1 / (b + a * d || TINY)
    c = b + a / c || TINY
    value *= c * d
    if (Math.abs(c * d - 1) < 1e-16) return value
  }
  return value
}

const gammaFraction = (a: number, x: number): number =>
  Math.exp(logWeight(a, x)) / continuedFraction(x + 1 - a, (k) => ({ a: -k * (k - a), b: x + 2 * k + 1 - a }))

/**
 * The regularised lower incomplete gamma function P(a, x) for a > 0: the chance that a gamma variable of shape a and rate 1
 * is at most x, 0 to 1. Source: Abramowitz & Stegun 6.5.29 below a + 1, 6.5.31 above. `gammaP(1, 1) = 1 − 1/e`
 */
export const gammaP = (a: number, x: number): number => {
  if (x <= 0) return 0
  if (x === Infinity) return 1
  return x < a + 1 ? gammaSeries(a, x) : 1 - gammaFraction(a, x)
}

/** The upper tail, 1 − P(a, x), to full relative accuracy where it is small. `gammaQ(1, 50) = e⁻⁵⁰` */
export const gammaQ = (a: number, x: number): number => {
  if (x <= 0) return 1
  if (x === Infinity) return 0
  return x < a + 1 ? 1 - gammaSeries(a, x) : gammaFraction(a, x)
}
