import { type Day, plusDays } from '../time.ts'
import {
  day,
  easterOf,
  endOfCurrent,
  halfOf,
  lastOf,
  monthEnd,
  monthNames,
  nextSeason,
  openSeason,
  quarterOf,
  seasonEnd,
  seasonStart,
  yearNamed,
  yearOf,
} from './calendar.ts'

/** What a reader makes of a match. `rule` marks an end that is a convention of the house, not of the calendar. */
export type Reading = { start: Day | null; end: Day; rule?: true }
/** A way to name a period in lower-case prose, and how it is read on the day it was written. */
export type Reader = { pattern: RegExp; read: (match: RegExpExecArray, today: Day) => Reading | null }

const month = `(${monthNames.join('|')})`
const season = '(spring|summer|autumn|fall|winter)'
const until = (end: Day): Reading => ({ start: null, end })
const before = (start: Day): Reading => until(plusDays(start, -1))
/** A period that has begun starts on the day of publication. */
const ahead = (start: Day, end: Day, today: Day): Reading => ({ start: start > today ? start : null, end })
/** The first of two days that is not past: this year's or next year's. */
const coming = (dayIn: (year: number) => Day, today: Day): Day =>
  dayIn(yearOf(today)) >= today ? dayIn(yearOf(today)) : dayIn(yearOf(today) + 1)

const feasts: Readonly<Record<string, (year: number) => Day>> = {
  christmas: (year) => day(year, 12, 25),
  easter: easterOf,
  midsummer: (year) => day(year, 6, 24),
  'new year': (year) => day(year, 12, 31),
}

const feast = (preposition: string, name: string, named: string | undefined, today: Day): Reading => {
  const dayIn = feasts[name] ?? easterOf
  const date = named === undefined ? coming(dayIn, today) : dayIn(Number(named))
  if (preposition === 'before') return name === 'new year' ? until(date) : before(date)
  if (['by', 'until', 'till'].includes(preposition)) return until(date)
  return ahead(plusDays(date, -2), plusDays(date, 1), today)
}

const currentEnd = (unit: string, today: Day): Day => {
  const year = yearOf(today)
  if (unit === 'year') return day(year, 12, 31)
  if (unit === 'decade') return day(year - (year % 10) + 9, 12, 31)
  if (unit === 'century') return day(year - (year % 100) + 99, 12, 31)
  return ['month', 'week', 'quarter'].includes(unit)
    ? endOfCurrent(unit, today)
    : seasonEnd(unit, openSeason(unit, today))
}

/** The 15th for "by the middle of", the second third of the month for "in the middle of". */
const middleOfMonth = (preposition: string, end: Day, today: Day): Reading => {
  const [year, number] = [Number(end.slice(0, 4)), Number(end.slice(5, 7))]
  const shifted = day(year, number, 20) < today ? year + 1 : year
  const date = (of: number): Day => day(shifted, number, of)
  if (preposition === 'before') return before(date(15))
  return ['in', 'around', 'about'].includes(preposition) ? ahead(date(11), date(20), today) : until(date(15))
}

/** Sport: a season ends on 30 June. */
const sportSeasonEnd = (today: Day): Day => coming((year) => day(year, 6, 30), today)

/** Periods whose end is not the end of what is named: before, the middle of, feasts, halves and quarters of "the year". */
export const boundaries: readonly Reader[] = [
  {
    pattern:
      /\bbefore (?:the|this) (year|month|week|quarter|decade|century|spring|summer|autumn|fall|winter) (?:is (?:out|over|up|done)|ends|closes)\b/,
    read: (m, today) => until(currentEnd(m[1] ?? '', today)),
  },
  {
    pattern: new RegExp(`\\bbefore (?:the |this |next )?${season}(?: of (20\\d\\d))?\\b`),
    read: (m, today) => before(seasonStart(m[1] ?? '', m[2] ? Number(m[2]) : nextSeason(m[1] ?? '', today))),
  },
  {
    pattern: new RegExp(`\\bbefore (?:early |next )?${month}(?: (20\\d\\d))?\\b(?! \\d)`),
    read: (m, today) => {
      const number = monthNames.indexOf(m[1] ?? '') + 1
      const first = (year: number): Day => day(year, number, 1)
      if (m[2] !== undefined) return before(first(Number(m[2])))
      return before(first(yearOf(today)) > today ? first(yearOf(today)) : first(yearOf(today) + 1))
    },
  },
  {
    pattern: new RegExp(
      `\\b(by|in|until|till|before|around|about|towards?) (?:the )?(?:middle of |mid[- ])${month}(?: (20\\d\\d))?\\b`,
    ),
    read: (m, today) => middleOfMonth(m[1] ?? '', monthEnd(m[2] ?? '', m[3], today), today),
  },
  {
    pattern: /\bmiddle of (20\d\d|next year|this year|the year)\b|\bmid-?year\b/,
    read: (m, today) => until(lastOf(yearNamed(m[1] ?? 'this year', today), 8)),
  },
  {
    pattern: /\b(?:mid-?century|middle of (?:the|this) century)\b/,
    read: (_, today) => until(day(yearOf(today) - (yearOf(today) % 100) + 50, 12, 31)),
  },
  {
    pattern: /\bin the new year\b/,
    read: (_, today) => ({ ...ahead(day(yearOf(today) + 1, 1, 1), day(yearOf(today) + 1, 3, 31), today), rule: true }),
  },
  {
    pattern:
      /\b(by|before|until|till|at|over|around|this) (?:the )?(christmas|easter|midsummer|new year)\b(?:'s)?(?: (20\d\d))?/,
    read: (m, today) => feast(m[1] ?? '', m[2] ?? '', m[3], today),
  },
  {
    pattern: /\b(first|second) half of the year\b/,
    read: (m, today) => {
      const half = (year: number) => halfOf(m[1] ?? '', year)
      const { start, end } = half(yearOf(coming((year) => half(year).end, today)))
      return ahead(start, end, today)
    },
  },
  {
    pattern:
      /\b(?:in|by|during|of|until|through) the (first|second|third|fourth|final) quarter\b(?! of (?:20|next|this))/,
    read: (m, today) => {
      const quarter = (year: number) => quarterOf(m[1] ?? '', year)
      const { start, end } = quarter(yearOf(coming((year) => quarter(year).end, today)))
      return /^(?:in|during)/.test(m[0]) ? ahead(start, end, today) : until(end)
    },
  },
  {
    pattern: /\bthis season\b|\bend of the season\b|\bbefore the season (?:ends|is (?:out|over))\b/,
    read: (_, today) => ({ ...until(sportSeasonEnd(today)), rule: true }),
  },
  {
    pattern: /\bnext season\b/,
    read: (_, today) => {
      const last = sportSeasonEnd(today)
      return { start: plusDays(last, 1), end: day(yearOf(last) + 1, 6, 30), rule: true }
    },
  },
]
