import { describe, expect, it } from 'vitest'
import { effectiveOf, familyJeffreys, familyWilson } from '../../../../src/core/scoring/intervals/family-proportion.ts'
import { jeffreys, posterior, wilson } from '../../../../src/core/scoring/intervals/proportion.ts'

describe('familyWilson', () => {
  const single = (hits: number, n: number) => Array.from({ length: n }, (_, at) => ({ n: 1, hits: at < hits ? 1 : 0 }))

  it.each([
    [0, 5],
    [3, 5],
    [5, 5],
    [37, 90],
  ])('is the plain interval with one item a family: %d of %d', (hits, n) => {
    const [ours, plain] = [familyWilson(single(hits, n)), wilson(hits, n)]
    expect(ours?.low).toBeCloseTo(plain?.low ?? Number.NaN, 12)
    expect(ours?.high).toBeCloseTo(plain?.high ?? Number.NaN, 12)
  })

  it('counts families that are of one mind as one item each', () => {
    const families = [
      { n: 2, hits: 2 },
      { n: 2, hits: 0 },
    ]
    expect(familyWilson(families)).toEqual(wilson(1, 2))
    expect(familyWilson([{ n: 6, hits: 6 }])).toEqual(wilson(1, 1))
  })

  it('is never narrower than for independent items', () => {
    const mixed = Array.from({ length: 10 }, () => ({ n: 2, hits: 1 }))
    expect(familyWilson(mixed)).toEqual(wilson(10, 20))
  })

  it('has none without items', () => {
    expect(familyWilson([])).toBeNull()
    expect(familyWilson([{ n: 0, hits: 0 }])).toBeNull()
  })
})

describe('familyJeffreys', () => {
  const single = (hits: number, n: number) => Array.from({ length: n }, (_, at) => ({ n: 1, hits: at < hits ? 1 : 0 }))

  it.each([
    [0, 5],
    [22, 37],
    [5, 5],
  ])('is the plain interval with one use a family: %d of %d', (hits, n) => {
    const [ours, plain] = [familyJeffreys(single(hits, n)), jeffreys(hits, n)]
    expect(ours.low).toBeCloseTo(plain?.low ?? Number.NaN, 12)
    expect(ours.high).toBeCloseTo(plain?.high ?? Number.NaN, 12)
  })

  it('is not made surer by saying everything twice in its family', () => {
    const families = [3, 1, 0, 2].map((hits) => ({ n: 3, hits }))
    const twice = families.map(({ n, hits }) => ({ n: 2 * n, hits: 2 * hits }))
    expect(effectiveOf(families).n).toBeLessThan(12)
    expect(effectiveOf(twice).n).toBeCloseTo(effectiveOf(families).n, 12)
    expect(familyJeffreys(twice).low).toBeCloseTo(familyJeffreys(families).low, 12)
  })

  it('is worked by hand', () => {
    // r = ½, D = (1 + 1)/(4 · ¼) = 2: four uses in two families count for two, of which one.
    const families = [
      { n: 2, hits: 2 },
      { n: 2, hits: 0 },
    ]
    expect(effectiveOf(families)).toEqual({ n: 2, hits: 1 })
    expect(familyJeffreys(families)).toEqual(posterior(1, 2, { a: 0.5, b: 0.5 }))
    expect(familyJeffreys([])).toEqual(posterior(0, 0, { a: 0.5, b: 0.5 }))
  })
})
