import { formAt } from '../../lexicon/match.ts'
import type { PhraseId } from '../../lexicon/phrases.ts'
import { wordSet } from '../sentences/words.ts'
import { type Cue, cueOf, type Reading } from './cue.ts'

/** Words of likelihood that stand first, with the copula and the event behind them: "likeliest of all is a draw". */

const copulas = wordSet('is are seems seem looks look remains remain')
/** A sentence without one of these has nothing inverted. */
export const invertedStarts: readonly string[] = [...copulas]
const tails: readonly (readonly string[])[] = ['of all', 'by far', 'still', 'too', 'also', 'now', 'yet', 'as ever'].map(
  (tail) => tail.split(' '),
)
const ofNow: ReadonlySet<PhraseId> = new Set<PhraseId>([
  'set-to',
  'poised-to',
  'uncertain',
  'expected',
  'about-even',
  'bound-to',
  'doomed',
  'on-track',
  'imminent',
  'possible',
])
const superlatives = wordSet('unlikeliest likeliest')
const openings = wordSet('; : — – "')

/** Past "of all", "of all the outcomes on offer", ", too,": where the copula may stand. */
const pastTails = ({ tokens, words }: Reading, from: number): number => {
  let k = from
  for (let changed = true; changed; ) {
    const start = words[k] === ',' ? k + 1 : k
    const tail = tails.find((each) => each.every((word, n) => words[start + n] === word))
    changed = tail !== undefined
    if (tail) k = start + tail.length
    if (tail && words[k] === ',') k++
  }
  // "Of the outcomes on offer on Sunday".
  const listed = words[k] === 'the' || words[k] === 'of'
  for (let n = k; listed && n < Math.min(words.length, k + 9); n++) {
    if (copulas.has(words[n] ?? '')) return n
    if (['VERB', 'AUX', 'PUNCT'].includes(tokens[n]?.tag ?? '')) return k
  }
  return k
}

const startsClause = ({ tokens, words }: Reading, i: number): boolean =>
  i === 0 || openings.has(words[i - 1] ?? '') || (tokens[i - 1]?.tag === 'CCONJ' && (i === 1 || words[i - 2] === ','))

/** "Unlikeliest of all is an outright win", "nigh on certain, too, is the closure of the unit". */
export const invertedCues = (reading: Reading): Cue[] => {
  const { tokens, words } = reading
  return words.flatMap((word, i) => {
    if (!startsClause(reading, i)) return []
    const form = superlatives.has(word) ? superlative(words, i) : formAt(words, i, 'predicate')
    // "Ready are the ships", "uncertain is the word": of how things are.
    if (!form || ofNow.has(form.phrase)) return []
    const copula = pastTails(reading, form.to)
    const event = ['DET', 'NOUN', 'PROPN', 'ADJ', 'NUM'].includes(tokens[copula + 1]?.tag ?? '')
    return copulas.has(words[copula] ?? '') && event ? [cueOf('predicate', copula, form, form.to - 1)] : []
  })
}

const superlative = (words: readonly string[], i: number) => ({
  phrase: words[i] === 'unlikeliest' ? ('very-unlikely' as const) : ('most-likely' as const),
  from: i,
  to: i + 1,
})
