import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ownLexicon, ownLexiconBrier, pooledPosterior } from '../../../../src/core/scoring/words/own-lexicon.ts'
import type { WordCount } from '../../../../src/core/scoring/words/word-counts.ts'
import { lexicon, someWords } from './arbitrary.ts'

const said = (phrase: string, n: number, hits: number, polarity: '+' | '-' = '+'): WordCount => ({
  phrase,
  polarity,
  n,
  hits,
})

describe('ownLexicon', () => {
  it('is the worked example', () => {
    expect(ownLexicon([said('unlikely', 4, 0)], lexicon)).toEqual([
      {
        phrase: 'unlikely',
        n: 4,
        independentUses: 4,
        hits: 0,
        frequency: 0,
        jeffreys: {
          level: 0.95,
          alpha: 0.5,
          beta: 4.5,
          mean: 0.1,
          low: expect.closeTo(1.15e-4, 6),
          high: expect.closeTo(0.4448, 4),
        },
        lexiconMean: 0.25,
        aboveLexiconMean: expect.closeTo(0.1173, 4),
        pooled: {
          level: 0.95,
          alpha: 2,
          beta: 10,
          mean: 2 / 12,
          low: expect.closeTo(0.0228, 4),
          high: expect.closeTo(0.4128, 4),
        },
      },
    ])
  })

  it('counts what was asserted, whichever way the question turns', () => {
    const [of, against] = [said('likely', 5, 4), said('likely', 5, 1, '-')]
    expect(ownLexicon([against], lexicon)).toEqual(ownLexicon([of], lexicon))
  })

  it('gives intervals that hold their mean, and grows surer with more uses', () => {
    fc.assert(
      fc.property(fc.nat({ max: 20 }), fc.nat({ max: 20 }), (hits, misses) => {
        const width = (times: number): number => {
          const row = ownLexicon([said('likely', times * (hits + misses + 1), times * hits)], lexicon)[0]
          const { low, mean, high } = row?.jeffreys ?? { low: 1, mean: 0, high: 0 }
          expect(low < mean && mean < high).toBe(true)
          return high - low
        }
        expect(width(4)).toBeLessThan(width(1))
      }),
      { numRuns: 30 },
    )
  })
})

describe('pooledPosterior', () => {
  it.each([
    { mostWeight: undefined, alpha: 60 + 3, beta: 40 + 1 },
    { mostWeight: 200, alpha: 60 + 3, beta: 40 + 1 },
    { mostWeight: 10, alpha: 6 + 3, beta: 4 + 1 },
    { mostWeight: 1, alpha: 0.6 + 3, beta: 0.4 + 1 },
  ])('counts the lexicon as at most $mostWeight uses', ({ mostWeight, alpha, beta }) => {
    const options = mostWeight === undefined ? {} : { mostWeight }
    const posterior = pooledPosterior({ n: 4, hits: 3 }, { alpha: 60, beta: 40 }, options)
    expect(posterior.alpha).toBeCloseTo(alpha, 12)
    expect(posterior.beta).toBeCloseTo(beta, 12)
    expect(posterior.mean).toBeCloseTo(alpha / (alpha + beta), 12)
  })
})

describe('ownLexiconBrier', () => {
  it.each([
    { name: 'nothing', words: [], is: null },
    { name: 'a phrase used once is read as a half', words: [said('likely', 1, 1)], is: 0.25 },
    { name: 'twice, once true', words: [said('likely', 2, 1)], is: 0.5625 },
    { name: 'all true', words: [said('likely', 4, 4)], is: 1 / 64 },
  ])('$name', ({ words, is }) => {
    expect(ownLexiconBrier(words)).toBe(is)
  })

  it('is what reading each use by the others gives', () => {
    fc.assert(
      fc.property(someWords, (words) => {
        const uses = words.flatMap(({ phrase, polarity, n, hits }) =>
          Array.from({ length: n }, (_, at) => ({
            phrase,
            y: (at < hits ? 1 : 0) === (polarity === '+' ? 1 : 0) ? 1 : 0,
          })),
        )
        const losses = uses.map(({ phrase, y }, at) => {
          const others = uses.filter((use, other) => other !== at && use.phrase === phrase)
          const hits = others.filter((use) => use.y === 1).length
          return ((hits + 0.5) / (others.length + 1) - y) ** 2
        })
        const mean = losses.reduce((so, loss) => so + loss, 0) / losses.length
        if (losses.length === 0) expect(ownLexiconBrier(words)).toBeNull()
        else expect(ownLexiconBrier(words)).toBeCloseTo(mean, 12)
      }),
    )
  })
})
