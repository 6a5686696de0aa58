import { describe, expect, it } from 'vitest'
import { corp, decompose, poolAdjacentViolators } from '../../../../src/core/scoring/binary/corp.ts'
import { logLoss } from '../../../../src/core/scoring/binary/proper-scores.ts'
import { counts, rufibach } from './counting.ts'

describe('corp', () => {
  it.each([
    { name: 'two at .2, one true', given: counts([0.2, 2, 1]), mcb: 0.09, dsc: 0, unc: 0.25 },
    {
      name: 'a textbook three',
      given: counts([0.3, 1, 0], [0.6, 1, 0], [0.8, 1, 1]),
      mcb: 0.49 / 3,
      dsc: 2 / 9,
      unc: 2 / 9,
    },
    { name: 'constant at the base rate', given: counts([0.25, 8, 2]), mcb: 0, dsc: 0, unc: 0.1875 },
    { name: 'all hits', given: counts([0.6, 1, 1], [0.8, 1, 1]), mcb: 0.1, dsc: 0, unc: 0 },
    { name: 'all misses', given: counts([0.3, 5, 0]), mcb: 0.09, dsc: 0, unc: 0 },
    { name: 'certain and right', given: counts([0, 2, 0], [1, 2, 2]), mcb: 0, dsc: 0.25, unc: 0.25 },
    { name: 'certain and wrong', given: counts([0, 1, 1], [1, 3, 0]), mcb: 0.8125, dsc: 0, unc: 0.1875 },
  ])('$name', ({ given, mcb, dsc, unc }) => {
    const result = corp(given)
    expect(result?.mcb).toBeCloseTo(mcb, 14)
    expect(result?.dsc).toBeCloseTo(dsc, 14)
    expect(result?.unc).toBeCloseTo(unc, 14)
    expect(result?.brier).toBeCloseTo(mcb - dsc + unc, 14)
  })

  it('has no value without forecasts', () => {
    expect(corp([])).toBeNull()
  })

  it('gives every distinct forecast its recalibrated frequency', () => {
    // By hand: .4 (1 of 1) violates .6 (0 of 2), so they pool to 1/3; .9 (3 of 4) stands above.
    const result = corp(counts([0.1, 2, 0], [0.4, 1, 1], [0.6, 2, 0], [0.9, 4, 3]))
    expect(result?.curve.map(({ recalibrated }) => recalibrated)).toEqual([0, 1 / 3, 1 / 3, 0.75])
    expect(result?.blocks).toEqual([
      { low: 0.1, high: 0.1, n: 2, hits: 0, recalibrated: 0 },
      { low: 0.4, high: 0.6, n: 3, hits: 1, recalibrated: 1 / 3 },
      { low: 0.9, high: 0.9, n: 4, hits: 3, recalibrated: 0.75 },
    ])
  })

  it('compares block means exactly: 1/3 and 2/6 are one block, though as decimals they might differ', () => {
    expect(poolAdjacentViolators(counts([0.2, 3, 1], [0.3, 6, 2]))).toHaveLength(1)
    expect(poolAdjacentViolators(counts([0.2, 30_000_001, 10_000_000], [0.3, 3, 1]))).toHaveLength(2)
  })
})

describe('decompose, by the log score', () => {
  it('is worked by hand', () => {
    const parts = decompose(rufibach, logLoss)
    expect(parts?.score).toBeCloseTo(-(Math.log(0.2) + Math.log(0.8)) / 2, 14)
    expect(parts?.mcb).toBeCloseTo(-(Math.log(0.2) + Math.log(0.8)) / 2 - Math.LN2, 14)
    expect(parts?.dsc).toBe(0)
    expect(parts?.unc).toBeCloseTo(Math.LN2, 14)
  })

  it('is infinite where a certainty failed, in score and miscalibration alone', () => {
    const parts = decompose(counts([0, 1, 0], [0.3, 1, 0], [0.8, 1, 1], [1, 1, 0]), logLoss)
    expect(parts).toMatchObject({ score: Infinity, mcb: Infinity })
    expect(parts?.unc).toBeCloseTo(-0.25 * Math.log(0.25) - 0.75 * Math.log(0.75), 14)
    // Recalibrated: 0, 0, ½, ½.
    expect(parts?.dsc).toBeCloseTo((parts?.unc ?? 0) - Math.LN2 / 2, 14)
    expect(decompose([], logLoss)).toBeNull()
  })
})
