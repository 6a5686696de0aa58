import { describe, expect, it } from 'vitest'
import { bestRho, logMixture, mixtureBoundary } from '../../../../src/core/scoring/comparing/gamma-exponential.ts'
import { gammaP, logGamma } from '../../../../src/core/scoring/numbers/gamma.ts'

const tuning = { c: 2, rho: bestRho(10, 0.05) }

/** The closed form with the incomplete gamma function, where it exists. */
const closedForm = (s: number, v: number, { c, rho }: typeof tuning): number => {
  const [a, x, r] = [(v + rho) / c ** 2, (c * s + v + rho) / c ** 2, rho / c ** 2]
  const lead = r * Math.log(r) - logGamma(r) - Math.log(gammaP(r, r))
  return lead + logGamma(a) + Math.log(gammaP(a, x)) - a * Math.log(x) + x - r
}

describe('logMixture', () => {
  it.each([
    [0, 0],
    [3, 1],
    [12, 5],
    [-2, 8],
    [60, 40],
    [400, 900],
  ])('is the closed form at s = %f, v = %f', (s, v) => {
    expect(logMixture(s, v, tuning)).toBeCloseTo(closedForm(s, v, tuning), 9)
  })

  it('rises in s, also far below 0, where the closed form does not exist, and is finite for long runs', () => {
    const values = [-5000, -500, -50, -5, 0, 5, 50, 500, 5000].map((s) => logMixture(s, 20, tuning))
    expect(values.every(Number.isFinite)).toBe(true)
    expect(values).toEqual(values.toSorted((a, b) => a - b))
    expect(logMixture(0, 0, tuning)).toBe(0)
  })

  it('reaches 1/α at its boundary', () => {
    for (const v of [1, 10, 300]) {
      const s = mixtureBoundary(v, 0.025, tuning)
      expect(logMixture(s, v, tuning)).toBeCloseTo(Math.log(40), 10)
    }
  })
})
