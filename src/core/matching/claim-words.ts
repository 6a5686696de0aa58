import type { Tagger, Token } from '../extraction/sentences/token.ts'
import { matchForms } from '../lexicon/match.ts'
import { numberAt } from '../lexicon/numbers.ts'
import { phraseRange } from '../lexicon/range.ts'
import { fromMicro } from '../probability.ts'
import { repeatOf, timeUnits, timeWords } from './vocabulary.ts'

/**
 * The words of a claim as they stand. `hedge`: the words of likelihood where they are known (empty for a bare will), null
 * to have them looked up; `condition`: the words of the condition, in the text or beside it.
 */
export type ClaimText = { text: string; hedge: string | null; condition: string | null }

/**
 * The words of a claim without its condition: `all`, and `tokens` without its likelihood and its times. `doubted`: the
 * likelihood was a low one.
 */
export type ClaimWords = { all: Token[]; tokens: Token[]; doubted: boolean }

/** A claim in more characters than this is known by its beginning. */
const LONGEST = 4000

export const claimWords = ({ text, hedge, condition }: ClaimText, tagger: Tagger): ClaimWords => {
  const bare = (condition === null ? text : text.replace(condition, () => ' ')).slice(0, LONGEST)
  const all = withVerbs(tagger(bare).flat())
  const { tokens, doubted } = withoutHedge(all, bare, hedge)
  return { all, tokens: withoutTimes(tokens), doubted }
}

/** The tagger takes "will close" and "will slow" for adjectives: what follows will is a verb. */
const withVerbs = (tokens: readonly Token[]): Token[] =>
  tokens.map((token, i) => {
    if (token.tag !== 'ADJ' && token.tag !== 'NOUN') return token
    const before = tokens.slice(Math.max(0, i - 4), i).findLast(({ tag }) => tag !== 'ADV' && tag !== 'PART')
    return before?.tag === 'AUX' && modals.has(before.word) ? { ...token, tag: 'VERB' } : token
  })
const modals = new Set(['will', 'would', 'shall', 'should', 'may', 'might', 'can', 'could', 'must'])

/** Below this mean a phrase says that a thing will rather not come: "unlikely", not "might". */
const DOUBTED = 0.35

type Hedge = { from: number; to: number; mid: number }

/** Phrases of the lexicon and stated numbers, "a 70 percent chance", among these words. */
const hedgesIn = (tokens: readonly Token[]): Hedge[] => {
  const words = tokens.map(({ word }) => word)
  const numbers = words.flatMap((_, i) => numberAt(words, i) ?? [])
  return [
    ...matchForms(words).map(({ phrase, from, to }) => ({ from, to, mid: phraseRange(phrase).mid })),
    ...numbers.map(({ micro, from, to }) => ({ from, to, mid: fromMicro(micro) })),
  ]
}

/** Takes out the words of likelihood: those given, else those that the lexicon knows. Will, may and the like stay. */
const withoutHedge = (all: readonly Token[], text: string, hedge: string | null) => {
  const start = hedge === null || hedge === '' ? -1 : text.indexOf(hedge)
  const given = (token: Token): boolean =>
    start >= 0 && token.start >= start && token.end <= start + (hedge ?? '').length
  const hedges = hedgesIn(hedge === null ? all : all.filter(given))
  const taken = new Set(hedges.flatMap(({ from, to }) => all.slice(from, to)))
  const tokens = all.filter((token) => (hedge === null ? !taken.has(token) : !given(token)))
  return { tokens, doubted: hedges.some(({ mid }) => mid < DOUBTED) }
}

const isYear = (word: string): boolean => /^(19|20|21)\d\d$/.test(word)
const isTime = ({ word, lemma, tag }: Token): boolean =>
  tag !== 'VERB' && (timeWords.has(word) || timeWords.has(lemma) || isYear(word))

export const isNumber = ({ tag, word }: Token): boolean => tag === 'NUM' || /^\d/.test(word)

/** "the end of June", "five years", "second half", "the decade is out", "end the year above": words that only place in time. */
const placesInTime = (tokens: readonly Token[], i: number): boolean => {
  const [token, next, second, third] = tokens.slice(i, i + 4)
  if (!token || !next) return false
  if (isNumber(token) || repeatOf(token.word) !== null) return isTime(next)
  if (token.tag === 'DET' || token.word === 'on')
    return isTime(next) || (token.word === 'any' && second?.word === 'soon')
  if (token.word === 'over' || token.word === 'out') return timeUnits.has(tokens[i - 2]?.lemma ?? '')
  if (token.word === 'time') return next.word === 'soon'
  if (!['end', 'middle', 'beginning', 'start'].includes(token.lemma)) return false
  if (token.tag === 'VERB') return next.word === 'the' && timeUnits.has(second?.lemma ?? '')
  return next.word === 'of' && [second, third].some((word) => word && isTime(word))
}

const withoutTimes = (tokens: readonly Token[]): Token[] =>
  tokens.filter((token, i) => !isTime(token) && !placesInTime(tokens, i))
