import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  centralIntervals,
  intervalScore,
  pinball,
  type Quantile,
  quantileLoss,
  weightedIntervalScore,
} from '../../../../src/core/scoring/kinds/quantiles.ts'
import { refused } from '../refused.ts'

const at = (values: number[], levels = [0.05, 0.25, 0.5, 0.75, 0.95]): Quantile[] =>
  levels.map((level, n) => ({ level, value: values[n] ?? Number.NaN }))
const five = at([10, 18, 22, 30, 50])

describe('quantiles', () => {
  it.each([
    [{ level: 0.9, value: 10 }, 12, 1.8],
    [{ level: 0.9, value: 10 }, 8, 0.2],
    [{ level: 0.5, value: 10 }, 10, 0],
  ])('pinball of %j and %f is %f', (quantile, outcome, loss) => {
    expect(pinball(quantile, outcome)).toBeCloseTo(loss, 12)
  })

  it.each([
    [44, 12],
    [60, 25.6],
    [22, 2],
  ])('is the weighted interval score worked by hand at %f', (outcome, score) => {
    expect(weightedIntervalScore(five, outcome)).toBeCloseTo(score, 12)
    expect(quantileLoss(five, outcome)).toBeCloseTo(score, 12)
  })

  it('finds the intervals that the levels make', () => {
    expect(centralIntervals(five)).toEqual([
      { low: 10, high: 50, coverage: 0.9 },
      { low: 18, high: 30, coverage: 0.5 },
    ])
    expect(centralIntervals(at([1, 2, 3], [0.1, 0.2, 0.9]))).toEqual([{ low: 1, high: 3, coverage: 0.8 }])
  })

  it.each([
    ['no median', [0.05, 0.95], [10, 50]],
    ['a level without its mirror', [0.05, 0.5, 0.8], [10, 22, 50]],
    ['a median alone', [0.5], [22]],
  ])('takes twice the mean pinball loss with %s', (_, levels, values) => {
    const given = at(values, levels)
    expect(weightedIntervalScore(given, 60)).toBeCloseTo(quantileLoss(given, 60), 12)
  })

  it('agrees with the mean pinball loss wherever both exist', () => {
    const values = fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 5, maxLength: 5 })
    fc.assert(
      fc.property(values, fc.integer({ min: -150, max: 150 }), (raw, outcome) => {
        const given = at(raw.toSorted((a, b) => a - b))
        expect(weightedIntervalScore(given, outcome)).toBeCloseTo(quantileLoss(given, outcome), 9)
      }),
    )
  })

  it.each<[string, () => unknown, RegExp]>([
    ['values that fall', () => quantileLoss(at([10, 9], [0.1, 0.9]), 5), /lies below/],
    ['levels out of order', () => weightedIntervalScore(at([1, 2], [0.9, 0.1]), 5), /do not rise/],
    ['a level twice', () => quantileLoss(at([1, 2], [0.5, 0.5]), 5), /do not rise/],
    ['a level of 1', () => quantileLoss(at([1], [1]), 5), /no level/],
    ['none', () => quantileLoss([], 5), /no quantiles/],
    ['a value that is no number', () => quantileLoss(at([], [0.5]), 5), /NaN/],
    ['an interval upside down', () => intervalScore({ low: 3, high: 2, coverage: 0.8 }, 1), /upside down/],
    ['a coverage of 1', () => intervalScore({ low: 1, high: 2, coverage: 1 }, 1), /no coverage/],
  ])('refuses %s', (_, act, detail) => refused(act, detail))
})
