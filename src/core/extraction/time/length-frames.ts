import { ahead, type Bound, frame } from './boundaries.ts'
import { type Duration, dayAfter, durationAt, type Length, lengthOpeners } from './durations.ts'
import { spanAt } from './spans.ts'
import { afterAny, figure, firstWords, type Prose, wordAt } from './time-tokens.ts'
import { lengthName, lengths } from './time-words.ts'
import { DEFAULT_WINDOW_MONTHS } from './window-rules.ts'

/** Lengths of time counted from publication: "within two years", "over the next decade", "18 months from now". */

const prepositions = 'within|inside of|inside|in as little as|in under|in|over|during|for|throughout|across'
const leads = 'the next|next|the coming|coming|the upcoming|upcoming|the following|following|this coming|these next'
/** What follows a length that is counted back from today, or from something else than today. */
const elsewhere = 'ago|old|earlier|before|since|late|in a row|running|of|after|from|following|between|into|behind'
const sofar =
  'from now on|from now|from right now|from today|hence|away|ahead|off|out|down the road|down the line|from publication|of now|of today|after today'

const ended = (prose: Prose, { low, high, to }: Duration, ranged: boolean): Bound | null => {
  const end = dayAfter(prose.today, high)
  const start = ranged && low.months !== high.months ? dayAfter(prose.today, low) : null
  return end === null ? null : { start: start && ahead(prose, start), end, to, rank: 3 }
}

/** A length with its lead: "the next two years", "the coming decade", "two upcoming weeks". */
const ledLength = (prose: Prose, i: number): { length: Duration; led: boolean } | null => {
  const at = afterAny(prose, i, leads)
  const length = durationAt(prose, at ?? i, at !== null) ?? (at === null ? upcoming(prose, i) : null)
  if (length) return { length, led: at !== null || /^(?:upcoming|coming|next)$/.test(wordAt(prose, length.to - 2)) }
  const unit = at === null || isCalendars(prose, i) ? null : lengthName(wordAt(prose, at))
  if (at === null || unit === null || wordAt(prose, at).endsWith('s')) return null
  const { months = 0, days = 0, hours = 0 } = lengths[unit] ?? {}
  const one: Length = { months, days, hours, workdays: 0 }
  return { length: { low: one, high: one, to: at + 1, unit, plural: false }, led: true }
}
/** "next year" and "the following week" are the calendar's, "the next year" is a length; a fortnight has no calendar. */
const isCalendars = (prose: Prose, i: number): boolean =>
  /^(?:next|coming|upcoming|following)$/.test(
    wordAt(prose, wordAt(prose, i) === 'the' && wordAt(prose, i + 1) === 'following' ? i + 1 : i),
  ) && wordAt(prose, i + 1) !== 'fortnight'
/** "two upcoming weeks". */
const upcoming = (prose: Prose, i: number): Duration | null => {
  const loose = durationAt(prose, i, true)
  return loose && /^(?:upcoming|coming|next)$/.test(wordAt(prose, loose.to - 2)) ? loose : null
}

const superlatives = new Set('first worst best fewest highest lowest only'.split(' '))
const notSuperlative =
  /^(?:interest|forest|invest|request|protest|arrest|contest|harvest|latest|honest|modest|suggest|digest|conquest|quest|guest|budapest|midwest|northwest|southwest|rest|west|test|best|pest|nest|vest|zest|jest)$/
/** "The worst night in a generation", "has not been seen for two years": counted back. */
const looksBack = (prose: Prose, i: number): boolean => {
  for (let k = i - 1; k >= 0 && i - k < 7; k--) {
    const word = wordAt(prose, k)
    if (/^[.,;:"!?—]$/.test(word)) return false
    if (superlatives.has(word) || (/^[a-z]{3,20}est$/.test(word) && !notSuperlative.test(word))) return true
    if (['has', 'have', 'had', 'been'].includes(word)) return wordAt(prose, k - 1) !== 'will'
  }
  return false
}

/** "within two years", "in six weeks' time", "over the next decade", "for another 18 months". */
export const withinLength = frame([...firstWords(prepositions, leads), ...lengthOpeners, figure], (prose, i) => {
  const more = afterAny(prose, i, 'for another|for one more|for yet another')
  const unit = more === null ? null : lengthName(wordAt(prose, more))
  if (more !== null && unit !== null && !wordAt(prose, more).endsWith('s')) return oneMore(prose, unit, more + 1)
  const at = afterAny(prose, i, prepositions)
  const found = ledLength(prose, at ?? i)
  if (!found || (at === null && !found.led) || clocked(found.length)) return null
  const { length, led } = found
  const time = afterAny(
    prose,
    length.to,
    "'s time|time|s time|or so|or less|or more|at most|at the most|at least|at the latest",
  )
  const now = afterAny(prose, time ?? length.to, sofar)
  const end = now ?? time ?? length.to
  if (!led && now === null && afterAny(prose, end, elsewhere) !== null) return null
  if (!led && now === null && time === null && ['in', 'for', 'over'].includes(wordAt(prose, i)) && looksBack(prose, i))
    return null
  const until = wordAt(prose, end) === 'to' ? spanAt(prose, end + 1) : null
  if (until && until.end >= prose.today) return { start: null, end: until.end, to: until.to, rank: 3 }
  return ended(prose, { ...length, to: end }, ['in', 'over'].includes(wordAt(prose, i)) && !led)
})
/** "for another year". */
const oneMore = (prose: Prose, unit: string, to: number): Bound | null => {
  const { months = 0, days = 0, hours = 0 } = lengths[unit] ?? {}
  const one: Length = { months, days, hours, workdays: 0 }
  const length = { low: one, high: one, to, unit, plural: false }
  return clocked(length) ? null : ended(prose, length, false)
}
/** A second or a minute, or hours that add up to less than a day, are no matter of days. */
const clocked = ({ high: { months, days, hours, workdays } }: Duration): boolean =>
  months === 0 && days === 0 && workdays === 0 && hours < 12

/** "two years from now", "a decade away", "a fortnight hence". */
export const fromNow = frame([...lengthOpeners, figure], (prose, i) => {
  const length = durationAt(prose, i)
  const to = length && afterAny(prose, length.to, sofar)
  return length && to !== null && !clocked(length) ? ended(prose, { ...length, to }, true) : null
})

const lasting = new Set(
  'last lasts lasting take takes taking need needs run endure endures survive survives spend spends spending another'.split(
    ' ',
  ),
)
const gives = 'give it|give them|give him|give her|give that|give this'
/** "will take two years", "another 18 months", "give it a year": a length that starts now. */
export const lastingLength = frame([...lasting, 'give', 'be'], (prose, i) => {
  const given = afterAny(prose, i, gives)
  // "It will be a decade before": not sooner.
  const wait = wordAt(prose, i) === 'be' ? durationAt(prose, i + 1) : null
  if (wait && wordAt(prose, wait.to) === 'before' && !clocked(wait)) return ended(prose, wait, false)
  const time = given === null ? null : durationAt(prose, given)
  if (time && !clocked(time)) return ended(prose, time, false)
  if (!lasting.has(wordAt(prose, i))) return null
  const length = durationAt(prose, wordAt(prose, i) === 'another' ? i : i + 1)
  const back = length && afterAny(prose, length.to, elsewhere) !== null
  if (!length || back || clocked(length)) return null
  const bound = ended(prose, length, false)
  return bound && { ...bound, rank: 1 }
})

/** "after two years", "not for another two years": from then on. */
export const afterLength = frame(['after'], (prose, i) => {
  const at = afterAny(prose, i, 'after')
  const length = at === null ? null : durationAt(prose, at)
  if (!length || clocked(length) || afterAny(prose, length.to, elsewhere) !== null) return null
  const start = dayAfter(prose.today, length.low)
  const end = start && dayAfter(start, { months: DEFAULT_WINDOW_MONTHS, days: 0, hours: 0, workdays: 0 })
  return start && end ? { start, end, to: length.to, rank: 1.5, rule: true } : null
})
