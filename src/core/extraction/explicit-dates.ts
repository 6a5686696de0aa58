import { casual } from 'chrono-node'
import { type Day, LAST_DAY, plusDays, plusMonths } from '../time.ts'

/** Days that words of time name outright: both ends included, `start: null` when only the end is named. */
export type DateSpan = { text: string; start: Day | null; end: Day }

const numbers: Readonly<Record<string, number>> = { a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, twelve: 12, eighteen: 18, twenty: 20, thirty: 30, fifty: 50 }
const unitMonths: Readonly<Record<string, number>> = { month: 1, quarter: 3, year: 12, decade: 120, century: 1200 }
const unitDays: Readonly<Record<string, number>> = { day: 1, week: 7, fortnight: 14, hour: 1 / 24 }
const monthNames = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december']
/** First month of each season, northern half of the earth. */
const seasons: Readonly<Record<string, number>> = { spring: 3, summer: 6, autumn: 9, fall: 9, winter: 12 }

const day = (year: number, month: number, date: number): Day => `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}` as Day
const lastOf = (year: number, month: number): Day => plusDays(plusMonths(day(year, month, 1), 1), -1)
const inRange = (candidate: Day): boolean => candidate <= LAST_DAY

const later = (from: Day, count: number, unit: string): Day | null => {
  const months = unitMonths[unit]
  const end = months === undefined ? plusDays(from, Math.ceil(count * (unitDays[unit] ?? 0))) : plusMonths(from, Math.round(count * months))
  return inRange(end) ? end : null
}

type Reader = { pattern: RegExp; read: (match: RegExpExecArray, today: Day) => { start: Day | null; end: Day } | null }

const upTo = (end: Day | null): { start: Day | null; end: Day } | null => (end === null ? null : { start: null, end })
const month = '(january|february|march|april|may|june|july|august|september|october|november|december)'
const unit = '(day|week|fortnight|month|quarter|year|decade)s?'
const count = '(\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|eighteen|twenty|thirty|fifty)'

const seasonEnd = (name: string, year: number): Day => {
  const first = seasons[name] ?? 3
  return first === 12 ? lastOf(year + 1, 2) : lastOf(year, first + 2)
}
const seasonStart = (name: string, year: number): Day => day(year, seasons[name] ?? 3, 1)
const yearOf = (today: Day): number => Number(today.slice(0, 4))
const nextSeason = (name: string, today: Day): number => (seasonStart(name, yearOf(today)) > today ? yearOf(today) : yearOf(today) + 1)
const openSeason = (name: string, today: Day): number => (seasonEnd(name, yearOf(today)) >= today ? yearOf(today) : yearOf(today) + 1)
const wholeYear = (year: number) => ({ start: day(year, 1, 1), end: day(year, 12, 31) })
const quarterEnd = (year: number, quarter: number): Day => lastOf(year, quarter * 3)
const ordinals: Readonly<Record<string, number>> = { first: 1, second: 2, third: 3, fourth: 4, final: 4, last: 4 }

/** A period named with a preposition: "by" keeps only its end, "in" and "next" both ends. */
const periods: readonly Reader[] = [
  { pattern: /\bend of (?:this|the|the current) year\b|\b(?:by )?year['’]?s? end\b|\byear-end\b/, read: (_, today) => upTo(day(yearOf(today), 12, 31)) },
  { pattern: /\bend of next year\b/, read: (_, today) => upTo(day(yearOf(today) + 1, 12, 31)) },
  { pattern: /\bend of (?:this|the) month\b/, read: (_, today) => upTo(lastOf(yearOf(today), Number(today.slice(5, 7)))) },
  { pattern: /\bend of (?:this|the) decade\b|\bthis decade\b/, read: (_, today) => upTo(day(yearOf(today) - (yearOf(today) % 10) + 9, 12, 31)) },
  { pattern: /\bend of (?:this|the) century\b|\bthis century\b/, read: (_, today) => upTo(day(yearOf(today) - (yearOf(today) % 100) + 99, 12, 31)) },
  { pattern: /\b(first|second) half of (20\d\d|this year|next year)\b/, read: (m, today) => { const year = yearNamed(m[2], today); return m[1] === 'first' ? { start: day(year, 1, 1), end: day(year, 6, 30) } : { start: day(year, 7, 1), end: day(year, 12, 31) } } },
  { pattern: /\b(first|second|third|fourth|final|last) quarter of (20\d\d|this year|next year)\b/, read: (m, today) => { const year = yearNamed(m[2], today); const q = ordinals[m[1] ?? ''] ?? 4; return { start: day(year, q * 3 - 2, 1), end: quarterEnd(year, q) } } },
  { pattern: new RegExp(`\\b(mid|early|late)[- ](20\\d\\d|next year|this year)\\b`), read: (m, today) => { const year = yearNamed(m[2], today); return upTo(m[1] === 'early' ? lastOf(year, 4) : m[1] === 'mid' ? lastOf(year, 8) : day(year, 12, 31)) } },
  { pattern: new RegExp(`\\b(?:within|inside|over|during|in|for) (?:the |about |around |roughly |at least )?(?:next |coming |following )?(?:the next )?${count} ${unit}\\b`), read: (m, today) => upTo(later(today, numberIn(m[1]), m[2] ?? '')) },
  { pattern: new RegExp(`\\b(?:over|during|within|in) the (?:next|coming|following) (day|week|month|quarter|year|decade)\\b`), read: (m, today) => upTo(later(today, 1, m[1] ?? '')) },
  { pattern: new RegExp(`\\b(?:next|coming) ${count} ${unit}\\b`), read: (m, today) => upTo(later(today, numberIn(m[1]), m[2] ?? '')) },
  { pattern: new RegExp(`\\b${count} ${unit} (?:from now|away|hence|later|ahead)\\b`), read: (m, today) => upTo(later(today, numberIn(m[1]), m[2] ?? '')) },
  { pattern: /\b(?:this year and (?:the )?next|this and next year|this year or next)\b/, read: (_, today) => upTo(day(yearOf(today) + 1, 12, 31)) },
  { pattern: /\b(?:later |sometime )?this year\b/, read: (_, today) => upTo(day(yearOf(today), 12, 31)) },
  { pattern: /\b(?:early )?next year\b/, read: (m, today) => (m[0].startsWith('early') ? upTo(lastOf(yearOf(today) + 1, 4)) : wholeYear(yearOf(today) + 1)) },
  { pattern: /\b(?:this|later this|before this) (month|quarter|week)\b/, read: (m, today) => upTo(endOfCurrent(m[1] ?? '', today)) },
  { pattern: /\bnext (month|quarter|week)\b/, read: (m, today) => { const end = endOfCurrent(m[1] ?? '', today); return { start: plusDays(end, 1), end: endOfCurrent(m[1] ?? '', plusDays(end, 1)) } } },
  { pattern: /\bnext (spring|summer|autumn|fall|winter)\b/, read: (m, today) => { const year = nextSeason(m[1] ?? '', today); return { start: seasonStart(m[1] ?? '', year), end: seasonEnd(m[1] ?? '', year) } } },
  { pattern: /\b(?:this|the|by|in|until|before|coming) (spring|summer|autumn|fall|winter)(?: of (20\d\d))?\b/, read: (m, today) => upTo(seasonEnd(m[1] ?? '', m[2] ? Number(m[2]) : openSeason(m[1] ?? '', today))) },
  { pattern: new RegExp(`\\b(?:by|in|until|before|through|end of|late|early|mid|this|next|coming|during)[- ](?:the end of |early |late |mid-)?${month}(?: (20\\d\\d))?(?! \\d)\\b`), read: (m, today) => { const end = monthEnd(m[1] ?? '', m[2], today); return /^(?:by|until|before|through)/.test(m[0]) ? upTo(end) : { start: day(Number(end.slice(0, 4)), Number(end.slice(5, 7)), 1), end } } },
  { pattern: /\b(?:by|before|until|through|till) (?:the )?(?:end of |early |late |mid-?)?(?:the year )?(20\d\d|21\d\d)\b/, read: (m) => upTo(m[0].startsWith('before') && !m[0].includes('end of') ? day(Number(m[1]) - 1, 12, 31) : day(Number(m[1]), 12, 31)) },
  { pattern: /\bend of (20\d\d|21\d\d)\b/, read: (m) => upTo(day(Number(m[1]), 12, 31)) },
  { pattern: /\b(?:in|during|throughout|of|for|around) (20\d\d|21\d\d)\b/, read: (m) => wholeYear(Number(m[1])) },
  { pattern: /\bby the (20\d0|21\d0)s\b/, read: (m) => upTo(day(Number(m[1]) - 1, 12, 31)) },
  { pattern: /\bbefore (christmas|new year)\b|\bby (christmas|new year)\b/, read: (m, today) => upTo(day(yearOf(today), 12, (m[1] ?? m[2]) === 'christmas' ? 25 : 31)) },
  { pattern: /\b(?:overnight|tonight|later today)\b/, read: (_, today) => upTo(today) },
]

const numberIn = (word: string | undefined): number => numbers[word ?? ''] ?? Number(word)
const yearNamed = (name: string | undefined, today: Day): number => (name === 'next year' ? yearOf(today) + 1 : name === 'this year' ? yearOf(today) : Number(name))
const monthEnd = (name: string, year: string | undefined, today: Day): Day => {
  const number = monthNames.indexOf(name) + 1
  if (year !== undefined) return lastOf(Number(year), number)
  const end = lastOf(yearOf(today), number)
  return end >= today ? end : lastOf(yearOf(today) + 1, number)
}
const endOfCurrent = (unitName: string, today: Day): Day => {
  const [year, number] = [yearOf(today), Number(today.slice(5, 7))]
  if (unitName === 'month') return lastOf(year, number)
  if (unitName === 'quarter') return lastOf(year, Math.ceil(number / 3) * 3)
  const weekday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7
  return plusDays(today, 6 - weekday)
}

/**
 * The dates that a claim's words name, or null. Periods end on their last day ("by March" = 31 March), the year is the next
 * that fits. Named days are read by chrono-node. Spans that lie before `today` are history and give null.
 * `explicitDates('by the end of next year', '2026-02-10')?.end === '2027-12-31'`
 */
export const explicitDates = (prose: string, today: Day): DateSpan | null => {
  for (const { pattern, read } of periods) {
    const match = pattern.exec(prose)
    const span = match ? read(match, today) : null
    if (match && span && span.end >= today && inRange(span.end)) return { text: match[0], ...span }
  }
  return namedDay(prose, today)
}

const hasDay = /\b(?:\d{1,2}|monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow)\b/

const namedDay = (prose: string, today: Day): DateSpan | null => {
  if (!hasDay.test(prose) || prose.length > 1500) return null
  const reference = new Date(`${today}T12:00:00Z`)
  for (const result of casual.parse(prose, { instant: reference, timezone: 0 }, { forwardDate: true })) {
    if (!result.start.isCertain('day') && !result.start.isCertain('weekday')) continue
    const [year, monthNumber, date] = [result.start.get('year'), result.start.get('month'), result.start.get('day')]
    if (year === null || monthNumber === null || date === null) continue
    const end = day(year, monthNumber, date)
    if (end >= today && inRange(end)) return { text: result.text, start: null, end }
  }
  return null
}
