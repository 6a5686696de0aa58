import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pool } from '../../../../src/core/scoring/counts.ts'
import { bounds } from '../../../../src/core/scoring/report/bounds.ts'
import { report } from '../../../../src/core/scoring/report/report.ts'

describe('bounds', () => {
  it('is worked by hand', () => {
    const result = bounds([{ p: 0.8, n: 1, hits: 1 }], [{ p: 0.3, n: 1 }])
    expect(result).toMatchObject({
      brier: { lowest: expect.closeTo(0.065, 14), highest: expect.closeTo(0.265, 14) },
      hitRate: { lowest: 0.5, highest: 1 },
      // One or two hits of .8 and .3: twice the smaller tail.
      hitTest: { lowest: expect.closeTo(0.48, 14), highest: 1 },
      gap: { lowest: expect.closeTo(0.55 - 1, 14), highest: expect.closeTo(0.55 - 0.5, 14) },
      right: { lowest: 0.5, highest: 1 },
      overconfidence: { lowest: expect.closeTo(0.75 - 1, 14), highest: expect.closeTo(0.75 - 0.5, 14) },
      logScore: {
        lowest: expect.closeTo((-Math.log(0.8) - Math.log(0.7)) / 2, 14),
        highest: expect.closeTo((-Math.log(0.8) - Math.log(0.3)) / 2, 14),
      },
      groups: [{ lowest: 0, highest: 1 }, null, { lowest: 1, highest: 1 }],
      curve: [
        { p: 0.3, lowest: 0, highest: 1 },
        { p: 0.8, lowest: 1, highest: 1 },
      ],
      allYes: expect.closeTo(0.265, 14),
      allNo: expect.closeTo(0.065, 14),
    })
  })

  it('reaches beyond all yes and all no when open forecasts lean both ways', () => {
    const result = bounds(
      [],
      [0.1, 0.9].map((p) => ({ p, n: 1 })),
    )
    expect(result?.allYes).toBeCloseTo(0.41, 14)
    expect(result?.allNo).toBeCloseTo(0.41, 14)
    expect(result?.brier).toEqual({ lowest: expect.closeTo(0.01, 14), highest: expect.closeTo(0.81, 14) })
  })

  it('meets when nothing is open', () => {
    const result = bounds(pool([{ p: 0.2, n: 2, hits: 1 }]), [])
    expect(result?.brier.lowest).toBe(result?.brier.highest)
    expect(result?.allYes).toBeCloseTo(0.34, 14)
    expect(result?.hitRate).toEqual({ lowest: 0.5, highest: 0.5 })
  })

  it('has no value without any forecast', () => {
    expect(bounds([], [])).toBeNull()
  })

  it('hold whatever comes of what is open', () => {
    const forecasts = fc.array(
      fc.record({ p: fc.integer({ min: 0, max: 20 }).map((k) => k / 20), yes: fc.boolean(), open: fc.boolean() }),
      {
        minLength: 1,
        maxLength: 30,
      },
    )
    const within = (
      value: number | null | undefined,
      range: { lowest: number; highest: number } | null | undefined,
    ) => {
      if (value === null || value === undefined || !range) return
      expect(value).toBeGreaterThanOrEqual(range.lowest - 1e-12)
      expect(value).toBeLessThanOrEqual(range.highest + 1e-12)
    }
    fc.assert(
      fc.property(forecasts, (all) => {
        const items = (some: typeof all) => some.map(({ p, yes }) => ({ p, n: 1, hits: yes ? 1 : 0 }))
        const range = bounds(
          pool(items(all.filter(({ open }) => !open))),
          all.filter(({ open }) => open).map(({ p }) => ({ p, n: 1 })),
        )
        const counts = pool(items(all))
        const full = report({ counts, families: items(all).map((row) => [row]), unsettled: [] }, { draws: 2 })
        within(full.brier?.mean, range?.brier)
        within(full.logScore?.clipped, range?.logScore)
        within(full.baseRate, range?.hitRate)
        within(full.hitTest?.twoSided, range?.hitTest)
        within(full.gap?.value, range?.gap)
        within(full.leaning?.right.value, range?.right)
        within(full.leaning?.overconfidence.value, range?.overconfidence)
        for (const [at, { observed }] of full.groups.entries()) within(observed, range?.groups[at])
        for (const [at, { recalibrated }] of full.curve?.points.entries() ?? []) within(recalibrated, range?.curve[at])
        expect(range?.curve.map(({ p }) => p)).toEqual(counts.map(({ p }) => p))
      }),
      { numRuns: 300 },
    )
  })
})
