import { type Day, plusDays } from '../time.ts'
import type { Reader } from './boundaries.ts'
import {
  day,
  endOfCurrent,
  halfOf,
  lastOf,
  later,
  monthEnd,
  nextSeason,
  numberIn,
  openSeason,
  quarterOf,
  seasonEnd,
  seasonStart,
  wholeYear,
  yearNamed,
  yearOf,
} from './calendar.ts'

const upTo = (end: Day | null): { start: Day | null; end: Day } | null => (end === null ? null : { start: null, end })
const month = '(january|february|march|april|may|june|july|august|september|october|november|december)'
const unit = '(day|week|fortnight|month|quarter|year|decade)s?'
const count = '(\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|eighteen|twenty|thirty|fifty)'

/** A period named with a preposition: "by" keeps only its end, "in" and "next" both ends. */
export const periods: readonly Reader[] = [
  {
    pattern: /\bend of (?:this|the|the current) year\b|\b(?:by )?year['’]?s? end\b|\byear-end\b/,
    read: (_, today) => upTo(day(yearOf(today), 12, 31)),
  },
  { pattern: /\bend of next year\b/, read: (_, today) => upTo(day(yearOf(today) + 1, 12, 31)) },
  {
    pattern: /\bend of (?:this|the) month\b/,
    read: (_, today) => upTo(lastOf(yearOf(today), Number(today.slice(5, 7)))),
  },
  {
    pattern: /\bend of (?:this|the) decade\b|\bthis decade\b/,
    read: (_, today) => upTo(day(yearOf(today) - (yearOf(today) % 10) + 9, 12, 31)),
  },
  {
    pattern: /\bend of (?:this|the) century\b|\bthis century\b/,
    read: (_, today) => upTo(day(yearOf(today) - (yearOf(today) % 100) + 99, 12, 31)),
  },
  {
    pattern: /\b(first|second) half of (20\d\d|this year|next year)\b/,
    read: (m, today) => halfOf(m[1] ?? '', yearNamed(m[2], today)),
  },
  {
    pattern: /\b(first|second|third|fourth|final|last) quarter of (20\d\d|this year|next year)\b/,
    read: (m, today) => quarterOf(m[1] ?? '', yearNamed(m[2], today)),
  },
  {
    pattern: /\b(mid|early|late)[- ](20\d\d|next year|this year)\b/,
    read: (m, today) => {
      const year = yearNamed(m[2], today)
      return upTo(m[1] === 'early' ? lastOf(year, 4) : m[1] === 'mid' ? lastOf(year, 8) : day(year, 12, 31))
    },
  },
  {
    pattern: new RegExp(
      `\\b(?:within|inside|over|during|in|for) (?:the |about |around |roughly |at least )?(?:next |coming |following )?(?:the next )?${count} ${unit}\\b`,
    ),
    read: (m, today) => upTo(later(today, numberIn(m[1]), m[2] ?? '')),
  },
  {
    pattern: /\b(?:over|during|within|in) the (?:next|coming|following) (day|week|month|quarter|year|decade)\b/,
    read: (m, today) => upTo(later(today, 1, m[1] ?? '')),
  },
  {
    pattern: new RegExp(`\\b(?:next|coming) ${count} ${unit}\\b`),
    read: (m, today) => upTo(later(today, numberIn(m[1]), m[2] ?? '')),
  },
  {
    pattern: new RegExp(`\\b${count} ${unit} (?:from now|away|hence|later|ahead)\\b`),
    read: (m, today) => upTo(later(today, numberIn(m[1]), m[2] ?? '')),
  },
  {
    pattern: /\b(?:this year and (?:the )?next|this and next year|this year or next)\b/,
    read: (_, today) => upTo(day(yearOf(today) + 1, 12, 31)),
  },
  { pattern: /\b(?:later |sometime )?this year\b/, read: (_, today) => upTo(day(yearOf(today), 12, 31)) },
  {
    pattern: /\b(?:early )?next year\b/,
    read: (m, today) => (m[0].startsWith('early') ? upTo(lastOf(yearOf(today) + 1, 4)) : wholeYear(yearOf(today) + 1)),
  },
  {
    pattern: /\b(?:this|later this|before this) (month|quarter|week)\b/,
    read: (m, today) => upTo(endOfCurrent(m[1] ?? '', today)),
  },
  {
    pattern: /\bnext (month|quarter|week)\b/,
    read: (m, today) => {
      const end = endOfCurrent(m[1] ?? '', today)
      return { start: plusDays(end, 1), end: endOfCurrent(m[1] ?? '', plusDays(end, 1)) }
    },
  },
  {
    pattern: /\bnext (spring|summer|autumn|fall|winter)\b/,
    read: (m, today) => {
      const year = nextSeason(m[1] ?? '', today)
      return { start: seasonStart(m[1] ?? '', year), end: seasonEnd(m[1] ?? '', year) }
    },
  },
  {
    pattern: /\b(?:this|the|by|in|until|before|coming) (spring|summer|autumn|fall|winter)(?: of (20\d\d))?\b/,
    read: (m, today) => upTo(seasonEnd(m[1] ?? '', m[2] ? Number(m[2]) : openSeason(m[1] ?? '', today))),
  },
  {
    pattern: new RegExp(
      `\\b(?:by|in|into|until|before|through|end of|late|early|mid|this|next|coming|during)[- ](?:the end of |early |late |mid-)?${month}(?: (20\\d\\d))?(?! \\d)\\b`,
    ),
    read: (m, today) => {
      const end = monthEnd(m[1] ?? '', m[2], today)
      return /^(?:by|until|before|through)/.test(m[0])
        ? upTo(end)
        : { start: day(Number(end.slice(0, 4)), Number(end.slice(5, 7)), 1), end }
    },
  },
  {
    pattern:
      /\b(?:by|before|until|through|till) (?:the )?(?:end of |early |late |mid-?)?(?:the year )?(20\d\d|21\d\d)\b/,
    read: (m) =>
      upTo(
        m[0].startsWith('before') && !m[0].includes('end of')
          ? day(Number(m[1]) - 1, 12, 31)
          : day(Number(m[1]), 12, 31),
      ),
  },
  { pattern: /\bend of (20\d\d|21\d\d)\b/, read: (m) => upTo(day(Number(m[1]), 12, 31)) },
  { pattern: /\b(?:in|during|throughout|of|for|around) (20\d\d|21\d\d)\b/, read: (m) => wholeYear(Number(m[1])) },
  { pattern: /\bby the (20\d0|21\d0)s\b/, read: (m) => upTo(day(Number(m[1]) - 1, 12, 31)) },
  { pattern: /\b(?:overnight|tonight|later today)\b/, read: (_, today) => upTo(today) },
]
