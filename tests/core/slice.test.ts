import { describe, expect, it } from 'vitest'
import { dueMonthOf, horizonClassOf, isMonthOver, Slice } from '../../src/core/slice.ts'
import { Day, Instant } from '../../src/core/time.ts'

describe('horizonClassOf', () => {
  const said = Instant.parse('2026-01-01T23:59:59.999Z')
  it.each([
    ['2025-12-31', 'up-to-30-days'],
    ['2026-01-01', 'up-to-30-days'],
    ['2026-01-31', 'up-to-30-days'],
    ['2026-02-01', 'up-to-91-days'],
    ['2026-04-02', 'up-to-91-days'],
    ['2026-04-03', 'up-to-366-days'],
    ['2027-01-02', 'up-to-366-days'],
    ['2027-01-03', 'longer'],
  ])('a window to %s is %s', (end, horizon) => {
    expect(horizonClassOf(said, Day.parse(end))).toBe(horizon)
  })
})

describe('due months', () => {
  it.each([
    ['2026-01', '2026-01-31T23:59:59.999Z', false],
    ['2026-01', '2026-02-01T00:00:00.000Z', true],
    ['2025-12', '2026-01-01T00:00:00.000Z', true],
    ['2026-02', '2026-01-31T00:00:00.000Z', false],
  ])('%s at %s is over: %s', (month, now, over) => {
    expect(isMonthOver(month, Instant.parse(now))).toBe(over)
  })

  it('are those of the last day of the window', () => {
    expect(dueMonthOf(Day.parse('2024-02-29'))).toBe('2024-02')
  })
})

describe('a slice', () => {
  it('has the dimensions that counts are kept by', () => {
    expect(Object.keys(Slice.shape).sort()).toEqual(
      ['attribution', 'dueMonth', 'horizonClass', 'origin', 'timing', 'weakHedge', 'windowSource'].sort(),
    )
  })
})
