import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bivariateNormalP } from '../../../../src/core/scoring/numbers/bivariate-normal.ts'
import { normalDensity, normalP } from '../../../../src/core/scoring/numbers/normal.ts'

const z = fc.double({ min: -5, max: 5, noNaN: true })
const correlation = fc.double({ min: -0.999, max: 0.999, noNaN: true })

describe('bivariateNormalP', () => {
  it.each([
    [0, 0, 0.5, 1 / 3],
    [0, 0, -0.5, 1 / 6],
    [0, 0, 1, 0.5],
    [0, 0, -1, 0],
    [1, -1, 0, normalP(1) * normalP(-1)],
    [1, 2, 1, normalP(1)],
    [1, 0.5, -1, normalP(1) + normalP(0.5) - 1],
  ])('at %f, %f with ρ %f is %f', (h, k, rho, wanted) => expect(bivariateNormalP(h, k, rho)).toBeCloseTo(wanted, 13))

  it('is the arcsine law at 0', () => {
    fc.assert(
      fc.property(correlation, (rho) => {
        expect(bivariateNormalP(0, 0, rho)).toBeCloseTo(0.25 + Math.asin(rho) / (2 * Math.PI), 13)
      }),
    )
  })

  it('is symmetric, and adds up over the sides of the other variable', () => {
    fc.assert(
      fc.property(z, z, correlation, (h, k, rho) => {
        expect(bivariateNormalP(h, k, rho)).toBeCloseTo(bivariateNormalP(k, h, rho), 12)
        expect(bivariateNormalP(h, k, rho) + bivariateNormalP(h, -k, -rho)).toBeCloseTo(normalP(h), 12)
      }),
    )
  })

  it('is the integral over one variable', () => {
    const by = (h: number, k: number, rho: number): number => {
      const [from, steps] = [-10, 20_000]
      const width = (h - from) / steps
      const of = (x: number): number => normalDensity(x) * normalP((k - rho * x) / Math.sqrt(1 - rho * rho))
      let so = 0
      for (let step = 0; step < steps; step++) {
        const x = from + step * width
        so += (width / 6) * (of(x) + 4 * of(x + width / 2) + of(x + width))
      }
      return so
    }
    for (const rho of [-0.99, -0.6, 0.3, 0.9, 0.99])
      expect(bivariateNormalP(0.7, -0.4, rho)).toBeCloseTo(by(0.7, -0.4, rho), 10)
  })
})
