import type { Reading } from '../cues/cue.ts'
import { personalPronouns, wordSet } from '../sentences/words.ts'

const definite = wordSet(`the this that these those its his her their our my nobody nothing no neither both`)

/** A subject that is somebody or something in particular; "strikes end", "a club sells" tell of any. */
export const isSpecific = (tokens: Reading['tokens'], from: number, to: number): boolean => {
  const first = tokens
    .slice(from, to)
    .find(({ tag }) => tag !== 'PUNCT' && tag !== 'CCONJ' && tag !== 'ADV' && tag !== 'INTJ')
  if (!first) return false
  if (first.tag === 'ADP') {
    const noun = nounPhraseBefore(tokens, to)
    return noun > from && isSpecific(tokens, noun, to)
  }
  return definite.has(first.word) || (personalPronouns.has(first.word) && first.word !== 'you') || first.tag === 'PROPN'
}

/** Where the noun phrase begins that ends just before `to`. */
const nounPhraseBefore = (tokens: Reading['tokens'], to: number): number => {
  let k = to - 1
  while (k > 0 && ['NOUN', 'ADJ', 'NUM', 'ADV'].includes(tokens[k]?.tag ?? '')) k--
  return k
}
