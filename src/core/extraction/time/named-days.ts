import { type Day, plusDays } from '../../time.ts'
import { day, exists, laterSpan, type Span, shifted, unitSpan, weekdayFrom, weekdayOf, yearOf } from './calendar.ts'
import { dayAfter, dayBefore, durationAt, lengthOpeners } from './durations.ts'
import { leadAt, leads, longest, type Named, type Reader, startingWith, yearAfter, yearAt } from './named.ts'
import { definiteAt, periodAt } from './periods.ts'
import {
  afterAny,
  type CalendarDate,
  figure,
  firstWords,
  numberAt,
  ordinalAt,
  ordinalOpeners,
  type Prose,
  readFrom,
  skip,
  wordAt,
} from './time-tokens.ts'
import { ambiguousWeekdays, months, numberWords, timePrepositions, unitForms, weekdays } from './time-words.ts'

/** Single days: dates, days of the week, "tomorrow", "the 14th", "two weeks after Easter". */

const aDay = (of: Day, to: number): Named => ({ start: of, end: of, to, unit: 'day', deictic: true })

const fits = ({ today, fit }: Prose, { start, end }: Span): boolean => (fit === 'ends' ? end >= today : start > today)

/** A date on the calendar; without a year the next that fits, with a day of the week the next that falls on it. */
const dated: Reader = (prose, i) => {
  if (prose.dates.length === 0) return null
  const lead = leadAt(prose, i)
  const date = lead && prose.dates.find(({ from }) => from === lead.to || from === i)
  if (!date || !lead) return null
  const written = date.last.year ?? date.first.year
  const after = written === null ? yearAfter(prose, date.to) : null
  const named = written ?? after?.year ?? null
  const from = named ?? yearOf(prose.today)
  const ahead = lead.lead === 'next' && lead.definite ? readFrom(prose, prose.today, 'starts') : prose
  const years = named === null ? Array.from({ length: 9 }, (_, k) => from + k) : [from]
  const spans = years.flatMap((year) => spanOf(date, year))
  const found =
    spans.find((span) => fits(ahead, span) && (date.weekday === null || weekdayOf(span.start) === date.weekday)) ??
    spans.find((span) => fits(ahead, span)) ??
    (named === null ? undefined : spans[0])
  return found
    ? { ...found, to: after?.to ?? date.to, unit: 'day', deictic: true, ...(named === null ? { floats: true } : {}) }
    : null
}
export const spanOf = ({ first, last }: CalendarDate, year: number): Span[] => {
  const wraps = first.month > last.month
  const [from, to] = [
    first.year ?? (wraps && last.year !== null ? year - 1 : year),
    last.year ?? (wraps ? year + 1 : year),
  ]
  if (!exists(from, first.month, first.date) || !exists(to, last.month, last.date)) return []
  return [{ start: day(from, first.month, first.date), end: day(to, last.month, last.date) }]
}

const dayParts = 'morning|afternoon|evening|night|lunchtime|noon|midday|midnight'

/** "Today" alone is these days: "lower than it is today". */
const beforeToday = new Set(['of', 'by', 'before', 'until', 'till', 'after', 'from'])
/** "Today's snap vote", "the run-off today": what is held on one day. */
const appointed = new Set(
  'vote votes election elections ballot poll runoff off referendum meeting session match game final race hearing auction'.split(
    ' ',
  ),
)
const hasAppointment = (prose: Prose, i: number): boolean =>
  wordAt(prose, i) === "'s" && [1, 2, 3].some((k) => appointed.has(wordAt(prose, i + k)))
const todays = 'later today|tonight|this afternoon|this evening'
const nows = 'today|this morning'
const tomorrows = 'tomorrow|tomorrows|tmrw'
const thirds = 'the day after tomorrow|day after tomorrow|overmorrow'
const today: Reader = startingWith(firstWords(todays, nows, tomorrows, thirds), (prose, i) => {
  const here = afterAny(prose, i, todays)
  if (here !== null) return aDay(prose.today, here)
  const now = afterAny(prose, i, nows)
  if (now !== null) {
    const ballot = appointed.has(wordAt(prose, i - 1)) || hasAppointment(prose, now)
    return ballot || beforeToday.has(wordAt(prose, i - 1)) ? aDay(prose.today, now) : null
  }
  const next = afterAny(prose, i, tomorrows)
  if (next !== null) return aDay(plusDays(prose.today, 1), skip(prose, next, ...dayParts))
  const third = afterAny(prose, i, thirds)
  return third === null ? null : aDay(plusDays(prose.today, 2), third)
})

const indefinite = new Set(['a', 'an', 'one', 'any', 'some', 'every', 'each', 'no', 'most', 'last', 'past', 'previous'])
const adjectives = new Set(['wet', 'cold', 'hot', 'quiet', 'bad', 'good', 'black', 'busy', 'sunny', 'rainy', 'given'])

/** "Friday", "next Tuesday", "Friday of next week", "next week on Friday", "Friday week". */
const weekday: Reader = startingWith(
  [...leads, ...Object.keys(weekdays), ...Object.keys(unitForms), 'later'],
  (prose, i) => {
    const week = weekThen(prose, i)
    if (week) return week
    const lead = leadAt(prose, i)
    const at = lead?.to ?? i
    const number = weekdays[wordAt(prose, at)]
    if (!lead || number === undefined || wordAt(prose, at).endsWith('days') || !isWeekday(prose, at)) return null
    const to = afterDayPart(prose, skip(prose, at + 1, wordAt(prose, at).length < 6 ? '.' : ''))
    const next = weekdayFrom(plusDays(prose.today, 1), number)
    const later = afterAny(prose, to, 'after next|week')
    if (later !== null) return aDay(plusDays(next, 7), later)
    const of = skip(prose, to, 'of', 'in', 'the')
    const span = leadAt(prose, of)?.lead === '' ? null : periodAt(prose, of)
    if (span?.unit === 'week') return aDay(plusDays(span.start, number - 1), span.to)
    const following = afterAny(prose, i, 'next|the following|following|the next') !== null
    return aDay(following ? plusDays(laterSpan('week', prose.today, 1).start, number - 1) : next, to)
  },
)
const afterDayPart = (prose: Prose, i: number): number =>
  skip(prose, skip(prose, i, 'in', 'the') > i ? i : i, ...dayParts)
/** Not "on a Friday", "on a wet Friday", "sat". */
export const isWeekday = (prose: Prose, at: number): boolean => {
  const before = adjectives.has(wordAt(prose, at - 1)) ? at - 2 : at - 1
  if (indefinite.has(wordAt(prose, before))) return false
  const short = ambiguousWeekdays.has(wordAt(prose, at))
  const capital = prose.tokens[at]?.capital === true && at > 0
  return (
    !short ||
    capital ||
    prose.tokens.length < 3 ||
    timePrepositions.has(wordAt(prose, at - 1)) ||
    wordAt(prose, at + 1) === '.'
  )
}
/** "next week on Friday", "next week Sunday". */
const weekThen: Reader = (prose, i) => {
  const week = periodAt(prose, i)
  if (week?.unit !== 'week') return null
  const at = skip(prose, week.to, 'on', ',', "'s")
  const number = weekdays[wordAt(prose, at)]
  return number === undefined ? null : aDay(plusDays(week.start, number - 1), afterDayPart(prose, at + 1))
}

/** "three Fridays from now". */
const counted: Reader = startingWith([...Object.keys(numberWords), figure], (prose, i) => {
  const count = numberAt(prose, i)
  const number = count && weekdays[wordAt(prose, count.to)]
  const to = count && afterAny(prose, count.to + 1, 'from now|hence|from today')
  if (!count || number === null || number === undefined || to === null || count.value > 500) return null
  return aDay(plusDays(weekdayFrom(plusDays(prose.today, 1), number), 7 * (Math.floor(count.value) - 1)), to)
})

export const follows = new Set(
  '. , ; : ! ? " ) and or but at in with without to when if because as which that for it he she we they will would before after under until of'.split(
    ' ',
  ),
)
/** "the 14th", "on the eighth", "20th of next month", "the 15th day of next month", "4 to 23 next month". */
const numbered: Reader = startingWith(['the', ...Object.keys(numberWords), ...ordinalOpeners], (prose, i) => {
  const at = skip(prose, i, 'the')
  const ordinal = ordinalAt(prose, at)
  const plain = ordinal ?? numberAt(prose, at)
  if (!plain || plain.value < 1 || plain.value > 31 || plain.value % 1 !== 0) return null
  const to = skip(prose, plain.to, ordinal ? 'day' : '')
  const of = skip(prose, to, 'of', 'in')
  const whole = of > to || leadAt(prose, of)?.lead !== '' ? definiteAt(prose, of) : null
  if (whole?.unit === 'month') return inMonth(whole, plain.value)
  if (!ordinal || (at === i && wordAt(prose, i - 1) !== 'on')) return null
  if (!follows.has(wordAt(prose, to)) && to < prose.tokens.length) return null
  const led = wordAt(prose, i - 1)
  // "between the first unit and the fifth" counts something else than days.
  const joins =
    ['and', 'to', 'through'].includes(led) && !prose.dates.some(({ from }) => from < i) && !isDayLed(prose, i)
  return wordAt(prose, to) === 'of' ||
    joins ||
    !['on', 'by', 'before', 'until', 'till', 'from', 'after', 'to', 'and', 'through', ''].includes(led)
    ? null
    : nextDate(prose, plain.value, to)
})
/** "on the third and the fourth": the first ordinal stands alone too. */
const isDayLed = (prose: Prose, i: number): boolean => {
  const first = ordinalAt(prose, i - 2) ?? ordinalAt(prose, i - 3)
  return first !== null && first.to === i - 1
}
const inMonth = ({ start, to }: Named, date: number): Named | null => {
  const [year, month] = [yearOf(start), Number(start.slice(5, 7))]
  return exists(year, month, date) ? aDay(day(year, month, date), to) : null
}
const nextDate = (prose: Prose, date: number, to: number): Named | null => {
  const first = unitSpan('month', prose.today).start
  for (let k = 0; k < 3; k++) {
    const named = inMonth({ ...aDay(shifted(first, k, 0) ?? first, to) }, date)
    if (named && fits(prose, named)) return named
  }
  return null
}

/** "February the 15th", "March third 2027", and "July 13" where "through 15" hides it from the library. */
const monthThenDay: Reader = startingWith(Object.keys(months), (prose, i) => {
  const month = months[wordAt(prose, i)]
  const plain = numberAt(prose, i + 1)
  const ranged = plain && ['through', 'thru', 'to', 'until'].includes(wordAt(prose, plain.to)) ? plain : null
  const ordinal = month === undefined ? null : (ordinalAt(prose, skip(prose, i + 1, 'the')) ?? ranged)
  if (month === undefined || !ordinal) return null
  const at = skip(prose, ordinal.to, ',')
  const year = yearAt(prose, at)
  const years = year === null ? [0, 1, 2, 3, 4].map((k) => yearOf(prose.today) + k) : [year]
  const days = years.filter((one) => exists(one, month, ordinal.value)).map((one) => day(one, month, ordinal.value))
  const found = days.find((of) => fits(prose, { start: of, end: of })) ?? (year === null ? undefined : days[0])
  return found ? aDay(found, year === null ? ordinal.to : at + 1) : null
})

/** "the week of 6 October", "the week commencing 5 May". */
const weeks = 'the week of|week of|the week commencing|the week beginning|the week starting'
const weekOf: Reader = startingWith(firstWords(weeks), (prose, i) => {
  const at = afterAny(prose, i, weeks)
  const found = at === null ? null : (dated(prose, at) ?? monthThenDay(prose, at))
  return found ? { ...unitSpan('week', found.start), to: found.to, unit: 'week', deictic: true } : null
})

/** The single day that the words at token `i` name, or null; the longest when several readings fit. */
export const dayAt: Reader = longest(dated, monthThenDay, today, weekday, numbered, counted, weekOf)

const later = 'after|from|following|past|on|of'
const earlier = 'before|ahead of|prior to'
/** "two weeks after Easter", "a week on Friday", "three days before the end of May": `anchorAt` reads what it is counted from. */
export const offsetAt = (anchorAt: Reader): Reader =>
  startingWith([...lengthOpeners, figure], (prose, i) => {
    const length = durationAt(prose, i)
    if (!length) return null
    const onwards = afterAny(prose, length.to, later)
    const backwards = afterAny(prose, length.to, earlier)
    const anchor = onwards ?? backwards
    const from = anchor === null ? null : anchorAt(readFrom(prose, prose.today, 'ends'), anchor)
    if (
      !from ||
      (wordAt(prose, length.to) === 'on' && from.unit !== 'day') ||
      (wordAt(prose, length.to) === 'of' && from.unit !== 'day')
    )
      return null
    const found = onwards === null ? dayBefore(from.start, length.high) : dayAfter(from.end, length.high)
    return found === null ? null : { ...aDay(found, from.to) }
  })
