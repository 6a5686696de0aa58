import { describe, expect, it } from 'vitest'
import { auc, aucInterval } from '../../../../src/core/scoring/binary/auc.ts'
import { counts, rufibach, textbook } from './counting.ts'

describe('auc', () => {
  it.each([
    { name: 'a tie', given: rufibach, value: 0.5 },
    { name: 'all the right way round', given: textbook, value: 1 },
    { name: 'all the wrong way round', given: counts([0.4, 1, 1], [0.5, 1, 0]), value: 0 },
    { name: 'three of four pairs', given: counts([0.5, 1, 0], [0.6, 1, 1], [0.7, 1, 0], [0.9, 1, 1]), value: 0.75 },
    // Pairs of 3 hits with 2 misses: .8 beats both; each hit at .5 beats .2 and ties with .5.
    { name: 'ties among others', given: counts([0.2, 1, 0], [0.5, 3, 2], [0.8, 1, 1]), value: 5 / 6 },
  ])('$name', ({ given, value }) => {
    expect(auc(given)).toBeCloseTo(value, 14)
  })

  it('has no value when all outcomes are alike', () => {
    expect(auc(counts([0.6, 2, 2]))).toBeNull()
    expect(aucInterval(counts([0.6, 2, 0]))).toBeNull()
    expect(auc([])).toBeNull()
  })
})

describe("DeLong's interval", () => {
  it('is worked by hand', () => {
    // Placements of the hits ½ and 1, of the misses 1 and ½: variances ⅛ each, so se = √(⅛/2 + ⅛/2) = √⅛.
    const result = aucInterval(counts([0.5, 1, 0], [0.6, 1, 1], [0.7, 1, 0], [0.9, 1, 1]))
    expect(result?.interval?.low).toBeCloseTo(0.75 - 1.959963984540054 * Math.sqrt(1 / 8), 13)
    expect(result?.interval?.high).toBe(1)
  })

  it('needs two of each', () => {
    expect(aucInterval(textbook)).toEqual({ auc: 1, interval: null })
  })
})
