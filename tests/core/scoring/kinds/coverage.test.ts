import { describe, expect, it } from 'vitest'
import { binomialTwoSidedP, coverageOf } from '../../../../src/core/scoring/kinds/coverage.ts'
import { refused } from '../refused.ts'

describe('binomialTwoSidedP', () => {
  it.each([
    [1, 1, 0.5, 1],
    [0, 5, 0.5, 2 / 32],
    [3, 10, 0.5, 0.34375],
    [33, 60, 0.8, 1.2039635541780657e-5],
    [0, 0, 0.8, 1],
    [0, 3, 0, 1],
    [1, 3, 0, 0],
  ])('of %i in %i at %f is %f', (k, n, p, wanted) => {
    expect(binomialTwoSidedP(k, n, p)).toBeCloseTo(wanted, 12)
  })
})

describe('coverageOf', () => {
  it('is the example worked by hand', () => {
    const found = coverageOf(
      [
        { low: 0, high: 2, outcome: 2 },
        { low: 0, high: 4, outcome: 5 },
      ],
      0.8,
    )
    expect(found).toMatchObject({ n: 2, covered: 1, share: 0.5, meanWidth: 3 })
    expect(found?.p).toBeCloseTo(0.36, 12)
    expect(found?.meanScore).toBeCloseTo((2 + 4 + 10) / 2, 12)
    expect([found?.wilson.low, found?.wilson.high]).toEqual([expect.closeTo(0.0945, 4), expect.closeTo(0.9055, 4)])
  })

  it('has nothing to say of none, and refuses what cannot be', () => {
    expect(coverageOf([], 0.8)).toBeNull()
    refused(() => coverageOf([], 1), /no level/)
    refused(() => coverageOf([{ low: 2, high: 1, outcome: 1 }], 0.8), /upside down/)
  })
})
