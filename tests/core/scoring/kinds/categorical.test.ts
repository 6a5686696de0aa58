import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { categoricalBrier } from '../../../../src/core/scoring/kinds/categorical.ts'

describe('categoricalBrier', () => {
  it.each<[number[], number, number]>([
    [[0.5, 0.3, 0.2], 0, 0.19],
    [[1, 0, 0], 0, 0],
    [[1, 0, 0], 2, 1],
    [[0.25, 0.25, 0.25, 0.25], 1, 0.375],
  ])('of %j when %i came is %f', (given, came, score) => {
    expect(categoricalBrier(given, came)).toBeCloseTo(score, 12)
  })

  it('is the Brier score where there are two, and lies between 0 and 1', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (p) => {
        expect(categoricalBrier([p, 1 - p], 0)).toBeCloseTo((1 - p) ** 2, 12)
        expect(categoricalBrier([p, 1 - p], 1)).toBeCloseTo(p ** 2, 12)
      }),
    )
  })

  it('is proper: whoever believes a distribution expects least by saying it', () => {
    const distributions = fc
      .array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 })
      .map((all) => all.map((weight) => weight / all.reduce((so, one) => so + one, 0)))
    const expected = (belief: number[], said: number[]): number =>
      belief.reduce((so, p, at) => so + p * categoricalBrier(said, at), 0)
    fc.assert(
      fc.property(distributions, distributions, (belief, said) => {
        expect(expected(belief, belief)).toBeLessThanOrEqual(expected(belief, said) + 1e-12)
      }),
    )
  })
})
