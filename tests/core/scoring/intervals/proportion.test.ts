import { describe, expect, it } from 'vitest'
import { wilson } from '../../../../src/core/scoring/intervals/proportion.ts'

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
