import { cardinals } from '../lexicon/numbers.ts'
import { type Day, LAST_DAY, plusDays, plusMonths } from '../time.ts'

/** Arithmetic of the calendar that words of time rest on. All days are UTC. */

const numbers: Readonly<Record<string, number>> = { ...cardinals, a: 1, an: 1 }
const unitMonths: Readonly<Record<string, number>> = { month: 1, quarter: 3, year: 12, decade: 120, century: 1200 }
const unitDays: Readonly<Record<string, number>> = { day: 1, week: 7, fortnight: 14, hour: 1 / 24 }
export const monthNames = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
/** First month of each season, northern half of the earth. */
const seasons: Readonly<Record<string, number>> = { spring: 3, summer: 6, autumn: 9, fall: 9, winter: 12 }

export const day = (year: number, month: number, date: number): Day =>
  `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}` as Day
export const lastOf = (year: number, month: number): Day => plusDays(plusMonths(day(year, month, 1), 1), -1)
export const inRange = (candidate: Day): boolean => candidate <= LAST_DAY

export const later = (from: Day, count: number, unit: string): Day | null => {
  const months = unitMonths[unit]
  const end =
    months === undefined
      ? plusDays(from, Math.ceil(count * (unitDays[unit] ?? 0)))
      : plusMonths(from, Math.round(count * months))
  return inRange(end) ? end : null
}

export const seasonEnd = (name: string, year: number): Day => {
  const first = seasons[name] ?? 3
  return first === 12 ? lastOf(year + 1, 2) : lastOf(year, first + 2)
}
export const seasonStart = (name: string, year: number): Day => day(year, seasons[name] ?? 3, 1)
export const yearOf = (today: Day): number => Number(today.slice(0, 4))
export const nextSeason = (name: string, today: Day): number =>
  seasonStart(name, yearOf(today)) > today ? yearOf(today) : yearOf(today) + 1
export const openSeason = (name: string, today: Day): number =>
  seasonEnd(name, yearOf(today)) >= today ? yearOf(today) : yearOf(today) + 1
export const wholeYear = (year: number) => ({ start: day(year, 1, 1), end: day(year, 12, 31) })
const ordinals: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  final: 4,
  last: 4,
}

export const numberIn = (word: string | undefined): number => numbers[word ?? ''] ?? Number(word)
export const yearNamed = (name: string | undefined, today: Day): number => {
  if (name === 'next year') return yearOf(today) + 1
  return name === 'this year' || name === 'the year' ? yearOf(today) : Number(name)
}
/** "first" or "second" half of a year, both ends included. */
export const halfOf = (name: string, year: number): { start: Day; end: Day } =>
  name === 'first'
    ? { start: day(year, 1, 1), end: day(year, 6, 30) }
    : { start: day(year, 7, 1), end: day(year, 12, 31) }
/** "first" to "fourth" (or "final") quarter of a year, both ends included. */
export const quarterOf = (name: string, year: number): { start: Day; end: Day } => {
  const quarter = ordinals[name] ?? 4
  return { start: day(year, quarter * 3 - 2, 1), end: lastOf(year, quarter * 3) }
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
export const monthEnd = (name: string, year: string | undefined, today: Day): Day => {
  const number = monthNames.indexOf(name) + 1
  if (year !== undefined) return lastOf(Number(year), number)
  const end = lastOf(yearOf(today), number)
  return end >= today ? end : lastOf(yearOf(today) + 1, number)
}
export const endOfCurrent = (unitName: string, today: Day): Day => {
  const [year, number] = [yearOf(today), Number(today.slice(5, 7))]
  if (unitName === 'month') return lastOf(year, number)
  if (unitName === 'quarter') return lastOf(year, Math.ceil(number / 3) * 3)
  const weekday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7
  return plusDays(today, 6 - weekday)
}
