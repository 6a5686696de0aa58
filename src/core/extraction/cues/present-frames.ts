import { formAt } from '../../lexicon/match.ts'
import type { PhraseId } from '../../lexicon/phrases.ts'
import type { Clause } from '../clauses/clause.ts'
import { beliefVerbs, forecastVerbs, wordSet } from '../sentences/words.ts'
import type { Reading } from './cue.ts'

/** What around a clause in the present tense says that it is a view of how things will go: whose, on what grounds, how sure. */

/**
 * Words around a clause that say how things go: `tokens.slice(from, to)`. `sure`: a course that things take ("at this
 * rate") or that nothing short of a miracle stops; else evidence that may speak of now. `reckoned`: somebody's sum.
 */
export type Course = { from: number; to: number; sure: boolean; reckoned: boolean }

const rates = wordSet('trends trend trajectory rate pace course case scenario clip speed')
const sums =
  wordSet(`arithmetic reckoning estimate estimates calculation calculations projections projection model models
  forecast forecasts lights maths math sums assumptions`)
const evidence = wordSet('numbers form figures showing evidence polling maps tables odds polls results returns')
const openers = wordSet('on at by from under in')

const opens = ({ tokens, words }: Reading, clause: Clause, k: number): boolean =>
  k === clause.start ||
  k === clause.core ||
  ['PUNCT', 'CCONJ', 'SCONJ'].includes(tokens[k - 1]?.tag ?? 'PUNCT') ||
  words[k - 1] === 'that'

/** "On my arithmetic", "at the present rate of loss", "by the central bank's reckoning", "in our base case". */
const groundsAt = ({ tokens, words }: Reading, k: number): Course | null => {
  if (!openers.has(words[k] ?? '')) return null
  const own = words[k + 1] === 'my' || words[k + 1] === 'our'
  for (let noun = k + 1; noun < Math.min(words.length, k + 7); noun++) {
    const word = words[noun] ?? ''
    if (['VERB', 'AUX'].includes(tokens[noun]?.tag ?? '') && !/(?:ing|ed)$/.test(word)) return null
    if (tokens[noun]?.tag === 'PUNCT' && word !== "'" && word !== '-') return null
    if (evidence.has(word)) return words[k] === 'on' ? { from: k, to: noun + 1, sure: false, reckoned: !own } : null
    // "At this rate of pay": no course.
    if (words[noun + 1] === 'of' && ['pay', 'tax', 'interest', 'exchange'].includes(words[noun + 2] ?? '')) return null
    const course = rates.has(word) || sums.has(word)
    if (course && (words[k] !== 'in' || isScenario(words, k, noun)))
      return { from: k, to: noun + 1, sure: true, reckoned: !own && sums.has(word) }
  }
  return null
}

/** "In our base case", "in the bear scenario": what a forecaster supposes, not "in the case of". */
const isScenario = (words: readonly string[], k: number, noun: number): boolean =>
  ['case', 'scenario', 'model', 'forecast', 'projection', 'projections'].includes(words[noun] ?? '') &&
  noun > k + 2 &&
  ['our', 'my', 'the', 'its', 'their'].includes(words[k + 1] ?? '') &&
  words[noun + 1] !== 'of'

const phrases = (list: string): readonly (readonly string[])[] =>
  list.split('|').map((phrase) => phrase.trim().split(' '))
/** How many words of the phrase of a list stand at `k`, 0 when none does. */
const lengthOf = (list: readonly (readonly string[])[], words: readonly string[], k: number): number =>
  list.find((phrase) => phrase.every((word, i) => words[k + i] === word))?.length ?? 0

/** What would have to come in between, or goes on as it does. */
const ways =
  phrases(`as things stand|as matters stand|as it stands|the way things are going|short of|failing|barring|absent
  |miracles apart|miracles aside|accidents apart|accidents aside|wishful thinking apart|wishful thinking aside`)
const signs = phrases('to judge by|to judge from|judging by|judging from|to go by|going by|to hear')

const trusted = wordSet('anything guide right believed correct go')
/** "If the hints mean anything", "if the polls are right", "if form is any guide". */
const isTrust = (words: readonly string[], k: number): boolean => {
  if (words[k] !== 'if') return false
  const stop = words.findIndex((word, i) => i > k && [',', ';', '.'].includes(word))
  const rest = words.slice(k, stop < 0 ? k + 12 : Math.min(stop, k + 14))
  return rest.some((word, i) => i > 1 && trusted.has(word)) && rest.some((word) => testimony.has(word))
}
const testimony =
  wordSet(`hints hint polls poll polling form history past precedent figures numbers forecast forecasts rumours
  rumors gossip reports maps models markets odds bookmakers bookies whispers experience evidence signs signals leaks
  count early trend trends`)

/** What stands before the verb at `at`, or between two commas right behind it, to say on what grounds it is said. */
export const courseOf = (reading: Reading, clause: Clause, at: number): Course | null => {
  let found: Course | null = null
  for (let k = clause.start; k < at && !found?.sure; k++) {
    const frame = frameAt(reading, clause, k, at)
    if (frame && frame.to <= at) found = frame
  }
  if (found) return found
  const comma = reading.words.indexOf(',', at)
  return comma > at && comma < at + 9 && reading.words[comma + 1] !== 'in'
    ? frameAt(reading, clause, comma + 1, comma + 14)
    : null
}

const frameAt = (reading: Reading, clause: Clause, k: number, at: number): Course | null => {
  const { words } = reading
  if (!opens(reading, clause, k)) return null
  const way = lengthOf(ways, words, k)
  if (way > 0 || isOneWay(words, k, at))
    return { from: k, to: k + Math.max(1, way), sure: true, reckoned: way > 0 && words[k] === 'as' }
  const sign = lengthOf(signs, words, k)
  if (sign > 0 || isTrust(words, k)) return { from: k, to: k + Math.max(1, sign), sure: false, reckoned: sign > 0 }
  return groundsAt(reading, k)
}

const wh = wordSet('whatever whoever whichever however')
/** "Whatever the court finds", "come what may": the outcome holds either way. */
const isOneWay = (words: readonly string[], k: number, at: number): boolean =>
  (wh.has(words[k] ?? '') && words[k + 1] !== ',' && words.slice(k + 2, at).includes(',')) ||
  (words[k] === 'come' && words[k + 1] === 'what' && words[k + 2] === 'may')

export type Likelihood = { phrase: PhraseId; from: number; to: number }

/** "Most probably the party plays", "the last train quite possibly runs": an adverb of likelihood in front of the verb. */
export const adverbOf = ({ words, tokens }: Reading, clause: Clause, at: number): Likelihood | null => {
  const first = tokens[clause.start]?.tag === 'CCONJ' ? clause.start + 1 : clause.start
  for (const k of [first, first + 1, clause.core, at - 2, at - 1, at + 1]) {
    const form = k >= clause.start ? formAt(words, k, 'adverb') : null
    if (!form || ['never', 'may-well', 'probably-not'].includes(form.phrase)) continue
    if (form.to === at || (k === at + 1 && form.to > k) || k <= clause.core + 1) return form
  }
  return null
}

/** "The pact, one suspects, unravels": between two marks somebody believes or forecasts it. */
export const isBelievedAside = ({ tokens, words }: Reading, clause: Clause, at: number): boolean => {
  for (let k = clause.core; k < at; k++) {
    if (words[k + 1] !== ',' || (tokens[k]?.tag !== 'VERB' && tokens[k]?.tag !== 'NOUN')) continue
    const lemma = (tokens[k]?.lemma ?? '').replace(/s$/, '')
    const parted = words.lastIndexOf(',', k)
    const holds = beliefVerbs.has(lemma) || forecastVerbs.has(lemma) || contending.has(lemma)
    if (holds && parted > 0 && k - parted < 9 && k - parted > 1) return true
  }
  return false
}
const contending = wordSet(
  'contend argue insist say venture hear gather understand tell maintain swear extrapolate promise',
)
