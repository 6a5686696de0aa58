import { describe, expect, it } from 'vitest'
import { hedging } from '../../../../src/core/scoring/words/hedges.ts'

const said = (phrase: string, n: number) => ({ phrase, polarity: '+' as const, n, hits: 0 })
const isHedge = (phrase: string) => phrase === 'could' || phrase === 'may'

describe('hedging', () => {
  it('is the worked example', () => {
    const numbers = [{ p: 0.7, n: 6, hits: 4 }]
    expect(hedging({ numbers, words: [said('likely', 2), said('could', 2)] }, isHedge)).toEqual({
      statements: 10,
      committed: 8,
      hedged: 2,
      share: 0.2,
      interval: { low: expect.closeTo(0.0567, 4), high: expect.closeTo(0.5098, 4), level: 0.95 },
      byPhrase: [{ phrase: 'could', n: 2 }],
    })
  })

  it.each([
    { name: 'no hedge', words: [said('likely', 3)], share: 0 },
    { name: 'nothing but hedges', words: [said('may', 3), said('could', 1)], share: 1 },
  ])('$name', ({ words, share }) => {
    expect(hedging({ numbers: [], words }, isHedge)?.share).toBe(share)
  })

  it('has no share of nothing', () => {
    expect(hedging({ numbers: [], words: [] }, isHedge)).toBeNull()
  })
})
