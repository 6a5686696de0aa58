import { wordSet } from '../sentences/words.ts'
import { lengthName } from '../time/time-words.ts'
import type { Reading } from './cue.ts'

/** Orders and things in front of "and" that stand for a condition. */

/** Events that may stand alone for a condition: "defeat, and he could". */
export const bareEvents = wordSet(
  'defeat victory failure success rejection approval drought rain war peace winter collapse default acquittal recession',
)

const notOrders = wordSet('let expect half all both such many quite what think note remember look see')
/** Where the order begins that "and" ends: the front of the sentence, or what follows a colon, semicolon or opening mark. */
const orderStart = ({ words }: Reading, and: number): number => {
  let start = and
  while (start > 0 && and - start < 40 && ![';', ':', '"', '—', '–'].includes(words[start - 1] ?? '')) start--
  return start
}

/** "Raise the fare", "squeeze the lenders who clear the payments": the tagger takes some orders for nouns. */
const isOrder = ({ tokens }: Reading, start: number): boolean => {
  const [first, next] = [tokens[start], tokens[start + 1]]
  if (!first || !next || first.word !== first.lemma || notOrders.has(first.word)) return false
  if (first.tag === 'VERB') return true
  return (
    ['NOUN', 'PROPN', 'ADJ'].includes(first.tag) &&
    [
      'the',
      'it',
      'them',
      'a',
      'an',
      'him',
      'her',
      'this',
      'that',
      'their',
      'its',
      'his',
      'out',
      'off',
      'away',
      'up',
    ].includes(next.word)
  )
}

/** How far before a verb the "and" stands that joins it to an order, at most. */
const REACH = 16

const andBefore = (words: readonly string[], at: number): number => {
  for (let k = at - 1; k > 0 && at - k < REACH; k--) if (words[k] === 'and') return k
  return -1
}

/**
 * "Raise the fare and passengers will", "one more injury and the season will", "defeat, and he could": the order or the thing
 * in front of the "and" before the tensed word at `at`.
 */
export const commandedAt = (reading: Reading, at: number): { from: number; to: number } | null => {
  const { tokens, words } = reading
  const and = andBefore(words, at)
  const start = and < 0 ? and : orderStart(reading, and)
  if (and - start < 1 || and - start > 26 || words.slice(and + 1, at).includes(',')) return null
  const relative = words.findIndex(
    (word, k) => k > start && k < and && ['who', 'which', 'that', 'where'].includes(word),
  )
  const plain = tokens.slice(
    start,
    relative > 0 && !['like', 'of'].includes(words[relative - 1] ?? '') ? relative : and,
  )
  if (plain.some(({ tag, word }) => tag === 'AUX' || word === '?')) return null
  const place = { from: start, to: orderEnd(words, start, and) }
  if (isOrder(reading, start)) return givesTime(words, start, and) ? null : place
  if (tokens.slice(start + 1, and).some(({ tag }) => tag === 'VERB')) return null
  const bare = bareEvents.has(words[start] ?? '') && words[start + 1] === ','
  return bare ? { from: start, to: start + 1 } : isMore(reading, start, and) ? place : null
}

/** "One more wet week", "two more quarters like that", "two years of this", "any more of it": more of the same. */
const isMore = ({ tokens, words }: Reading, start: number, and: number): boolean => {
  const first = words[start] ?? ''
  const counted = ['one', 'another', 'a', 'any', 'much', 'many', 'few'].includes(first) || tokens[start]?.tag === 'NUM'
  const again = words.slice(start, start + 4).some((word) => word === 'more' || word === 'another')
  const same =
    ['of', 'like'].includes(words[and - 2] ?? '') && ['this', 'that', 'these', 'it'].includes(words[and - 1] ?? '')
  return counted && (again || same)
}
/** Without ", she says," and the comma in front of "and". */
const orderEnd = (words: readonly string[], start: number, and: number): number => {
  const comma = words.indexOf(',', start)
  return comma > start && comma < and ? comma : and
}
/** "Give it eighteen months": a length of time and no condition. */
const givesTime = (words: readonly string[], start: number, and: number): boolean =>
  words[start] === 'give' && words.slice(start + 2, and).some((word) => lengthName(word) !== null)
