import { secondInfinitives } from '../clauses/second-infinitives.ts'
import type { Token } from '../sentences/token.ts'
import { wordSet } from '../sentences/words.ts'
import { type Cue, cueOf, type Reading } from './cue.ts'
import { isHolder } from './holders.ts'
import { isDatedAhead, thingAt } from './things-to-come.ts'
import { groupStart, isViewer, subjectTokens } from './viewers.ts'

/** Figures and events that somebody looks for: "pegs the year at nine billion", "are pricing in two cuts". */
export const figureViewCues = (reading: Reading, i: number, { lemma }: Token): Cue[] => {
  const to = levels.has(lemma) ? levelled(reading, i) : lookers.has(lemma) ? lookedFor(reading, i) : null
  if (to === null) return []
  const cue = cueOf('attitude', i, { phrase: 'expected', from: i, to }, to - 1)
  return [cue, ...secondInfinitives(reading, i)]
}

const levels = wordSet('put peg place have estimate set')
const lookers = wordSet('call look price')
/** A sentence without one of these lemmas has no view of a figure. */
export const figureViewStarts: readonly string[] = [...levels, ...lookers]

const chances = wordSet('chance chances probability likelihood odds prospect prospects risk')
const bounds = wordSet(
  'about around between roughly over under nearly almost more than some just at least up to $ £ € only nearer closer',
)

/** A figure that starts at `from`, behind "between", "about" and a sign of money. */
const figureAt = ({ tokens, words }: Reading, from: number): boolean => {
  let k = from
  while (k < from + 4 && (bounds.has(words[k] ?? '') || tokens[k]?.tag === 'SYM')) k++
  return tokens[k]?.tag === 'NUM' || marks.has(words[k] ?? '')
}
/** Levels that have a name. */
const marks = wordSet('target zero nil par parity nought')

const stopAfter = (words: readonly string[], from: number): number => {
  const stop = words.findIndex((word, k) => k > from && [';', ':', '.', '?', '—', '–'].includes(word))
  return stop < 0 ? words.length : stop
}

/** "puts inflation at 5 per cent in 2031", "has it at forty million for the weekend": where the cue ends. */
const levelled = (reading: Reading, i: number): number | null => {
  const { tokens, words } = reading
  if (tokens[i]?.tag !== 'VERB' && words[i] !== 'has' && words[i] !== 'have') return null
  // "has a meeting at nine".
  if (tokens[i]?.lemma === 'have' && ['a', 'an'].includes(words[i + 1] ?? '')) return null
  const stop = stopAfter(words, i)
  for (let at = i + 2; at < Math.min(stop, i + 14); at++) {
    if (chances.has(words[at - 1] ?? '') || tokens[at]?.tag === 'AUX') return null
    if (words[at] !== 'at' || !figureAt(reading, at + 1)) continue
    const ahead = isDatedAhead(reading, i + 1, stop) || isTermed(reading, i + 1, stop) || thingAt(reading, i + 1)?.dated
    return ahead && isHolder(reading, i) ? i + 1 : null
  }
  return null
}

const terms = wordSet('year weekend quarter season opening debut week term month final')
/** "pegs the year at", "for its opening weekend": a period that is under way or to come. */
const isTermed = ({ words }: Reading, from: number, to: number): boolean =>
  ['the', 'this', 'its', 'their'].includes(words[from] ?? '')
    ? terms.has(words[from + 1] ?? '') || isTermedFor(words, from, to)
    : isTermedFor(words, from, to)
const isTermedFor = (words: readonly string[], from: number, to: number): boolean =>
  words
    .slice(from, to)
    .some((word, k, all) => word === 'for' && all.slice(k + 2, k + 4).some((term) => terms.has(term)))

const forecasters =
  wordSet(`analyst analysts forecaster forecasters economist economists model models forecast forecasts
  meteorologist meteorologists trader traders strategist strategists broker brokers bookmaker bookmakers estimate
  estimates consensus tracking shop shops desk handicappers handicapper pollsters`)
const sellers = wordSet(`traders trader markets market futures swaps options investors investor bonds economists
  money`)
const events = wordSet(`cut cuts hike hikes rise rises increase increases growth inflation easing tightening recovery
  rebound decline fall drop slowdown recession reduction reductions move moves moderation pause gain gains loss losses
  expansion contraction improvement pickup snow rain`)

/** "are calling for a fall of 4 per cent", "now looks for a cut in May", "are pricing in two cuts": where the cue ends. */
const lookedFor = (reading: Reading, i: number): number | null => {
  const { tokens, words } = reading
  const { lemma } = tokens[i] ?? { lemma: '' }
  const subject = subjectTokens(reading, groupStart(reading, i)).map(({ word }) => word)
  if (lemma === 'price') {
    const held = subject.some((word) => sellers.has(word)) || sellers.has(words[i - 1] ?? '')
    const object = words[i + 1] === 'in' ? i + 2 : i + 1
    return held && words[i] !== 'priced' && expectsEvent(reading, object) ? object : null
  }
  if (words[i + 1] !== 'for' || tokens[i]?.tag !== 'VERB' || !expectsEvent(reading, i + 2)) return null
  if (lemma === 'call') return subject.some((word) => forecasters.has(word)) ? i + 2 : null
  return isViewer(reading, i) ? i + 2 : null
}

const expectsEvent = (reading: Reading, from: number): boolean =>
  figureAt(reading, from) ||
  reading.words.slice(from, from + 6).some((word) => events.has(word)) ||
  // "We look for no change."
  (reading.words[from] === 'no' && reading.words[from + 1] === 'change')
