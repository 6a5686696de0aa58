import type { PhraseId } from '../../lexicon/phrases.ts'
import type { Polarity } from '../../probability.ts'
import { hasTense } from '../clauses/clause-openings.ts'
import { wordSet } from '../sentences/words.ts'
import { type Cue, cueOf, type Reading } from './cue.ts'

/** A sentence without one of these has no wager. */
export const wagerStarts = wordSet('i we he she they my our it do nobody one')

/** What the speaker would stake, or be surprised by: "I would bet on", "my guess is", "I would be astonished if". */
export const wagerCues = (reading: Reading, i: number): Cue[] =>
  stakeAt(reading, i) ??
  ownViewAt(reading, i) ??
  guessAt(reading, i) ??
  surpriseAt(reading, i) ??
  viewAt(reading, i) ??
  []

const speakers = wordSet('i we')
const helpers = wordSet("would will could should do can 'd")
const adverbs = wordSet(
  'still also not never certainly happily gladly even easily just really truly frankly quite cheerfully',
)

/** The verb of "I would not bet": where it stands, and whether it is denied. */
const groupAfter = ({ words }: Reading, subject: number): { verb: number; denied: boolean; modal: boolean } => {
  let verb = subject + 1
  let denied = false
  while (helpers.has(words[verb] ?? '') || adverbs.has(words[verb] ?? '')) {
    if (words[verb] === 'not' || words[verb] === 'never') denied = true
    verb++
  }
  return { verb, denied, modal: helpers.has(words[subject + 1] ?? '') }
}

const cue = (at: number, phrase: PhraseId, from: number, to: number, polarity: Polarity = '+'): Cue[] => [
  { ...cueOf('predicate', at, { phrase, from, to }, to - 1), polarity },
]

const stakes = wordSet('bet wager gamble')
const purses = wordSet('money pension house shirt savings mortgage fortune')
/** "I would bet a good deal on", "I'd bet against", "I wouldn't bet on", "my money is on". */
const stakeAt = (reading: Reading, i: number): Cue[] | null => {
  const { words } = reading
  if (!speakers.has(words[i] ?? '')) return null
  const { verb, denied } = groupAfter(reading, i)
  const puts =
    ['put', 'stake'].includes(words[verb] ?? '') && words.slice(verb + 1, verb + 4).some((word) => purses.has(word))
  if (words[i + 1] === 'would' && words[verb] === 'say') return saysClause(reading, i, verb, denied)
  if (words[verb] === 'plump' && words[verb + 1] === 'for') return cue(i + 1, 'likely', i + 1, verb + 2)
  if (!puts && !stakes.has(words[verb] ?? '')) return null
  const on = words.findIndex((word, k) => k > verb && k < verb + 8 && ['on', 'against', 'that'].includes(word))
  if (on < 0) return puts ? null : betsClause(reading, i, verb, denied)
  const against = (words[on] === 'against') !== denied
  return cue(Math.min(i + 1, verb), against ? 'unlikely' : 'likely', Math.min(i + 1, verb), on + 1)
}

/** "I'd say Labour wins by twenty"; "I'd say he is forty" guesses at the present. */
const saysClause = (reading: Reading, i: number, verb: number, denied: boolean): Cue[] | null => {
  const tensed = reading.tokens.findIndex((_, k) => k > verb + 1 && k < verb + 9 && hasTense(reading.tokens, k))
  return reading.tokens[tensed]?.tag === 'VERB' && !denied && reading.words[verb + 1] !== 'that'
    ? betsClause(reading, i, verb, denied)
    : null
}

/** "I'd wager the bridge never opens": a clause without "that". */
const betsClause = ({ tokens, words }: Reading, i: number, verb: number, denied: boolean): Cue[] | null => {
  const tensed = tokens.findIndex((_, k) => k > verb + 1 && k < verb + 9 && hasTense(tokens, k))
  if (tensed < 0 || denied) return null
  const never = words.slice(verb + 1, tensed + 1).some((word) => ['never', 'nobody', 'not', 'no'].includes(word))
  return cue(Math.min(i + 1, verb), 'likely', Math.min(i + 1, verb), verb + 1, never ? '-' : '+')
}

/** "I'd expect the guard to strike", "I would not expect a cut", "I wouldn't hold my breath for", "I would not rule it out". */
const ownViewAt = (reading: Reading, i: number): Cue[] | null => {
  const { tokens, words } = reading
  if (!speakers.has(words[i] ?? '')) return null
  const { verb, denied, modal } = groupAfter(reading, i)
  if (!modal) return null
  const next = words[verb + 1] ?? ''
  const rest = tokens.slice(verb + 1, verb + 13)
  if (words[verb] === 'expect' && !['you', 'anyone', 'people', 'nothing'].includes(next)) {
    const foretells = rest.some(({ word }, k) => word === 'to' && ['VERB', 'AUX'].includes(rest[k + 1]?.tag ?? ''))
    if (denied) return cue(i + 1, 'not-believe', i + 1, verb + 1)
    return foretells ? cue(i + 1, 'expected', i + 1, verb + 1) : null
  }
  if (words[verb] === 'hold' && words[verb + 2] === 'breath' && denied)
    return cue(i + 1, 'highly-unlikely', i + 1, verb + 3)
  const out = rest.findIndex(({ word }) => word === 'out')
  if (words[verb] !== 'rule' || !denied || out < 1 || out > 5) return null
  return cue(i + 1, 'cannot-rule-out', i + 1, verb + 2 + out)
}

const guesses: ReadonlyMap<string, PhraseId> = new Map([
  ['guess', 'better-than-even'],
  ['hunch', 'better-than-even'],
  ['base case', 'better-than-even'],
  ['best guess', 'better-than-even'],
  ['central case', 'better-than-even'],
  ['bet', 'likely'],
  ['money', 'likely'],
  ['pick', 'likely'],
  ['tip', 'likely'],
  ['favourite', 'likely'],
  ['favorite', 'likely'],
  ['central forecast', 'expected'],
  ['working assumption', 'expected'],
  ['forecast', 'expected'],
  ['prediction', 'expected'],
  ['expectation', 'expected'],
])

/** "My guess, and it is no more, is a compromise", "our base case is", "my money is on". */
const guessAt = ({ tokens, words }: Reading, i: number): Cue[] | null => {
  if (words[i] !== 'my' && words[i] !== 'our') return null
  const own = words[i + 1] === 'own' ? i + 2 : i + 1
  const two = `${words[own]} ${words[own + 1]}`
  const noun = guesses.has(two) ? two : (words[own] ?? '')
  const phrase = guesses.get(noun)
  if (!phrase) return null
  const end = own + noun.split(' ').length
  if (words[end] === ':') return cue(i, phrase, i, end).map((guess) => ({ ...guess, verb: end + 1 }))
  const copula = words.findIndex((word, k) => k >= end && k < end + 12 && (word === 'is' || word === 'remains'))
  if (copula < 0 || !(words[end] === ',' || words[end] === 'for' || copula <= end + 2)) return null
  const lastCopula = words[end] === ',' ? afterAside(words, end) : copula
  if (lastCopula === null || tokens[lastCopula + 1]?.tag === 'VERB') return null
  return cue(lastCopula, phrase, i, end).map((guess) => ({ ...guess, verb: lastCopula }))
}

/** The copula after ", and it is no more,". */
const afterAside = (words: readonly string[], comma: number): number | null => {
  const close = words.findIndex((word, k) => k > comma && word === ',')
  return close > 0 && words[close + 1] === 'is' ? close + 1 : null
}

const surprises = wordSet('astonished amazed stunned shocked staggered flabbergasted astounded')
const holders = wordSet('i we he she they')
const degrees = wordSet('very most quite rather a little at all in the least totally utterly')

/** "I would be astonished if", "I'd be surprised to see", "I would not be surprised if", "don't be surprised if". */
const surpriseAt = (reading: Reading, i: number): Cue[] | null => {
  const { words } = reading
  if (words[i] === 'it') return itSurprises(reading, i)
  const told = words[i] === 'do' && words[i + 1] === 'not' && words[i + 2] === 'be'
  const none = ['nobody', 'one'].includes(words[i] ?? '') && words[i + 1] === 'should' && words[i + 2] === 'be'
  const bidden = told || none
  if (!bidden && !holders.has(words[i] ?? '')) return null
  const { verb, denied, modal } = bidden ? { verb: i + 2, denied: true, modal: true } : groupAfter(reading, i)
  if (words[verb] !== 'be' || !modal) return null
  let mood = verb + 1
  while (degrees.has(words[mood] ?? '')) mood++
  const surprised = words[mood] === 'surprised'
  if (!surprised && !surprises.has(words[mood] ?? '')) return null
  if (!['if', 'to', 'were', 'should', '.', undefined].includes(words[mood + 1])) return null
  const from = bidden ? i : i + 1
  const phrase = denied ? 'fair-chance' : surprised ? 'very-unlikely' : 'highly-unlikely'
  return cue(from, phrase, from, mood + 1, saysNo(reading, mood + 1) ? '-' : '+')
}

const clauseEnds = wordSet(', ; : . — – that which who when because while')
/** "…if it did not take place", "…to see nobody come": the event that would surprise is itself denied. */
const saysNo = ({ words }: Reading, from: number): boolean => {
  for (let k = from; k < Math.min(words.length, from + 14); k++) {
    const word = words[k] ?? ''
    if (clauseEnds.has(word)) return false
    if (['not', 'never', 'nobody', 'none', 'nothing', 'neither', 'no'].includes(word))
      return !['only', 'just', 'more', 'later', 'longer', 'less', 'fewer'].includes(words[k + 1] ?? '')
  }
  return false
}

const surprising = wordSet('surprise astonish amaze shock stun')
/** "It would not surprise me if", "it would astonish me to see". */
const itSurprises = (reading: Reading, i: number): Cue[] | null => {
  const { words } = reading
  if (words[i + 1] !== 'would' && words[i + 1] !== 'will') return null
  const marvel = marvelAt(reading, i)
  if (marvel || words[i + 1] === 'will') return marvel
  const denied = words[i + 2] === 'not'
  const verb = denied ? i + 3 : i + 2
  if (!surprising.has(words[verb] ?? '') || !['me', 'us', 'nobody', 'anyone'].includes(words[verb + 1] ?? ''))
    return null
  const phrase = denied || words[verb + 1] === 'nobody' ? 'fair-chance' : 'very-unlikely'
  return cue(i + 1, phrase, i + 1, verb + 2, saysNo(reading, verb + 2) ? '-' : '+')
}

const marvels: ReadonlyMap<string, PhraseId> = new Map([
  ['surprise', 'very-unlikely'],
  ['surprising', 'very-unlikely'],
  ['shock', 'highly-unlikely'],
  ['upset', 'very-unlikely'],
  ['miracle', 'highly-unlikely'],
  ['astonishing', 'highly-unlikely'],
  ['extraordinary', 'highly-unlikely'],
  ['remarkable', 'very-unlikely'],
  ['amazing', 'highly-unlikely'],
])
/** "It would be a surprise if", "it would be no great shock if", "it will be a miracle if". */
const marvelAt = (reading: Reading, i: number): Cue[] | null => {
  const { words } = reading
  const denied = words[i + 2] === 'not'
  let k = denied ? i + 3 : i + 2
  if (words[k] !== 'be') return null
  const none = words[k + 1] === 'no'
  for (k++; k < i + 8; k++) {
    const phrase = marvels.get(words[k] ?? '')
    if (!phrase) continue
    if (words[k + 1] !== 'if' && words[k + 1] !== 'were') return null
    return cue(i + 1, denied || none ? 'fair-chance' : phrase, i + 1, k + 1, saysNo(reading, k + 1) ? '-' : '+')
  }
  return null
}

/** "I can easily see fifty-five if", "I see no reason for them to fall", "I cannot see it passing". */
const viewAt = (reading: Reading, i: number): Cue[] | null => {
  const { tokens, words } = reading
  if (!speakers.has(words[i] ?? '')) return null
  const { verb, denied, modal } = groupAfter(reading, i)
  if (words[verb] !== 'see' && words[verb] !== 'imagine') return null
  if (words[verb + 1] === 'no' && words[verb + 2] === 'reason')
    return ['for', 'why'].includes(words[verb + 3] ?? '') ? cue(verb, 'no-reason-to-believe', verb, verb + 3) : null
  if (!modal || !picturesEvent(tokens, verb + 1)) return null
  return cue(i + 1, denied ? 'hard-to-see' : 'fair-chance', i + 1, verb + 1)
}

/** A noun phrase that does something, or a figure: "it passing", "the board selling", "fifty-five if". */
const picturesEvent = (tokens: Reading['tokens'], from: number): boolean => {
  for (let k = from; k < Math.min(tokens.length, from + 8); k++) {
    const token = tokens[k]
    if (!token || token.tag === 'PUNCT') return false
    if (token.tag === 'NUM' || token.word === 'how' || token.word === 'why') return token.tag === 'NUM'
    if (k > from && token.word.endsWith('ing') && token.tag === 'VERB') return token.word !== 'coming'
  }
  return false
}
