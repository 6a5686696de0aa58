import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  Day,
  dayOf,
  daysBetween,
  endOf,
  Instant,
  Moment,
  monthOf,
  plusDays,
  plusMonths,
  startOf,
  toDay,
  toInstant,
  wholeDay,
} from '../../src/core/time.ts'

const day = (text: string): Day => Day.parse(text)

describe('Day', () => {
  it.each(['1900-01-01', '2024-02-29', '2000-02-29', '2026-12-31', '2199-12-31'])('takes %s', (text) => {
    expect(Day.parse(text)).toBe(text)
  })

  it.each([
    ['a leap day in a common year', '2026-02-29'],
    ['a leap day in a century that has none', '2100-02-29'],
    ['a 31st that its month has not', '2026-04-31'],
    ['a month 13', '2026-13-01'],
    ['a month 0', '2026-00-10'],
    ['a day 0', '2026-01-00'],
    ['a year before 1900', '1899-12-31'],
    ['a year after 2199', '2200-01-01'],
    ['a short month', '2026-1-01'],
    ['an instant', '2026-01-01T00:00:00.000Z'],
    ['spaces', ' 2026-01-01'],
    ['words', 'tomorrow'],
    ['nothing', ''],
  ])('refuses %s', (_, text) => {
    expect(Day.safeParse(text).success).toBe(false)
  })
})

describe('Instant', () => {
  it.each(['2026-02-10T09:30:00.000Z', '2024-02-29T23:59:59.999Z', '1900-01-01T00:00:00.000Z'])('takes %s', (text) => {
    expect(Instant.parse(text)).toBe(text)
  })

  it.each([
    ['seconds without milliseconds', '2026-02-10T09:30:00Z'],
    ['microseconds', '2026-02-10T09:30:00.000000Z'],
    ['an offset', '2026-02-10T09:30:00.000+13:00'],
    ['local time', '2026-02-10T09:30:00.000'],
    ['an hour 25', '2026-02-10T25:00:00.000Z'],
    ['a minute 60', '2026-02-10T09:60:00.000Z'],
    ['a leap second', '2016-12-31T23:59:60.000Z'],
    ['a day that does not exist', '2026-02-29T00:00:00.000Z'],
    ['a day', '2026-02-10'],
    // ISO 8601 knows it, but it sorts before the instant that it is, and everything here compares text.
    ['midnight written as hour 24', '2026-02-10T24:00:00.000Z'],
    ['a year 0', '0000-01-01T00:00:00.000Z'],
    ['a year that is a slip of the keyboard', '0026-02-10T09:30:00.000Z'],
    ['a year after 2199', '2200-01-01T00:00:00.000Z'],
  ])('refuses %s', (_, text) => {
    expect(Instant.safeParse(text).success).toBe(false)
  })
})

describe('Moment', () => {
  const at = (hour: string) => `2026-02-10T${hour}:00:00.000Z`

  it.each([
    { earliest: at('09'), latest: at('10'), taken: true },
    { earliest: at('09'), latest: at('09'), taken: true },
    { earliest: at('10'), latest: at('09'), taken: false },
  ])('$earliest to $latest: $taken', ({ earliest, latest, taken }) => {
    expect(Moment.safeParse({ earliest, latest }).success).toBe(taken)
  })

  it('covers a day from its first to its last millisecond', () => {
    expect(wholeDay(day('2024-02-29'))).toEqual({
      earliest: '2024-02-29T00:00:00.000Z',
      latest: '2024-02-29T23:59:59.999Z',
    })
  })
})

describe('arithmetic of days', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2025-02-28', 12, '2026-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-10-15', 3, '2027-01-15'],
    ['2026-05-31', 0, '2026-05-31'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(plusMonths(day(from), months)).toBe(to)
  })

  it.each([
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-02-28', 1, '2026-03-01'],
    ['2026-12-31', 1, '2027-01-01'],
    // Clocks change on these days in Auckland and in Europe.
    ['2026-04-04', 2, '2026-04-06'],
    ['2026-09-26', 2, '2026-09-28'],
    ['2026-03-28', 2, '2026-03-30'],
    ['2026-01-01', -1, '2025-12-31'],
  ])('%s and %i days is %s', (from, days, to) => {
    expect(plusDays(day(from), days)).toBe(to)
    expect(daysBetween(day(from), day(to))).toBe(days)
  })

  it.each([
    ['2024-01-01', '2025-01-01', 366],
    ['2025-01-01', '2026-01-01', 365],
    ['2026-01-02', '2026-01-01', -1],
    ['2026-01-01', '2026-01-01', 0],
  ])('%s to %s is %i days', (from, to, days) => {
    expect(daysBetween(day(from), day(to))).toBe(days)
  })

  it('counts days and back, over every change of clocks', () => {
    const anyDay = fc.integer({ min: 0, max: 100_000 }).map((days) => plusDays(day('1910-01-01'), days))
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -800, max: 800 }), (from, days) => {
        const to = plusDays(from, days)
        expect(daysBetween(from, to)).toBe(days)
        expect(from < to).toBe(days > 0)
      }),
    )
  })
})

describe('days and instants', () => {
  it.each(['2026-01-01', '2024-02-29', '2026-04-05', '2026-09-27', '1900-01-01', '2199-12-31'])(
    '%s starts and ends in UTC',
    (text) => {
      expect(startOf(day(text))).toBe(`${text}T00:00:00.000Z`)
      expect(endOf(day(text))).toBe(`${text}T23:59:59.999Z`)
      expect(dayOf(endOf(day(text)))).toBe(text)
      expect(dayOf(startOf(day(text)))).toBe(text)
      expect(monthOf(day(text))).toBe(text.slice(0, 7))
    },
  )

  it('reads a clock in UTC', () => {
    const date = new Date('2026-02-10T23:30:00.000Z')
    expect(toInstant(date)).toBe('2026-02-10T23:30:00.000Z')
    expect(toDay(date)).toBe('2026-02-10')
  })
})
