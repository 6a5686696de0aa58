import { type Day, plusDays, plusMonths } from '../../time.ts'
import { day, laterSpan, monthsFrom, nthWeekday, type Span, unitSpan, yearOf } from './calendar.ts'
import { durationAt } from './durations.ts'
import { type Named, type Reader, startingWith } from './named.ts'
import { definiteAt, periodAt } from './periods.ts'
import {
  afterAny,
  firstWords,
  ordinalAt,
  ordinalOpeners,
  type Prose,
  readFrom,
  saysAt,
  skip,
  wordAt,
} from './time-tokens.ts'
import { lengthName, type Unit, unitForms, weekdays } from './time-words.ts'

/** Parts of a stretch of the calendar: its start, its middle, its last week, its second Monday. */

/** Where the parts of a long stretch begin, in months from its start, and where the last ends. */
const thirdsInMonths: Partial<Record<Unit, readonly number[]>> = {
  quarter: [0, 1, 2, 3],
  half: [0, 2, 4, 6],
  season: [0, 4, 8, 12],
  year: [0, 4, 8, 12],
  decade: [0, 48, 84, 120],
  century: [0, 408, 804, 1200],
}
/** First and last day of the parts of a short stretch, in days from its start. */
const thirdsInDays: Partial<Record<Unit, readonly (readonly [number, number])[]>> = {
  week: [
    [0, 2],
    [1, 3],
    [3, 6],
  ],
  month: [
    [0, 9],
    [10, 19],
    [20, 30],
  ],
}

/** "Early", "mid" and "late": months by ten days, years by four months, decades by four, three and three years. */
export const third = ({ start, end, unit }: Pick<Named, 'start' | 'end' | 'unit'>, part: 0 | 1 | 2): Span => {
  const marks = thirdsInMonths[unit]
  if (marks)
    return { start: plusMonths(start, marks[part] ?? 0), end: plusDays(plusMonths(start, marks[part + 1] ?? 0), -1) }
  const [first, last] = thirdsInDays[unit]?.[part] ?? [0, 400]
  const to = plusDays(start, last)
  return { start: plusDays(start, first), end: to > end ? end : to }
}

/** The point that "by the middle of" aims at: the 15th of a month, 30 June of a year, the fifth year of a decade. */
const middle = ({ start, end, unit }: Named): Day => {
  const year = yearOf(start)
  if (unit === 'month') return plusDays(start, 14)
  if (unit === 'year' || unit === 'season') return monthsFrom(start, 6).end
  if (unit === 'decade') return day(year + 5, 12, 31)
  if (unit === 'century') return day(year + 50, 12, 31)
  if (unit === 'quarter' || unit === 'half')
    return plusDays(monthsFrom(start, unit === 'half' ? 3 : 1).end, unit === 'half' ? 0 : 15)
  return unit === 'week' ? plusDays(start, 2) : end
}

type Edge = 'early' | 'start' | 'mid' | 'late' | 'end' | 'rest' | 'turn'
const edgeWords: readonly (readonly [Edge, string])[] = [
  ['early', 'early in|early|the early part of|the early days of|the early months of|the early'],
  ['mid', 'the middle of|middle of|the mid|mid|the midpoint of|halfway through|midway through'],
  ['late', 'late in|late|the latter part of|the later part of|the late|later in'],
  ['turn', 'the turn of|turn of'],
  ['start', 'the start of|start of|the beginning of|beginning of|the opening of|the outset of|the first days of'],
  ['end', 'the very end of|the end of|end of|the close of|close of|the tail end of|the last days of|end'],
  ['rest', 'the rest of|rest of|the remainder of|remainder of|the whole of|all of|the course of'],
]

/** "the end of March", "mid-2027", "late next year", "the rest of the year", "the early 2030s". */
const edge: Reader = startingWith(firstWords(...edgeWords.map(([, openings]) => openings)), (prose, i) => {
  for (const [part, openings] of edgeWords) {
    const at = afterAny(prose, i, openings)
    if (at === null) continue
    const bare = at === i + 1
    const read: Reader = (of, from) =>
      bare ? (periodAt(of, from) ?? century(of, from)) : (nthAt(of, from) ?? definiteAt(of, from))
    const whole = read(readFrom(prose, prose.today, 'ends'), at)
    if (!whole || (bare && part === 'end' && whole.unit === 'day')) continue
    const found = cut(prose, whole, part)
    if (!whole.floats || lies(prose, found)) return found
    const next = read(readFrom(prose, prose.today, 'starts'), at)
    return next && cut(prose, next, part)
  }
  return null
})
/** Whether a part is still to come: "by mid-August", said on the 18th, is next year's. */
const lies = ({ today, fit }: Prose, { start, end, point, last }: Named): boolean =>
  fit === 'ends' || last ? (point ?? end) >= today : (point ?? start) > today
/** "mid-century", "midweek", "mid-month", "mid-year". */
const century: Reader = (prose, i) =>
  ['century', 'decade', 'year', 'month', 'week', 'season', 'quarter'].includes(wordAt(prose, i)) &&
  wordAt(prose, i - 1) === 'mid'
    ? definiteAt(prose, i)
    : null

const cut = ({ today }: Prose, whole: Named, part: Edge): Named => {
  if (part === 'turn') return turnOf(today, whole)
  if (part === 'rest') return { ...whole, start: whole.start > today ? whole.start : today, last: true }
  if (part === 'early') return { ...whole, ...third(whole, 0) }
  if (part === 'mid') return { ...whole, ...third(whole, 1), point: middle(whole) }
  if (part !== 'start') return { ...whole, ...third(whole, 2), ...(part === 'end' ? { last: true } : {}) }
  return { ...whole, ...opening(whole), point: whole.start }
}
/** "The turn of the year" is where the next begins, of a named year its first day. */
const turnOf = (today: Day, whole: Named): Named => {
  const { start } = whole.start > today ? whole : laterSpan(whole.unit, today, 1)
  return { ...whole, start, end: plusDays(start, 6), point: start }
}
/** "The start of" a year is its January, of a month its first ten days, of a longer stretch its first year or ten. */
const opening = (whole: Named): Span => {
  const years = { decade: 1, century: 10 }[whole.unit as string]
  if (years) return monthsFrom(whole.start, years * 12)
  return ['year', 'season', 'half', 'quarter'].includes(whole.unit) ? monthsFrom(whole.start, 1) : third(whole, 0)
}

const compounds: ReadonlyMap<string, readonly ['mid' | 'end', Unit]> = new Map([
  ['midyear', ['mid', 'year']],
  ['midweek', ['mid', 'week']],
  ['midmonth', ['mid', 'month']],
  ['midcentury', ['mid', 'century']],
  ['midseason', ['mid', 'season']],
  ['eoy', ['end', 'year']],
  ['eom', ['end', 'month']],
  ['eow', ['end', 'week']],
  ['eod', ['end', 'day']],
])
/** "year-end", "the year's end", "midyear", "EOY", "next month's end". */
const compound: Reader = (prose, i) => {
  const at = skip(prose, i, 'the')
  const known = compounds.get(wordAt(prose, at))
  if (known)
    return cut(prose, { ...unitSpan(known[1], prose.today), to: at + 1, unit: known[1], deictic: true }, known[0])
  if (!endsNear(prose, i)) return null
  const whole = definiteAt(prose, i)
  if (!whole || unitForms[wordAt(prose, whole.to - 1)] === undefined) return null
  const end = skip(prose, whole.to, "'s", 's')
  return wordAt(prose, end) === 'end' && wordAt(prose, end + 1) !== 'of'
    ? cut(prose, { ...whole, to: end + 1 }, 'end')
    : null
}

const countOpeners = ['the', 'its', 'this', 'last', 'final', 'closing', 'opening']
/** Whether "end" stands where the name of a stretch may be over. */
const endsNear = ({ words }: Prose, i: number): boolean => {
  const end = words.indexOf('end', i + 1)
  return end > 0 && end < i + 8
}

/** Counted from the front, or for "last" and "second last" from the back. */
const countAt = (prose: Prose, i: number): { n: number; to: number } | null => {
  const at = skip(prose, i, 'the', 'its', 'this')
  if (['last', 'final', 'closing'].includes(wordAt(prose, at))) return { n: -1, to: at + 1 }
  if (wordAt(prose, at) === 'opening') return { n: 1, to: at + 1 }
  const ordinal = ordinalAt(prose, at)
  if (!ordinal || ordinal.value < 1) return null
  const last = ['last', 'final'].includes(wordAt(prose, ordinal.to))
  return last ? { n: -ordinal.value, to: ordinal.to + 1 } : { n: ordinal.value, to: ordinal.to }
}

/** "the second Monday of July", "the last week of October", "the third day of next month", "the first half of March". */
const nthAt: Reader = startingWith([...countOpeners, ...ordinalOpeners], (prose, i) => {
  const count = countAt(prose, i)
  if (!count) return null
  const word = wordAt(prose, count.to)
  const several = lengthName(word) === null && !weekdays[word] ? durationAt(prose, count.to) : null
  const joint =
    several?.to ?? (weekdays[word] ? skip(prose, count.to + 1, 'morning', 'afternoon', 'evening') : count.to + 1)
  const to = skip(prose, joint, 'of', 'in')
  const whole = definiteAt(prose, to)
  if (!whole || (to === joint && !whole.deictic && whole.unit !== 'year')) return null
  const span = several ? stretch(whole, count.n, several.high) : nthOf(whole, count.n, word)
  if (!span || span.end < whole.start || span.start > whole.end) return null
  return { ...whole, ...within(whole, span), to: whole.to, unit: 'day' }
})
const within = (whole: Span, { start, end }: Span): Span => ({
  start: start < whole.start ? whole.start : start,
  end: end > whole.end ? whole.end : end,
})
const nthOf = (whole: Named, n: number, word: string): Span | null => {
  const weekday = weekdays[word]
  if (weekday !== undefined) {
    const found = nthWeekday(whole, weekday, n)
    return found === null ? null : { start: found, end: found }
  }
  const unit = unitForms[word]
  if (unit === 'half') return halves(whole, n)
  if (unit === undefined || word.endsWith('s')) return null
  if (unit === 'week' || unit === 'weekend') return nthWeek(whole, n, unit)
  const first = n > 0 ? unitSpan(unit, whole.start) : unitSpan(unit, whole.end)
  if (n > 0) return laterSpan(unit, first.start, Math.min(n, 120) - 1)
  let span = first
  for (let k = -1; k > Math.max(n, -120); k--) span = unitSpan(unit, plusDays(span.start, -1))
  return span
}
/** Weeks belong to the month or year that their Thursday lies in (ISO 8601). */
const nthWeek = (whole: Named, n: number, unit: Unit): Span | null => {
  const thursday = nthWeekday(whole, unit === 'week' ? 4 : 6, n)
  return thursday === null ? null : unitSpan(unit, thursday)
}
const halves = ({ start, end, unit }: Named, n: number): Span | null => {
  const middays = unit === 'month' ? plusDays(start, 14) : unit === 'decade' ? day(yearOf(start) + 4, 12, 31) : null
  if (middays === null || ![1, 2, -1].includes(n)) return null
  return n === 1 ? { start, end: middays } : { start: plusDays(middays, 1), end }
}
/** "the last ten days of May", "the first three months of the year". */
const stretch = (whole: Named, n: number, { months, days }: { months: number; days: number }): Span | null => {
  if (n === 1) {
    const end = months > 0 ? monthsFrom(whole.start, months).end : plusDays(whole.start, days - 1)
    return { start: whole.start, end: end > whole.end ? whole.end : end }
  }
  const next = plusDays(whole.end, 1)
  const from = months > 0 ? plusMonths(next, -Math.floor(months)) : plusDays(next, -Math.floor(days))
  return n === -1 ? { start: from < whole.start ? whole.start : from, end: whole.end } : null
}

/** A part of a stretch of the calendar at token `i`, or null. */
export const partAt: Reader = (prose, i) => {
  if (['last', 'final'].includes(wordAt(prose, i)) && saysAt(prose, i + 1, 'year')) return null
  return edge(prose, i) ?? compound(prose, i) ?? nthAt(prose, i)
}
