import { normalP, normalQ } from './normal.ts'

// Nodes and weights of Gauss and Legendre's rule of 20 points on [-1, 1], the positive half.
const NODES = [
  [0.07652652113349734, 0.15275338713072584],
  [0.22778585114164507, 0.14917298647260374],
  [0.37370608871541955, 0.14209610931838204],
  [0.5108670019508271, 0.13168863844917664],
  [0.636053680726515, 0.11819453196151841],
  [0.7463319064601508, 0.10193011981724044],
  [0.8391169718222188, 0.08327674157670475],
  [0.912234428251326, 0.06267204833410907],
  [0.9639719272779138, 0.04060142980038694],
  [0.9931285991850949, 0.017614007139152118],
] as const

const integral = (of: (x: number) => number, from: number, to: number): number => {
  const [middle, half] = [(from + to) / 2, (to - from) / 2]
  return half * NODES.reduce((so, [at, weight]) => so + weight * (of(middle - half * at) + of(middle + half * at)), 0)
}

// The integrand is smooth in every piece this narrow.
const PIECES = 8

/**
 * P(X ≤ h, Y ≤ k) of two standard normal variables with correlation ρ, −1 to 1, to about 1e-14.
 *
 * Φ(h)Φ(k) plus the integral of the density at (h, k) over the correlation, taken over its arcsine θ from 0: the integrand
 * exp(−(h² + k² − 2hk sin θ)/(2 cos² θ))/(2π) has no singularity but at |ρ| = 1, towards which the pieces get narrower.
 * Sheppard 1899; the substitution as in Drezner & Wesolowsky 1990, J Stat Comput Simul 35:101.
 * `bivariateNormalP(0, 0, 0.5) = 1/3`
 */
export const bivariateNormalP = (h: number, k: number, rho: number): number => {
  if (rho >= 1) return normalP(Math.min(h, k))
  if (rho <= -1) return Math.max(0, normalP(h) - normalQ(k))
  const at = (theta: number): number => {
    const [sin, cos] = [Math.sin(theta), Math.cos(theta)]
    return Math.exp(-(h * h + k * k - 2 * h * k * sin) / (2 * cos * cos))
  }
  const end = Math.asin(rho)
  let [so, from] = [0, 0]
  for (let piece = 1; piece <= PIECES; piece++) {
    const to = piece === PIECES ? end : end * (1 - 2 ** -piece)
    so += integral(at, from, to)
    from = to
  }
  return normalP(h) * normalP(k) + so / (2 * Math.PI)
}
