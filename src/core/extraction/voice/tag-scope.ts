import type { Reading } from '../cues/cue.ts'
import { dashes } from '../sentences/token.ts'
import { wordSet } from '../sentences/words.ts'

export const bounds = wordSet(', " \' . ; : ( ) ? !')
/** Whether the end of the sentence or a mark that bounds a tag is at `i`. */
export const isBound = ({ words }: Reading, i: number): boolean => {
  const word = words[i]
  return word === undefined || bounds.has(word) || dashes.has(word)
}

/** How far a tag's words reach: to the semicolons, colons and "but" around it. */
export const scopeAround = ({ words, tokens }: Reading, at: number): { from: number; to: number } => {
  const ends = (k: number): boolean =>
    words[k] === ';' || words[k] === ':' || (words[k] === 'but' && tokens[k]?.tag === 'CCONJ' && words[k - 1] !== 'all')
  let [from, to] = [at, at]
  while (from > 0 && !ends(from - 1)) from--
  while (to < words.length && !ends(to)) to++
  return { from, to }
}

/** A view put in front runs on through a colon; one inside a relative clause holds for that clause. */
export const viewScope = (reading: Reading, at: number): { from: number; to: number } => {
  const { words, tokens } = reading
  const scope = scopeAround(reading, at)
  let { from, to } = scope
  if (words[to] === ':' && at - from < 3)
    while (to < words.length && words[to] !== ';' && !(words[to] === 'but' && tokens[to]?.tag === 'CCONJ')) to++
  const start = words[at - 1] === ',' ? at - 2 : at - 1
  // "would flood sooner and, by the engineers' own reckoning, higher": what was said before is nobody's view but the author's.
  if (tokens[start]?.tag === 'CCONJ') return { from: at, to }
  for (let k = start; k > from && words[k] !== ','; k--)
    if (['where', 'which'].includes(words[k] ?? '') && [',', 'and'].includes(words[k - 1] ?? '')) from = k
  return { from, to }
}
