import type { Day } from '../../time.ts'
import { type Phrases, phraseAt, phrasesOf } from '../sentences/phrases.ts'
import type { Named, Reader } from './named.ts'
import { numberWords, ordinalWords, startsWithFigure } from './time-words.ts'

/** A word, number or sign of prose: in lower case, and where it stands. `capital`: it is written with a capital. */
export type TimeToken = { word: string; start: number; end: number; capital: boolean }

/** A day that a date on the calendar names ("12 May", "3/4/2027"), or a stretch of such days; tokens `from` up to `to`. */
export type CalendarDate = {
  from: number
  to: number
  first: { year: number | null; month: number; date: number }
  last: { year: number | null; month: number; date: number }
  weekday: number | null
}

/**
 * Prose as words of time are read in it. `fit` says which of the recurring days is meant when no year is named: the first
 * that `ends` today or later, or the first that `starts` after today.
 */
export type Prose = {
  tokens: readonly TimeToken[]
  /** The words of the tokens. */
  words: readonly string[]
  /** For each token the index of the next word of time, its own included; infinite when none follows. */
  near: readonly number[]
  dates: readonly CalendarDate[]
  today: Day
  fit: 'ends' | 'starts'
  /** What has been read so far, by reader and token. */
  answers: Map<Reader, (Named | null | undefined)[]>
}

/** The same words read from another day, or for another of the recurring days. */
export const readFrom = (prose: Prose, today: Day, fit: Prose['fit']): Prose =>
  prose.today === today && prose.fit === fit ? prose : { ...prose, today, fit, answers: new Map() }

const form = /\bweek-ends?\b|\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?|'s(?!\p{L})|\p{L}+|\S/gu
const isDigits = (word: string | undefined): boolean => word !== undefined && /^\d+$/.test(word)

/** Words, numbers and signs in order. A hyphen inside a word is left out ("mid-2027"), one between figures is kept. */
export const tokensOf = (text: string): TimeToken[] => {
  const tokens: TimeToken[] = []
  for (let match = form.exec(text); match !== null; match = form.exec(text)) {
    const [written] = match
    const word = written === '–' ? '-' : written.toLowerCase().replace('week-e', 'weeke')
    tokens.push({ word, start: match.index, end: match.index + written.length, capital: word !== written })
  }
  return tokens.filter((token, i) => token.word !== "'" && !(token.word === '-' && joinsWords(tokens, i)))
}

const joinsWords = (tokens: readonly TimeToken[], i: number): boolean => {
  const [before, hyphen, after] = [tokens[i - 1], tokens[i], tokens[i + 1]]
  if (!before || !hyphen || !after || before.end !== hyphen.start || hyphen.end !== after.start) return false
  return !(isDigits(before.word) && isDigits(after.word))
}

export const wordAt = ({ words }: Prose, i: number): string => words[i] ?? ''
/** Stands for any figure among the words that something may start with. */
export const figure = '0'
/** The word at `i` as what something may start with. */
export const startAt = (prose: Prose, i: number): string => {
  const word = wordAt(prose, i)
  return startsWithFigure(word) ? figure : word
}
const compiled = new Map<string, Phrases>()
/** Each list of phrases is taken apart once. */
const compiledOf = (list: string): Phrases => {
  const known = compiled.get(list) ?? phrasesOf(list)
  if (!compiled.has(list)) compiled.set(list, known)
  return known
}
/** Whether the words at `i` are these, in this order. */
export const saysAt = (prose: Prose, i: number, words: string): boolean => afterAny(prose, i, words) !== null
/** The words that these phrases begin with: `firstWords('down the road|hence')` are "down" and "hence". */
export const firstWords = (...lists: readonly string[]): string[] =>
  lists.flatMap((list) => [...compiledOf(list).keys()])

/** The index after the longest of these phrases that stands at `i`, or null: `afterAny(prose, i, 'down the road|hence')`. */
export const afterAny = ({ words }: Prose, i: number, list: string): number | null => {
  const phrase = phraseAt(compiledOf(list), words, i)
  return phrase === null ? null : i + phrase.length
}
/** `i`, or the index after one of these words. */
export const skip = ({ words }: Prose, i: number, ...skipped: readonly string[]): number =>
  i < words.length && skipped.includes(words[i] ?? '') ? i + 1 : i

export type Counted = { value: number; to: number }

/** A whole or broken number at `i`: "18", "2.5", "twenty-one", "a". */
export const numberAt = (prose: Prose, i: number): Counted | null => {
  const word = wordAt(prose, i)
  if (/^\d{1,5}(?:\.\d{1,3})?$/.test(word)) return { value: Number(word), to: i + 1 }
  const value = numberWords[word]
  if (value === undefined) return null
  const next = numberWords[wordAt(prose, i + 1)]
  const joins =
    value >= 20 && value < 100 && next !== undefined && next < 10 && !['a', 'an'].includes(wordAt(prose, i + 1))
  return joins ? { value: value + next, to: i + 2 } : { value, to: i + 1 }
}

/** The words that an ordinal may begin with. */
export const ordinalOpeners: readonly string[] = [...Object.keys(ordinalWords), 'twenty', 'thirty', figure]

/** "3rd", "third", "twenty-first" at `i`. */
export const ordinalAt = (prose: Prose, i: number): Counted | null => {
  const word = wordAt(prose, i)
  if (isDigits(word) && /^(?:st|nd|rd|th)$/.test(wordAt(prose, i + 1))) return { value: Number(word), to: i + 2 }
  const value = ordinalWords[word]
  if (value !== undefined) return { value, to: i + 1 }
  const unit = ordinalWords[wordAt(prose, i + 1)]
  const tens = word === 'twenty' || word === 'thirty' ? numberWords[word] : undefined
  return tens !== undefined && unit !== undefined && unit < 10 ? { value: tens + unit, to: i + 2 } : null
}
