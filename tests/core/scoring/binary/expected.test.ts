import { describe, expect, it } from 'vitest'
import { expected, hitTest } from '../../../../src/core/scoring/binary/expected.ts'
import { pool } from '../../../../src/core/scoring/counts.ts'

const counts = (...rows: [p: number, n: number, hits: number][]) => pool(rows.map(([p, n, hits]) => ({ p, n, hits })))

describe('expected', () => {
  it('weighs each forecast once', () => {
    expect(expected(counts([0.2, 2, 1], [0.9, 1, 1]))).toEqual({
      hits: 2,
      expectedHits: expect.closeTo(1.3, 14),
      baseRate: 2 / 3,
      meanForecast: expect.closeTo(1.3 / 3, 14),
    })
    expect(expected([])).toBeNull()
  })
})

describe('hitTest', () => {
  it.each([
    { name: 'nothing', given: counts(), atMost: 1, atLeast: 1, twoSided: 1 },
    { name: 'two at .2, one true', given: counts([0.2, 2, 1]), atMost: 0.96, atLeast: 0.36, twoSided: 0.72 },
    { name: 'five at .3, none true', given: counts([0.3, 5, 0]), atMost: 0.16807, atLeast: 1, twoSided: 0.33614 },
    // .2 and .5: P(0) = .4, P(1) = .5, P(2) = .1.
    { name: 'unequal, both true', given: counts([0.2, 1, 1], [0.5, 1, 1]), atMost: 1, atLeast: 0.1, twoSided: 0.2 },
    { name: 'certain and right', given: counts([0, 2, 0], [1, 2, 2]), atMost: 1, atLeast: 1, twoSided: 1 },
    { name: 'a 0 % that came true', given: counts([0, 1, 1]), atMost: 1, atLeast: 0, twoSided: 0 },
    { name: 'a 100 % that failed', given: counts([1, 2, 1]), atMost: 0, atLeast: 1, twoSided: 0 },
  ])('$name', ({ given, atMost, atLeast, twoSided }) => {
    const test = hitTest(given)
    expect(test.atMost).toBeCloseTo(atMost, 14)
    expect(test.atLeast).toBeCloseTo(atLeast, 14)
    expect(test.twoSided).toBeCloseTo(twoSided, 14)
  })

  it('is exact for many, in one row or in many', () => {
    // By symmetry: of an odd number at one half, at most the lower middle comes true half the time.
    expect(hitTest(counts([0.5, 200_001, 100_000])).atMost).toBeCloseTo(0.5, 10)
    const mirrored = Array.from({ length: 2000 }, (_, k): [number, number, number] => [(k + 1) / 2001, 1, k % 2])
    expect(hitTest(counts(...mirrored, [0.5, 1, 0])).atMost).toBeCloseTo(0.5, 11)
  })

  it('keeps tails far below rounding', () => {
    // 0.001^80 = 1e-240, and no more than the one way to reach it.
    expect(hitTest(counts([0.001, 80, 80])).atLeast / 1e-240).toBeCloseTo(1, 10)
  })
})
