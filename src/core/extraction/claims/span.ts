import type { Clause } from '../clauses/clause.ts'
import { hasTense, isNominal } from '../clauses/clause-openings.ts'
import { infinitiveAfter } from '../clauses/second-infinitives.ts'
import type { Cue, Reading } from '../cues/cue.ts'
import { opensShared } from '../cues/shared-modal-cues.ts'
import { personalPronouns, speechVerbs, wordSet } from '../sentences/words.ts'

const ends = new Set(['.', '!', '?', ';', ':', '—', '–', '"', ')', '…', '...'])
const breaks = new Set([
  'though',
  'although',
  'while',
  'whereas',
  'because',
  'since',
  'which',
  'who',
  'where',
  'as',
  'so',
  'nor',
  'yet',
  'adding',
  'saying',
  'according',
  'but',
  'given',
])

/** The tokens to quote for a claim, `tokens.slice(from, to)`: its clause with conditions and complements, no more. */
export const spanOf = (reading: Reading, cue: Cue, clause: Clause): { from: number; to: number } => {
  if (cue.extent) return cue.extent
  const from = startOf(reading, cue, clause)
  return { from, to: Math.max(endOf(reading, cue, clause), cue.to) }
}

/** Openings that say how a claim is joined to its neighbours, no part of the claim; conditions are. */
const joiners = new Set(['because', 'while', 'although', 'though', 'whereas', 'since', 'so', 'that', 'as', 'like'])
const contrasts = new Set(['while', 'although', 'though', 'whereas', 'because', 'since', 'as'])
const invertors = new Set(['nor', 'neither'])

const isOpening = ({ tokens, words }: Reading, i: number): boolean => {
  const word = words[i] ?? ''
  // "Either one would": part of the subject.
  if (['either', 'neither', 'both'].includes(word)) return false
  if (tokens[i]?.tag === 'PUNCT' || tokens[i]?.tag === 'CCONJ') return true
  return (
    joiners.has(word) &&
    !(word === 'as' && ['long', 'soon', 'far'].includes(words[i + 1] ?? '')) &&
    tokens[i + 1]?.tag !== 'AUX' &&
    tokens[i + 1]?.tag !== 'VERB' &&
    !(word === 'that' && tokens[i + 1]?.tag === 'NOUN')
  )
}

const startOf = (reading: Reading, cue: Cue, clause: Clause): number => {
  const { tokens, words } = reading
  if (cue.shared !== undefined) return cue.shared.from
  // A second event under one verb ("and wages to fall") starts with its own subject.
  if (cue.kind === 'attitude' && cue.modal === 'will') return cue.from
  let from = Math.min(clause.start, cue.from)
  if (clause.kind === 'relative') from = Math.min(from, headStart(tokens, words, clause))
  if (clause.front && contrasts.has(words[from] ?? '')) from = clause.core
  // "The bank held rates, expecting a fall"; not "traders are expecting one".
  if (words[cue.at]?.endsWith('ing') && !isProgressive(tokens, cue.at)) from = cue.at
  while (from < cue.from && isOpening(reading, from)) from++
  if (from === cue.at && invertors.has(words[from - 1] ?? '')) from--
  return from
}

/** "are expecting", "is now betting": a participle after a helper. */
const isProgressive = (tokens: Reading['tokens'], i: number): boolean => {
  let k = i - 1
  while (tokens[k]?.tag === 'ADV') k--
  return tokens[k]?.tag === 'AUX'
}

/** Where the clause that a ", which" speaks of may begin. */
const antecedentStops = wordSet(', ; : . — – until if when once unless before after because that')

/** A relative clause is quoted with the noun (or, after a dash, the clause) it speaks of. */
const headStart = (tokens: Reading['tokens'], words: Reading['words'], clause: Clause): number => {
  const intro = clause.intro ?? clause.core
  const dashed = ['—', '–', '-', ','].includes(words[intro - 1] ?? '') && words[intro] === 'which'
  let k = intro - 1
  if (dashed) {
    k--
    while (k > 0 && !antecedentStops.has(words[k - 1] ?? '')) k--
    while (
      k < intro &&
      (tokens[k]?.tag === 'CCONJ' || ['until', 'if', 'when', 'that', 'once', 'unless'].includes(words[k] ?? ''))
    )
      k++
    return k
  }
  while (
    k > 0 &&
    ['NOUN', 'PROPN', 'ADJ', 'DET', 'NUM', 'ADP', 'CCONJ', 'PRON'].includes(tokens[k]?.tag ?? '') === true
  ) {
    if (tokens[k]?.tag === 'DET') return k
    // "…, growth that won't": the noun that takes up the clause before.
    if ([',', '—', '–'].includes(words[k - 1] ?? '')) return k
    k--
  }
  while (k > 0 && (words[k] === ',' || tokens[k]?.tag === 'NOUN' || tokens[k]?.tag === 'DET')) k--
  return Math.min(intro, k + 1)
}

const endOf = (reading: Reading, cue: Cue, clause: Clause): number => {
  const { tokens, words, asides } = reading
  const aside = asides[cue.at] ?? 0
  let i = Math.max(cue.verb, cue.to - 1) + 1
  for (; i < tokens.length; i++) {
    if ((asides[i] ?? 0) !== 0 && (asides[i] ?? 0) !== aside) continue
    const word = words[i] ?? ''
    if (ends.has(word)) {
      const closesShort = word === '"' && !endsQuotation(words, i)
      if (!closesShort) return i
    }
    if (word === ',' && (clause.kind === 'subordinate' || breaksAfter(reading, cue, i))) return i
    if ((word === ',' || tokens[i]?.tag === 'CCONJ') && opensShared(reading, cue, i)) return i
    if (tokens[i]?.tag === 'CCONJ' && (joinsClause(reading, i) || opensSecond(reading, cue, i))) return i
  }
  return i
}

/** "expects rents to rise, and wages to fall": the second event is a claim of its own. */
const opensSecond = (reading: Reading, { kind, phrase }: Cue, i: number): boolean =>
  kind === 'attitude' && phrase === 'expected' && infinitiveAfter(reading, i) !== null

/** A mark that closes a borrowed term leaves the sentence running; one after a full stop or comma does not. */
const endsQuotation = (words: Reading['words'], i: number): boolean =>
  ['.', ',', '?', '!'].includes(words[i - 1] ?? '') || i === words.length - 1

const breaksAfter = (reading: Reading, cue: Cue, comma: number): boolean => {
  const { tokens, words } = reading
  const next = words[comma + 1] ?? ''
  if (next === '"' && endsQuotation(words, comma + 1)) return true
  if (breaks.has(next)) return true
  if (next === 'with' && opensSecond(reading, cue, comma + 1)) return true
  if (tokens[comma + 1]?.tag === 'CCONJ') return joinsClause(reading, comma + 1) || opensSecond(reading, cue, comma + 1)
  for (let k = comma + 1; k < Math.min(tokens.length, comma + 6); k++) {
    if (words[k] === ',') break
    if (
      tokens[k]?.tag === 'VERB' &&
      speechVerbs.has(tokens[k]?.lemma ?? '') &&
      ['.', ',', '"'].includes(words[k + 1] ?? '.')
    )
      return !goesOn(reading, k + 1)
  }
  return false
}

/** "It will fall, one can safely say, by March": after the comma that closes who says it, the claim goes on. */
const goesOn = ({ tokens, words }: Reading, comma: number): boolean =>
  words[comma] === ',' &&
  tokens[comma + 1]?.tag === 'ADP' &&
  !breaks.has(words[comma + 1] ?? '') &&
  words[comma + 2] !== 'which'

/** Whether a coordinator opens a clause with a tense of its own: "and will", "but it could", "and the war goes". */
const joinsClause = ({ tokens, words }: Reading, i: number): boolean => {
  const next = tokens[i + 1]
  if (!next) return false
  // "all but empty", "nothing but trouble", "little choice but to wait": except.
  const rest = ['all', 'nothing', 'anything', 'none', 'anyone', 'everyone']
  if (words[i] === 'but' && (next.word === 'to' || rest.includes(words[i - 1] ?? ''))) return false
  // ", and unless the bank yields it will": a condition opens the next clause.
  if (words[i - 1] === ',' && ['unless', 'if', 'once', 'until'].includes(next.word)) return true
  // "a modest but real effect".
  if (words[i] === 'but' && tokens[i - 1]?.tag === 'ADJ' && next.tag === 'ADJ') return false
  if (next.tag === 'AUX' || words[i] === 'but' || personalPronouns.has(next.word)) return true
  for (let k = i + 1; k < Math.min(tokens.length, i + 9); k++) {
    // ", and the poor, who have no car, will": what the comma sets apart belongs to the subject of a new clause.
    if (words[k] === ',' && words[i - 1] === ',' && ['who', 'which', 'whose'].includes(words[k + 1] ?? '')) return true
    if (words[k] === ',' || ends.has(words[k] ?? '')) return false
    // "that it opens in May, and that the bill comes to": a second clause under the same verb.
    if (k === i + 1 && words[k] === 'that' && ['DET', 'PRON', 'PROPN', 'NOUN'].includes(tokens[k + 1]?.tag ?? ''))
      return true
    // ", and that is the kindest reading": a new clause about the claim.
    if (k === i + 1 && ['that', 'this'].includes(words[k] ?? '') && tokens[k + 1]?.tag === 'AUX') return true
    if (words[k] === 'that' || words[k] === 'who' || words[k] === 'which') return false
    if (tokens[k]?.tag === 'AUX' && k > i + 1) return true
    // ", and most of the mayors see": a comma and a subject of its own.
    if (words[i - 1] === ',' && k > i + 1 && isNominal(tokens[k - 1]) && hasTense(tokens, k)) return true
    if (tokens[k]?.tag === 'VERB' || tokens[k]?.tag === 'SCONJ') return false
  }
  return false
}
