import { describe, expect, it } from 'vitest'
import { brier } from '../../../../src/core/scoring/binary/proper-scores.ts'
import { type Counts, total } from '../../../../src/core/scoring/counts.ts'
import { expectedScores } from '../../../../src/core/scoring/words/expected-score.ts'
import { type Dependence, shareHolding, worldBand, worldsOf } from '../../../../src/core/scoring/words/worlds.ts'
import { lexicon } from './arbitrary.ts'

const statements = {
  numbers: [{ p: 0.8, n: 5, hits: 4 }],
  words: [
    { phrase: 'likely', polarity: '+' as const, n: 9, hits: 6 },
    { phrase: 'likely', polarity: '-' as const, n: 4, hits: 2 },
    { phrase: 'unlikely', polarity: '+' as const, n: 7, hits: 1 },
  ],
}
const worlds = (dependence: Dependence, seed = 'snapshot-1', many = 4000) =>
  worldsOf(statements, lexicon, { seed, worlds: many, dependence })
const score = (counts: Counts): number => brier(counts) ?? Number.NaN

describe('worldsOf', () => {
  it.each(['shared', 'independent'] as const)(
    '%s: the mean and spread of the score are the exact ones',
    (dependence) => {
      const scores = worlds(dependence).map(score)
      const mean = scores.reduce((so, one) => so + one, 0) / scores.length
      const sd = Math.sqrt(scores.reduce((so, one) => so + (one - mean) ** 2, 0) / scores.length)
      const exact = expectedScores(statements, lexicon)
      expect(exact).not.toBeNull()
      if (exact === null) return
      expect(Math.abs(mean - exact.expectedBrier)).toBeLessThan((4 * exact.sd[dependence]) / Math.sqrt(scores.length))
      expect(sd / exact.sd[dependence]).toBeGreaterThan(0.93)
      expect(sd / exact.sd[dependence]).toBeLessThan(1.07)
    },
  )

  it('holds every statement in every world, numbers as they stand', () => {
    for (const counts of [...worlds('shared', 's', 20), ...worlds('independent', 's', 20)]) {
      expect(total(counts)).toEqual({ n: 25, hits: 13 })
      expect(counts).toContainEqual({ p: 0.8, n: 5, hits: 4 })
    }
  })

  it('shared: a phrase has one meaning, said of an event or of its opposite', () => {
    for (const counts of worlds('shared', 's', 20)) {
      const [of, against] = [counts.find(({ n }) => n === 9)?.p, counts.find(({ n }) => n === 4)?.p]
      expect(of).toBeCloseTo(1 - (against ?? Number.NaN), 14)
    }
  })

  it('draws the same worlds for the same seed in any order of the words, others for another', () => {
    const reversed = { ...statements, words: [...statements.words].reverse() }
    for (const dependence of ['shared', 'independent'] as const) {
      const draws = { seed: 'snapshot-1', worlds: 5, dependence }
      expect(worldsOf(reversed, lexicon, draws)).toEqual(worlds(dependence, 'snapshot-1', 5))
      expect(worlds(dependence, 'snapshot-2', 5)).not.toEqual(worlds(dependence, 'snapshot-1', 5))
    }
  })
})

describe('worldBand', () => {
  const given = Array.from({ length: 101 }, (_, at): Counts => [{ p: at / 100, n: 1, hits: 0 }])
  const p = (counts: Counts): number => counts[0]?.p ?? Number.NaN

  it('has the median and the 5 % and 95 % ranks', () => {
    expect(worldBand(given, p)).toEqual({ median: 0.5, low: 0.05, high: 0.95, defined: 101, worlds: 101 })
  })

  it('counts the worlds where the figure is defined', () => {
    const upper = worldBand(given, (counts) => (p(counts) < 0.5 ? null : p(counts)))
    expect(upper).toMatchObject({ median: 0.75, defined: 51, worlds: 101 })
    expect(worldBand(given, () => null)).toBeNull()
    expect(worldBand([], p)).toBeNull()
  })

  it('may end at infinity', () => {
    expect(worldBand(given, (counts) => (p(counts) > 0.9 ? Infinity : p(counts)))).toMatchObject({
      median: 0.5,
      high: Infinity,
    })
  })
})

describe('shareHolding', () => {
  it('is the share of worlds with the same verdict', () => {
    const better = (counts: Counts): boolean => score(counts) < 0.22
    const drawn = worlds('shared', 's', 200)
    const share = shareHolding(drawn, better, true)
    expect(share).toBe(drawn.filter(better).length / 200)
    expect((share ?? 0) + (shareHolding(drawn, better, false) ?? 0)).toBeCloseTo(1, 14)
    expect(shareHolding([], better, true)).toBeNull()
  })
})
