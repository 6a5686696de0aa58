import { levelAt } from '../../lexicon/numbers.ts'
import { toMicro } from '../../probability.ts'
import { wordSet } from '../sentences/words.ts'
import { type Cue, cueOf, type Reading } from './cue.ts'
import { oddsAt } from './odds-cues.ts'

/** Where the odds have gone, and probabilities in words: "have lengthened to one in five", "a probability of two thirds". */

const moves = wordSet(
  'lengthen shorten drift narrow widen rise fall slip tighten move climb edge come go stand drop ease shrink grow',
)
const nouns = wordSet('odds chance chances probability likelihood')
const about = wordSet('about roughly around nearly just some perhaps only almost over under barely as')
/** A sentence without one of these has no such number. */
export const moveStarts: readonly string[] = [...nouns]

type Level = { micro: number; to: number }

/** "About one in five", "two-thirds", "4-6". */
const level = (words: readonly string[], start: number): Level | null => {
  let i = start
  while (about.has(words[i] ?? '')) i++
  const number = levelAt(words, i)
  if (number) return number
  const odds = oddsAt(words, i)
  return odds ? { micro: toMicro(odds.p), to: odds.to } : null
}

const numbered = (at: number, from: number, { micro, to }: Level): Cue => ({
  ...cueOf('noun', at, { phrase: 'chance', from, to }, to - 1),
  phrase: `micro:${micro}`,
})

/** The verb of moving that follows the noun at `i` and its complement, with the level it has moved to. */
const moved = ({ tokens, words }: Reading, i: number): Cue | null => {
  for (let k = i + 1; k < Math.min(tokens.length, i + 16); k++) {
    if ([';', ':', '.'].includes(words[k] ?? '')) return null
    if (tokens[k]?.tag !== 'VERB' || !moves.has(tokens[k]?.lemma ?? '')) continue
    const joint = ['to', 'at', 'out'].includes(words[k + 1] ?? '') ? (words[k + 1] === 'out' ? k + 3 : k + 2) : null
    const found = joint === null ? null : level(words, joint)
    if (!found || tokens[found.to]?.tag === 'NOUN') return null
    // "The odds against a cut", "the chances of no deal".
    const against = words.slice(i + 1, k).some((word) => ['against', 'no', 'not', 'never'].includes(word))
    return against ? { ...numbered(k, k, found), polarity: '-' } : numbered(k, k, found)
  }
  return null
}

/** "With a probability of roughly two-thirds": the level follows the noun; a percentage by it is read elsewhere. */
const stated = ({ tokens, words }: Reading, i: number): Cue | null => {
  if (!['of', 'at'].includes(words[i + 1] ?? '')) return null
  const found = level(words, i + 2)
  if (!found || words.slice(i + 2, found.to).some((word) => word === '%' || word.startsWith('per'))) return null
  if (tokens[found.to]?.tag === 'NOUN') return null
  const verb = tokens.findIndex(({ tag }, k) => k > found.to && (tag === 'VERB' || tag === 'AUX'))
  return words[i - 2] === 'with' && verb > 0 ? numbered(verb, i, found) : null
}

export const oddsMoveCues = (reading: Reading): Cue[] =>
  reading.words.flatMap((word, i) => {
    const found = nouns.has(word) ? (stated(reading, i) ?? moved(reading, i)) : null
    return found ? [found] : []
  })
