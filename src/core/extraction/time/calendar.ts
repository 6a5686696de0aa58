import { type Day, daysBetween, LAST_DAY, plusDays, plusMonths } from '../../time.ts'
import { seasons, type Unit } from './time-words.ts'

/** Arithmetic of the calendar that words of time rest on. All days are UTC, weeks start on Monday. */

/** First and last day of a stretch of time, both included. */
export type Span = { start: Day; end: Day }

export const day = (year: number, month: number, date: number): Day =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}` as Day
export const yearOf = (of: Day): number => Number(of.slice(0, 4))
export const monthOf = (of: Day): number => Number(of.slice(5, 7))
export const inRange = (candidate: Day): boolean => candidate <= LAST_DAY
/** Monday 1 to Sunday 7. */
export const weekdayOf = (of: Day): number => (((daysBetween('2024-01-01' as Day, of) % 7) + 7) % 7) + 1
export const lastOf = (year: number, month: number): Day => plusDays(plusMonths(day(year, month, 1), 1), -1)
/** Whether a month has that many days: no 30 February. */
export const exists = (year: number, month: number, date: number): boolean =>
  month >= 1 && month <= 12 && date >= 1 && date <= Number(lastOf(year, month).slice(8))

/** `count` whole months from the first day of a month. */
export const monthsFrom = (first: Day, count: number): Span => ({
  start: first,
  end: plusDays(plusMonths(first, count), -1),
})
export const yearSpan = (year: number): Span => ({ start: day(year, 1, 1), end: day(year, 12, 31) })
export const monthSpan = (year: number, month: number): Span => monthsFrom(day(year, month, 1), 1)
/** Quarter 1 to 4 of a year. */
export const quarterSpan = (year: number, quarter: number): Span => monthsFrom(day(year, quarter * 3 - 2, 1), 3)
/** Half 1 or 2 of a year. */
export const halfSpan = (year: number, half: number): Span => monthsFrom(day(year, half * 6 - 5, 1), 6)
/** A season by the year it starts in: winter 2026 ends on the last day of February 2027. */
export const seasonSpan = (year: number, name: string): Span => monthsFrom(day(year, seasons[name] ?? 3, 1), 3)
/** `decadeSpan(2030)`: 2030 to 2039. */
export const decadeSpan = (year: number): Span => ({ start: day(year, 1, 1), end: day(year + 9, 12, 31) })
/** A season of sport, by the year it starts in: 1 July to 30 June. */
export const sportSpan = (year: number): Span => monthsFrom(day(year, 7, 1), 12)

/** The stretch of the calendar around a day. `unitSpan('week', '2026-02-10')`: Monday the 9th to Sunday the 15th. */
export const unitSpan = (unit: Unit, of: Day): Span => {
  const [year, month] = [yearOf(of), monthOf(of)]
  const weekday = (nth: number): Day => plusDays(of, nth - weekdayOf(of))
  const spans: Record<Unit, () => Span> = {
    day: () => ({ start: of, end: of }),
    weekend: () => ({ start: weekday(6), end: weekday(7) }),
    week: () => ({ start: weekday(1), end: weekday(7) }),
    month: () => monthSpan(year, month),
    quarter: () => quarterSpan(year, Math.ceil(month / 3)),
    half: () => halfSpan(year, Math.ceil(month / 6)),
    season: () => sportSpan(month >= 7 ? year : year - 1),
    year: () => yearSpan(year),
    decade: () => decadeSpan(year - (year % 10)),
    century: () => ({ start: day(year - (year % 100), 1, 1), end: day(year - (year % 100) + 99, 12, 31) }),
  }
  return spans[unit]()
}
/** The stretch of the calendar that many after the one around a day: 1 is the next. */
export const laterSpan = (unit: Unit, of: Day, count: number): Span => {
  let span = unitSpan(unit, of)
  for (let i = 0; i < count; i++) span = unitSpan(unit, plusDays(span.end, 1))
  return span
}

/** Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher). `easterOf(2026) === '2026-04-05'` */
export const easterOf = (year: number): Day => {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100]
  const f = Math.floor((b + 8) / 25)
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - f + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return day(year, Math.floor(n / 31), (n % 31) + 1)
}

/** Easter Sunday of the Orthodox churches (Meeus, Julian calendar; 13 days behind ours to 2099, then 14). `orthodoxEasterOf(2026) === '2026-04-12'` */
export const orthodoxEasterOf = (year: number): Day => {
  const [a, b, c] = [year % 4, year % 7, year % 19]
  const d = (19 * c + 15) % 30
  const n = d + ((2 * a + 4 * b - d + 34) % 7) + 114
  return plusDays(day(year, Math.floor(n / 31), (n % 31) + 1), year < 2100 ? 13 : 14)
}

/** The first such weekday on or after a day. */
export const weekdayFrom = (from: Day, weekday: number): Day => plusDays(from, (weekday - weekdayOf(from) + 7) % 7)
/** The n-th such weekday of a span, or from its end for a negative n; null when it has none. */
export const nthWeekday = (span: Span, weekday: number, n: number): Day | null => {
  const last = plusDays(weekdayFrom(plusDays(span.end, 1), weekday), -7)
  const found = n > 0 ? plusDays(weekdayFrom(span.start, weekday), 7 * (n - 1)) : plusDays(last, 7 * (n + 1))
  return found >= span.start && found <= span.end ? found : null
}

/**
 * Calendar months, then days; the 31st falls back to a month's last day, a part of a month counts thirtieths. Null when that
 * lies past the last day Hindcast works with.
 */
export const shifted = (from: Day, months: number, days: number): Day | null => {
  if (!(months < 4000 && days < 100_000)) return null
  const whole = Math.floor(months)
  const moved = plusDays(plusMonths(from, whole), Math.round((months - whole) * 30 + days))
  return moved.length === from.length && inRange(moved) ? moved : null
}
