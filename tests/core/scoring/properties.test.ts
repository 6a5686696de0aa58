import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { corp } from '../../../src/core/scoring/binary/corp.ts'
import { hitTest } from '../../../src/core/scoring/binary/expected.ts'
import { brier, logScore } from '../../../src/core/scoring/binary/proper-scores.ts'
import { countsOf, pool, total } from '../../../src/core/scoring/counts.ts'
import { familyInterval } from '../../../src/core/scoring/intervals/family.ts'
import { wilson } from '../../../src/core/scoring/intervals/proportion.ts'
import { bounds } from '../../../src/core/scoring/report/bounds.ts'
import { report } from '../../../src/core/scoring/report/report.ts'
import { lossesOf, tally } from '../../../src/core/scoring/tally.ts'

// A coarse grid, so that ties and certainties are common; and any micro-probability.
const p = fc.oneof(
  fc.integer({ min: 0, max: 20 }).map((k) => k / 20),
  fc.integer({ min: 0, max: 1_000_000 }).map((micro) => micro / 1_000_000),
)
const outcome = fc.constantFrom<0 | 1>(0, 1)
const forecasts = fc.array(fc.record({ p, outcome, family: fc.constantFrom('a', 'b', 'c', 'd') }), {
  minLength: 1,
  maxLength: 60,
})
const check = (property: fc.IProperty<[Forecasts]>) => fc.assert(property, { numRuns: 300 })
type Forecasts = { p: number; outcome: 0 | 1; family: string }[]

describe('counts', () => {
  it('are the same in any order', () => {
    check(
      fc.property(forecasts, (all) => {
        expect(countsOf(all.toReversed())).toEqual(countsOf(all))
        const reversed = report({ ...tally(all.toReversed()), unsettled: [] })
        const { brier: _, ...exact } = report({ ...tally(all), unsettled: [] })
        expect(reversed).toMatchObject(exact)
      }),
    )
  })

  it('merge from shards in any grouping, bit for bit', () => {
    fc.assert(
      fc.property(forecasts, forecasts, forecasts, (a, b, c) => {
        const whole = countsOf([...a, ...b, ...c])
        expect(pool([...pool([...countsOf(c), ...countsOf(a)]), ...countsOf(b)])).toEqual(whole)
        expect(pool([...countsOf(a), ...pool([...countsOf(b), ...countsOf(c)])])).toEqual(whole)
      }),
    )
  })
})

describe('corp', () => {
  it('adds up, and no part is negative', () => {
    check(
      fc.property(forecasts, (all) => {
        const counts = countsOf(all)
        const result = corp(counts)
        if (result === null) throw new Error('corp of one or more forecasts is never null')
        expect(result.mcb - result.dsc + result.unc).toBeCloseTo(result.brier, 13)
        expect(result.brier).toBe(brier(counts))
        expect(result.mcb).toBeGreaterThanOrEqual(0)
        expect(result.dsc).toBeGreaterThanOrEqual(0)
        expect(result.dsc).toBeLessThanOrEqual(result.unc + 1e-15)
      }),
    )
  })

  it('recalibrates monotonically, keeps the mean, and its blocks strictly rise', () => {
    check(
      fc.property(forecasts, (all) => {
        const counts = countsOf(all)
        const { curve = [], blocks = [] } = corp(counts) ?? {}
        curve.slice(1).forEach((point, i) => {
          expect(point.recalibrated).toBeGreaterThanOrEqual(curve[i]?.recalibrated ?? 2)
        })
        blocks.slice(1).forEach((block, i) => {
          expect(block.recalibrated).toBeGreaterThan(blocks[i]?.recalibrated ?? 2)
        })
        expect(total(blocks)).toEqual(total(counts))
        expect(curve.reduce((so, point) => so + point.n * point.recalibrated, 0)).toBeCloseTo(total(counts).hits, 10)
      }),
    )
  })

  it('keeps all three parts when every question is turned round', () => {
    check(
      fc.property(forecasts, (all) => {
        const one = corp(countsOf(all))
        const flipped = corp(countsOf(all.map((it) => ({ p: 1 - it.p, outcome: it.outcome === 1 ? 0 : 1 }))))
        expect(flipped?.mcb).toBeCloseTo(one?.mcb ?? -1, 12)
        expect(flipped?.dsc).toBeCloseTo(one?.dsc ?? -1, 12)
      }),
    )
  })
})

describe('scores and intervals', () => {
  it('stay in range, and the log score is never below the Brier score', () => {
    check(
      fc.property(forecasts, (all) => {
        const counts = countsOf(all)
        const score = brier(counts) ?? -1
        const log = logScore(counts)
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(1)
        expect(log?.raw).toBeGreaterThanOrEqual(score)
        expect(log?.clipped).toBeLessThanOrEqual(6.9078)
      }),
    )
  })

  it('family sums give the mean of the counts, inside its interval', () => {
    check(
      fc.property(forecasts, (all) => {
        const { counts, families } = tally(all)
        const result = familyInterval(lossesOf(families))
        expect(result?.mean).toBeCloseTo(brier(counts) ?? -1, 13)
        expect(result?.interval === null).toBe(families.length < 2)
        expect(result?.interval?.low ?? 0).toBeLessThanOrEqual(result?.mean ?? -1)
        expect(result?.interval?.high ?? 1).toBeGreaterThanOrEqual(result?.mean ?? 2)
      }),
    )
  })

  it('Wilson holds the rate and stays within 0 and 1', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), fc.nat(), (n, seed) => {
        const hits = seed % (n + 1)
        const { low = 2, high = -1 } = wilson(hits, n) ?? {}
        expect(0 <= low && low <= hits / n && hits / n <= high && high <= 1).toBe(true)
      }),
    )
  })

  it('the two tails of the hit test overlap in the observed count', () => {
    check(
      fc.property(forecasts, (all) => {
        const { atMost, atLeast, twoSided } = hitTest(countsOf(all))
        expect(atMost + atLeast).toBeGreaterThanOrEqual(1 - 1e-12)
        expect(twoSided).toBeGreaterThanOrEqual(0)
        expect(twoSided).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('bounds hold whatever the open questions become', () => {
    fc.assert(
      fc.property(forecasts, forecasts, (settled, open) => {
        const range = bounds(
          countsOf(settled),
          open.map((one) => ({ p: one.p, n: 1 })),
        )
        const after = brier(countsOf([...settled, ...open])) ?? -1
        expect(after).toBeGreaterThanOrEqual((range?.brier.lowest ?? 2) - 1e-12)
        expect(after).toBeLessThanOrEqual((range?.brier.highest ?? -2) + 1e-12)
      }),
    )
  })
})
