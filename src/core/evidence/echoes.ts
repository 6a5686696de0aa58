import { wordSet } from '../extraction/sentences/words.ts'
import type { Passage } from './passage.ts'
import type { Ranked } from './rank.ts'

/** With this share of their words in common, two sentences are one: a syndicated piece, a quotation from a wire. */
const ECHO = 0.8
/** A word that turns a sentence round: with it and without it, two sentences are not one. */
const turning = wordSet('no not never neither nor none nobody nothing without t hardly')

const isEcho = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => {
  const apart = [...a].filter((word) => !b.has(word)).concat([...b].filter((word) => !a.has(word)))
  if (apart.some((word) => turning.has(word))) return false
  const all = new Set([...a, ...b]).size
  return all - apart.length >= ECHO * all
}

/**
 * The first `limit` passages, without those whose weightiest sentence a better one has said already. What is `own`, such as
 * a recorded event, is no echo of anything and has none.
 */
export const withoutEchoes = <P extends Passage>(
  ranked: readonly Ranked<P>[],
  limit: number,
  own: (passage: P) => boolean = () => false,
): Ranked<P>[] => {
  const kept: Ranked<P>[] = []
  const said: ReadonlySet<string>[] = []
  for (const one of ranked) {
    if (kept.length === limit) break
    const words = own(one.passage) ? null : wordsOf(one)
    if (words && said.some((other) => isEcho(other, words))) continue
    kept.push(one)
    if (words) said.push(words)
  }
  return kept
}

const wordsOf = <P extends Passage>({ passage, best }: Ranked<P>): ReadonlySet<string> => {
  const sentence = passage.quote.slice(best.start - passage.start, best.end - passage.start)
  return new Set(sentence.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
}
