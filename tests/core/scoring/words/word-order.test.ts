import { describe, expect, it } from 'vitest'
import { wordOrder } from '../../../../src/core/scoring/words/word-order.ts'

const lexicon = { unlikely: 0.2, likely: 0.7, probable: 0.7, 'very-likely': 0.85 }
const said = (phrase: keyof typeof lexicon, n: number, hits: number) => ({ phrase, polarity: '+' as const, n, hits })
const order = (...words: ReturnType<typeof said>[]) => wordOrder(words, lexicon)

describe('wordOrder', () => {
  it('is the worked example', () => {
    const found = order(said('likely', 5, 4), said('very-likely', 2, 1), said('unlikely', 3, 0))
    expect(found.tau).toBeCloseTo(1 / 3, 14)
    expect(found.weightedTau).toBeCloseTo(11 / 31, 14)
    expect(found.phrases.map(({ phrase }) => phrase)).toEqual(['unlikely', 'likely', 'very-likely'])
    expect(found.violations.map(({ lower, higher }) => [lower.phrase, higher.phrase])).toEqual([
      ['likely', 'very-likely'],
    ])
    expect(found.pooled).toEqual([
      { phrases: ['unlikely'], n: 3, hits: 0, frequency: 0 },
      { phrases: ['likely', 'very-likely'], n: 7, hits: 5, frequency: 5 / 7 },
    ])
  })

  it.each([
    { name: 'nothing', found: order(), tau: null, violations: 0 },
    { name: 'one phrase', found: order(said('likely', 5, 4)), tau: null, violations: 0 },
    { name: 'ordered', found: order(said('unlikely', 5, 1), said('likely', 5, 4)), tau: 1, violations: 0 },
    { name: 'reversed', found: order(said('unlikely', 5, 4), said('likely', 5, 1)), tau: -1, violations: 1 },
    { name: 'equal frequencies', found: order(said('unlikely', 2, 1), said('likely', 4, 2)), tau: null, violations: 0 },
    {
      name: 'equal in the lexicon',
      found: order(said('probable', 2, 1), said('likely', 4, 4)),
      tau: null,
      violations: 0,
    },
  ])('$name', ({ found, tau, violations }) => {
    expect(found.tau).toBe(tau)
    expect(found.violations).toHaveLength(violations)
  })

  it('corrects for ties: two of three pairs can be ordered by the lexicon', () => {
    const found = order(said('unlikely', 4, 0), said('likely', 4, 2), said('probable', 4, 3))
    // Two pairs agree, one is tied in the lexicon: 2 / √(2 · 3).
    expect(found.tau).toBeCloseTo(2 / Math.sqrt(6), 14)
    expect(found.pooled.map(({ phrases }) => phrases)).toEqual([['unlikely'], ['likely', 'probable']])
  })

  it('orders what was asserted: said of the opposite, likely fails when the event comes', () => {
    const against = { phrase: 'likely', polarity: '-' as const, n: 5, hits: 1 }
    expect(wordOrder([against, said('unlikely', 5, 1)], lexicon).tau).toBe(1)
  })
})
