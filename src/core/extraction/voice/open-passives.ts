import type { Cue, Reading } from '../cues/cue.ts'
import { wordSet } from '../sentences/words.ts'
import { being } from './saying-words.ts'

const participles =
  wordSet(`expected projected predicted forecast forecasted estimated anticipated tipped thought believed
  reckoned seen foreseen considered deemed judged`)
const enabling = wordSet('can could may might must should cannot be')

/** "No more than a third is expected ever to be built", "the lake, forecast to dry up,". */
export const isPassiveAt = (words: readonly string[], at: number): boolean =>
  participles.has(words[at] ?? '') &&
  (being.has(words[at - 1] ?? '') || being.has(words[at - 2] ?? '') || words[at + 1] === 'to')

/**
 * "Demand is expected to fall", "is widely tipped to win", "is thought unlikely to last": somebody expects so, the text does
 * not tell who. "Can be expected to" and "is to be expected" are judgements of whoever speaks.
 */
export const isOpenPassive = ({ words }: Reading, { kind, from, to }: Cue): boolean => {
  if (kind !== 'predicate' && !(kind === 'attitude' && isPassiveAt(words, from))) return false
  const judged = participles.has(words[from - 1] ?? '') && being.has(words[from - 2] ?? '')
  const at = judged ? from - 1 : words.findIndex((word, k) => k >= from && k <= to && participles.has(word))
  const passive = judged || isPassiveAt(words, at) || being.has(words[at - 3] ?? '')
  return at > 0 && passive && !words.slice(Math.max(0, at - 3), at).some((word) => enabling.has(word))
}
