import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  categoricalBaseline,
  categoricalBrier,
  categoricalBrierSum,
  categoricalLog,
} from '../../../../src/core/scoring/kinds/categorical.ts'
import { refused } from '../refused.ts'

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

describe('the other scores of categories', () => {
  it.each<[number[], number, number, number, number]>([
    [[0.7, 0.2, 0.1], 0, 0.14, -Math.log(0.7), (100 * Math.log(2.1)) / Math.log(3)],
    [[0.25, 0.25, 0.25, 0.25], 2, 0.75, Math.log(4), 0],
    [[0, 1, 0], 1, 0, 0, 100],
    [[0.5, 0.5, 0], 2, 1.5, Infinity, -Infinity],
    [[0.1, 0.9], 1, 0.02, -Math.log(0.9), 100 * (Math.log2(0.9) + 1)],
  ])('of %j when %i came', (given, came, sum, log, baseline) => {
    expect(categoricalBrierSum(given, came)).toBeCloseTo(sum, 12)
    expect(categoricalBrier(given, came)).toBeCloseTo(sum / 2, 12)
    expect(categoricalLog(given, came)).toBeCloseTo(log, 12)
    expect(categoricalBaseline(given, came)).toBeCloseTo(baseline, 10)
  })

  it('is 0, not −0, for a certainty that held', () => {
    expect(Object.is(categoricalLog([0, 1, 0], 1), 0)).toBe(true)
  })

  it.each<[string, number[], number, RegExp]>([
    ['one category', [1], 0, /at least two/],
    ['none', [], 0, /at least two/],
    ['shares that sum to less', [0.5, 0.3], 0, /sum to 0.8, not to 1/],
    ['a share below 0', [1.2, -0.2], 0, /outside 0 to 1/],
    ['a share that is no number', [Number.NaN, 0.5], 0, /outside 0 to 1/],
    ['a category that is none of them', [0.5, 0.5], 2, /no category 2/],
    ['half a category', [0.5, 0.5], 0.5, /no category 0.5/],
  ])('refuses %s', (_, given, came, detail) => {
    for (const score of [categoricalBrier, categoricalBrierSum, categoricalLog, categoricalBaseline]) {
      refused(() => score(given, came), detail)
    }
  })

  it('takes what rounding to three places leaves', () => {
    expect(categoricalBrierSum([0.333, 0.333, 0.333], 0)).toBeCloseTo(0.667 ** 2 + 2 * 0.333 ** 2, 12)
  })
})
