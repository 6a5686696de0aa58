import { describe, expect, it } from 'vitest'
import { auc } from '../../../../src/core/scoring/binary/auc.ts'
import { brier } from '../../../../src/core/scoring/binary/proper-scores.ts'
import { pool } from '../../../../src/core/scoring/counts.ts'
import { empiricalQuantile, middle } from '../../../../src/core/scoring/intervals/empirical.ts'
import { familyInterval } from '../../../../src/core/scoring/intervals/family.ts'
import { familyBootstrap } from '../../../../src/core/scoring/intervals/family-bootstrap.ts'
import { counts } from '../binary/counting.ts'

describe('empirical quantiles', () => {
  it.each([
    { values: [1, 2, 4], q: 0.75, is: 3 },
    { values: [1, 2, 4], q: 0, is: 1 },
    { values: [1, 2, 4], q: 1, is: 4 },
    { values: [7], q: 0.3, is: 7 },
    { values: [1, Infinity, Infinity], q: 0.75, is: Infinity },
  ])('$q of $values', ({ values, q, is }) => {
    expect(empiricalQuantile(values, q)).toBe(is)
  })

  it('takes the middle of values in any order, and leaves them alone', () => {
    const values = Float64Array.of(3, 1, 2)
    expect(middle(values, 0.5)).toEqual({ low: 1.5, high: 2.5, level: 0.5 })
    expect([...values]).toEqual([3, 1, 2])
  })
})

describe('familyBootstrap', () => {
  const pair = [counts([0.2, 1, 1]), counts([0.2, 1, 0])]
  // 60 families of three forecasts that share a fate.
  const families = Array.from({ length: 60 }, (_, at) => {
    const came = at % 3 === 0 ? 1 : 0
    return counts([0.2 + (at % 5) / 10, 1, came], [0.7, 2, 2 * came])
  })

  it('reaches from the worst to the best family of two', () => {
    // Draws give .64, .34 and .04 with chances ¼, ½ and ¼.
    const result = familyBootstrap(pair, brier, { seed: 'x' })
    expect(result).toMatchObject({ estimate: expect.closeTo(0.34, 14), draws: 2000, undefinedDraws: 0 })
    expect(result?.percentile).toEqual({ low: expect.closeTo(0.04, 14), high: expect.closeTo(0.64, 14), level: 0.95 })
    expect(result?.basic).toEqual({ low: expect.closeTo(0.04, 14), high: expect.closeTo(0.64, 14), level: 0.95 })
  })

  it('agrees with the ratio estimator, for families not for questions', () => {
    const result = familyBootstrap(families, brier, { seed: 'x' })
    const sums = families.map((family) => ({ n: 3, losses: 3 * (brier(family) ?? 0) }))
    const other = familyInterval(sums)?.interval
    expect(result?.estimate).toBeCloseTo(brier(pool(families.flat())) ?? 0, 14)
    expect(result?.percentile.low).toBeCloseTo(other?.low ?? 0, 1)
    expect(result?.percentile.high).toBeCloseTo(other?.high ?? 0, 1)
    const width = (result?.percentile.high ?? 0) - (result?.percentile.low ?? 0)
    expect(width / ((other?.high ?? 0) - (other?.low ?? 0))).toBeCloseTo(1, 0)
  })

  it('mirrors the percentiles around the estimate', () => {
    const result = familyBootstrap(families, auc, { seed: 'x', draws: 500, level: 0.9 })
    expect(result?.basic.low).toBeCloseTo(2 * (result?.estimate ?? 0) - (result?.percentile.high ?? 0), 14)
    expect(result?.percentile.level).toBe(0.9)
  })

  it('is the same for the same seed only', () => {
    const once = familyBootstrap(families, brier, { seed: 'x', draws: 100 })
    expect(familyBootstrap(families, brier, { seed: 'x', draws: 100 })).toEqual(once)
    expect(familyBootstrap(families, brier, { seed: 'y', draws: 100 })).not.toEqual(once)
  })

  it('counts draws without a value, and has none itself where there is nothing to draw', () => {
    const result = familyBootstrap(pair, auc, { seed: 'x', draws: 400 })
    expect(result?.undefinedDraws).toBeGreaterThan(150)
    expect(result?.undefinedDraws).toBeLessThan(250)
    expect(result?.percentile).toEqual({ low: 0.5, high: 0.5, level: 0.95 })
    expect(familyBootstrap([counts([0.2, 5, 1])], brier, { seed: 'x' })).toBeNull()
    expect(familyBootstrap([counts([0.2, 5, 0]), counts([0.3, 1, 0])], auc, { seed: 'x' })).toBeNull()
    expect(familyBootstrap([...pair, counts()], brier, { seed: 'x' })?.estimate).toBeCloseTo(0.34, 14)
  })
})
