import { type Day, plusDays } from '../../time.ts'
import {
  ahead,
  type Bound,
  before,
  bounded,
  by,
  type Frame,
  frame,
  from,
  into,
  range,
  untilFrame,
  withinUnit,
} from './boundaries.ts'
import { inRange } from './calendar.ts'
import { calendarDates } from './calendar-dates.ts'
import { feastWords } from './feasts.ts'
import { afterLength, fromNow, lastingLength, withinLength } from './length-frames.ts'
import type { Named } from './named.ts'
import { joinedTo, spanAt, spanOpeners } from './spans.ts'
import { afterAny, figure, firstWords, type Prose, skip, startAt, tokensOf, wordAt } from './time-tokens.ts'
import { isTimeWord, timeWords } from './time-words.ts'

/**
 * Days that words of time name outright: both ends included, `start: null` when only the end is named, `end: null` when they
 * say that there is none, `rule` when a convention of the house fixes the end. The words are `prose.slice(from, to)`.
 */
export type DateSpan = { from: number; to: number; start: Day | null; end: Day | null; rank: number; rule?: true }

const prepositions =
  'some time in|sometime in|as early as|as soon as|in|on|at|during|over|around|about|for|come|throughout|within|inside|of|some time|sometime'

/** "in March", "on 12 May", "next year", "this winter", "the 2028 election". */
const at = frame([...firstWords(prepositions), 'around', 'about', ...spanOpeners, figure], (prose, i) => {
  const led = afterAny(prose, i, prepositions)
  const named = spanAt(prose, skip(prose, led ?? i, 'around', 'about'))
  const limited = named && bounded(prose, named)
  if (limited) return limited
  if (!named || !isMeant(prose, i, led, named)) return null
  const joined = joinedTo(prose, named)
  if (joined === 'open') return { start: null, end: null, to: named.to + 3, rank: 3, rule: true }
  const feast = joined.unit === 'day' && joined.feast && ['at', 'over', 'around'].includes(wordAt(prose, i))
  const [first, last] = feast ? [plusDays(joined.start, -2), plusDays(joined.end, 1)] : [joined.start, joined.end]
  // "this summer's infections" names something else by its time.
  const owner = wordAt(prose, joined.to) === "'s" && led === null
  const rank = owner ? 1 : led !== null && wordAt(prose, i) !== 'of' ? 2 : joined.deictic ? 2 : 1
  return { start: ahead(prose, first), end: last, to: joined.to, rank, ...(joined.rule ? { rule: true } : {}) }
})
/** A bare "2028" is a figure unless it goes with a noun: "the 2028 election". */
const isMeant = (prose: Prose, i: number, led: number | null, named: Named): boolean => {
  const figure = /^\d{4}$/.test(wordAt(prose, led ?? i)) && named.to - (led ?? i) === 1
  if (!figure) return true
  if (led !== null) return !/^(?:over|about|at|within|inside)$/.test(wordAt(prose, i))
  // "2027 will be a hard year".
  if (i === 0 && /^(?:will|would|may|could|might)$/.test(wordAt(prose, named.to))) return true
  return /^(?:the|its|their|his|her|our|a|this|next)$/.test(wordAt(prose, i - 1)) && /^[a-z]/.test(wordAt(prose, i + 1))
}

/** What may set a time, in the order of trying; the first that fits at a word counts there. */
const frames: readonly Frame[] = [
  range,
  before,
  by,
  untilFrame,
  into,
  withinUnit,
  withinLength,
  fromNow,
  from,
  afterLength,
  lastingLength,
  at,
]
/** Word → the frames that it may start: most words start none. */
const framesAt: ReadonlyMap<string, readonly Frame[]> = (() => {
  const starting = new Map<string, Frame[]>()
  for (const one of frames)
    for (const word of new Set(one.starts)) starting.set(word, [...(starting.get(word) ?? []), one])
  return starting
})()

/** Most prose names no day; one look at its words is enough to tell. */
const mayNameDays = new RegExp(`\\d|\\b(?:${[...timeWords, ...feastWords].join('|')})(?![a-z])`, 'i')

/** All words of time in a text that name days, in order. Linear in its length. */
export const datesIn = (text: string, today: Day): DateSpan[] =>
  mayNameDays.test(text) ? datesOf(proseOf(text, today)) : []

/** A text as words of time are read in it, on the day it was written. */
export const proseOf = (text: string, today: Day): Prose => {
  const tokens = tokensOf(text)
  const words = tokens.map(({ word }) => word)
  return {
    tokens,
    words,
    near: nextTimeWords(words),
    dates: calendarDates(text, tokens),
    today,
    fit: 'ends',
    answers: new Map(),
  }
}

/** Goes over the words once; a frame that fits takes its words, so that none is read twice. */
export const datesOf = (prose: Prose): DateSpan[] => {
  const { near } = prose
  const found: DateSpan[] = []
  for (let i = 0; i < near.length && Number.isFinite(near[i]); ) {
    const bound = (near[i] ?? 0) - i <= MAX_REACH ? firstOf(prose, i) : null
    if (bound) found.push(placed(prose, i, bound))
    i = bound ? Math.max(bound.to, i + 1) : i + 1
  }
  return found
}

/** The most words that a frame looks ahead for a word of time. */
const MAX_REACH = 14
const nextTimeWords = (words: readonly string[]): number[] => {
  const near: number[] = new Array(words.length)
  let next = Number.POSITIVE_INFINITY
  for (let i = words.length - 1; i >= 0; i--) {
    const word = words[i] ?? ''
    if (isTimeWord(word) || feastWords.has(word)) next = i
    near[i] = next
  }
  return near
}
const firstOf = (prose: Prose, i: number): Bound | null => {
  for (const { read } of framesAt.get(startAt(prose, i)) ?? []) {
    const bound = read(prose, i)
    if (bound) return bound
  }
  return null
}
const placed = ({ tokens }: Prose, i: number, { to, ...bound }: Bound): DateSpan => ({
  ...bound,
  from: tokens[i]?.start ?? 0,
  to: tokens[to - 1]?.end ?? 0,
})

/**
 * The days that a claim's words name, or null. Periods end on their last day ("by March" = 31 March), the year is the next
 * that fits. Of several the deadline counts, then the time, then a name in passing, of equals the first. What lies before
 * `today` is history. `explicitDates('by the end of next year', '2026-02-10')?.end === '2027-12-31'`
 */
export const explicitDates = (text: string, today: Day): DateSpan | null => {
  const ahead = datesIn(text, today).filter(({ end }) => end === null || (end >= today && inRange(end)))
  return ahead.reduce<DateSpan | null>((best, one) => (best === null || one.rank > best.rank ? one : best), null)
}
