import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compare } from '../../../../src/core/scoring/comparing/comparison.ts'
import type { Pair } from '../../../../src/core/scoring/comparing/paired.ts'
import type { SaidByBoth } from '../../../../src/core/scoring/comparing/said-by-both.ts'
import { normalQuantile } from '../../../../src/core/scoring/numbers/normal.ts'
import { normalDraw, randomFrom } from '../../../../src/core/scoring/numbers/random.ts'
import { comparisonSentence } from '../../../../src/core/scoring/report/comparison-sentence.ts'

const saidOf = (n: number, of: (at: number) => Partial<SaidByBoth> = () => ({})): SaidByBoth[] =>
  Array.from({ length: n }, (_, at) => ({
    question: `q${String(at).padStart(4, '0')}`,
    family: `f${at}`,
    dueMonth: '2026-05',
    said: at,
    settled: at,
    first: 0.8,
    second: 0.6,
    outcome: 1,
    ...of(at),
  }))
const scoredOf = (said: readonly SaidByBoth[]): Pair[] =>
  said.flatMap(({ outcome, family, first, second }) => (outcome === null ? [] : [{ family, first, second, outcome }]))
const compared = (said: readonly SaidByBoth[], since: number | null = null) => compare(scoredOf(said), said, since)

describe('compare', () => {
  it('needs ten common questions', () => {
    expect(compared(saidOf(9))).toBeNull()
    expect(compared(saidOf(10))).toMatchObject({ difference: { value: expect.closeTo(0.12, 12) }, test: null })
  })

  it('finds nobody ahead until the sequence leaves out 0, whatever the interval says', () => {
    const few = compared(saidOf(10))
    expect(few?.difference.interval?.low).toBeGreaterThan(0)
    expect(few?.finding).toBe('not-distinguishable')
    expect(compared(saidOf(400))).toMatchObject({ finding: 'ahead' })
    expect(compared(saidOf(400, () => ({ outcome: 0 })))).toMatchObject({ finding: 'behind' })
  })

  it('takes the mean of a family for one piece of evidence, whatever was settled first', () => {
    const pairs = saidOf(40, (at) => ({ family: `f${at % 20}`, said: 0, outcome: at < 20 ? 1 : 0 }))
    const { anytime } = compared(pairs) ?? {}
    expect(anytime).toMatchObject({ terms: 20, open: 0, later: 0 })
    const [hit, miss] = [0.75 / 0.7, 0.25 / 0.3]
    expect(anytime?.ahead).toBeCloseTo(((hit + miss) / 2) ** 20, 9)
    const turned = compared(pairs.map((pair) => ({ ...pair, settled: -(pair.settled ?? 0) })))
    expect(turned?.anytime).toEqual(anytime)
  })

  it('starts again after an outcome that was overturned', () => {
    const { anytime, difference } = compared(saidOf(40), 30) ?? {}
    expect(anytime?.terms).toBe(10)
    expect(difference?.value).toBeCloseTo(0.12, 12)
  })

  it('lets what is open count for the worse, so that bounds are only ever too wide', () => {
    const outcome = fc.constantFrom(0 as const, 1 as const)
    const pair = fc.record({
      first: fc.double({ min: 0, max: 1, noNaN: true }),
      second: fc.double({ min: 0, max: 1, noNaN: true }),
      outcome,
      isOpen: fc.boolean(),
      family: fc.integer({ min: 0, max: 30 }).map(String),
    })
    fc.assert(
      fc.property(fc.array(pair, { minLength: 10, maxLength: 120 }), (all) => {
        const settled = saidOf(all.length, (at) => ({ ...all[at], said: 0 }))
        const early = settled.map((one, at) => (all[at]?.isOpen ? { ...one, outcome: null, settled: null } : one))
        const [now, then] = [compare(scoredOf(settled), early), compare(scoredOf(settled), settled)]
        const round = 1e-12
        for (const of of ['sequence', 'hoeffding', 'stitched'] as const) {
          const at = (one: typeof now) => (of === 'sequence' ? one?.anytime.sequence : one?.anytime.alternatives?.[of])
          expect(at(now)?.low).toBeLessThanOrEqual((at(then)?.low ?? Number.NaN) + round)
          expect(at(now)?.high).toBeGreaterThanOrEqual((at(then)?.high ?? Number.NaN) - round)
        }
        expect(now?.anytime.ahead).toBeLessThanOrEqual((then?.anytime.ahead ?? 0) * (1 + round))
        expect(now?.anytime.behind).toBeLessThanOrEqual((then?.anytime.behind ?? 0) * (1 + round))
        expect(now?.anytime.open).toBe(all.filter(({ isOpen }) => isOpen).length)
        expect(now?.anytime.terms).toBe(then?.anytime.terms)
      }),
      { numRuns: 1000 },
    )
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
        const pairs = saidOf(said.length, (at) => said[at] ?? {})
        const one = compared(pairs)
        const other = compared(pairs.map((p) => ({ ...p, first: p.second, second: p.first })))
        expect(other?.difference.value).toBeCloseTo(-(one?.difference.value ?? Number.NaN), 12)
        expect(other?.anytime.ahead).toBe(one?.anytime.behind)
        const opposite = { ahead: 'behind', behind: 'ahead', 'not-distinguishable': 'not-distinguishable' } as const
        expect(other?.finding).toBe(one && opposite[one.finding])
        expect(one?.anytime.terms).toBe(new Set(pairs.map(({ family }) => family)).size)
      }),
      { numRuns: 200 },
    )
  })

  /** B says the true chance, A another one; "yes" is settled at once and "no" after all others. */
  const findings = (many: { families: number; each: number; truth: number; said: number; rho: number }) => {
    const random = randomFrom(JSON.stringify(many))
    const threshold = normalQuantile(many.truth)
    const found = { ahead: 0, strong: 0 }
    for (let at = 0; at < 100; at++) {
      const pairs = Array.from({ length: many.families }).flatMap((_, family) => {
        const shared = Math.sqrt(many.rho) * normalDraw(random)
        return Array.from({ length: many.each }, (__, k): SaidByBoth => {
          const outcome = shared + Math.sqrt(1 - many.rho) * normalDraw(random) < threshold ? 1 : 0
          const [question, settled] = [`q${family} ${k}`, outcome === 1 ? family : 1e6 + family]
          const about = { question, family: String(family), dueMonth: '2026-05', said: 0, settled, outcome } as const
          return { ...about, first: many.said, second: many.truth }
        })
      })
      const one = compared(pairs)
      if (one?.finding === 'ahead') found.ahead += 1
      if ((one?.anytime.ahead ?? 0) >= 20) found.strong += 1
    }
    return found
  }

  it.each([
    { families: 200, each: 3, truth: 0.4, said: 0.5, rho: 0 },
    { families: 100, each: 5, truth: 0.3, said: 0.5, rho: 0 },
    { families: 200, each: 5, truth: 0.3, said: 0.4, rho: 0.5 },
  ])('never finds the worse of two ahead because "yes" is settled first: $truth against $said, ρ $rho', (many) => {
    const { ahead, strong } = findings(many)
    expect(ahead).toBeLessThanOrEqual(5)
    expect(strong).toBeLessThanOrEqual(5)
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
      value: -0.01,
      interval: null,
      finding: 'ahead' as const,
      said: 'On 120 common questions the average penalty was 0.01 higher than that of the market; yet of what both said first of each event family it was lower, and that stands however often one looks.',
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
