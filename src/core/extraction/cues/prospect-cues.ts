import type { PhraseId } from '../../lexicon/phrases.ts'
import type { Token } from '../sentences/token.ts'
import { forecasterNouns, personalPronouns, titles, wordSet } from '../sentences/words.ts'
import { type Cue, cueOf, type Reading } from './cue.ts'

/** A sentence without one of these has no prospect. */
export const prospectStarts = (): readonly string[] => [...standForms, ...promiseForms, ...faceForms, 'risk', 'risks']

/** Present-tense verbs that place their subject before what is to come: "stands to lose", "faces defeat", "risks losing". */
export const prospectCues = (reading: Reading, i: number, { word, tag }: Token): Cue[] => {
  if (tag !== 'VERB' && tag !== 'NOUN') return []
  const phrase = standing(reading, i, word) ?? risking(reading, i, word) ?? facing(reading, i, word)
  if (phrase === null || !hasSubject(reading, i)) return []
  const verb = isInfinitive(reading, i + 1) ? i + 2 : i
  return [cueOf('predicate', i, { phrase, from: i, to: i + 1 }, verb)]
}

const isInfinitive = ({ tokens, words }: Reading, i: number): boolean =>
  words[i] === 'to' && ['VERB', 'AUX', 'NOUN'].includes(tokens[i + 1]?.tag ?? '')

/** A finite verb after its subject: no "to", no article, no modal before it. */
const hasSubject = ({ tokens, words }: Reading, i: number): boolean => {
  const before = tokens[i - 1]
  // "These promise to be worse": the verb, as no noun of promise is plural here.
  if (['these', 'those'].includes(before?.word ?? '') && words[i] === 'promise') return true
  if (!before || ['to', 'the', 'a', 'and', 'of', 'by'].includes(before.word)) return false
  return before.tag !== 'AUX' && before.tag !== 'DET' && words[i - 1] !== 'not'
}

const standForms = wordSet('stand stands')
const promiseForms = wordSet('threaten threatens promise promises')

/** "Berlin stands to lose", "the strike threatens to spread", "the harvest promises to be poor". */
const standing = (reading: Reading, i: number, word: string): PhraseId | null => {
  if (!isInfinitive(reading, i + 1)) return null
  if (standForms.has(word))
    return ['NOUN', 'PROPN'].includes(reading.tokens[i + 2]?.tag ?? '') || reading.words[i + 2] === 'reason'
      ? null
      : 'poised-to'
  if (!promiseForms.has(word) || isPerson(reading, i)) return null
  return word.startsWith('t') ? 'real-possibility' : 'expected'
}

/** Who threatens or promises means to; what does so is likely to. */
const isPerson = ({ tokens, words }: Reading, verb: number): boolean => {
  for (let k = verb - 1; k >= 0 && verb - k < 8; k--) {
    const token = tokens[k]
    if (!token || token.tag === 'PUNCT') return false
    if (personalPronouns.has(token.word)) return token.word !== 'it'
    if (titles.has(token.word) || forecasterNouns.has(token.word) || actors.has(token.lemma)) return true
    // "Cheaper freight threatens to": the capital of the first word is no name's.
    if (k === 0 && verb > 1 && tokens[1]?.tag === 'NOUN') return false
    if (token.tag === 'PROPN') return words[k - 1] !== 'in' && words[k - 1] !== 'of'
  }
  return false
}
const actors =
  wordSet(`union government ministry party club company firm board council bank army rebel owner manager worker
  striker driver teacher farmer opposition coalition group man woman people`)

/** "He risks losing his seat", "the party risks a split". */
const risking = ({ tokens, words }: Reading, i: number, word: string): PhraseId | null => {
  if (word !== 'risks' && !(word === 'risk' && ['NOUN', 'PRON', 'PROPN'].includes(tokens[i - 1]?.tag ?? '')))
    return null
  if (personalPronouns.has(words[i + 1] ?? '')) return null
  return /ing$/.test(words[i + 1] ?? '') || losses.has(lossAfter(words, i)) ? 'risk' : null
}

const faceForms = wordSet('face faces')
const losses =
  wordSet(`defeat ruin collapse bankruptcy extinction relegation default insolvency recession closure jail prison
  oblivion annihilation rout drubbing split rebellion mutiny backlash humiliation shortage shortages ejection eviction
  expulsion elimination suspension delay delays years decades`)

/** The head of "certain defeat", "a crushing defeat", "the loss". */
const lossAfter = (words: readonly string[], i: number): string =>
  words.slice(i + 1, i + 6).find((word) => losses.has(word)) ?? ''

const facing = ({ words }: Reading, i: number, word: string): PhraseId | null =>
  faceForms.has(word) && losses.has(lossAfter(words, i)) ? 'expected' : null
