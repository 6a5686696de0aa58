import { gammaQ } from './gamma.ts'

const HALF_LN_2PI = 0.9189385332046728

const horner = (coefficients: readonly number[], x: number): number =>
  coefficients.reduceRight((value, coefficient) => value * x + coefficient, 0)

// The rational approximations of AS 241 (PPND16), lowest power first: numerator, then denominator.
const CENTRE = [
  [
    3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.693765509461, 45921.95393154987, 67265.7709270087,
    33430.57558358813, 2509.0809287301227,
  ],
  [
    1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
    28729.085735721943, 5226.495278852854,
  ],
] as const
const SHOULDER = [
  [
    1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
    0.2417807251774506, 0.022723844989269184, 7.745450142783414e-4,
  ],
  [
    1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
    5.475938084995345e-4, 1.0507500716444169e-9,
  ],
] as const
const TAIL = [
  [
    6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
    0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7,
  ],
  [
    1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 7.868691311456133e-4, 1.8463183175100548e-5,
    1.421511758316446e-7, 2.0442631033899397e-15,
  ],
] as const

/**
 * The value below which a standard normal variable falls with probability `p`, 0 < p < 1 (±Infinity at the ends).
 * Relative error about 1e-16. Source: Wichura 1988, algorithm AS 241, Applied Statistics 37:477.
 * `normalQuantile(0.975) = 1.959963984540054`
 */
export const normalQuantile = (p: number): number => {
  if (p <= 0 || p >= 1) return p <= 0 ? -Infinity : Infinity
  const q = p - 0.5
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q
    return (q * horner(CENTRE[0], r)) / horner(CENTRE[1], r)
  }
  const r = Math.sqrt(-Math.log(Math.min(p, 1 - p)))
  const [above, below, x] = r <= 5 ? [...SHOULDER, r - 1.6] : [...TAIL, r - 5]
  return (Math.sign(q) * horner(above, x)) / horner(below, x)
}

/** The density of a standard normal variable. `normalDensity(0) = 0.3989422804014327` */
export const normalDensity = (z: number): number => Math.exp(-0.5 * z * z - HALF_LN_2PI)

/** P(Z > z) of a standard normal variable, to full relative accuracy far out. `normalQ(1.959963984540054) = 0.025` */
export const normalQ = (z: number): number => (z < 0 ? 1 - normalQ(-z) : 0.5 * gammaQ(0.5, (z * z) / 2))

/** P(Z ≤ z) of a standard normal variable, 0 to 1. Source: Abramowitz & Stegun 26.2.29. `normalP(0) = 0.5` */
export const normalP = (z: number): number => normalQ(-z)
