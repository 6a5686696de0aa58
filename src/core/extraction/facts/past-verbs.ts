import type { Reading } from '../cues/cue.ts'
import { wordSet } from '../sentences/words.ts'
import { isPastWord, isSimplePast } from './simple-past.ts'
import { lightWords, participleOnly, samePasts, simplePasts } from './verb-forms.ts'

/**
 * A verb that tells of the past: its first tensed word at `at`, the verb itself at `verb`. `perfect`: has fallen; `before`:
 * had fallen; `figure`: was 3.1 per cent.
 */
export type PastVerb = {
  at: number
  verb: number
  tense: 'past' | 'perfect' | 'before' | 'figure'
  passive: boolean
  denied: boolean
}

const MAX_VERBS = 24

/** The verbs in the past of a sentence, in its order; those that only describe a noun ("the deal signed in May") are none. */
export const pastVerbs = (reading: Reading): PastVerb[] => {
  const found: PastVerb[] = []
  for (let i = 0; i < reading.tokens.length && found.length < MAX_VERBS; i++) {
    const one = verbAt(reading, i)
    if (!one) continue
    found.push(one)
    i = one.verb
  }
  return found
}

const verbAt = (reading: Reading, i: number): PastVerb | null => {
  const word = reading.words[i] ?? ''
  if (word === 'was' || word === 'were') return afterBe(reading, i)
  if (word === 'has' || word === 'have' || word === 'had') return afterHave(reading, i)
  if (word === 'did') return afterDid(reading, i)
  return isVerb(reading, i) && isSimplePast(reading, i)
    ? { at: i, verb: i, tense: 'past', passive: false, denied: isNever(reading, i) }
    : null
}

/** The tagger takes some for adjectives or nouns; behind "and" nothing but a verb stands before an article. */
const isVerb = ({ tokens, words }: Reading, i: number): boolean =>
  tokens[i]?.tag === 'VERB' ||
  (['ADJ', 'NOUN'].includes(tokens[i]?.tag ?? '') &&
    tokens[i - 1]?.tag === 'CCONJ' &&
    isPastWord(words[i] ?? '') &&
    ['DET', 'PRON'].includes(tokens[i + 1]?.tag ?? ''))

/** The next token that is no adverb, and whether a "not" or "never" was passed. */
const beyond = ({ tokens, words }: Reading, i: number): { k: number; denied: boolean } => {
  let k = i
  let denied = false
  while (k < i + 5 && (tokens[k]?.tag === 'ADV' || tokens[k]?.tag === 'PART' || lightWords.has(words[k] ?? ''))) {
    if (words[k] === 'to') break
    denied ||= words[k] === 'not' || words[k] === 'never'
    k++
  }
  return { k, denied }
}

const isParticiple = ({ tokens, words }: Reading, k: number): boolean => {
  const [token, word] = [tokens[k], words[k] ?? '']
  if (!token || (token.tag !== 'VERB' && token.tag !== 'ADJ')) return false
  return (
    word.endsWith('ed') || participleOnly.has(word) || samePasts.has(word) || (simplePasts.has(word) && word !== 'was')
  )
}

/** "Was signed"; "was 3.1 per cent". What was going on, was to be or was such is no happening. */
const afterBe = (reading: Reading, at: number): PastVerb | null => {
  const { tokens } = reading
  const { k, denied } = beyond(reading, at + 1)
  if (isParticiple(reading, k) && tokens[k]?.tag === 'VERB')
    return { at, verb: k, tense: 'past', passive: true, denied }
  return isFigure(reading, k) ? { at, verb: at, tense: 'figure', passive: false, denied } : null
}

const abouts = wordSet('close to about around roughly nearly almost just only over under at up down some')
const measured = wordSet('per percent % point points million billion trillion bn m')
/** A figure that measures something: "3.1 per cent", "£4bn", "1,204"; not "one of the", "two years old". */
const isFigure = ({ tokens, words }: Reading, k: number): boolean => {
  let i = k
  while (i < k + 4 && (abouts.has(words[i] ?? '') || /^[$€£¥]$/.test(words[i] ?? ''))) i++
  const [word, next] = [words[i] ?? '', words[i + 1] ?? '']
  if (!/\d/.test(word)) return false
  return (
    measured.has(next) ||
    /[$€£¥%]|bn|\d[.,]\d/.test(word) ||
    /^[$€£¥]$/.test(words[i - 1] ?? '') ||
    tokens[i + 1]?.tag === 'PUNCT'
  )
}

const modals = wordSet('will would could may might must should can shall to ought cannot')
const afterHave = (reading: Reading, at: number): PastVerb | null => {
  const { tokens, words } = reading
  const before = words[at - 1] === 'not' || tokens[at - 1]?.tag === 'ADV' ? words[at - 2] : words[at - 1]
  if (modals.has(before ?? '') || modals.has(words[at - 1] ?? '')) return null
  const { k, denied } = beyond(reading, at + 1)
  const tense = words[at] === 'had' ? 'before' : 'perfect'
  if (words[k] === 'been') {
    const inner = beyond(reading, k + 1)
    const passive = isParticiple(reading, inner.k) && tokens[inner.k]?.tag === 'VERB'
    return passive ? { at, verb: inner.k, tense, passive, denied: denied || inner.denied } : null
  }
  if (k === at + 1 && tokens[k]?.tag === 'ADJ') return null
  return isParticiple(reading, k) ? { at, verb: k, tense, passive: false, denied } : null
}

/** "Did not sign", "did sign"; in a question the subject stands between. */
const afterDid = (reading: Reading, at: number): PastVerb | null => {
  const { k, denied } = beyond(reading, at + 1)
  const verb = reading.tokens[k]
  return verb?.tag === 'VERB' && verb.word === verb.lemma
    ? { at, verb: k, tense: 'past', passive: false, denied }
    : null
}

const isNever = ({ words }: Reading, i: number): boolean => words[i - 1] === 'never'
