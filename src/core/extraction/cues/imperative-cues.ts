import { opensFront } from '../clauses/clause.ts'
import { biddingVerbs, wordSet } from '../sentences/words.ts'
import { type Cue, cueOf, type Reading } from './cue.ts'

const lead = wordSet('so then instead and but or now still rather , " : — –')

/** A sentence without one of these says nothing to the reader. */
export const imperativeStarts: readonly string[] = [...biddingVerbs, 'do', 'fancy', 'back', 'tip']

/** Said to the reader: "expect a cut", "look for prices to fall", "don't expect thanks", "don't hold your breath". */
export const imperativeCues = (reading: Reading, i: number): Cue[] => {
  const word = reading.words[i] ?? ''
  if (word === 'do' && reading.words[i + 1] === 'not') return warning(reading, i)
  if (i === 0 && tips.has(word)) return tipping(reading)
  return biddingVerbs.has(word) && opensMain(reading, i) ? bidding(reading, i) : []
}

const tips = wordSet('fancy back tip')
/** "Fancy Galopin to go close", "back the Danes to win it": how tipsters write. */
const tipping = ({ tokens, words }: Reading): Cue[] => {
  const to = words.findIndex((word, k) => k > 1 && k < 8 && word === 'to' && tokens[k + 1]?.tag === 'VERB')
  const named = tokens[1]?.tag === 'PROPN' || (words[1] === 'the' && tokens[2]?.tag === 'PROPN')
  if (to < 0 || !named || tokens.slice(1, to).some(({ tag }) => ['VERB', 'AUX', 'PUNCT'].includes(tag))) return []
  return [cueOf('predicate', 0, { phrase: 'likely', from: 0, to: 1 }, to + 1)]
}

/** At the start of the sentence, or after what stands in front: "if it goes ahead, however, expect". */
const opensMain = ({ tokens, words }: Reading, i: number): boolean => {
  if (!['VERB', 'NOUN', 'PROPN'].includes(tokens[i]?.tag ?? '')) return false
  if (i === 0 || (i === 1 && lead.has(words[0] ?? ''))) return true
  if (words[i - 1] !== ',' && words[i - 1] !== ':') return false
  return opensFront(tokens, i)
}

const bidding = ({ tokens, words }: Reading, i: number): Cue[] => {
  const next = words[i + 1] ?? ''
  const bare = words[i] === 'expect' && i + 1 < words.length - 1 && next !== 'me'
  const hasTo = words.slice(i + 2, i + 14).some((word, k) => word === 'to' && tokens[i + 3 + k]?.tag === 'VERB')
  const waits = ['look', 'watch'].includes(words[i] ?? '') && next === 'for' && hasTo
  const braces = ['brace', 'prepare'].includes(words[i] ?? '') && words.slice(i + 1, i + 3).includes('for')
  const counts = words[i] === 'count' && next === 'on' && words.slice(i + 2, i + 8).some((word) => word.endsWith('ing'))
  const figures = words[i] === 'figure' && next === 'on'
  const bets = words[i] === 'bet' && (next === 'on' || next === 'against')
  if (!bare && !waits && !braces && !counts && !figures && !bets) return []
  const to = bare ? i + 1 : i + 2
  const denied = next === 'no' || next === 'nothing' || next === 'little'
  const cue = cueOf(
    'predicate',
    i,
    { phrase: bets ? (next === 'on' ? 'likely' : 'unlikely') : 'expected', from: i, to },
    to - 1,
  )
  return [denied ? { ...cue, polarity: '-' } : cue]
}

/** "Don't hold your breath", "don't count on it", "don't expect thanks". */
const warning = ({ tokens, words }: Reading, i: number): Cue[] => {
  const opens = i === 0 || tokens[i - 1]?.tag === 'PUNCT' || tokens[i - 1]?.tag === 'CCONJ'
  const verb = words[i + 2] ?? ''
  const next = words[i + 3] ?? ''
  if (!opens) return []
  if (verb === 'hold' && words[i + 4] === 'breath')
    return [cueOf('predicate', i, { phrase: 'highly-unlikely', from: i, to: i + 5 }, i + 4)]
  if (['bet', 'count', 'bank', 'rely'].includes(verb) && next === 'on')
    return [cueOf('predicate', i, { phrase: 'unlikely', from: i, to: i + 4 }, i + 3)]
  const event = words.slice(i + 4, i + 16).some((word, k) => word === 'to' && tokens[i + 5 + k]?.tag === 'VERB')
  if (verb === 'look' && next === 'for' && event)
    return [cueOf('predicate', i, { phrase: 'not-believe', from: i, to: i + 4 }, i + 3)]
  if (verb === 'expect' && next !== 'me' && i + 4 < words.length)
    return [cueOf('predicate', i, { phrase: 'not-believe', from: i, to: i + 3 }, i + 2)]
  return []
}
