import { type Claim, wordAt } from '../claims/claim.ts'
import { opensDate } from '../clauses/clause-openings.ts'
import type { Reading } from '../cues/cue.ts'
import { phraseAt, phrasesOf } from '../sentences/phrases.ts'
import { speechVerbs, wordSet } from '../sentences/words.ts'
import { type ConditionPlace, conditionsAround } from './condition-extent.ts'
import { supposedSubject } from './condition-subject.ts'

/**
 * The condition of a claim as its words stand in the text, or null: in front of it ("if …, it will"), behind it ("… unless
 * …"), in its subject ("a defeat would"), or in the sentence `before` when the claim runs on from there ("it would then").
 */
export const conditionOf = (claim: Claim, before: Reading | null, text: string): string | null => {
  const { reading } = claim
  const own = ownCondition(claim)
  if (own) return cut(reading, own, text)
  if (before && leansBack(claim, before)) {
    const place = conditionsAround(before, before.tokens.length).findLast(({ kind }) => kind !== 'concessive')
    if (place) return cut(before, place, text)
  }
  const word = backWord(claim)
  return word && cut(reading, word, text)
}

const ownCondition = (claim: Claim): Pick<ConditionPlace, 'from' | 'to'> | null => {
  const { reading, cue } = claim
  const bound = conditionsAround(reading, cue.at).filter((place) => binds(claim, place))
  const real = bound.filter(({ kind }) => kind !== 'concessive')
  const [behind, front] = [real.find(({ from }) => from > cue.at), real.findLast(({ from }) => from < cue.at)]
  return front ?? behind ?? bound[0] ?? supposedSubject(claim)
}

/** A past event starts no clock but inside a report: "when he took office", against "said it would when he took office". */
const binds = (claim: Claim, place: ConditionPlace): boolean => {
  const { modal } = claim.cue
  const unreal = modal === 'would' || modal === 'could' || modal === 'might' || modal === null
  if (place.past && !unreal && (place.kind === 'trigger' || place.kind === 'until')) return false
  return place.from < claim.cue.at ? bindsInFront(claim, place) : bindsBehind(claim, place)
}

const barriers = wordSet('; : . ? ! …')
const turns = wordSet('but yet because while whereas although though since')
const dashes = wordSet('— – --')

/** Whether what stands between a condition and the claim behind it leaves the two in one breath. */
const bindsInFront = ({ reading, cue, clause }: Claim, { from, to }: ConditionPlace): boolean => {
  const { tokens, words } = reading
  if (!opensClause(reading, from)) return false
  if (clause.kind === 'relative' && clause.start > to) return false
  for (let k = to; k < cue.at; k++) {
    const word = words[k] ?? ''
    const closing = closeOf(words, k, k === to)
    if (closing !== null) {
      // "…, and that could happen in June, the mine will": the claim stands in the aside, or behind it.
      if (closing > cue.at) return word === ',' && !runsOn(reading, closing)
      k = closing
      continue
    }
    if (barriers.has(word) && !(word === ':' && words[from] === 'suppose')) return false
    if (dashes.has(word) || (isTurn(tokens, k) && !isParenthesis(words, k))) return false
  }
  return true
}

/** "Every contract signed since 2022 would": a date turns nothing. */
const isTurn = (tokens: Reading['tokens'], k: number): boolean =>
  turns.has(tokens[k]?.word ?? '') && tokens[k]?.tag !== 'ADV' && !opensDate(tokens, k)

/** "Barring a recession, though, a return": a turn between two commas leaves the claim where it was. */
const isParenthesis = (words: readonly string[], k: number): boolean => words[k - 1] === ',' && words[k + 1] === ','

const opensClause = ({ tokens, words }: Reading, i: number): boolean => {
  const before = tokens[i - 1]
  if (!before || ['PUNCT', 'CCONJ', 'SCONJ'].includes(before.tag) || before.word === 'that') return true
  return (
    speechVerbs.has(before.lemma) ||
    turns.has(before.word) ||
    (i < 4 && words[i - 1] !== 'only' && before.tag === 'ADV')
  )
}

/** Where an aside that opens at `k` closes: between dashes, in brackets, between the commas of ", and …," or ", which …,". */
const closeOf = (words: readonly string[], k: number, first: boolean): number | null => {
  const word = words[k] ?? ''
  const find = (mark: (word: string) => boolean): number | null => {
    for (let i = k + 1; i < Math.min(words.length, k + 45); i++) if (mark(words[i] ?? '')) return i
    return null
  }
  if (dashes.has(word)) return find((mark) => dashes.has(mark))
  if (word === '(') return find((mark) => mark === ')')
  if (word !== ',') return null
  const next = words[k + 1] ?? ''
  if (['which', 'who', 'whose', 'where'].includes(next)) return find((mark) => mark === ',')
  return first && next === 'and' ? find((mark) => mark === ',') : null
}

/** Whether a clause with a verb of its own follows the comma. */
const runsOn = ({ tokens }: Reading, comma: number): boolean =>
  tokens.slice(comma + 1, comma + 14).some(({ tag }) => tag === 'AUX' || tag === 'VERB')

/** Whether a condition behind the claim is the claim's, not the next clause's. */
const bindsBehind = (claim: Claim, { from, to }: ConditionPlace): boolean => {
  const { reading, cue } = claim
  const { tokens, words } = reading
  for (let k = cue.at + 1; k < from; k++) {
    const word = words[k] ?? ''
    if (barriers.has(word)) return false
    if (k > cue.verb && k < from - 1) {
      if (dashes.has(word) || (turns.has(word) && !opensDate(tokens, k))) return false
      if (tokens[k]?.tag === 'CCONJ' && joinsClause(reading, k, from)) return false
      if (word === ',' && ['which', 'who', 'whose', 'as', 'so', 'where'].includes(words[k + 1] ?? '')) {
        // "the fallback argument, which rests on state law, unless": the aside closes right before the condition.
        if (words.indexOf(',', k + 1) === from - 1 && words[k + 1] !== 'so') break
        return false
      }
      if (cue.kind === 'modal' && tokens[k]?.tag === 'AUX' && modals.has(word)) return false
    }
  }
  const before = tokens[from - 1]
  if (before?.word === 'that' || before?.word === ':') return false
  // "and until the annex opens locals are": the front of the next clause, but for "but only if".
  if (before?.tag === 'CCONJ' || before?.word === 'but') return words[from] === 'only' || words[from] === 'even'
  if (tellsManner(words, from)) return false
  // ", if the dam breaks, the mill will": the next claim's condition.
  if (words[to] === ',' && before?.word === ',' && from > cue.verb) return !followedByClaim(reading, to)
  return true
}
/** "It will pass, with a handshake and a photograph", but "with a little luck". */
const tellsManner = (words: readonly string[], from: number): boolean =>
  words[from] === 'with' &&
  ['a', 'an'].includes(words[from + 1] ?? '') &&
  !words.slice(from + 2, from + 6).some((word) => ['luck', 'wind', 'effort', 'deal', 'majority'].includes(word))

const modals = wordSet('will would may might could shall')

const joinsClause = ({ tokens, words }: Reading, i: number, to: number): boolean => {
  if (words[i] === 'but') return true
  for (let k = i + 1; k < Math.min(to, i + 9); k++) {
    if (tokens[k]?.tag === 'PUNCT') return false
    if (tokens[k]?.tag === 'AUX') return true
  }
  return false
}

const followedByClaim = ({ tokens, words }: Reading, comma: number): boolean => {
  for (let k = comma + 1; k < Math.min(tokens.length, comma + 14); k++) {
    if (tokens[k]?.tag === 'PUNCT') return false
    if (tokens[k]?.tag === 'AUX' && modals.has(words[k] ?? '')) return true
  }
  return false
}

const backWords = phrasesOf('in that case|in that event|if so|if not|failing that|or else|otherwise')
const beforeClaim = ({ clause, cue, reading }: Claim): { from: number; words: readonly string[] } => {
  const from = Math.max(0, Math.min(clause.start, cue.from) - 2)
  return { from, words: reading.words.slice(from, Math.max(cue.verb, cue.at) + 1) }
}

/** "Otherwise", "in that case", "if so": the condition is told in the sentence before. */
const backWord = (claim: Claim): { from: number; to: number } | null => {
  const { from, words } = beforeClaim(claim)
  for (let k = 0; k < words.length; k++) {
    const found = phraseAt(backWords, words, k)
    if (!found) continue
    const opens = k + from === 0 || ['PUNCT', 'CCONJ'].includes(claim.reading.tokens[from + k - 1]?.tag ?? '')
    if (opens || found.length > 1) return { from: from + k, to: from + k + found.length }
  }
  return null
}

/** "It would then close", "then it will": a claim that runs on from a condition in the sentence before. */
const leansBack = (claim: Claim, before: Reading): boolean => {
  const { cue, reading, clause } = claim
  if (backWord(claim)) return false
  const { words } = beforeClaim(claim)
  if (words.includes('then') && wordAt(reading, words.indexOf('then') - 1) !== 'only') return true
  // "would" alone runs on from another unreal "would"; after "will" it is rather a report.
  return wordAt(reading, cue.at) === 'would' && clause.kind === 'main' && before.words.includes('would')
}

const cut = ({ tokens }: Reading, { from, to }: { from: number; to: number }, text: string): string => {
  let end = to - 1
  while (end > from && tokens[end]?.tag === 'PUNCT') end--
  return text.slice(tokens[from]?.start ?? 0, tokens[end]?.end ?? 0).replace(/[.,]$/, '')
}
