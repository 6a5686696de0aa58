import type { Reading } from './cue.ts'
import { places } from './places.ts'
import type { Token } from './token.ts'
import { bodyWords, forecasterNouns, titles } from './words.ts'

/** Who a noun phrase names: a person by name, or a group, an office, an unnamed source. */
export type Speaker = { name: string; person: boolean; pronoun: boolean }

const linkWords = new Set(['and', 'or', ',', 'of', 'in', 'at', 'for', 'from', 'on', 'with', 'to', '(', 'as', 'who', 'whose'])
const sentenceAdverbs = new Set(['but', 'and', 'yet', 'however', 'meanwhile', 'still', 'also', 'both', 'later', 'even', 'then', 'so', '"', "'", 'adding'])

/** The speaker a noun phrase `tokens.slice(from, to)` names, or null when nothing nominal is in it. */
export const speakerIn = (tokens: readonly Token[], from: number, to: number, text: string): Speaker | null => {
  let first = from
  while (first < to && (sentenceAdverbs.has(tokens[first]?.word ?? '') || tokens[first]?.tag === 'PUNCT' || tokens[first]?.tag === 'ADV')) first++
  let last = to
  while (last > first && (/(?:self|selves)$/.test(tokens[last - 1]?.word ?? '') || ['PUNCT', 'ADV', 'AUX'].includes(tokens[last - 1]?.tag ?? ''))) last--
  const [head, tail] = [tokens[first], tokens[last - 1]]
  if (!head || !tail || first >= last) return null
  const pronoun = last - first === 1 && /^(?:he|she|they|it|we|i|you)$/.test(head.word)
  const phrases = nounPhrases(tokens, first, last)
  const named = phrases.find(([a, b]) => isPersonName(tokens, a, b))
  const name = named && phrases.length === 1 ? text.slice(tokens[named[0]]?.start ?? 0, tokens[named[1] - 1]?.end ?? 0) : text.slice(head.start, appositionEnd(tokens, first, last))
  return { name: name.replace(/\s+/g, ' ').trim(), person: named !== undefined, pronoun }
}

const nounPhrases = (tokens: readonly Token[], from: number, to: number): [number, number][] => {
  const found: [number, number][] = []
  let start = from
  for (let i = from; i <= to; i++) {
    if (i < to && !linkWords.has(tokens[i]?.word ?? '')) continue
    if (i > start) found.push([start, i])
    start = i + 1
  }
  return found
}

/** "Greg Mills, a senior fellow": the name ends at the comma. */
const appositionEnd = (tokens: readonly Token[], from: number, to: number): number => {
  for (let i = from; i < to; i++) if (tokens[i]?.word === ',') return tokens[i - 1]?.end ?? 0
  return tokens[to - 1]?.end ?? 0
}

const demonym = /(?:ian|ians|ish|ese|eans?)$/

/** A run of capitalised names at the end of a phrase that is no place, no body and no people. */
const isPersonName = (tokens: readonly Token[], from: number, to: number): boolean => {
  const last = tokens[to - 1]
  if (!last || last.tag !== 'PROPN') return false
  const { word } = last
  if (places.has(word) || bodyWords.has(word) || titles.has(word) || forecasterNouns.has(word)) return false
  if (to - from === 1 && (demonym.test(word) || /^[a-z]\.?(?:[a-z]\.)+$/.test(word))) return false
  for (let k = from; k < to; k++) if (bodyWords.has(tokens[k]?.word ?? '') && !titled(tokens, from, to)) return false
  return true
}

const titled = (tokens: readonly Token[], from: number, to: number): boolean => tokens.slice(from, to).some((token) => titles.has(token.word))

/** Whom "he" or "she" most likely means: the person named first in the nearest sentence that names one before it. */
export const lastPersonBefore = (readings: readonly Reading[], offset: number, text: string): string | null => {
  for (let r = readings.length - 1; r >= 0; r--) {
    const reading = readings[r]
    if (!reading || reading.start >= offset) continue
    const { tokens } = reading
    for (let from = 0; from < tokens.length; from++) {
      if (tokens[from]?.tag !== 'PROPN') continue
      let to = from
      while (to < tokens.length && tokens[to]?.tag === 'PROPN') to++
      const end = tokens[to - 1]?.end ?? 0
      if (end > offset) break
      if (isPersonName(tokens, from, to)) return text.slice(tokens[from]?.start ?? 0, end)
      from = to
    }
  }
  return null
}
