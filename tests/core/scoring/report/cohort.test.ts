import { describe, expect, it } from 'vitest'
import { pool } from '../../../../src/core/scoring/counts.ts'
import { bounds, cohorts } from '../../../../src/core/scoring/report/cohort.ts'

const months = (...rows: [month: string, due: number, settled: number][]) =>
  rows.map(([month, due, settled]) => ({ month, due, settled }))

describe('cohorts', () => {
  it.each([
    { name: 'nothing due', given: months(), joined: [] },
    {
      name: 'months joined until they hold 200',
      given: months(['2025-01', 120, 118], ['2025-02', 90, 90], ['2025-03', 250, 250]),
      joined: [
        { months: ['2025-01', '2025-02'], due: 210, settled: 208, entered: true },
        { months: ['2025-03'], due: 250, settled: 250, entered: true },
      ],
    },
    {
      name: 'exactly 200 and exactly 95 %',
      given: months(['2025-01', 200, 190]),
      joined: [{ months: ['2025-01'], due: 200, settled: 190, entered: true }],
    },
    {
      name: 'one short of 95 %',
      given: months(['2025-01', 200, 189]),
      joined: [{ months: ['2025-01'], due: 200, settled: 189, entered: false }],
    },
    {
      name: 'a last cohort of 199 waits, though all is settled',
      given: months(['2025-01', 100, 100], ['2025-02', 99, 99]),
      joined: [{ months: ['2025-01', '2025-02'], due: 199, settled: 199, entered: false }],
    },
    {
      name: 'any order, over the end of a year, an unsettled cohort before an entered one',
      given: months(['2026-01', 200, 200], ['2025-12', 100, 50], ['2025-11', 150, 150]),
      joined: [
        { months: ['2025-11', '2025-12'], due: 250, settled: 200, entered: false },
        { months: ['2026-01'], due: 200, settled: 200, entered: true },
      ],
    },
  ])('$name', ({ given, joined }) => {
    expect(cohorts(given)).toEqual(joined)
  })
})

describe('bounds', () => {
  it('is worked by hand', () => {
    const result = bounds([{ p: 0.8, n: 1, hits: 1 }], [{ p: 0.3, n: 1 }])
    expect(result).toEqual({
      brier: { lowest: expect.closeTo(0.065, 14), highest: expect.closeTo(0.265, 14) },
      hitRate: { lowest: 0.5, highest: 1 },
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
})
