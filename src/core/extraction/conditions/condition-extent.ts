import type { ConditionKind } from '../../candidate.ts'
import { isPastForm } from '../clauses/supposition.ts'
import type { Reading } from '../cues/cue.ts'
import { wordSet } from '../sentences/words.ts'
import { timeNames } from '../time/time-words.ts'
import { type Opener, openerAt } from './condition-openers.ts'

/** Where a condition stands: `tokens.slice(from, to)`. `past`: its verb is in the past tense. */
export type ConditionPlace = { from: number; to: number; kind: ConditionKind; past: boolean }

/** How far around its words of likelihood a claim looks for its condition, and how long a condition may be, in tokens. */
const REACH = 80
const LONGEST = 50

/** The conditions around the token `at`, in their order. `at` itself is never inside one: it belongs to the claim. */
export const conditionsAround = (reading: Reading, at: number): ConditionPlace[] => {
  const places: ConditionPlace[] = []
  const last = Math.min(reading.tokens.length, at + REACH)
  for (let i = Math.max(0, at - REACH); i < last; i++) {
    const opener = i === at ? null : openerAt(reading, i)
    const place = opener && placeOf(reading, i, opener, at)
    if (!place) continue
    places.push(place)
    i = place.to - 1
  }
  return places
}

const placeOf = (reading: Reading, i: number, opener: Opener, at: number): ConditionPlace | null => {
  const next = i + opener.words.length
  const to =
    opener.words.join(' ') === 'only then' || opener.words[0] === 'come' ? next : endOf(reading, i, next, at, opener)
  // A condition that reaches over the claim's own words is one that the claim stands in.
  if (i < at && at < to) return null
  const subjectless = ['whatever', 'whoever', 'whichever'].includes(opener.words[0] ?? '')
  const verb = finiteVerb(reading, next, to, subjectless ? next : next + 1)
  if (opener.needs === 'clause' && verb === null) return null
  if (opener.needs === 'either' && to === next && opener.words[0] !== 'unpaid' && next - i < 2) {
    if (!opener.words[0]?.startsWith('un')) return null
  }
  if (opener.needs === 'phrase' && to === next && !['then', 'may'].includes(opener.words.at(-1) ?? '')) return null
  return { from: i, to, kind: opener.kind, past: verb !== null && isPastAt(reading, verb) }
}

const stops = wordSet('. ; : — – -- ! ? ( ) [ ] … ...')
const cutters = wordSet('if unless because although though whereas provided')
const tenses = wordSet('will would may might could can shall wo')

const endOf = (reading: Reading, i: number, next: number, at: number, opener: Opener): number => {
  const { tokens, words } = reading
  const limit = Math.min(tokens.length, next + LONGEST)
  // "unless, that is, the tide turns": an aside right behind the opener.
  let k = words[next] === ',' ? Math.max(next, words.indexOf(',', next + 1) + 1) : next
  const subject = i < at ? openSubject(reading, next, at) : null
  for (; k < limit; k++) {
    const word = words[k] ?? ''
    if (stops.has(word) || k === subject) return k
    if (word === '"' && closesSpeech(words, k)) return k
    const aside = word === ',' && opener.needs !== 'phrase' ? closeOfAside(reading, next, k) : null
    if (aside !== null) k = aside
    else if (word === ',' && !continues(words, k, opener)) return k
    if (k > next && cutters.has(word)) return k
    if (tokens[k]?.tag === 'CCONJ' && k > next && (word === 'but' || joinsTensed(reading, k))) return k
    if (opener.needs === 'phrase' && k > next && tellsTime(reading, k)) return k
  }
  return k
}

/** "until the heir, who has the most shares, says": where an aside closes that stands between subject and verb. */
const closeOfAside = (reading: Reading, next: number, comma: number): number | null => {
  const { words } = reading
  if (!['who', 'which', 'whose'].includes(words[comma + 1] ?? '')) return null
  if (finiteVerb(reading, next, comma, next + 1) !== null) return null
  const close = words.indexOf(',', comma + 2)
  return close > 0 && close - comma < 25 ? close : null
}

const closesSpeech = (words: readonly string[], k: number): boolean =>
  [',', '.', '?', '!'].includes(words[k - 1] ?? '') || k === words.length - 1 || words[k + 1] === '.'

/** "until the tide turns, or until the wind drops" is one condition; "short points, and a dry fortnight" as well. */
const continues = (words: readonly string[], comma: number, { words: [first] }: Opener): boolean =>
  ['or', 'and'].includes(words[comma + 1] ?? '') && words[comma + 2] === first

/** "… and the village will": the coordinator opens a clause with a modal of its own. */
const joinsTensed = ({ tokens, words }: Reading, i: number): boolean => {
  for (let k = i + 1; k < Math.min(tokens.length, i + 10); k++) {
    if (tokens[k]?.tag === 'PUNCT') return false
    if (tenses.has(words[k] ?? '') && k > i + 1) return true
  }
  return false
}

const timePrepositions = wordSet('by before within until this next during since')
const tellsTime = ({ words, tokens }: Reading, k: number): boolean =>
  timePrepositions.has(words[k] ?? '') &&
  words.slice(k + 1, k + 4).some((word, ahead) => timeNames.has(word) || tokens[k + 1 + ahead]?.tag === 'NUM')

const subjectPronouns = wordSet('i you he she it we they there this that nobody everyone everybody')

/** Where the subject of the verb at `at` starts when no comma parts it from a condition in front that opened before `next`. */
const openSubject = ({ tokens, words }: Reading, next: number, at: number): number | null => {
  if (tokens.slice(next, at).some(({ word, tag }) => tag === 'PUNCT' && word !== '"' && word !== '-')) return null
  // "Only when the fever falls will he": verb before subject.
  if (words[next - 2] === 'only' && ['PRON', 'DET', 'PROPN', 'NOUN', 'ADJ'].includes(tokens[at + 1]?.tag ?? ''))
    return at
  let k = at - 1
  while (k > next && ['ADV', 'PART'].includes(tokens[k]?.tag ?? '')) k--
  if (subjectPronouns.has(words[k] ?? '') && k > next) return k
  let start: number | null = null
  for (; k > next; k--) {
    const tag = tokens[k]?.tag ?? ''
    if (words[k] === 'of') continue
    if (!['NOUN', 'PROPN', 'ADJ', 'NUM', 'DET'].includes(tag)) break
    start = k
    if (tag === 'DET' && words[k - 1] !== 'of') break
  }
  return start
}

const isPastAt = ({ tokens, words }: Reading, verb: number): boolean => {
  const word = words[verb] ?? ''
  return word.endsWith('ed') ? tokens[verb]?.tag === 'VERB' : isPastForm(word)
}

/** The first verb with a tense in a stretch; the tagger takes some for nouns ("the ice breaks"). */
const finiteVerb = ({ tokens, words }: Reading, from: number, to: number, earliest: number): number | null => {
  for (let k = from; k < to; k++) {
    const { tag, word } = tokens[k] ?? { tag: 'X', word: '' }
    if (tag === 'AUX') return k
    if (tag === 'VERB' && !word.endsWith('ing') && words[k - 1] !== 'to' && k >= earliest) return k
  }
  for (let k = from + 1; k < to; k++) {
    const [before, token] = [tokens[k - 1], tokens[k]]
    const noun = before && ['NOUN', 'PROPN', 'PRON'].includes(before.tag)
    if (noun && token?.tag === 'NOUN' && token.word.endsWith('s')) return k
    if (before?.tag === 'PRON' && token?.tag === 'NOUN') return k
  }
  return null
}
