import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Effect, shrink } from '../../../../src/core/scoring/comparing/shrinkage.ts'
import { refused } from '../refused.ts'

const effects = (...pairs: [number, number][]): Effect[] => pairs.map(([value, error]) => ({ value, error }))
const some = fc.array(
  fc.record({
    value: fc.double({ min: -0.3, max: 0.3, noNaN: true }),
    error: fc.double({ min: 0.01, max: 0.2, noNaN: true }),
  }),
  { minLength: 2, maxLength: 12 },
)

describe('shrink', () => {
  it.each(['dl', 'pm', 'reml'] as const)('is the example worked by hand by %s', (method) => {
    const found = shrink(effects([0.1, 0.1], [-0.1, 0.1]), method)
    expect(found.tau2).toBeCloseTo(0.01, 12)
    expect(found.mean).toBeCloseTo(0, 12)
    for (const [at, sign] of [1, -1].entries()) {
      expect(found.authors[at]?.value).toBeCloseTo(sign * 0.05, 12)
      expect(found.authors[at]?.error).toBeCloseTo(Math.SQRT1_2 * 0.1, 12)
      expect(found.authors[at]?.reliability).toBeCloseTo(0.5, 12)
    }
  })

  it.each(['dl', 'pm', 'reml'] as const)('makes all alike where nothing but chance is seen, by %s', (method) => {
    const found = shrink(effects([0.01, 0.1], [-0.01, 0.1], [0, 0.2]), method)
    expect(found.tau2).toBe(0)
    expect(new Set(found.authors.map(({ value }) => value)).size).toBe(1)
  })

  it('draws every author towards the mean, those with a large error more', () => {
    fc.assert(
      fc.property(some, fc.constantFrom('dl' as const, 'pm' as const, 'reml' as const), (given, method) => {
        const { mean, tau2, authors } = shrink(given, method)
        expect(tau2).toBeGreaterThanOrEqual(0)
        for (const [at, { value, error }] of given.entries()) {
          const one = authors[at]
          expect(Math.abs((one?.value ?? 0) - mean)).toBeLessThanOrEqual(Math.abs(value - mean) + 1e-12)
          expect(one?.error).toBeLessThanOrEqual(error)
        }
      }),
    )
  })

  it('finds the τ² that its equation asks for', () => {
    fc.assert(
      fc.property(some, (given) => {
        const { tau2, mean } = shrink(given, 'pm')
        const q = given.reduce((so, { value, error }) => so + (value - mean) ** 2 / (error ** 2 + tau2), 0)
        if (tau2 > 0) expect(q / (given.length - 1)).toBeCloseTo(1, 8)
        else expect(q).toBeLessThanOrEqual(given.length - 1 + 1e-9)
      }),
    )
  })

  it('finds the top of the restricted likelihood', () => {
    const height = (given: Effect[], tau2: number): number => {
      const w = given.map(({ error }) => 1 / (error ** 2 + tau2))
      const total = w.reduce((so, one) => so + one, 0)
      const mean = given.reduce((so, { value }, at) => so + value * (w[at] ?? 0), 0) / total
      const excess = given.reduce((so, { value }, at) => so + (w[at] ?? 0) * (value - mean) ** 2, 0)
      return w.reduce((so, one) => so + Math.log(one), 0) - Math.log(total) - excess
    }
    fc.assert(
      fc.property(some, fc.double({ min: 0, max: 0.1, noNaN: true }), (given, other) => {
        expect(height(given, shrink(given, 'reml').tau2)).toBeGreaterThanOrEqual(height(given, other) - 1e-7)
      }),
    )
  })

  it.each<[string, Effect[], RegExp]>([
    ['one author', effects([0.1, 0.1]), /fewer than two/],
    ['an error of 0', effects([0.1, 0], [0.2, 0.1]), /cannot be shrunk/],
    ['what is no number', effects([Number.NaN, 0.1], [0.2, 0.1]), /cannot be shrunk/],
  ])('refuses %s', (_, given, detail) => refused(() => shrink(given), detail))
})
