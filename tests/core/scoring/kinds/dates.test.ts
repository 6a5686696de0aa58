import { describe, expect, it } from 'vitest'
import { dayNumber } from '../../../../src/core/scoring/kinds/dates.ts'
import { refused } from '../refused.ts'

describe('dayNumber', () => {
  it.each([
    ['1970-01-01', 0],
    ['1969-12-31', -1],
    ['2024-02-29', 19782],
    ['2024-03-01', 19783],
    ['2026-03-01', 20513],
  ])('of %s is %i', (date, day) => expect(dayNumber(date)).toBe(day))

  it.each(['2023-02-29', '2024-13-01', '2024-1-1', 'tomorrow', '', '2024-03-01T12:00:00Z'])('refuses %j', (date) =>
    refused(() => dayNumber(date), /no date/),
  )
})
