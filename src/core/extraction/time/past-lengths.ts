import { type Day, plusDays } from '../../time.ts'
import { laterSpan, type Span, shifted, unitSpan, weekdayFrom } from './calendar.ts'
import { type Duration, dayBefore, durationAt } from './durations.ts'
import { unitBefore } from './past-periods.ts'
import { afterAny, type Prose, wordAt } from './time-tokens.ts'
import { type Unit, unitForms, weekdays } from './time-words.ts'

/** Lengths of time that look back: "in the past year", "three weeks ago", and what is counted from the fact told before. */

/** What "later" and "the next day" are counted from: the days of the fact told before. */
export type Anchor = Span | null
/** Days found at a token; `named`: those that the words name behind "until" and "since". */
export type Found = {
  start: Day | null
  end: Day
  to: number
  rule?: true
  adverb?: boolean
  named?: Span
  feast?: true
}

const lasting =
  'in the past|in the last|over the past|over the last|during the past|during the last|within the past|within the last|for the past|the past'
/** "In the past two years", "over the last month", "the past decade": that long, up to today. */
export const pastLength = (prose: Prose, i: number): Found | null => {
  const at = afterAny(prose, i, lasting)
  if (at === null) return null
  const unit = unitForms[wordAt(prose, at)]
  const single = unit && unit !== 'half' && unit !== 'season' && !wordAt(prose, at).endsWith('s')
  const start = single ? back(prose.today, unit) : before(prose.today, durationAt(prose, at, true))
  const to = single ? at + 1 : (durationAt(prose, at, true)?.to ?? at)
  return start && { start, end: prose.today, to }
}
const monthsOf: Partial<Record<Unit, number>> = { month: 1, quarter: 3, year: 12, decade: 120, century: 1200 }
const daysOf: Partial<Record<Unit, number>> = { day: 1, week: 7, weekend: 2 }
export const back = (from: Day, unit: Unit): Day | null =>
  dayBefore(from, { months: monthsOf[unit] ?? 0, days: daysOf[unit] ?? 0, hours: 0, workdays: 0 })
export const before = (from: Day, length: Duration | null): Day | null => length && dayBefore(from, length.high)

/** Half of the unit that a length is counted in, in days: "three weeks ago" is right to the week. */
const slack: Readonly<Record<string, number>> = {
  week: 3,
  fortnight: 5,
  month: 15,
  quarter: 45,
  year: 182,
  decade: 1200,
  century: 9000,
}

/** "Three weeks ago", "a year ago", "hours ago". */
export const ago = (prose: Prose, i: number): Found | null => {
  const length = durationAt(prose, i)
  if (!length || wordAt(prose, length.to) !== 'ago') return null
  const [far, close] = [dayBefore(prose.today, length.high), dayBefore(prose.today, length.low)]
  const margin = slack[length.unit] ?? 0
  if (!far || !close) return null
  const exact = length.unit === 'day' ? 0 : Math.max(margin, 1)
  return { start: plusDays(far, -exact), end: plusDays(close, exact), to: length.to + 1, rule: true }
}

const laters = 'later|afterwards|after that'
const earliers = 'earlier|before that|beforehand'
/** "Two days later", "the next morning", "that week", "the year before": counted from the fact told before. */
export const anchored = (prose: Prose, i: number, anchor: Anchor): Found | null => {
  if (!anchor) return null
  const length = durationAt(prose, i)
  const onwards = length && afterAny(prose, length.to, laters)
  if (length && onwards !== null) {
    const [first, last] = [moved(anchor.start, length, 1), moved(anchor.end, length, 1)]
    return first && last && around(first, last, length.unit, onwards)
  }
  const backwards = length && afterAny(prose, length.to, earliers)
  if (length && backwards !== null) {
    const [first, last] = [moved(anchor.start, length, -1), moved(anchor.end, length, -1)]
    return first && last && around(first, last, length.unit, backwards)
  }
  return pointed(prose, i, anchor)
}
const around = (start: Day, end: Day, unit: string, to: number): Found => {
  const margin = unit === 'day' ? 0 : Math.max(slack[unit] ?? 0, 1)
  return { start: plusDays(start, -margin), end: plusDays(end, margin), to, rule: true }
}
const moved = (from: Day, { high }: Duration, sign: 1 | -1): Day | null =>
  sign > 0 ? shifted(from, high.months, high.days) : dayBefore(from, high)

const nexts = 'the next|the following|the very next'
const sames = 'the same|that same|that very|that'
const previous = 'the previous|the preceding'
const mornings = ['morning', 'evening', 'night', 'afternoon']
const pointed = (prose: Prose, i: number, anchor: Span): Found | null => {
  const [next, same, prior] = [afterAny(prose, i, nexts), afterAny(prose, i, sames), afterAny(prose, i, previous)]
  const at = next ?? same ?? prior
  if (at === null) return null
  const word = wordAt(prose, at)
  const weekday = weekdays[word]
  if (weekday !== undefined && next !== null) {
    const found = weekdayFrom(plusDays(anchor.start, 1), weekday)
    return { start: found, end: found, to: at + 1, rule: true }
  }
  const unit = mornings.includes(word) ? 'day' : unitForms[word]
  if (unit === undefined || unit === 'half' || (word.endsWith('s') && unit !== 'century')) return null
  const span =
    next !== null
      ? { start: laterSpan(unit, anchor.start, 1).start, end: laterSpan(unit, anchor.end, 1).end }
      : same !== null
        ? { start: unitSpan(unit, anchor.start).start, end: unitSpan(unit, anchor.end).end }
        : { start: unitBefore(unit, anchor.start).start, end: unitBefore(unit, anchor.end).end }
  return { ...span, to: at + 1, rule: true }
}
