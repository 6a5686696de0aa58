import { type Day, plusDays, plusMonths } from '../../time.ts'
import { shifted, weekdayOf } from './calendar.ts'
import { afterAny, type Counted, firstWords, numberAt, type Prose, saysAt, wordAt } from './time-tokens.ts'
import { lengthName, lengths, numberWords } from './time-words.ts'

/** A length of time as counted: months and days by the calendar, hours, or working days. */
export type Length = { months: number; days: number; hours: number; workdays: number }
/** "two to three years": the shorter and the longer length it names, the same for one number; the token after it. */
export type Duration = { low: Length; high: Length; to: number; unit: string; plural: boolean }

/** The day that far from a day; null past the last day Hindcast works with. Begun days count, Saturdays and Sundays are no working days. */
export const dayAfter = (from: Day, { months, days, hours, workdays }: Length): Day | null => {
  const whole = days > 0 || months > 0 ? Math.floor(days) : Math.ceil(days + hours / 24)
  let reached = shifted(from, months, whole)
  for (let left = Math.min(workdays, 400); reached !== null && left > 0; left--)
    reached = plusDays(reached, { 5: 3, 6: 2 }[weekdayOf(reached)] ?? 1)
  return reached
}
/** The day that long before a day, at most a thousand years. */
export const dayBefore = (from: Day, { months, days }: Length): Day | null =>
  months < 12_000 && days < 100_000 ? plusDays(plusMonths(from, -Math.floor(months)), -Math.floor(days)) : null

const approximations =
  'at least|at most|at the very least|up to|no more than|not more than|less than|more than|fewer than|as little as|as few as|somewhere between|about|around|roughly|approximately|nearly|almost|maybe|perhaps|only|just|some|another|under|over|between|the'
/** The index after words such as "about", "at least", "no more than". */
const afterApproximations = (prose: Prose, i: number): number => {
  const next = afterAny(prose, i, approximations)
  return next === null ? i : afterApproximations(prose, next)
}

const couples = 'a couple of|couple of|a couple|couple|a pair of'
const halves = 'half a|half an'
/** The words that a counted length of time may begin with, but for figures. */
export const lengthOpeners: readonly string[] = [
  ...firstWords(approximations, couples, halves),
  ...Object.keys(numberWords),
]

const fillers = new Set(
  'more further additional full whole short long consecutive calendar straight good solid'.split(' '),
)

/** One number or two: "five", "two or three", "10-15", "a couple of", "half a". */
const amountAt = (prose: Prose, i: number): { low: number; high: number; to: number } | null => {
  const couple = afterAny(prose, i, couples)
  if (couple !== null) return { low: 2, high: 2, to: couple }
  const half = afterAny(prose, i, halves)
  if (half !== null) return { low: 0.5, high: 0.5, to: half }
  const first = numberOrHalves(prose, i)
  if (!first) return null
  if (wordAt(prose, first.to) === 'dozen') return { low: first.value * 12, high: first.value * 12, to: first.to + 1 }
  const second = ['to', 'or', 'and', '-'].includes(wordAt(prose, first.to)) ? numberOrHalves(prose, first.to + 1) : null
  if (!second || second.value <= first.value) return { low: first.value, high: first.value, to: first.to }
  return { low: first.value, high: second.value, to: second.to }
}
const numberOrHalves = (prose: Prose, i: number): Counted | null => {
  const whole = numberAt(prose, i)
  const half = whole && afterAny(prose, whole.to, 'and a half|and an half')
  return whole && half ? { value: whole.value + 0.5, to: half } : whole
}

const lengthOf = (unit: string, count: number, workdays: boolean): Length => {
  const { months = 0, days = 0, hours = 0 } = lengths[unit] ?? {}
  if (workdays) return { months: 0, days: 0, hours: 0, workdays: count }
  return { months: months * count, days: days * count, hours: hours * count, workdays: 0 }
}
const sum = (one: Length, other: Length): Length => ({
  months: one.months + other.months,
  days: one.days + other.days,
  hours: one.hours + other.hours,
  workdays: one.workdays + other.workdays,
})

/**
 * A counted length of time at token `i`: "18 months", "two to three years", "a year or two", "5 years 1 month 12 days", "ten
 * working days". A number above one needs the plural ("a five year plan" is no length), unless `loose`.
 */
export const durationAt = (prose: Prose, i: number, loose = false): Duration | null => {
  const amount = amountAt(prose, afterApproximations(prose, i))
  if (!amount) return null
  let to = amount.to
  while (fillers.has(wordAt(prose, to)) || (loose && ['upcoming', 'coming', 'next'].includes(wordAt(prose, to)))) to++
  const workdays = ['business', 'working', 'trading'].includes(wordAt(prose, to))
  const written = wordAt(prose, workdays ? to + 1 : to)
  const unit = lengthName(written)
  if (unit === null || !fits(prose, to, written, amount.high, loose)) return null
  to += workdays ? 2 : 1
  const low = lengthOf(unit, amount.low, workdays)
  const plural = written.endsWith('s')
  const tail = plural ? null : tailAt(prose, to)
  if (tail) return { low, high: lengthOf(unit, tail.value, false), to: tail.to, unit, plural }
  const rest = amount.low === amount.high ? compoundAt(prose, to, unit) : null
  if (rest) return { low: sum(low, rest.low), high: sum(low, rest.high), to: rest.to, unit, plural }
  return { low, high: lengthOf(unit, amount.high, workdays), to, unit, plural }
}

/** "two years" and "a year", not "five year"; "a second election" and "one minute" tell no time. */
const fits = (prose: Prose, at: number, written: string, count: number, loose: boolean): boolean => {
  if (['second', 'minute', 'sec'].includes(written)) return false
  if (written.endsWith('s') || loose || count <= 1) return true
  return saysAt(prose, at + 1, "'s time") || saysAt(prose, at + 1, 'time')
}

/** "a year or two", "a month and a half", "a year or more". */
const tailAt = (prose: Prose, i: number): Counted | null => {
  if (saysAt(prose, i, 'and a half')) return { value: 1.5, to: i + 3 }
  const second = wordAt(prose, i) === 'or' ? numberAt(prose, i + 1) : null
  if (!second || second.value < 2 || second.value > 20) return null
  return lengthName(wordAt(prose, second.to)) === null ? second : null
}

/** "… 1 month 12 days": the rest of a length, in smaller units. */
const compoundAt = (prose: Prose, i: number, unit: string): Duration | null => {
  const start = ['and', ','].includes(wordAt(prose, i)) ? i + 1 : i
  const count = numberAt(prose, start)
  const next = count && lengthName(wordAt(prose, count.to))
  return next && size(next) < size(unit) ? durationAt(prose, start) : null
}
const size = (unit: string): number => {
  const { months = 0, days = 0, hours = 0 } = lengths[unit] ?? {}
  return months * 30 + days + hours / 24
}
