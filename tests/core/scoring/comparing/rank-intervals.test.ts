import { describe, expect, it } from 'vitest'
import { rankIntervals } from '../../../../src/core/scoring/comparing/rank-intervals.ts'
import { refused } from '../refused.ts'

describe('rankIntervals', () => {
  const author = (value: number, error: number) => ({ value, error, reliability: 0.5 })

  it('is certain where nothing overlaps, and the same for the same seed', () => {
    const clear = [author(0.1, 0.01), author(0.5, 0.01)]
    expect(rankIntervals(clear, 'snapshot', { top: 1 })).toEqual([
      { low: 2, high: 2, top: 0 },
      { low: 1, high: 1, top: 1 },
    ])
    const close = [author(0.1, 0.1), author(0.12, 0.1), author(0.3, 0.1)]
    expect(rankIntervals(close, 'one')).toEqual(rankIntervals(close, 'one'))
    expect(rankIntervals([], 'one')).toEqual([])
  })

  it('gives anybody any place where all are alike', () => {
    const alike = Array.from({ length: 20 }, () => author(0.1, 0))
    for (const { low, high, top } of rankIntervals(alike, 'alike')) {
      expect(low).toBeLessThanOrEqual(3)
      expect(high).toBeGreaterThanOrEqual(18)
      expect(top).toBeCloseTo(0.5, 1)
    }
  })

  it('shares out the first ten places', () => {
    const many = Array.from({ length: 30 }, (_, at) => author(at / 100, 0.1))
    const found = rankIntervals(many, 'many')
    expect(found.reduce((so, { top }) => so + top, 0)).toBeCloseTo(10, 9)
    expect(found[29]?.top).toBeGreaterThan(found[0]?.top ?? 1)
    refused(() => rankIntervals(many, 'many', { draws: 0 }), /no draws/)
  })
})
