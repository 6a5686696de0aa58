import type { Token } from '../extraction/sentences/token.ts'
import { wordSet } from '../extraction/sentences/words.ts'
import { type Predicate, predicateAt } from './senses.ts'

/** A verb with those it is said of. `subject`, `object`: places of their heads; empty where a pronoun or nothing stands. */
export type Clause = Predicate & {
  at: number
  /** Where its auxiliaries begin. */
  from: number
  passive: boolean
  subject: readonly number[]
  object: readonly number[]
}

const edges = wordSet('; : — – ( ) , that which who whom because if when while although though but')
const isNoun = (token: Token | undefined): boolean => token?.tag === 'NOUN' || token?.tag === 'PROPN'

/** Heads of noun phrases among some tokens: the last of each run of nouns, of owners what they own. */
const headsIn = (tokens: readonly Token[], from: number, to: number): number[] => {
  const heads: number[] = []
  for (let k = from; k < to; k++) {
    const next = k + 1 < to ? tokens[k + 1] : undefined
    if (isNoun(tokens[k]) && !isNoun(next) && next?.word !== "'s" && next?.word !== "'") heads.push(k)
  }
  return heads
}

const refusing = wordSet('fail refuse decline unable unwilling yet')
/** "Failed to" and the like deny what follows. */
export const refuses = (tokens: readonly Token[], at: number): boolean =>
  refusing.has(tokens[at]?.lemma ?? '') && tokens[at + 1]?.word === 'to'

/** Where the auxiliaries, adverbs and negators of a verb begin. */
const chainStart = (tokens: readonly Token[], at: number): number => {
  let from = at
  while (from > 0) {
    const { tag, word } = tokens[from - 1] as Token
    const helps = tag === 'AUX' || tag === 'ADV' || (tag === 'PART' && word !== "'s")
    if (!helps && !refuses(tokens, from - 1)) break
    from--
  }
  return from
}

const subjectOf = (tokens: readonly Token[], from: number): readonly number[] => {
  if (tokens[from - 1]?.tag === 'CCONJ') {
    const before = tokens.slice(0, from).findLastIndex(({ tag }) => tag === 'VERB')
    if (before >= 0) return subjectOf(tokens, chainStart(tokens, before))
  }
  let start = from
  while (start > 0) {
    const token = tokens[start - 1]
    if (!token || edges.has(token.word) || token.tag === 'VERB' || token.tag === 'AUX') break
    start--
  }
  // "On Friday Lund resigned": whoever stands next to the verb, or "on 9 June the bank of Orrin raised" behind an article.
  if (tokens[start]?.tag === 'ADP') {
    const article = tokens.slice(start + 2, from).findIndex(({ tag }) => tag === 'DET')
    if (article < 0) return headsIn(tokens, start, from).slice(-1)
    start += 2 + article
  }
  // "The school near the plant closed": whoever stands before a preposition.
  const preposition = tokens.slice(start, from).findIndex(({ tag }) => tag === 'ADP')
  return headsIn(tokens, start, preposition < 0 ? from : start + preposition)
}

const objectOf = (tokens: readonly Token[], last: number): readonly number[] => {
  let end = last + 1
  while (end < tokens.length) {
    const token = tokens[end]
    if (!token || edges.has(token.word) || ['ADP', 'VERB', 'AUX', 'PUNCT', 'CCONJ'].includes(token.tag)) break
    end++
  }
  return headsIn(tokens, last + 1, end)
}

/** The clause of the verb at a place. */
export const clauseOf = (tokens: readonly Token[], at: number): Clause => {
  const from = chainStart(tokens, at)
  const { word = '', lemma = '', tag } = tokens[at] ?? {}
  const helped = tokens
    .slice(from, at)
    .some((token) => token.lemma === 'be' || /^(?:was|were|been|being)$/.test(token.word))
  const done = tag === 'VERB' && helped && word !== lemma && !word.endsWith('ing')
  const predicate = predicateAt(tokens, at, done)
  const elected = done && predicate.senses.some(({ key }) => key === 'win')
  return {
    ...predicate,
    at,
    from,
    passive: done && !elected,
    subject: subjectOf(tokens, from),
    object: objectOf(tokens, predicate.last),
  }
}

const modals = wordSet('will would shall should may might can could must')
const nearly = wordSet('nearly almost virtually reportedly allegedly supposedly')
const owners = wordSet('its his her their our my your')
/** Whoever uses such a word before a clause does not say that what it tells is so. */
const unsure =
  wordSet(`deny claim allege hope fear doubt rumour rumours rumor rumors demand urge threaten warn promise vow predict expect want
  wish pretend speculation speculate imagine believe think plan propose refute insist dream false`)

/** Whether a clause is told as a fact: in a tense of its own, by the writer, and not as what nearly happened. */
export const isTold = (tokens: readonly Token[], { at, from }: Clause): boolean => {
  const chain = tokens.slice(from, at)
  if (chain.some(({ word }) => modals.has(word) || nearly.has(word))) return false
  if (chain.some(({ word }, i) => word === 'to' && !refuses(tokens, from + i - 1))) return false
  if (tokens[at]?.word.endsWith('ing')) return false
  const before = tokens[from - 1]
  if (chain.length === 0 && (before?.tag === 'DET' || before?.tag === 'ADJ' || owners.has(before?.word ?? '')))
    return false
  return !tokens.slice(0, from).some(({ lemma, word }) => unsure.has(lemma) || unsure.has(word))
}

/** The clause that holds what a claim says: the first with "will", else the first. Null where no verb says anything. */
export const mainClause = (tokens: readonly Token[]): Clause | null => {
  const clauses = verbsIn(tokens)
    .map((at) => clauseOf(tokens, at))
    .filter(({ at, senses }) => senses.length > 0 && !refuses(tokens, at))
  const foretold = clauses.find(({ from, at }) => tokens.slice(from, at).some(({ word }) => modals.has(word)))
  return foretold ?? clauses[0] ?? null
}

/** Verbs, and "is" or "was" where no verb follows that they help. */
export const verbsIn = (tokens: readonly Token[]): number[] =>
  tokens.flatMap(({ tag, lemma }, at) => {
    if (tag === 'VERB') return [at]
    const helps = tokens.slice(at + 1, at + 5).find((next) => !['ADV', 'PART', 'AUX'].includes(next.tag))
    return tag === 'AUX' && lemma === 'be' && helps?.tag !== 'VERB' ? [at] : []
  })
