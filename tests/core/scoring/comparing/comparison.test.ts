import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compare, type ResolvedPair } from '../../../../src/core/scoring/comparing/comparison.ts'
import { comparisonSentence } from '../../../../src/core/scoring/report/comparison-sentence.ts'

const pairsOf = (n: number, of: (at: number) => Partial<ResolvedPair> = () => ({})): ResolvedPair[] =>
  Array.from({ length: n }, (_, at) => ({
    question: `q${String(at).padStart(4, '0')}`,
    family: `f${at}`,
    resolved: at,
    first: 0.8,
    second: 0.6,
    outcome: 1,
    ...of(at),
  }))

describe('compare', () => {
  it('needs ten common questions', () => {
    expect(compare(pairsOf(9))).toBeNull()
    expect(compare(pairsOf(10))).toMatchObject({ difference: { value: expect.closeTo(0.12, 12) }, test: null })
  })

  it('finds nobody ahead until the sequence leaves out 0, whatever the interval says', () => {
    const few = compare(pairsOf(10))
    expect(few?.difference.interval?.low).toBeGreaterThan(0)
    expect(few?.finding).toBe('not-distinguishable')
    expect(compare(pairsOf(400))).toMatchObject({ finding: 'ahead' })
    expect(compare(pairsOf(400, () => ({ outcome: 0 })))).toMatchObject({ finding: 'behind' })
  })

  it('takes one question a family as evidence, the first to be resolved', () => {
    const pairs = pairsOf(40, (at) => ({ family: `f${at % 20}`, resolved: 40 - at, first: at < 20 ? 0.1 : 0.9 }))
    const { anytime } = compare(pairs) ?? {}
    expect(anytime?.terms).toBe(20)
    // The later half stands first in the order of resolution: .9 against .6, all true.
    expect(anytime?.ahead).toBeCloseTo(((0.75 * 0.9 + 0.25 * 0.6) / 0.75) ** 20, 6)
  })

  it('starts again after an outcome that was overturned', () => {
    const { anytime, difference } = compare(pairsOf(40), 30) ?? {}
    expect(anytime?.terms).toBe(10)
    expect(difference?.value).toBeCloseTo(0.12, 12)
  })

  it('turned round says the opposite', () => {
    const pair = fc.record({
      first: fc.double({ min: 0, max: 1, noNaN: true }),
      second: fc.double({ min: 0, max: 1, noNaN: true }),
      outcome: fc.constantFrom(0 as const, 1 as const),
      family: fc.integer({ min: 0, max: 30 }).map(String),
    })
    fc.assert(
      fc.property(fc.array(pair, { minLength: 10, maxLength: 120 }), (said) => {
        const pairs = pairsOf(said.length, (at) => said[at] ?? {})
        const one = compare(pairs)
        const other = compare(pairs.map((p) => ({ ...p, first: p.second, second: p.first })))
        expect(other?.difference.value).toBeCloseTo(-(one?.difference.value ?? Number.NaN), 12)
        expect(other?.anytime.ahead).toBe(one?.anytime.behind)
        const opposite = { ahead: 'behind', behind: 'ahead', 'not-distinguishable': 'not-distinguishable' } as const
        expect(other?.finding).toBe(one && opposite[one.finding])
        expect(one?.anytime.terms).toBe(new Set(pairs.map(({ family }) => family)).size)
      }),
      { numRuns: 200 },
    )
  })
})

describe('comparisonSentence', () => {
  const interval = { low: -0.014, high: 0.05, level: 0.95 }
  it.each([
    {
      value: 0.03,
      interval,
      finding: 'not-distinguishable' as const,
      said: 'On 120 common questions the average penalty was 0.03 lower than that of the market (95 % interval −0.01 to 0.05 lower), but the two cannot be told apart.',
    },
    {
      value: -0.2,
      interval: null,
      finding: 'behind' as const,
      said: 'On 120 common questions the average penalty was 0.20 higher than that of the market, and that stands however often one looks.',
    },
    {
      value: 0,
      interval: null,
      finding: 'not-distinguishable' as const,
      said: 'On 120 common questions the average penalty was the same as that of the market, but the two cannot be told apart.',
    },
  ])('$said', ({ said, value, interval: ends, finding }) =>
    expect(comparisonSentence({ difference: { value, interval: ends }, finding }, { name: 'the market', n: 120 })).toBe(
      said,
    ),
  )
})
