import { describe, expect, it } from 'vitest'
import { familyWilson } from '../../../../src/core/scoring/intervals/family-proportion.ts'
import { wilson } from '../../../../src/core/scoring/intervals/proportion.ts'

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
