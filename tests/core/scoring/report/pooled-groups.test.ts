import { describe, expect, it } from 'vitest'
import { pooledGroups } from '../../../../src/core/scoring/report/pooled-groups.ts'

describe('pooledGroups', () => {
  it('puts thirds into the outer groups and always gives three', () => {
    const rows = [0, 1 / 3, 0.333334, 0.666666, 2 / 3, 1].map((p) => ({ p, n: 1, hits: 1 }))
    expect(pooledGroups(rows, [rows]).map(({ n }) => n)).toEqual([2, 2, 2])
    expect(pooledGroups([], []).map(({ n, observed, wilson: interval }) => [n, observed, interval])).toEqual(
      Array.from({ length: 3 }, () => [0, null, null]),
    )
  })

  const rows = [
    { p: 0.7, n: 5, hits: 4 },
    { p: 0.9, n: 5, hits: 4 },
  ]
  /** Each forecast a family of its own. */
  const single = rows.flatMap(({ p, n, hits }) =>
    Array.from({ length: n }, (_, i) => [{ p, n: 1, hits: i < hits ? 1 : 0 }]),
  )

  it('holds what was said against what happened', () => {
    const [, , high] = pooledGroups(rows, single)
    expect(high).toMatchObject({ n: 10, hits: 8, observed: 0.8, wilson: { low: expect.closeTo(0.490162, 6) } })
    expect(high?.meanForecast).toBeCloseTo(0.8, 14)
  })

  it('is less sure of forecasts that stand or fall together', () => {
    const together = rows.flatMap(({ p, n, hits }) => [[{ p, n: hits, hits }], [{ p, n: n - hits, hits: 0 }]])
    const [[, , apart], [, , joined]] = [pooledGroups(rows, single), pooledGroups(rows, together)]
    expect(joined?.observed).toBe(apart?.observed)
    expect(joined?.wilson?.low).toBeLessThan((apart?.wilson?.low ?? 0) - 0.05)
  })
})
