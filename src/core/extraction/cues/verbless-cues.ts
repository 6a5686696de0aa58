import { formAt } from '../../lexicon/match.ts'
import type { PhraseId } from '../../lexicon/phrases.ts'
import type { Polarity } from '../../probability.ts'
import { wordSet } from '../sentences/words.ts'
import { aheadAt, looksAhead } from '../time/ahead.ts'
import { type Cue, cueOf, type Reading } from './cue.ts'

/**
 * Forecasts without a verb of their own: "Probably not before 2027.", "No deal before June, then.", "A long shot."; and short
 * answers to a question. `answers`: the sentence before is a question.
 */
export const verblessCues = (reading: Reading, answers: boolean): Cue[] => {
  const from = fragmentStart(reading)
  const to = fragmentEnd(reading, from)
  const found = shortAnswer(reading, from, answers)
  if (found) return [found]
  if (to <= from || hasVerb(reading, from, to)) return []
  const cue = denial(reading, from, to) ?? likelihood(reading, from, to, answers) ?? direction(reading, from, to)
  return cue ? [cue] : []
}

const lead = wordSet('" “ — – and but yes no well oh so ( yet still')

/** Past an opening mark, "But" or the name of a speaker: "ROE: Not soon." */
const fragmentStart = ({ tokens, words }: Reading): number => {
  const colon = words.indexOf(':')
  let from =
    colon > 0 && colon <= 4 && tokens.slice(0, colon).every(({ tag }) => tag === 'PROPN' || tag === 'NOUN')
      ? colon + 1
      : 0
  while ((lead.has(words[from] ?? '') && !(words[from] === 'no' && words[from + 1] !== ',')) || words[from] === ',')
    from++
  return from
}

const stops = wordSet('; : . ! ? — – if unless because since although though')
const fragmentEnd = ({ words }: Reading, from: number): number => {
  for (let i = from; i < words.length; i++) {
    if (stops.has(words[i] ?? '')) return i
    if (i > from && words[i] === ',' && ['and', 'but', 'give'].includes(words[i + 1] ?? '')) return i
  }
  return words.length
}

const limits = wordSet('before until till')
const hasVerb = ({ tokens }: Reading, from: number, to: number): boolean => {
  let limited = false
  for (let k = from; k < to; k++) {
    const { tag, word } = tokens[k] ?? { tag: 'X', word: '' }
    if (tag === 'AUX' || (tag === 'VERB' && !limited && !/(?:ing|ed)$/.test(word))) return true
    if (limits.has(word)) limited = true
  }
  return false
}

const spoken = (from: number, to: number, phrase: PhraseId | null, polarity: Polarity): Cue => ({
  ...cueOf('predicate', from, { phrase: phrase ?? 'will', from, to }, to - 1),
  polarity,
  hedged: phrase !== null,
  modal: phrase === null ? 'will' : null,
})

/** "Not before 2027", "Not any time soon", "No deal before June". */
const denial = ({ tokens, words }: Reading, from: number, to: number): Cue | null => {
  if (words[from] === 'not') {
    const likely = formAt(words, skipComma(words, from + 1), 'adverb')
    if (likely && likely.phrase !== 'never') return spoken(from, likely.to, 'probably-not', '+')
    return aheadAt(words, from + 1) || aheadAt(words, from + 2) ? spoken(from, from + 1, null, '-') : null
  }
  const noun = words[from] === 'no' && ['NOUN', 'ADJ', 'PROPN'].includes(tokens[from + 1]?.tag ?? '')
  return noun && looksAhead(words, from + 2, to) ? spoken(from, from + 1, null, '-') : null
}

const skipComma = (words: readonly string[], i: number): number => (words[i] === ',' ? i + 1 : i)

/** "Probably not", "Almost certainly", "A long shot", "Unlikely": with a time ahead, or as an answer. */
const likelihood = ({ words }: Reading, from: number, to: number, answers: boolean): Cue | null => {
  if (!answers && !looksAhead(words, from, to)) return null
  const adverb = formAt(words, from, 'adverb')
  if (adverb) {
    const not = words[adverb.to] === 'not'
    const end = not ? adverb.to + 1 : adverb.to
    // An adverb before a noun qualifies that: "Perhaps the best of them".
    if (end < to && words[end] !== ',' && !looksAhead(words, end, to)) return null
    if (!not) return spoken(from, end, adverb.phrase, '+')
    return adverb.phrase === 'probably' ? spoken(from, end, 'probably-not', '+') : spoken(from, end, adverb.phrase, '-')
  }
  const article = ['a', 'an', 'very', 'most', 'highly'].includes(words[from] ?? '') ? from + 1 : from
  const form = formAt(words, from, 'predicate') ?? formAt(words, article, 'predicate') ?? formAt(words, from, 'noun')
  if (!form || (form.to < to && words[form.to] !== ',' && !looksAhead(words, form.to, to))) return null
  return spoken(from, form.to, form.phrase, '+')
}

const directions = wordSet('down up higher lower above below')
const articles = wordSet('a an another')

/** "Down a third by 2031, give or take.", "Most likely a draw.": a figure with its time, or a thing held for the likeliest. */
const direction = ({ tokens, words }: Reading, from: number, to: number): Cue | null => {
  const figure = tokens.slice(from, from + 6).some(({ tag, word }) => tag === 'NUM' || fractions.has(word))
  if (directions.has(words[from] ?? '') && figure && looksAhead(words, from, to))
    return spoken(from, from + 1, null, '+')
  const likely = words[from + 1] === 'likely' && ['most', 'more'].includes(words[from] ?? '')
  if (!likely || !articles.has(words[from + 2] ?? '')) return null
  return spoken(from, from + 2, words[from] === 'most' ? 'most-likely' : 'likely', '+')
}
const fractions = wordSet('half third quarter fifth tenth')

const intensifiers = wordSet('rather very much really seriously strongly would honestly')
const opinions = wordSet('think expect suspect believe imagine reckon suppose fear')

/** "I think so", "I doubt it", "I don't think so" after a question. */
const shortAnswer = ({ words }: Reading, from: number, answers: boolean): Cue | null => {
  if (!answers) return null
  for (let i = from; i < Math.min(words.length, from + 8); i++) {
    if (words[i] !== 'i') continue
    const not = words[i + 1] === 'do' && words[i + 2] === 'not'
    let verb = not ? i + 3 : i + 1
    while (intensifiers.has(words[verb] ?? '')) verb++
    if (words[verb] === 'doubt' && words[verb + 1] === 'it') return spoken(i, verb + 2, 'we-doubt', '+')
    if (!opinions.has(words[verb] ?? '') || !['so', 'not'].includes(words[verb + 1] ?? '')) continue
    return spoken(i, verb + 2, not || words[verb + 1] === 'not' ? 'not-believe' : 'we-believe', '+')
  }
  return null
}
