import { describe, expect, it } from 'vitest'
import { paired } from '../../../../src/core/scoring/comparing/paired.ts'

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
