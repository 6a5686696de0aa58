import type { FormMatch } from '../../lexicon/match.ts'
import type { PhraseId } from '../../lexicon/phrases.ts'
import type { Polarity } from '../../probability.ts'
import type { Token } from '../sentences/token.ts'

/**
 * A place in a sentence that may foretell: the words of likelihood with the verb they bear on. Numbers are token indices.
 *
 * - `modal`: will, may, could … with their verb
 * - `predicate`: "is unlikely", "is bound to", "seems out of reach"
 * - `noun`: "there is a chance that"
 * - `frame`: "no reason to believe", "does not expect": judges the clause that follows
 * - `attitude`: "is pessimistic about", "expects X to"
 */
export type Cue = {
  kind: 'modal' | 'predicate' | 'noun' | 'frame' | 'attitude'
  /** The tensed word that shows which clause the cue stands in. */
  at: number
  /** Words of likelihood: `tokens.slice(from, to)`. */
  from: number
  to: number
  /** The verb (or predicate) foretold, or the last word of the cue. */
  verb: number
  phrase: PhraseId | `micro:${number}`
  polarity: Polarity
  /** The bare modal, lower case, or null. */
  modal: string | null
  /** Whether words of likelihood other than the modal are there. */
  hedged: boolean
  /** A present tense that foretells by itself: it gives way to whatever else in its clause says how likely. */
  tense?: 'present'
  /** Of a further verb phrase under one modal: where it begins, and the cue of the first: "will raise £90m, [empty the marinas]". */
  shared?: { from: number; head: Cue }
  /** The words to quote, where they are known: a member of a list. */
  extent?: { from: number; to: number }
}

/** What the phases share of one sentence. */
export type Reading = {
  tokens: readonly Token[]
  words: readonly string[]
  asides: readonly number[]
  start: number
  end: number
  block: number
}

/** A cue whose words are those of a form and which has no modal. */
export const cueOf = (
  kind: Cue['kind'],
  at: number,
  { phrase, from, to }: Pick<FormMatch, 'phrase' | 'from' | 'to'>,
  verb: number,
): Cue => ({ kind, at, from, to, verb, phrase, polarity: '+', modal: null, hedged: true })

/** A cue that foretells as flatly as "will" would, from the tensed word at `at`, with no modal. */
export const will = (at: number, verb: number, negated: boolean): Cue => ({
  kind: 'modal',
  at,
  from: at,
  to: at + 1,
  verb,
  phrase: 'will',
  polarity: negated ? '-' : '+',
  modal: 'will',
  hedged: false,
  tense: 'present',
})

/** The nearest verb or form of be among the dozen tokens before `i`, or null. */
export const lastVerbBefore = (tokens: readonly Token[], i: number): number | null => {
  for (let k = i - 1; k >= 0 && i - k < 12; k--) {
    const token = tokens[k]
    if (token && (token.tag === 'AUX' || token.tag === 'VERB' || ['am', 'is', 'are'].includes(token.word))) return k
  }
  return null
}
