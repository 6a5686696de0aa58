import { describe, expect, it } from 'vitest'
import { cohorts } from '../../../../src/core/scoring/report/cohort.ts'

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
