import { logGamma } from '../numbers/gamma.ts'
import { sum } from '../numbers/sum.ts'

type Matrix = { size: number; cells: Float64Array }

const times = (a: Matrix, b: Matrix): Matrix => {
  const { size } = a
  const cells = new Float64Array(size * size)
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < size; k++) {
      const factor = a.cells[i * size + k] ?? 0
      if (factor === 0) continue
      for (let j = 0; j < size; j++)
        cells[i * size + j] = (cells[i * size + j] ?? 0) + factor * (b.cells[k * size + j] ?? 0)
    }
  }
  return { size, cells }
}

/** A matrix and the power of 2 that was taken out of it, so that high powers do not overflow. */
type Scaled = { matrix: Matrix; exponent: number }

const rescaled = ({ matrix, exponent }: Scaled): Scaled => {
  const largest = matrix.cells.reduce((so, cell) => Math.max(so, cell), 0)
  if (largest < 2 ** 400) return { matrix, exponent }
  return {
    matrix: { size: matrix.size, cells: matrix.cells.map((cell) => cell * 2 ** -400) },
    exponent: exponent + 400,
  }
}
const product = (a: Scaled, b: Scaled): Scaled =>
  rescaled({ matrix: times(a.matrix, b.matrix), exponent: a.exponent + b.exponent })

const power = (base: Scaled, n: number): Scaled => {
  if (n === 1) return base
  const half = power(base, Math.floor(n / 2))
  const whole = product(half, half)
  return n % 2 === 1 ? product(whole, base) : whole
}

/** The matrix whose n-th power holds the answer: nd = k − h with whole k, 0 ≤ h < 1, of size 2k − 1. */
const stepMatrix = (k: number, h: number): Matrix => {
  const size = 2 * k - 1
  const cells = new Float64Array(size * size)
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= Math.min(i + 1, size - 1); j++) {
      const [fromLeft, fromBelow] = [j === 0 ? h ** (i + 1) : 0, i === size - 1 ? h ** (size - j) : 0]
      const corner = i === size - 1 && j === 0 && h > 0.5 ? (2 * h - 1) ** size : 0
      const steps = Math.exp(-logGamma(i - j + 2))
      cells[i * size + j] = (1 - fromLeft - fromBelow + corner) * (i - j + 1 > 0 ? steps : 1)
    }
  }
  return { size, cells }
}

/** P(D < d) for n uniform numbers, exactly. Source: Marsaglia, Tsang & Wang 2003, J Stat Softw 8(18). */
const below = (n: number, d: number): number => {
  const k = Math.floor(n * d) + 1
  const { matrix, exponent } = power({ matrix: stepMatrix(k, k - n * d), exponent: 0 }, n)
  let chance = matrix.cells[(k - 1) * matrix.size + k - 1] ?? 0
  let left = exponent
  for (let i = 1; i <= n; i++) {
    chance *= i / n
    for (; left > 0 && chance < 2 ** -200; left -= 400) chance *= 2 ** 400
  }
  return chance * 2 ** left
}

/** P(D⁺ ≥ d), the one-sided tail, exactly. Source: Birnbaum & Tingey 1951, Ann Math Stat 22:592. */
const oneSided = (n: number, d: number): number => {
  const most = Math.floor(n * (1 - d))
  const terms = Array.from({ length: most + 1 }, (_, j) => {
    const left = 1 - d - j / n
    if (left <= 0) return 0
    const ways = logGamma(n + 1) - logGamma(j + 1) - logGamma(n - j + 1)
    return d * Math.exp(ways + (j - 1) * Math.log(d + j / n) + (n - j) * Math.log(left))
  })
  return sum(terms)
}

/**
 * The limit for many, Σ 2(−1)ᵏ⁻¹ exp(−2k²x²), at x = z + 1/(6√n) + (z − 1)/(4n), z = √n d. Source: Kolmogorov 1933, with
 * the correction of Vrbik 2018, Pioneer J Theor Appl Stat 15:15.
 */
const limitTail = (n: number, d: number): number => {
  const z = Math.sqrt(n) * d
  const x = z + 1 / (6 * Math.sqrt(n)) + (z - 1) / (4 * n)
  if (x < 0.2) return 1
  const terms = Array.from({ length: 20 }, (_, k) => 2 * (k % 2 === 0 ? 1 : -1) * Math.exp(-2 * ((k + 1) * x) ** 2))
  return Math.min(1, Math.max(0, sum(terms)))
}

/** Above it the powers of matrices take seconds. */
const MANY = 2000

/**
 * P(D ≥ d) of Kolmogorov's statistic for n independent uniform numbers, 0 to 1. Up to 2,000 exact to about 1e-10: twice
 * the one-sided tail where both sides cannot exceed d at once but with chance below e⁻⁸ⁿᵈᵈ (exactly so from d = ½ on),
 * otherwise from the matrix form; above by the corrected limit, to about 5e-5.
 * `kolmogorovTail(1, 0.75) = 0.5`, `kolmogorovTail(10, 0.274) = 0.3716`
 */
export const kolmogorovTail = (n: number, d: number): number => {
  if (2 * n * d <= 1) return 1
  if (d >= 1) return 0
  if (d >= 0.5 || (n * d * d > 4 && n <= 100_000)) return Math.min(1, 2 * oneSided(n, d))
  return n > MANY ? limitTail(n, d) : Math.min(1, Math.max(0, 1 - below(n, d)))
}
