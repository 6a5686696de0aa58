import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kolmogorovTail } from '../../../../src/core/scoring/kinds/kolmogorov.ts'

describe('kolmogorovTail', () => {
  it.each([
    // One number: P(max(u, 1 − u) ≥ d) = 2(1 − d). Two: Birnbaum 1952, JASA 47:425, P(D < d) = 2(2d − ½)² up to ½.
    [1, 0.75, 0.5],
    [1, 0.5, 1],
    [2, 0.4, 1 - 2 * (0.8 - 0.5) ** 2],
    [2, 0.5, 0.5],
    [3, 0, 1],
    [3, 1, 0],
    // Marsaglia, Tsang & Wang 2003: K(10, 0.274) = 0.6284796154565.
    [10, 0.274, 1 - 0.6284796154565],
    // A Poisson process held between the two bounds, in 40 digits.
    [400, 0.03, 0.8534112291333409],
    [400, 0.065, 0.06511743756502684],
    [60, 0.21973572109199724, 0.005036158605159269],
    [140, 1.3 / Math.sqrt(140), 0.06303472003210353],
  ])('for %i numbers at %f is %f', (n, d, wanted) => {
    expect(kolmogorovTail(n, d)).toBeCloseTo(wanted, 11)
  })

  it.each([5, 20, 100, 500])('joins its two ways without a step for %i numbers', (n) => {
    const at = Math.sqrt(4 / n)
    const [before, after] = [kolmogorovTail(n, at * (1 - 1e-9)), kolmogorovTail(n, at * (1 + 1e-9))]
    expect(Math.abs(before / after - 1)).toBeLessThan(1e-6)
  })

  it('joins the limit for many closely', () => {
    for (const x of [0.6, 1, 1.5]) {
      const [exact, limit] = [kolmogorovTail(2000, x / Math.sqrt(2000)), kolmogorovTail(2001, x / Math.sqrt(2001))]
      expect(Math.abs(exact - limit)).toBeLessThan(5e-5)
    }
  })

  it('falls with d and lies between 0 and 1', () => {
    const distance = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), distance, distance, (n, one, other) => {
        const [near, far] = [kolmogorovTail(n, Math.min(one, other)), kolmogorovTail(n, Math.max(one, other))]
        expect(near).toBeGreaterThanOrEqual(far - 1e-12)
        expect(far).toBeGreaterThanOrEqual(0)
        expect(near).toBeLessThanOrEqual(1)
      }),
    )
  })
})
