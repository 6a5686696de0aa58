import type { PhraseId } from '../../lexicon/phrases.ts'
import { wordSet } from '../sentences/words.ts'
import { type Cue, cueOf, type Reading } from './cue.ts'

/** What cannot but come about ("must end in tears", "cannot fail to rise"), and what nobody dares to bet on or against. */

export const necessityStarts: readonly string[] = ['must', 'can', 'could', 'bet', 'wager', 'gamble', 'bank', 'count']

/** Lengths of time and turns of phrase that make a "must" one of consequence. */
const lateAdverbs: readonly (readonly string[])[] = [
  ['eventually'],
  ['inevitably'],
  ['ultimately'],
  ['inexorably'],
  ['sooner', 'or', 'later'],
  ['in', 'the', 'end'],
  ['in', 'time'],
  ['one', 'day'],
]
const agents = wordSet('i you he she we they one who')
const landing = wordSet('up in with')
const minds = wordSet('admire recall remember feel conclude wonder notice think be reflect marvel smile laugh ask')

/** The verb behind "must", over commas and an adverb of the end, or null when it is one of duty. */
const mustVerb = ({ tokens, words }: Reading, must: number): number | null => {
  if (tokens[must + 1]?.lemma === 'end') return landing.has(words[must + 2] ?? '') ? must + 1 : null
  const first = words[must + 1] === ',' ? must + 2 : must + 1
  const late = lateAdverbs.find((adverb) => adverb.every((word, k) => words[first + k] === word))
  // "You must, in the end, decide": duty.
  if (!late || agents.has(words[must - 1] ?? '')) return null
  const after = first + late.length
  const verb = words[after] === ',' ? after + 1 : after
  return ['VERB', 'AUX', 'NOUN', 'ADJ'].includes(tokens[verb]?.tag ?? '') ? verb : null
}

/** "Cannot but end", "cannot fail to reach", "cannot help but rise": where the verb stands, or null. */
const unavoidedVerb = ({ words }: Reading, can: number): number | null => {
  if (words[can + 1] !== 'not' || ['i', 'we', 'one'].includes(words[can - 1] ?? '')) return null
  const [one, two] = [words[can + 2] ?? '', words[can + 3] ?? '']
  const verb =
    one === 'but' ? can + 3 : (one === 'fail' && two === 'to') || (one === 'help' && two === 'but') ? can + 4 : null
  return verb === null || minds.has(words[verb] ?? '') ? null : verb
}

const must = (reading: Reading, i: number): Cue[] => {
  const verb = reading.words[i] === 'must' ? mustVerb(reading, i) : unavoidedVerb(reading, i)
  if (verb === null) return []
  return [cueOf('predicate', i, { phrase: 'bound-to', from: i, to: verb }, verb)]
}

const nobodies = wordSet('nobody few none')
const daring = wordSet('brave bold foolish fool rash reckless courage foolhardy unwise nerve')
/** "Nobody would", "it would take a brave man to", "you'd be rash to": who would not stake on it, and where that is said. */
const shyAt = ({ words }: Reading, bet: number): number | null => {
  const from = Math.max(0, bet - 9)
  const would = words.lastIndexOf('would', bet - 1)
  if (would < from) return null
  const before = words[would - 1] ?? ''
  if (nobodies.has(before) || (before === 'one' && words[would - 2] === 'no')) return would
  const group = words.slice(would, bet)
  // "It would not be rash to".
  return group.some((word) => daring.has(word)) && !group.includes('not') && !group.includes('no') ? would : null
}

/** "It would take a brave man to bet against a cut", "few would bet on him". */
const dare = (reading: Reading, i: number): Cue[] => {
  const { words } = reading
  const side = words[i + 1] ?? ''
  // "It would be unwise to bet on that": on what was said before.
  const named = !['that', 'it', 'this', 'anything', 'no'].includes(words[i + 2] ?? '')
  const at = named && (side === 'on' || side === 'against') ? shyAt(reading, i) : null
  if (at === null) return []
  const phrase: PhraseId = side === 'against' ? 'likely' : 'unlikely'
  return [cueOf('predicate', at, { phrase, from: at, to: i + 2 }, i + 1)]
}

/** "No one should bank on a cut". */
const unbanked = ({ words }: Reading, i: number): Cue[] => {
  const nobody = nobodies.has(words[i - 2] ?? '') || (words[i - 2] === 'one' && words[i - 3] === 'no')
  if (words[i - 1] !== 'should' || !nobody || words[i + 1] !== 'on' || words[i + 2] === 'no') return []
  return [cueOf('predicate', i - 1, { phrase: 'not-believe', from: i - 1, to: i + 2 }, i + 1)]
}

/** "The peg must eventually break", "it cannot but end in court", "few would bet against it", "no one should bank on it". */
export const necessityCues = (reading: Reading): Cue[] =>
  reading.words.flatMap((word, i) => {
    if (word === 'must' || word === 'can' || word === 'could') return must(reading, i)
    if (word === 'bet' || word === 'wager' || word === 'gamble') return [...dare(reading, i), ...unbanked(reading, i)]
    return word === 'bank' || word === 'count' ? unbanked(reading, i) : []
  })
