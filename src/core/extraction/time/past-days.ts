import { type Day, plusDays } from '../../time.ts'
import { day, exists, monthOf, type Span, unitSpan, weekdayOf, yearOf } from './calendar.ts'
import { feastAt } from './feasts.ts'
import type { Named } from './named.ts'
import { follows, isWeekday, spanOf } from './named-days.ts'
import { afterAny, type CalendarDate, numberAt, ordinalAt, type Prose, skip, wordAt } from './time-tokens.ts'
import { weekdays } from './time-words.ts'

/** Single days that are over, or run, on the day of publication: dates, days of the week, "yesterday", "the 14th". */

const days = (start: Day, end: Day, to: number): Named => ({ start, end, to, unit: 'day', deictic: true })
const YEARS_BACK = 9

/** "Last year", "of this year" behind a date or a month. */
export const yearBehind = (prose: Prose, i: number): { year: number; to: number } | null => {
  const at = skip(prose, i, 'of', 'in', ',')
  const last = afterAny(prose, at, 'last year|the previous year')
  if (last !== null) return { year: yearOf(prose.today) - 1, to: last }
  const current = afterAny(prose, at, 'this year')
  return current === null ? null : { year: yearOf(prose.today), to: current }
}

/** The latest of a yearly span's turns that has begun by today. */
export const latest = ({ today }: Prose, spanIn: (year: number) => Span): Span => {
  const year = yearOf(today)
  const turns = [year, year - 1].map(spanIn)
  return turns.find(({ start }) => start <= today) ?? spanIn(year - 2)
}

/** "4 February", "February 4 and 5", "4 and 5 February", "12 March 2019"; without a year the latest that has begun. */
const dated = (prose: Prose, i: number): Named | null => {
  const at = skip(prose, i, 'the')
  const first = numberAt(prose, at)
  const joined = first && joins.has(wordAt(prose, first.to)) ? dateAt(prose, first.to + 1) : null
  const date = joined ?? dateAt(prose, at) ?? dateAt(prose, i)
  if (!date) return null
  const behind = yearBehind(prose, date.to)
  const year = date.last.year ?? date.first.year ?? behind?.year ?? null
  const years = year === null ? Array.from({ length: YEARS_BACK }, (_, k) => yearOf(prose.today) - k) : [year]
  const spans = years.flatMap((one) => spanOf(date, one)).filter(({ start }) => start <= prose.today)
  const found = spans.find(({ start }) => date.weekday === null || weekdayOf(start) === date.weekday) ?? spans[0]
  if (!found) return null
  if (joined && first) return days(inMonthOf(found.start, first.value) ?? found.start, found.end, behind?.to ?? date.to)
  const second = joins.has(wordAt(prose, date.to)) ? numberAt(prose, date.to + 1) : null
  const end = second && isLoneNumber(prose, second.to) ? inMonthOf(found.end, second.value) : null
  return end && second && end > found.end
    ? days(found.start, end, second.to)
    : days(found.start, found.end, behind?.to ?? date.to)
}
const joins = new Set(['and', 'or', '-', 'to'])
const dateAt = ({ dates }: Prose, i: number): CalendarDate | null => dates.find(({ from }) => from === i) ?? null
const inMonthOf = (of: Day, date: number): Day | null =>
  exists(yearOf(of), monthOf(of), date) ? day(yearOf(of), monthOf(of), date) : null
/** "February 4 and 5", not "on February 4 and 5 people". */
const isLoneNumber = (prose: Prose, i: number): boolean => i >= prose.tokens.length || follows.has(wordAt(prose, i))

const yesterdays = 'yesterday morning|yesterday afternoon|yesterday evening|yesterday'
const nights = 'last night|overnight'
const todays = 'earlier today|today|this morning|this afternoon|this evening|tonight'
const near = (prose: Prose, i: number): Named | null => {
  const { today } = prose
  const second = afterAny(prose, i, 'the day before yesterday|day before yesterday')
  if (second !== null) return days(plusDays(today, -2), plusDays(today, -2), second)
  const yesterday = afterAny(prose, i, yesterdays)
  if (yesterday !== null) return days(plusDays(today, -1), plusDays(today, -1), yesterday)
  const night = afterAny(prose, i, nights)
  if (night !== null) return days(plusDays(today, -1), today, night)
  const now = afterAny(prose, i, todays)
  return now === null ? null : days(today, today, now)
}

const dayParts = ['morning', 'afternoon', 'evening', 'night', 'lunchtime', 'midnight', 'noon']
/** "On Tuesday", "Tuesday night", "last Tuesday", "Tuesday of last week"; never "on Tuesdays", "on a Tuesday". */
const weekday = (prose: Prose, i: number): Named | null => {
  const { today } = prose
  const last = afterAny(prose, i, 'last')
  const at = last ?? afterAny(prose, i, 'this past|the past|this') ?? i
  const number = weekdays[wordAt(prose, at)]
  if (number === undefined || wordAt(prose, at).endsWith('days')) return null
  if (last === null && (!isWeekday(prose, at) || wordAt(prose, at - 1) === 'other')) return null
  const to = skip(prose, skip(prose, at + 1, wordAt(prose, at).length < 6 ? '.' : ''), ...dayParts)
  const inWeek = (of: Day): Day => plusDays(unitSpan('week', of).start, number - 1)
  const before = plusDays(today, -7)
  const week = afterAny(prose, to, 'of last week|last week')
  if (week !== null) return days(inWeek(before), inWeek(before), week)
  const current = inWeek(today)
  const latestDay = current <= today ? current : inWeek(before)
  if (last === null) return days(latestDay, latestDay, to)
  // "Last Tuesday", said on a Friday, is this week's to some and the week's before to others.
  return { ...days(inWeek(before), current < today ? current : inWeek(before), to), rule: true }
}

/** "On the 14th": the latest such day. */
const numbered = (prose: Prose, i: number): Named | null => {
  const led = ['on', 'since', 'by', 'until', 'before', 'after'].includes(wordAt(prose, i - 1))
  const ordinal = led && wordAt(prose, i) === 'the' ? ordinalAt(prose, i + 1) : null
  if (!ordinal || !isLoneNumber(prose, ordinal.to)) return null
  const [here, before] = [prose.today, plusDays(unitSpan('month', prose.today).start, -1)]
  const found = [inMonthOf(here, ordinal.value), inMonthOf(before, ordinal.value)].find((of) => of && of <= here)
  return found ? days(found, found, ordinal.to) : null
}

/** "Christmas Eve", "Easter 2019": the latest. */
const feast = (prose: Prose, i: number): Named | null => {
  const at = skip(prose, i, 'last')
  const found = feastAt(
    prose.words.slice(at, at + 5).filter((word) => word !== "'s"),
    wordAt(prose, at - 1),
  )
  if (!found) return null
  let to = at
  for (let words = 0; words < found.words; to++) if (wordAt(prose, to) !== "'s") words++
  const written = /^(?:19|20)\d\d$/.test(wordAt(prose, to)) ? Number(wordAt(prose, to)) : null
  const spanIn = (year: number): Span => ({ start: found.dayIn(year), end: found.dayIn(year) })
  const span = written === null ? latest(prose, spanIn) : spanIn(written)
  return { ...days(span.start, span.end, written === null ? to : to + 1), feast: true }
}

const weeks = 'the week of|the week beginning|the week starting|the week commencing'
const weekOf = (prose: Prose, i: number): Named | null => {
  const at = afterAny(prose, i, weeks)
  const found = at === null ? null : dated(prose, at)
  return found && { ...unitSpan('week', found.start), to: found.to, unit: 'week', deictic: true }
}

export const pastDayReaders = [dated, near, weekday, numbered, feast, weekOf] as const
