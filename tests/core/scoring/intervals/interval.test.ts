import { describe, expect, it } from 'vitest'
import { paired } from '../../../../src/core/scoring/comparing/paired.ts'
import { familyInterval, wilson } from '../../../../src/core/scoring/intervals/interval.ts'
import { normalQuantile } from '../../../../src/core/scoring/numbers/normal.ts'
import { tTwoSided } from '../../../../src/core/scoring/numbers/student.ts'
import { pooledGroups } from '../../../../src/core/scoring/report/pooled-groups.ts'

describe('quantiles', () => {
  it.each([
    { p: 0.5, z: 0 },
    { p: 0.975, z: 1.959963984540054 },
    { p: 0.025, z: -1.959963984540054 },
    { p: 1e-10, z: -6.361340902404056 },
    { p: 1e-20, z: -9.262340089798409 },
    { p: 0, z: -Infinity },
    { p: 1, z: Infinity },
  ])('the normal quantile of $p is $z', ({ p, z }) => {
    const ours = normalQuantile(p)
    if (Number.isFinite(z)) expect(ours).toBeCloseTo(z, 13)
    else expect(ours).toBe(z)
  })

  // By mpmath with 40 digits.
  it.each([
    { level: 0.95, df: 1, t: 12.706204736174705 },
    { level: 0.95, df: 2, t: 4.302652729749464 },
    { level: 0.5, df: 3, t: 0.7648923284043453 },
    { level: 0.95, df: 9, t: 2.2621571627982053 },
    { level: 0.999, df: 10, t: 4.586893858702636 },
    { level: 0.9, df: 30, t: 1.6972608865939578 },
    { level: 0.95, df: 59, t: 2.000995378088268 },
    { level: 0.99, df: 399, t: 2.588207164030976 },
    { level: 0.95, df: 1000, t: 1.9623390808264085 },
    { level: 0.95, df: 1001, t: 1.96233670528088 },
    { level: 0.99, df: 20000, t: 2.576075153017255 },
  ])('t for level $level and $df df', ({ level, df, t }) => {
    expect(Math.abs(tTwoSided(level, df) / t - 1)).toBeLessThan(1e-12)
  })
})

describe('wilson', () => {
  it.each([
    { hits: 1, n: 1, low: 0.2065493143772374, high: 1 },
    { hits: 0, n: 5, low: 0, high: 0.43448246478317487 },
    { hits: 1, n: 2, low: 0.09453120573423068, high: 0.9054687942657693 },
    { hits: 8, n: 10, low: 0.4901624715366417, high: 0.9433178485456247 },
  ])('$hits of $n', ({ hits, n, low, high }) => {
    const interval = wilson(hits, n)
    expect(interval?.low).toBeCloseTo(low, 14)
    expect(interval?.high).toBeCloseTo(high, 14)
  })

  it('reaches the ends exactly, has no value for n = 0, and widens with the level', () => {
    expect(wilson(0, 7)?.low).toBe(0)
    expect(wilson(7, 7)?.high).toBe(1)
    expect(wilson(0, 0)).toBeNull()
    expect(wilson(3, 7, 0.99)?.low).toBeLessThan(wilson(3, 7, 0.9)?.low ?? 0)
  })
})

describe('familyInterval', () => {
  it('is the t interval of a mean when every family has one item', () => {
    // Mean 0.2, s = 0.1, standard error 0.1/√3, t(2) = 4.302652729749464.
    const result = familyInterval(
      [0.1, 0.2, 0.3].map((losses) => ({ n: 1, losses })),
      { range: { low: -1, high: 1 } },
    )
    expect(result?.mean).toBeCloseTo(0.2, 14)
    expect(result?.interval?.low).toBeCloseTo(0.2 - (4.302652729749464 * 0.1) / Math.sqrt(3), 12)
    expect(result?.interval?.high).toBeCloseTo(0.2 + (4.302652729749464 * 0.1) / Math.sqrt(3), 12)
  })

  it('treats the family as the unit: worked by hand', () => {
    // r = 1.2/4 = .3; residuals .2 − .9 = −.7 and 1 − .3 = .7; Var = 2/1 · .98/16 = .1225; se .35; t(1) 12.706.
    const sums = [
      { n: 3, losses: 0.2 },
      { n: 1, losses: 1 },
      { n: 0, losses: 0 },
    ]
    const result = familyInterval(sums, { range: { low: -10, high: 10 } })
    expect(result).toMatchObject({ mean: 0.3, families: 2 })
    expect(result?.interval?.high).toBeCloseTo(0.3 + 12.7062047361747 * 0.35, 11)
    expect(familyInterval(sums)?.interval).toEqual({ low: 0, high: 1, level: 0.95 })
  })

  it('gives no interval for one family, and nothing for none', () => {
    expect(familyInterval([{ n: 2, losses: 0.68 }])).toEqual({ mean: 0.34, families: 1, interval: null })
    expect(familyInterval([])).toBeNull()
    expect(familyInterval([{ n: 0, losses: 0 }])).toBeNull()
  })
})

describe('paired', () => {
  const pair = (family: string, first: number, second: number, outcome: 0 | 1) => ({ family, first, second, outcome })

  it('is positive when the first forecaster is better', () => {
    const result = paired([pair('a', 0.8, 0.6, 1)])
    expect(result?.meanDifference).toBeCloseTo(0.12, 14)
    expect(result).toMatchObject({ commonQuestions: 1, families: 1, low: null, high: null })
  })

  it('counts questions of one family as one, and changes sign when swapped', () => {
    const pairs = [pair('a', 0.8, 0.6, 1), pair('a', 0.7, 0.6, 1), pair('b', 0.2, 0.5, 0), pair('c', 0.9, 0.4, 0)]
    const result = paired(pairs)
    const swapped = paired(pairs.map((one) => ({ ...one, first: one.second, second: one.first })))
    expect(result).toMatchObject({ commonQuestions: 4, families: 3 })
    expect(swapped?.meanDifference).toBeCloseTo(-(result?.meanDifference ?? 0), 14)
    expect(swapped?.low).toBeCloseTo(-(result?.high ?? 0), 14)
  })

  it('has no value without common questions', () => {
    expect(paired([])).toBeNull()
  })
})

describe('pooledGroups', () => {
  it('puts thirds into the outer groups and always gives three', () => {
    const rows = [0, 1 / 3, 0.333334, 0.666666, 2 / 3, 1].map((p) => ({ p, n: 1, hits: 1 }))
    expect(pooledGroups(rows).map(({ n }) => n)).toEqual([2, 2, 2])
    expect(pooledGroups([]).map(({ n, observed, wilson: interval }) => [n, observed, interval])).toEqual(
      Array.from({ length: 3 }, () => [0, null, null]),
    )
  })

  it('holds what was said against what happened', () => {
    const [, , high] = pooledGroups([
      { p: 0.7, n: 5, hits: 4 },
      { p: 0.9, n: 5, hits: 4 },
    ])
    expect(high).toMatchObject({ n: 10, hits: 8, observed: 0.8, wilson: { low: expect.closeTo(0.490162, 6) } })
    expect(high?.meanForecast).toBeCloseTo(0.8, 14)
  })
})
