import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { backoffMs, DAY, freshMs, MINUTE, retryAfter } from '../../../src/core/fetching/pace.ts'
import { Instant } from '../../../src/core/time.ts'

const now = Instant.parse('2026-01-05T12:00:00.000Z')

it.each([
  [1, 0.5, MINUTE / 2],
  [2, 0.5, MINUTE],
  [4, 0.25, 2 * MINUTE],
  [1, 0, 0],
  [40, 0.5, DAY / 2],
])('after %i failures the dice %d wait %d ms', (failures, dice, wait) => {
  expect(backoffMs(failures, MINUTE, DAY, dice)).toBe(wait)
})

it('never waits longer than the cap', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5000 }), fc.double({ min: 0, max: 0.999, noNaN: true }), (failures, dice) => {
      const wait = backoffMs(failures, MINUTE, DAY, dice)
      expect(wait).toBeGreaterThanOrEqual(0)
      expect(wait).toBeLessThanOrEqual(DAY)
    }),
  )
})

describe('retryAfter', () => {
  it.each([
    ['120', '2026-01-05T12:02:00.000Z'],
    [' 0 ', '2026-01-05T12:00:00.000Z'],
    ['Mon, 05 Jan 2026 13:00:00 GMT', '2026-01-05T13:00:00.000Z'],
    // What lies behind means now, what lies beyond a week means a week.
    ['Mon, 05 Jan 2025 13:00:00 GMT', '2026-01-05T12:00:00.000Z'],
    ['999999999', '2026-01-12T12:00:00.000Z'],
    ['soon', null],
    ['', null],
    [undefined, null],
  ])('%s', (value, at) => {
    expect(retryAfter(value, now)).toBe(at)
  })
})

it.each([
  ['max-age=600', 600_000],
  ['public, max-age = "60", must-revalidate', 60_000],
  ['s-maxage=600', null],
  ['no-store', null],
  [undefined, null],
])('%s is fresh for %s ms', (header, ms) => {
  expect(freshMs(header)).toBe(ms)
})
