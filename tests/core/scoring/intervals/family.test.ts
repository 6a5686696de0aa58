import { describe, expect, it } from 'vitest'
import { familyInterval } from '../../../../src/core/scoring/intervals/family.ts'

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
