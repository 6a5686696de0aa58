import type { Token } from '../sentences/token.ts'
import { calendarNames, wordSet } from '../sentences/words.ts'
import { aheadAt, looksAhead } from '../time/ahead.ts'
import { type Cue, cueOf, type Reading } from './cue.ts'

/** A sentence without one of these has no such prospect. */
export const outlookStarts: readonly string[] = ['looking', 'there']

/** "We are looking at three hundred a year from 2031", "there are two more cuts to come". */
export const outlookCues = (reading: Reading, i: number, { word }: Token): Cue[] =>
  word === 'looking' ? lookingAt(reading, i) : word === 'there' ? toCome(reading, i) : []

const seasons = wordSet('spring summer autumn fall winter christmas easter')

/** Said of a date or a figure to come: "you are looking at next summer at the earliest"; not "at the figures for May". */
const lookingAt = ({ tokens, words }: Reading, i: number): Cue[] => {
  const copula = tokens[i - 1]?.tag === 'ADV' ? i - 2 : i - 1
  const be = ['is', 'are', 'am', 'be'].includes(words[copula] ?? '')
  if (!be || words[i + 1] !== 'at' || !['we', 'you', 'they', 'i', 'probably'].includes(words[copula - 1] ?? ''))
    return []
  const from = i + 2
  const stop = words.findIndex((word, k) => k > from && [',', ';', ':', '.', '?', '—'].includes(word))
  const to = stop < 0 ? words.length : stop
  const definite = ['the', 'this', 'these', 'that', 'how', 'what'].includes(words[from] ?? '')
  const dated = words.slice(from, to).some((word) => seasons.has(word) || (calendarNames.has(word) && word !== 'may'))
  const ahead = looksAhead(words, from, to) || isBounded(words, from, to) || isFrom(words, from, to)
  const rate = tokens[from]?.tag === 'NUM' && ['a', 'per'].includes(words[from + 1] ?? '')
  if (!(ahead || rate || (dated && !definite))) return []
  return [cueOf('predicate', copula, { phrase: 'expected', from: copula, to: from }, i)]
}

/** "at the earliest", "at best". */
const isBounded = (words: readonly string[], from: number, to: number): boolean =>
  words
    .slice(from, to)
    .some(
      (word, k, all) => word === 'at' && /est$/.test(all[k + 1] === 'the' ? (all.at(k + 2) ?? '') : (all[k + 1] ?? '')),
    )

/** "from 2031", "from next spring". */
const isFrom = (words: readonly string[], from: number, to: number): boolean =>
  words.slice(from, to).some((word, k, all) => word === 'from' && aheadAt(['in', ...all.slice(k + 1)], 0))

/** "there are two more cuts to come", "there is worse to come". */
const toCome = ({ tokens, words }: Reading, i: number): Cue[] => {
  if (!['is', 'are'].includes(words[i + 1] ?? '')) return []
  for (let k = i + 2; k < Math.min(words.length, i + 10); k++) {
    if (['VERB', 'AUX', 'PUNCT', 'SCONJ'].includes(tokens[k]?.tag ?? '')) return []
    if (words[k] !== 'to' || words[k + 1] !== 'come') continue
    const negated = words[i + 2] === 'no'
    const cue = cueOf('predicate', i + 1, { phrase: 'will', from: i + 1, to: i + 2 }, k + 1)
    return k > i + 2 ? [{ ...cue, hedged: false, modal: 'will', polarity: negated ? '-' : '+' }] : []
  }
  return []
}
