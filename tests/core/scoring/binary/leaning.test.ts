import { describe, expect, it } from 'vitest'
import { leaning, leaningByFamily } from '../../../../src/core/scoring/binary/leaning.ts'
import { counts, rufibach } from './counting.ts'

describe('leaning', () => {
  it.each([
    { name: 'Rufibach 2010', given: rufibach, claimed: 0.8, right: 0.5 },
    { name: 'a half is half right', given: counts([0.5, 4, 4]), claimed: 0.5, right: 0.5 },
    { name: 'turned round', given: counts([0.8, 2, 1]), claimed: 0.8, right: 0.5 },
    { name: 'certain and wrong', given: counts([0, 2, 2], [1, 2, 0]), claimed: 1, right: 0 },
  ])('$name', ({ given, claimed, right }) => {
    expect(leaning(given)?.claimed).toBeCloseTo(claimed, 14)
    expect(leaning(given)?.right).toBeCloseTo(right, 14)
    expect(leaning(given)?.overconfidence).toBeCloseTo(claimed - right, 14)
  })

  it('takes the family for the unit', () => {
    // Two families of four: claimed .8 and .7, right 1 and .5. Over-confidence −.2 and .2: mean 0, se .2, t(1) 12.7.
    const result = leaningByFamily([counts([0.8, 4, 4]), counts([0.3, 4, 2]), counts()])
    expect(result?.overconfidence).toMatchObject({ mean: expect.closeTo(0, 14), families: 2 })
    expect(result?.overconfidence.interval).toEqual({ low: -0.5, high: 1, level: 0.95 })
    expect(result?.claimed.mean).toBeCloseTo(0.75, 14)
    expect(result?.right.mean).toBeCloseTo(0.75, 14)
  })

  it('has no value without forecasts', () => {
    expect(leaning([])).toBeNull()
    expect(leaningByFamily([])).toBeNull()
  })
})
