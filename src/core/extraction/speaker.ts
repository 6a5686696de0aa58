import type { Reading } from './cue.ts'
import { places } from './places.ts'
import type { Token } from './token.ts'
import { bodyWords, calendarNames, forecasterNouns, titles, wordSet } from './words.ts'

/** Who a noun phrase names: a person by name, or a group, an office, an unnamed source. */
export type Speaker = { name: string; person: boolean; pronoun: boolean; start: number }

const linkWords = new Set([
  'and',
  'or',
  ',',
  'of',
  'in',
  'at',
  'for',
  'from',
  'on',
  'with',
  'to',
  '(',
  'as',
  'who',
  'whose',
])
const sentenceAdverbs = new Set([
  'but',
  'and',
  'yet',
  'however',
  'meanwhile',
  'still',
  'also',
  'both',
  'later',
  'even',
  'then',
  'so',
  '"',
  "'",
  'adding',
])

/** The speaker a noun phrase `tokens.slice(from, to)` names, or null when nothing nominal is in it. */
export const speakerIn = (tokens: readonly Token[], from: number, to: number, text: string): Speaker | null => {
  let first = from
  while (
    first < to &&
    (sentenceAdverbs.has(tokens[first]?.word ?? '') || tokens[first]?.tag === 'PUNCT' || tokens[first]?.tag === 'ADV')
  )
    first++
  let last = to
  while (
    last > first &&
    (/(?:self|selves)$/.test(tokens[last - 1]?.word ?? '') ||
      ['PUNCT', 'ADV', 'AUX', 'DET', 'CCONJ'].includes(tokens[last - 1]?.tag ?? ''))
  )
    last--
  const [head, tail] = [tokens[first], tokens[last - 1]]
  if (!head || !tail || first >= last) return null
  // "In 2019 I", "if he": whatever stands before the pronoun is no part of the subject.
  if (pronouns.has(tail.word)) return speaker(tokens, last - 1, last, text, { person: false, pronoun: true })
  if (['if', 'when', 'because', 'while', 'although', 'though'].includes(head.word)) first++
  const named = namedPerson(tokens, first, last)
  if (named) return speaker(tokens, named[0], named[1], text, { person: true, pronoun: false })
  const end = groupEnd(tokens, first, last)
  return end > first ? speaker(tokens, first, end, text, { person: false, pronoun: false }) : null
}

const pronouns = new Set(['he', 'she', 'they', 'it', 'we', 'i', 'you'])

const speaker = (
  tokens: readonly Token[],
  from: number,
  to: number,
  text: string,
  is: Pick<Speaker, 'person' | 'pronoun'>,
): Speaker => {
  const start = tokens[from]?.start ?? 0
  const name = text.slice(start, tokens[to - 1]?.end ?? start)
  return { name: name.replace(/\s+/g, ' ').trim(), ...is, start }
}

const nounPhrases = (tokens: readonly Token[], from: number, to: number): [number, number][] => {
  const found: [number, number][] = []
  let start = from
  for (let i = from; i <= to; i++) {
    if (i < to && !linkWords.has(tokens[i]?.word ?? '') && !(i > start && isTimeWord(tokens, i))) continue
    if (i > start) found.push([start, i])
    start = i + 1
  }
  return found
}

/** The name in the first noun phrase ("Minister Ann Roe"), or in one set beside it ("their lawyer, Ann Roe,"). */
const namedPerson = (tokens: readonly Token[], first: number, last: number): [number, number] | null => {
  const phrases = nounPhrases(tokens, first, last)
  for (const [i, [from, to]] of phrases.entries()) {
    const beside = i > 0 && tokens[from - 1]?.word === ',' && tokens[from]?.tag === 'PROPN'
    if (i > 0 && !beside) continue
    const start = nameStart(tokens, from, to)
    if (!isPersonName(tokens, from, to)) {
      // "Moscow, backed by Ann Roe": a name beside a name is another's.
      if (i === 0 && tokens[to - 1]?.tag === 'PROPN') return null
      continue
    }
    const next = phrases[i + 1]
    const joined = next && tokens[to]?.word === 'and' && next[0] === to + 1
    if (joined) return [start, lastNoun(tokens, next[0], next[1])]
    return [start, to]
  }
  return null
}

/** "aides close to him": a noun phrase ends with its noun. */
const lastNoun = (tokens: readonly Token[], from: number, to: number): number => {
  let end = to
  while (end > from + 1 && !['NOUN', 'PROPN', 'PRON'].includes(tokens[end - 1]?.tag ?? '')) end--
  return end
}

/** What may stand inside a name: "Ann Roe-Doe", "Ann de Roe". */
const inName = wordSet('- de del della di da van von der den bin ibn al el la le')

/** Where the bare name of a phrase starts: behind articles, roles and titles. "the late president Ann Roe" → "Ann Roe". */
export const nameStart = (tokens: readonly Token[], from: number, to: number): number => {
  let start = to - 1
  for (let k = start - 1; k >= from; k--) {
    const token = tokens[k]
    if (token?.tag === 'PROPN' && !titles.has(token.word)) start = k
    else if (!inName.has(token?.word ?? '') || tokens[k - 1]?.tag !== 'PROPN') break
  }
  return start
}

const timeWords = wordSet('last this next yesterday today tonight tomorrow earlier later recently once again ago')
const weekdays = wordSet('monday tuesday wednesday thursday friday saturday sunday')
/** "Roe last week", "Roe Monday": words of time that end a name. */
const isTimeWord = (tokens: readonly Token[], i: number): boolean => {
  const word = tokens[i]?.word ?? ''
  return timeWords.has(word) || weekdays.has(word)
}

const adjuncts = wordSet('on during after before when while as since')
const timeNouns =
  wordSet(`week month year day morning evening afternoon night hour interview speech meeting debate statement
  time session conference appearance radio television`)

/** Where a group's noun phrase ends: before a comma, words of time, and adverbials of time and place. */
const groupEnd = (tokens: readonly Token[], from: number, to: number): number => {
  for (let i = from + 1; i < to; i++) {
    const word = tokens[i]?.word ?? ''
    const when = tokens.slice(i + 1, i + 5).some((token) => timeNouns.has(token.word) || weekdays.has(token.word))
    if (word === ',' || adjuncts.has(word) || ((word === 'at' || word === 'in') && when)) return i
    if (isTimeWord(tokens, i) && tokens[i - 1]?.tag !== 'ADP') return i
  }
  return to
}

const demonym = /(?:ian|ians|ish|ese|eans?)$/

/** A run of capitalised names at the end of a phrase that is no place, no body and no people. */
export const isPersonName = (tokens: readonly Token[], from: number, to: number): boolean => {
  const last = tokens[to - 1]
  if (last?.tag !== 'PROPN') return false
  const { word } = last
  if (places.has(word) || bodyWords.has(word) || titles.has(word) || forecasterNouns.has(word)) return false
  if (to - from === 1 && (calendarNames.has(word) || bodyWords.has(word.replace(/s$/, '')))) return false
  if (to - from === 1 && (demonym.test(word) || /^[a-z]\.?(?:[a-z]\.)+$/.test(word))) return false
  for (let k = from; k < to; k++) if (bodyWords.has(tokens[k]?.word ?? '') && !titled(tokens, from, to)) return false
  return true
}

const titled = (tokens: readonly Token[], from: number, to: number): boolean =>
  tokens.slice(from, to).some((token) => titles.has(token.word))

/** How many sentences back a pronoun may look. */
const MAX_SENTENCES = 30

const lastBefore = (readings: readonly Reading[], offset: number): number => {
  let [low, high] = [0, readings.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((readings[middle]?.start ?? 0) >= offset) high = middle
    else low = middle + 1
  }
  return low - 1
}

/** The first person a sentence names before `offset`: where the bare name stands in the text, or null. */
const firstPersonIn = ({ tokens }: Reading, offset: number): [number, number] | null => {
  for (let from = 0; from < tokens.length; from++) {
    if (tokens[from]?.tag !== 'PROPN') continue
    let to = from
    while (to < tokens.length && tokens[to]?.tag === 'PROPN') to++
    const end = tokens[to - 1]?.end ?? 0
    if (end > offset) return null
    // "Nordic countries": a name before a noun is an adjective.
    if (tokens[to]?.tag !== 'NOUN' && isPersonName(tokens, from, to))
      return [tokens[nameStart(tokens, from, to)]?.start ?? 0, end]
    from = to
  }
  return null
}

/** What `firstPersonIn` finds in a whole sentence, once a sentence: pages of quotations ask for the same ones again. */
const firstPersons = new WeakMap<Reading, [number, number] | null>()
const firstPersonOf = (reading: Reading): [number, number] | null => {
  const known = firstPersons.get(reading)
  if (known !== undefined) return known
  const found = firstPersonIn(reading, reading.end)
  firstPersons.set(reading, found)
  return found
}

/** Whom "he" or "she" most likely means: the person named first in the nearest sentence that names one before it. */
export const lastPersonBefore = (readings: readonly Reading[], offset: number, text: string): string | null => {
  const last = lastBefore(readings, offset)
  for (let r = last; r >= 0 && last - r < MAX_SENTENCES; r--) {
    const reading = readings[r]
    if (!reading) continue
    const found = reading.end <= offset ? firstPersonOf(reading) : firstPersonIn(reading, offset)
    if (found) return text.slice(...found)
  }
  return null
}
