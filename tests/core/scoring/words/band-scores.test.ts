import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { brier } from '../../../../src/core/scoring/binary/proper-scores.ts'
import { bandScores, compareBounds, phrasesInBands } from '../../../../src/core/scoring/words/band-scores.ts'
import { countsUnder } from '../../../../src/core/scoring/words/word-counts.ts'
import { bands, someStatements, turned } from './arbitrary.ts'

const likely = (n: number, hits: number) => ({ phrase: 'likely', polarity: '+' as const, n, hits })

describe('bandScores', () => {
  it('is the worked example', () => {
    expect(bandScores({ numbers: [], words: [likely(2, 1)] }, bands)).toEqual({
      n: 2,
      free: { lowest: expect.closeTo(0.17125, 14), highest: expect.closeTo(0.42125, 14) },
      shared: { lowest: expect.closeTo(0.2525, 14), highest: expect.closeTo(0.34, 14) },
      midpoint: expect.closeTo(0.280625, 14),
      expectedUniform: expect.closeTo(0.280625 + 0.25 ** 2 / 12, 14),
    })
    expect(bandScores({ numbers: [], words: [] }, bands)).toBeNull()
  })

  it('is lowest at the frequency where that lies in the band', () => {
    expect(bandScores({ numbers: [], words: [likely(3, 2)] }, bands)?.shared.lowest).toBeCloseTo(2 / 9, 14)
  })

  it('holds the score of every meaning within the band, and does not change when questions are turned round', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(someStatements, share, share, (statements, one, other) => {
        const scores = bandScores(statements, bands)
        const score = brier(countsUnder(statements, meaning(one, other)))
        expect(scores === null).toBe(score === null)
        if (scores === null) return
        const slack = 1e-12
        expect(score).toBeGreaterThanOrEqual(scores.shared.lowest - slack)
        expect(score).toBeLessThanOrEqual(scores.shared.highest + slack)
        expect(scores.free.lowest).toBeLessThanOrEqual(scores.shared.lowest + slack)
        expect(scores.free.highest).toBeGreaterThanOrEqual(scores.shared.highest - slack)
        expect(bandScores(turned(statements), bands)?.shared.highest).toBeCloseTo(scores.shared.highest, 12)
      }),
    )
  })
})

const meaning = (one: number, other: number) =>
  Object.fromEntries(
    Object.entries(bands).map(([phrase, { low, high }], at) => [phrase, low + (high - low) * (at % 2 ? one : other)]),
  )

describe('compareBounds', () => {
  it.each([
    [{ lowest: 0.1, highest: 0.2 }, { lowest: 0.21, highest: 0.3 }, 'first is better'],
    [{ lowest: 0.21, highest: 0.3 }, { lowest: 0.1, highest: 0.2 }, 'second is better'],
    [{ lowest: 0.1, highest: 0.2 }, { lowest: 0.2, highest: 0.3 }, 'cannot be distinguished'],
    [{ lowest: 0.1, highest: 0.4 }, { lowest: 0.2, highest: 0.3 }, 'cannot be distinguished'],
  ] as const)('%j against %j: %s', (first, second, then) => {
    expect(compareBounds(first, second)).toBe(then)
  })
})

describe('phrasesInBands', () => {
  it.each([
    { n: 20, hits: 11, within: true, belowBand: 0.5857, aboveBand: 0.9974 },
    { n: 20, hits: 16, within: true, belowBand: 0.9951, aboveBand: 0.6296 },
    { n: 20, hits: 10, within: false, belowBand: 0.4086, aboveBand: 0.9994 },
    { n: 10, hits: 0, within: false, belowBand: 0.45 ** 10, aboveBand: 1 },
    { n: 10, hits: 10, within: false, belowBand: 1, aboveBand: 0.8 ** 10 },
  ])('likely, $hits of $n', ({ n, hits, within, belowBand, aboveBand }) => {
    const [row] = phrasesInBands([likely(n, hits)], bands)
    expect(row).toMatchObject({ n, hits, frequency: hits / n, within })
    expect(row?.belowBand).toBeCloseTo(belowBand, 4)
    expect(row?.aboveBand).toBeCloseTo(aboveBand, 4)
  })
})
