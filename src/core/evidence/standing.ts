import type { Token } from '../extraction/sentences/token.ts'
import { wordSet } from '../extraction/sentences/words.ts'

/**
 * How a sentence stands to the world. `reported`: it tells what has happened by now ("has resigned"); `told`: it tells the
 * past or how things are; `supposed`: it says what should, could or would be; `asked`: a question; `foretold`: a
 * prediction itself. Only what is reported or told can show what became of a claim.
 */
export const standings = ['reported', 'told', 'supposed', 'asked', 'foretold'] as const
export type Standing = (typeof standings)[number]

const supposing = wordSet('should would could might may must need needs if unless ought let suppose imagine whether')
const having = wordSet('has have')
/** How many words may part "has" from its participle: "has so far not been". */
const REACH = 5

/** The standing of a sentence; `foretold` is for the extraction to say. */
export const standingOf = (tokens: readonly Token[], foretold: boolean): Standing => {
  if (foretold) return 'foretold'
  if (tokens.slice(-3).some(({ word }) => word === '?')) return 'asked'
  if (tokens.some((token) => supposing.has(token.word) && !isMonth(token))) return 'supposed'
  return tokens.some((_, i) => isPerfect(tokens, i)) ? 'reported' : 'told'
}

const isMonth = ({ word, tag }: Token): boolean => word === 'may' && (tag === 'NOUN' || tag === 'PROPN')

const isPerfect = (tokens: readonly Token[], i: number): boolean =>
  having.has(tokens[i]?.word ?? '') && tokens.slice(i + 1, i + REACH).some(isParticiple)

/** A verb in a form that is neither its base, nor the third person's, nor a gerund. */
const isParticiple = ({ tag, word, lemma }: Token): boolean =>
  (tag === 'VERB' || word === 'been') && word !== lemma && !/(?:s|ing)$/.test(word)

/** The latest year that a sentence names, or null. */
export const yearIn = (tokens: readonly Token[]): number | null => {
  const years = tokens.map(({ word }) => word).filter((word) => /^(?:19|20|21)\d\d$/.test(word))
  return years.length === 0 ? null : Math.max(...years.map(Number))
}
