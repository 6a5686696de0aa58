import type { Reading } from '../cues/cue.ts'
import { wordSet } from '../sentences/words.ts'
import { being, impersonal, verbAct } from '../voice/saying-words.ts'
import { type Cast, type Speaker, speakerIn } from '../voice/speaker.ts'
import { clauseAt } from './clause.ts'
import { hasTense } from './clause-openings.ts'

/** Where the noun phrase that ends before token `to` starts. */
export const phraseStart = ({ tokens, words }: Reading, to: number): number => {
  let from = to
  while (from > 0 && to - from < 12) {
    const token = tokens[from - 1]
    const joined = ['of', 'at', "'s", '-', "'"].includes(words[from - 1] ?? '')
    if (!joined && !['NOUN', 'PROPN', 'ADJ', 'DET', 'NUM', 'PRON'].includes(token?.tag ?? '')) break
    from--
  }
  return from
}

const subjective = wordSet('i we you he she they')

/** Where the noun phrase that starts at `from` ends. */
export const phraseEnd = ({ tokens, words }: Reading, from: number): number => {
  let to = from
  while (
    to < tokens.length &&
    !['AUX', 'VERB', 'SCONJ', 'PUNCT'].includes(tokens[to]?.tag ?? '') &&
    words[to] !== 'that' &&
    // "every forecaster I can find".
    !(to > from && subjective.has(words[to] ?? '') && tokens[to - 1]?.tag !== 'ADP')
  )
    to++
  return to
}

const relatives = wordSet('who which that')
const MAX_DEPTH = 4

/**
 * The subject of the verb at `verb`: what stands before it in its clause; the noun that "who" speaks of; or, for a
 * participle and for a verb joined by "and", the subject of the verb before.
 */
export const subjectAt = (cast: Cast, reading: Reading, verb: number, depth = 0): Speaker | null => {
  const { tokens, asides, words } = reading
  // "It goes without saying": nobody says it.
  if (depth > MAX_DEPTH || words[verb - 1] === 'without') return null
  const clause = clauseAt(tokens, asides, verb)
  const to = subjectEnd(reading, clause.core, verb)
  const participle = words[verb]?.endsWith('ing') === true && !being.has(words[verb - 1] ?? '')
  const infinitive = words[verb - 1] === 'to'
  const relative = clause.intro !== null && relatives.has(words[to - 1] ?? '') && to - 1 === clause.intro
  if (relative) return antecedentOf(cast, reading, to - 1)
  const subject = participle || infinitive ? null : speakerIn(cast, tokens, listStart(reading, clause.core, to), to)
  if (subject && /^\d+$/.test(subject.name)) {
    // "Xi Wei, 34, a welder, says": an age stands beside the name.
    const named = beforeApposition(reading, clause.core)
    return named && speakerIn(cast, tokens, named.from, named.to)
  }
  if (subject) return subject.kind === 'group' && impersonal.has(subject.name.toLowerCase()) ? null : subject
  const set = participle || infinitive ? null : beforeApposition(reading, clause.core)
  if (set) return speakerIn(cast, tokens, set.from, set.to)
  const before = verbBefore(reading, participle || infinitive ? verb : Math.min(verb, to))
  return before === null ? null : subjectAt(cast, reading, before, depth + 1)
}

/** "Edith Shaw (D-Ohio) said", "Xi Wei, 34, says": the name before the bracket or comma that ends before token `core`. */
const beforeApposition = ({ tokens, words }: Reading, core: number): { from: number; to: number } | null => {
  let to = core - 1
  if (words[to] === ')') while (to > 0 && core - to < 14 && words[to] !== '(') to--
  if (![',', '('].includes(words[to] ?? '') || tokens[to - 1]?.tag !== 'PROPN') return null
  return { from: nameStart(tokens, to), to }
}

/** The finite verb before token `i` whose subject a verb without one shares: rather one of saying than another. */
const verbBefore = ({ tokens, words }: Reading, i: number): number | null => {
  let nearest: number | null = null
  for (let k = i - 1; k > 0; k--) {
    if (!hasTense(tokens, k) || words[k - 1] === 'to') continue
    if (tokens[k]?.tag === 'VERB' && verbAct(tokens[k]?.lemma ?? '')) return k
    nearest ??= k
  }
  return nearest
}

/** "Ann Roe, Bob Doe and others say": the first comma ends no clause. */
const listStart = ({ tokens, words }: Reading, core: number, to: number): number => {
  let from = core
  if (!words.slice(core, to).includes('and') || tokens[core]?.tag !== 'PROPN') return core
  while (words[from - 1] === ',' && tokens[from - 2]?.tag === 'PROPN') {
    from -= 2
    while (tokens[from - 1]?.tag === 'PROPN') from--
  }
  return from
}

const relativePronouns = wordSet('who whom whose which')

/** Where the subject that starts at `from` ends: before its verb, or before what it is said of it ("everyone I spoke to"). */
const subjectEnd = ({ tokens, words }: Reading, from: number, verb: number): number => {
  for (let k = from; k < verb; k++) {
    const [before, token, next] = [tokens[k - 1], tokens[k], tokens[k + 1]]
    const described = ['DET', 'ADJ'].includes(before?.tag ?? '') || ["'s", "'", '-'].includes(before?.word ?? '')
    const attributive = described && ['NOUN', 'PROPN', 'ADJ'].includes(next?.tag ?? '')
    if (token?.tag === 'AUX' || (token?.tag === 'VERB' && k > from && !attributive)) return k
    // "The bank no longer sees".
    if (words[k] === 'no' && words[k + 1] === 'longer') return k
    // "The mayors with whom I lunched": what is said of the subject is no part of it.
    if (k > from && relativePronouns.has(words[k] ?? '')) return before?.tag === 'ADP' ? k - 1 : k
    const pronoun = ['i', 'we', 'you', 'he', 'she', 'they'].includes(words[k] ?? '')
    if (k > from && pronoun && ['NOUN', 'PRON'].includes(before?.tag ?? '')) return k
  }
  return verb
}

const nameStart = (tokens: Reading['tokens'], to: number): number => {
  let from = to
  while (tokens[from - 1]?.tag === 'PROPN') from--
  return from
}

/** The noun phrase that "who" at `who` speaks of: "two people inside the firm who say", "Roe, who says". */
const antecedentOf = (cast: Cast, reading: Reading, who: number): Speaker | null => {
  const { tokens, words } = reading
  let to = who
  if (words[to - 1] === ',') to--
  // "Lumenor, the battery company that": the name it is set beside.
  const set = phraseStart(reading, to)
  const name = tokens[set]?.tag === 'DET' && words[set - 1] === ',' && tokens[set - 2]?.tag === 'PROPN'
  if (name) return speakerIn(cast, tokens, nameStart(tokens, set - 1), set - 1)
  let from = to
  const stops = (k: number): boolean =>
    ['VERB', 'AUX', 'SCONJ'].includes(tokens[k]?.tag ?? '') || [';', ':', '—', '–', '"'].includes(words[k] ?? '')
  while (from > 0 && to - from < 14 && !stops(from - 1)) from--
  return speakerIn(cast, tokens, from, to)
}
