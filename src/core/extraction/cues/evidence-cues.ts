import { hasTense } from '../clauses/clause-openings.ts'
import type { Token } from '../sentences/token.ts'
import { wordSet } from '../sentences/words.ts'
import { looksAhead } from '../time/ahead.ts'
import { type Cue, cueOf, type Reading } from './cue.ts'
import { groupStart, subjectTokens } from './viewers.ts'

const showing = wordSet('suggest imply point indicate')
/** A sentence without one of these lemmas has no such evidence. */
export const evidenceStarts: ReadonlySet<string> = showing

const gauges =
  wordSet(`poll polls polling tracking survey surveys model models future futures swap swaps odds projection
  projections forecast forecasts simulation simulations market markets options bonds consensus arithmetic`)
const events =
  wordSet(`majority parliament council landslide win victory defeat loss recession slowdown recovery rebound
  cut cuts rise rises fall falls drop increase decline growth inflation swing turnout gain gains losses surplus deficit
  shortage glut split stalemate runoff run-off weekend opening`)
const periods = wordSet('day week month quarter year season winter spring summer autumn fall decade')

/** "Polls suggest a hung council", "futures imply two cuts", "that record points to a difficult month". */
export const evidenceCues = (reading: Reading, i: number, { lemma, word, tag }: Token): Cue[] => {
  // "That record points to": a verb that the tagger takes for a noun.
  const hidden = tag === 'NOUN' && word === 'points' && ['NOUN', 'ADV'].includes(reading.tokens[i - 1]?.tag ?? '')
  if (!showing.has(lemma) || !(tag === 'VERB' || hidden) || /(?:ed|ing)$/.test(word)) return []
  const object = lemma === 'point' ? (reading.words[i + 1] === 'to' ? i + 2 : 0) : i + 1
  if (object === 0 || !comes(reading, i, object)) return []
  return [cueOf('attitude', i, { phrase: 'expected', from: i, to: object }, object - 1)]
}

/** A noun phrase for an event, with nothing said of it by a verb of its own. */
const comes = (reading: Reading, verb: number, from: number): boolean => {
  const { tokens, words } = reading
  const stop = tokens.findIndex(({ tag }, k) => k >= from && tag === 'PUNCT')
  const to = stop < 0 ? words.length : stop
  const object = words.slice(from, from + 7)
  if (['that', 'the', 'how', 'why', 'this'].includes(object[0] ?? '')) return false
  for (let k = from; k < Math.min(to, from + 9); k++) if (hasTense(tokens, k)) return false
  const gauged = subjectTokens(reading, groupStart(reading, verb)).some(({ word }) => gauges.has(word))
  if (gauged) return object.some((word) => events.has(word)) || looksAhead(words, from, to) || isPriced(tokens, from)
  const article = ['a', 'an', 'another'].includes(object[0] ?? '')
  return tokens[verb]?.lemma === 'point' && article && object.slice(1, 4).some((word) => periods.has(word))
}

/** "points to £141mn": a sum. */
const isPriced = (tokens: Reading['tokens'], from: number): boolean =>
  tokens[from]?.tag === 'SYM' && tokens[from + 1]?.tag === 'NUM'
