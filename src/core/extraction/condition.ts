import type { Reading } from './cue.ts'
import { wordSet } from './words.ts'

const openers: readonly (readonly string[])[] = [
  ['even', 'if'],
  ['only', 'if'],
  ['only', 'when'],
  ['only', 'once'],
  ['only', 'after'],
  ['only', 'then'],
  ['only', 'through'],
  ['no', 'matter'],
  ['in', 'the', 'event', 'of'],
  ['in', 'the', 'event', 'that'],
  ['in', 'case', 'of'],
  ['as', 'long', 'as'],
  ['so', 'long', 'as'],
  ['provided', 'that'],
  ['provided'],
  ['assuming'],
  ['barring'],
  ['absent'],
  ['without'],
  ['unless'],
  ['if'],
  ['once'],
  ['until'],
  ['even', 'with'],
]
/** "With a last push, he may" sets a condition; "with the board refusing" describes. */
const indefinite = new Set(['a', 'an', 'enough', 'sufficient', 'continued', 'more'])
const stops = new Set([',', ';', ':', '—', '–', '.', '!', '?', '"'])

/**
 * The condition of a claim as its words stand in the text, or null: "if …", "unless …", "no matter what …", "in the event
 * of …", "only when …". Looked for in `tokens.slice(from, to)`, the claim's own words.
 */
export const conditionOf = (
  reading: Reading,
  from: number,
  to: number,
  waits: boolean,
  text: string,
): string | null => {
  const { tokens, words } = reading
  for (let i = from; i < to; i++) {
    const opener = openers.find((option) => option.every((word, k) => words[i + k] === word))
    if (opener && opens(reading, i, opener, { from, to })) return cutCondition(reading, i, to, text)
    const late = waits && (words[i] === 'when' || words[i] === 'after' || words[i] === 'through')
    if (late && words.slice(Math.max(from, i - 9), i).includes('only')) return cutCondition(reading, i, to, text)
    if (i === from && words[i] === 'with' && indefinite.has(words[i + 1] ?? ''))
      return cutCondition(reading, i, to, text)
    if (i === from && words[i] === 'when' && tokens[i + 1]?.tag !== 'VERB') return cutCondition(reading, i, to, text)
  }
  return null
}

/** "as if", "if not", "once and for all", "at once" open no condition. */
const opens = (reading: Reading, i: number, opener: readonly string[], span: { from: number; to: number }): boolean => {
  const { words, tokens } = reading
  const before = words[i - 1] ?? ''
  const next = words[i + opener.length] ?? ''
  if (opener[0] === 'if')
    return (
      before !== 'as' &&
      before !== 'what' &&
      !['not', 'anything', 'ever', 'any', 'at', 'so', 'only', 'and'].includes(next) &&
      !isElliptic(reading, i, span.to)
    )
  if (opener[0] === 'once')
    return !['and', 'again', 'more'].includes(next) && before !== 'at' && tokens[i + 1]?.tag !== 'PUNCT'
  if (opener[0] === 'until') return untilClause(tokens.slice(i + 1, conditionEnd(reading, i, span.to)))
  if (opener[0] === 'without') return withoutSets(reading, i, span.from)
  if (opener[0] === 'absent' || opener[0] === 'provided') return i === span.from || before === ','
  return true
}

const elliptic = wordSet('to must can could may might should need necessary needed possible required')

/** "if it has to", "if need be", "if necessary": says how firmly, not on what condition. */
const isElliptic = (reading: Reading, i: number, to: number): boolean => {
  const condition = reading.words.slice(i + 1, conditionEnd(reading, i, to))
  if (condition.length > 4) return false
  return elliptic.has(condition.at(-1) ?? '') || condition.join(' ') === 'need be'
}

const times =
  wordSet(`end spring summer autumn fall winter year month week day night christmas easter midsummer then now
  today tomorrow late early next last this weekend january february march april may june july august september october
  november december monday tuesday wednesday thursday friday saturday sunday`)

/** "until the board yields" waits for something, "until the end of May" and "until the vote" tell the time. */
const untilClause = (tokens: Reading['tokens']): boolean => {
  const stop = tokens.findIndex(({ word }) => ['if', 'when', 'unless', 'and', 'but'].includes(word))
  const phrase = stop < 0 ? tokens : tokens.slice(0, stop)
  if (phrase.slice(0, 4).some(({ word, tag }) => times.has(word) || tag === 'NUM')) return false
  if (phrase.some(({ tag, word }) => tag === 'AUX' || (tag === 'VERB' && !word.endsWith('ing')))) return true
  // The tagger takes some verbs for nouns: "until the board yields".
  const [before, last] = [phrase.at(-2), phrase.at(-1)]
  return before?.tag === 'NOUN' && last?.tag === 'NOUN' && last.word.endsWith('s') && phrase.length < 5
}

/** "Without a deal, it will", "it will fall without a deal": set apart or after a verb, not a trait of a noun ("a house without a roof"). */
const withoutSets = ({ words, tokens }: Reading, i: number, from: number): boolean => {
  const next = tokens[i + 1]
  if (!next || next.tag === 'VERB') return false
  if (i === from || words[i - 1] === ',') return true
  return !['NOUN', 'PROPN', 'PRON', 'NUM'].includes(tokens[i - 1]?.tag ?? 'NOUN') && next.tag === 'DET'
}

const conditionEnd = ({ words }: Reading, i: number, to: number): number => {
  let end = i + 1
  while (end < to && !stops.has(words[end] ?? '')) end++
  return end
}

const cutCondition = (reading: Reading, i: number, to: number, text: string): string => {
  const { tokens, words } = reading
  if (words[i] === 'only' && words[i + 1] === 'then') return text.slice(tokens[i]?.start ?? 0, tokens[i + 1]?.end ?? 0)
  return text.slice(tokens[i]?.start ?? 0, tokens[conditionEnd(reading, i, to) - 1]?.end ?? 0)
}
