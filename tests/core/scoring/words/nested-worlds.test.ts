import { describe, expect, it } from 'vitest'
import { brier } from '../../../../src/core/scoring/binary/proper-scores.ts'
import { total } from '../../../../src/core/scoring/counts.ts'
import { nestedWorlds } from '../../../../src/core/scoring/words/nested-worlds.ts'
import type { Statements } from '../../../../src/core/scoring/words/word-counts.ts'
import { worldBand, worldsOf } from '../../../../src/core/scoring/words/worlds.ts'
import { lexicon } from './arbitrary.ts'

const likely = (hits: number, n = 1): Statements => ({
  numbers: [],
  words: [{ phrase: 'likely', polarity: '+', n, hits }],
})
const draws = { seed: 'snapshot-1', worlds: 2000 }

describe('nestedWorlds', () => {
  it('draws families with replacement: of one hit and one miss, a quarter each has two hits and none', () => {
    const hits = nestedWorlds([likely(1), likely(0)], lexicon, draws).map((counts) => total(counts).hits)
    expect(hits).toHaveLength(2000)
    const share = (of: number): number => hits.filter((one) => one === of).length / hits.length
    // Four standard errors of a share of 2,000.
    expect(Math.abs(share(0) - 0.25)).toBeLessThan(0.039)
    expect(Math.abs(share(1) - 0.5)).toBeLessThan(0.045)
    expect(Math.abs(share(2) - 0.25)).toBeLessThan(0.039)
  })

  it('keeps a family whole, and gives a phrase one meaning in a world', () => {
    for (const counts of nestedWorlds([likely(3, 3), likely(0, 2)], lexicon, { ...draws, worlds: 50 })) {
      expect(counts).toHaveLength(1)
      expect([6, 5, 4]).toContain(total(counts).n)
    }
  })

  it('spreads further than the words alone', () => {
    const families = Array.from({ length: 20 }, (_, at) => likely(at % 3 === 0 ? 0 : 1))
    const whole: Statements = { numbers: [], words: families.flatMap(({ words }) => words) }
    const width = (band: { low: number; high: number } | null): number => (band ? band.high - band.low : Number.NaN)
    const both = width(worldBand(nestedWorlds(families, lexicon, draws), brier))
    const words = width(worldBand(worldsOf(whole, lexicon, { ...draws, dependence: 'shared' }), brier))
    expect(both).toBeGreaterThan(words)
  })

  it('has none below two families, and the same for the same seed', () => {
    expect(nestedWorlds([likely(1), likely(0, 0)], lexicon, draws)).toEqual([])
    const some = { seed: 's', worlds: 3 }
    const families = [likely(1), likely(0)]
    expect(nestedWorlds(families, lexicon, some)).toEqual(nestedWorlds(families, lexicon, some))
  })
})
