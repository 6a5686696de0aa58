import { aliasAt } from '../entity-aliases.ts'
import type { Tagger, Token } from '../extraction/sentences/token.ts'
import { type ClaimText, claimWords, isNumber } from './claim-words.ts'
import { boundsFigure, type Figure, figuresOf } from './figures.ts'
import {
  type Concept,
  conceptOf,
  denials,
  denyingVerbs,
  frameWords,
  lightWords,
  pointers,
  pointing,
  repeatOf,
  weatherVerbs,
} from './vocabulary.ts'

/** What a text claims, ready to be compared. All in lower case. */
export type Reading = {
  /** Every word but those of the condition, for telling the same words. */
  words: string
  /** What is spoken of, with its weight: lemmas, or the concept they stand for. */
  terms: ReadonlyMap<string, number>
  /** Keys of `terms` that are names for certain; and whatever has a capital, in the order of the text. */
  names: readonly string[]
  order: readonly string[]
  /** Runs of names of two words and more, for acronyms: `['european', 'central', 'bank']`. */
  runs: readonly (readonly string[])[]
  signs: ReadonlyMap<string, 1 | -1>
  ways: ReadonlyMap<string, 1 | -1>
  figures: readonly Figure[]
  /** "Again", "second": it speaks of one more. In the order of the alphabet. */
  repeats: readonly string[]
  /** The words deny it ("will not"); the likelihood is a low one ("is unlikely to"). */
  denied: boolean
  doubted: boolean
  /** Its subject is a pronoun, or pointed at: what it means stands elsewhere. */
  points: boolean
  /** What is done to comes first: "the tariffs will be overturned by the court", "will lose to". */
  turned: boolean
  condition: Reading | null
}

/** Reads a claim: the terms of "The ECB will cut rates" are `ecb`, `up-or-down` (its way: -1) and `rate`. */
export const readClaim = (claim: ClaimText, tagger: Tagger): Reading => {
  const { all, tokens, doubted } = claimWords(claim, tagger)
  const { condition } = claim
  return {
    words: wordsIn(all),
    ...termsOf(tokens),
    runs: runsOf(tokens),
    figures: figuresOf(tokens),
    repeats: [...new Set(tokens.flatMap(({ word }) => repeatOf(word) ?? []))].sort(),
    doubted,
    denied: isDenied(tokens),
    points: pointsElsewhere(tokens),
    turned: isTurned(tokens),
    condition: condition === null ? null : readClaim({ text: condition, hedge: null, condition: null }, tagger),
  }
}

const wordsIn = (tokens: readonly Token[]): string =>
  tokens
    .filter(({ tag }) => tag !== 'PUNCT' && tag !== 'SPACE')
    .map(({ word }) => word)
    .join(' ')

const skippedTags: ReadonlySet<string> = new Set([
  'PUNCT',
  'SYM',
  'SPACE',
  'DET',
  'PRON',
  'PART',
  'CCONJ',
  'SCONJ',
  'AUX',
])
/** What a light word weighs beside one of its own. */
const LIGHT = 0.25

type Term = Concept & { weight: number; name: boolean; capital: boolean }

const conceptAt = (tokens: readonly Token[], i: number): { concept: Concept; length: number } | null => {
  const [token, next] = [tokens[i], tokens[i + 1]]
  if (!token) return null
  const pair = next ? conceptOf(`${token.lemma} ${next.word}`) : null
  if (pair) return { concept: pair, length: 2 }
  // "The strike will be over", "the coalition will hold": words that say so only there.
  if (token.word === 'over' && tokens[i - 1]?.lemma === 'be') return of(conceptOf('end'))
  if (token.lemma === 'hold' && (!next || next.tag === 'PUNCT')) return of(conceptOf('survive'))
  return of(conceptOf(token.word) ?? conceptOf(token.lemma))
}
const of = (concept: Concept | null) => (concept ? { concept, length: 1 } : null)

const termAt = (tokens: readonly Token[], i: number): Term | null => {
  const token = tokens[i]
  if (!token || skippedTags.has(token.tag) || isNumber(token)) return null
  const { word, lemma, tag } = token
  if (repeatOf(word) !== null) return null
  if (frameWords.has(word) || frameWords.has(lemma) || !/[\p{L}\p{N}]{2}/u.test(word)) return null
  const light = lightWords.has(lemma) || lightWords.has(word) || tag === 'ADV'
  const key = tag === 'PROPN' ? singular(word) : lemma
  const capital = tag === 'PROPN' && !light
  const name = capital && isName(tokens, i)
  return { key, sign: 1, way: 0, weight: light ? LIGHT : 1, name, capital }
}

/** A country by any of its names: peoples and seats of government stand for it. */
const countryAt = (tokens: readonly Token[], i: number): { term: Term; length: number } | null => {
  if (tokens[i]?.tag !== 'PROPN') return null
  const words = tokens.slice(i, i + 6).map(({ word }) => word)
  const alias = aliasAt(words, 0, () => true)
  if (!alias?.isCountry) return null
  const name = isName(tokens, i)
  return { term: { key: alias.key, sign: 1, way: 0, weight: 1, name, capital: true }, length: alias.length }
}

/** A capital in mid-sentence names; at the start of one only where a second follows. */
const isName = (tokens: readonly Token[], i: number): boolean => i > 0 || tokens[1]?.tag === 'PROPN'

/** The tagger gives no lemma to a word with a capital: "Wages will rise". */
const singular = (word: string): string => {
  if (word.length < 5 || /(ss|us|is)$/.test(word)) return word
  return word.replace(/ies$/, 'y').replace(/s$/, '')
}

const listTerms = (tokens: readonly Token[]): Term[] => {
  const terms: Term[] = []
  for (let i = 0; i < tokens.length; i++) {
    const denies = denyingVerbs.has(tokens[i]?.lemma ?? '') && tokens[i + 1]?.word === 'to'
    if (denies || boundsFigure(tokens, i)) continue
    const country = countryAt(tokens, i)
    const found = country ? null : conceptAt(tokens, i)
    if (country) {
      terms.push(country.term)
      i += country.length - 1
    } else if (found) {
      terms.push({ ...found.concept, weight: 1, name: false, capital: false })
      i += found.length - 1
    } else {
      const term = termAt(tokens, i)
      if (term) terms.push(term)
    }
  }
  return terms
}

const termsOf = (tokens: readonly Token[]) => {
  const found = listTerms(tokens)
  return {
    terms: new Map(found.map(({ key, weight }) => [key, weight] as const)),
    names: [...new Set(found.filter(({ name }) => name).map(({ key }) => key))],
    order: [...new Set(found.filter(({ capital }) => capital).map(({ key }) => key))],
    signs: new Map(found.map(({ key, sign }) => [key, sign] as const)),
    ways: new Map(found.flatMap(({ key, way }) => (way === 0 ? [] : [[key, way] as const]))),
  }
}

/** Where the claim's verb stands: the first modal or verb after something to speak of. */
const verbOf = (tokens: readonly Token[]): number => {
  const at = tokens.findIndex(
    ({ tag, lemma }, i) =>
      (tag === 'AUX' && !['it', 'there'].includes(tokens[i - 1]?.word ?? '')) ||
      (tag === 'VERB' && !frameWords.has(lemma)),
  )
  return at < 0 ? tokens.length : at
}

const runsOf = (tokens: readonly Token[]): string[][] => {
  const runs: string[][] = [[]]
  for (const { tag, word } of tokens) {
    if (tag === 'PROPN') runs.at(-1)?.push(word)
    else runs.push([])
  }
  return runs.filter((run) => run.length > 1)
}

const isDenied = (tokens: readonly Token[]): boolean => {
  const denying = ({ word, lemma }: Token, i: number): boolean =>
    denials.has(word) || (denyingVerbs.has(lemma) && tokens[i + 1]?.word === 'to')
  return tokens.filter(denying).length % 2 === 1
}

/** "He will win", "their offer will fail"; but "it will rain". */
const pointsElsewhere = (tokens: readonly Token[]): boolean => {
  const before = tokens.slice(0, verbOf(tokens)).map(({ word }) => word)
  if (pointing.has(before[0] ?? '')) return true
  const weather = tokens.some(({ lemma }) => weatherVerbs.has(lemma))
  return !weather && before.length <= 2 && before.some((word) => pointers.has(word))
}

/** A passive with its doer, or a loss to someone: the doer comes second. */
const isTurned = (tokens: readonly Token[]): boolean =>
  tokens.some(
    ({ lemma, word }, i) =>
      (word === 'by' && tokens[i - 1]?.tag === 'VERB' && tokens[i - 2]?.tag === 'AUX') ||
      (lemma === 'lose' && tokens[i + 1]?.word === 'to'),
  )
