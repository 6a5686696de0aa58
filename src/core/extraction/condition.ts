import type { Reading } from './cue.ts'

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
/** "With a determined push, he may" sets a condition; "with the West refusing" describes. */
const indefinite = new Set(['a', 'an', 'enough', 'sufficient', 'continued', 'more'])
const stops = new Set([',', ';', ':', '—', '–', '.', '!', '?', '"'])

/**
 * The condition of a claim as its words stand in the text, or null: "if …", "unless …", "no matter what …", "in the event
 * of …", "only when …". Looked for in `tokens.slice(from, to)`, the claim's own words.
 */
export const conditionOf = (reading: Reading, from: number, to: number, waits: boolean, text: string): string | null => {
  const { tokens, words } = reading
  for (let i = from; i < to; i++) {
    const opener = openers.find((option) => option.every((word, k) => words[i + k] === word))
    if (opener && opens(reading, i, opener, from)) return cutCondition(reading, i, to, text)
    const late = waits && (words[i] === 'when' || words[i] === 'after' || words[i] === 'through')
    if (late && words.slice(Math.max(from, i - 9), i).includes('only')) return cutCondition(reading, i, to, text)
    if (i === from && words[i] === 'with' && indefinite.has(words[i + 1] ?? '')) return cutCondition(reading, i, to, text)
    if (i === from && words[i] === 'when' && tokens[i + 1]?.tag !== 'VERB') return cutCondition(reading, i, to, text)
  }
  return null
}

/** "as if", "if not", "once and for all", "at once" open no condition; "without" does only in front of a clause or noun. */
const opens = ({ words, tokens }: Reading, i: number, opener: readonly string[], from: number): boolean => {
  const before = words[i - 1] ?? ''
  const next = words[i + opener.length] ?? ''
  if (opener[0] === 'if') return before !== 'as' && before !== 'what' && !['not', 'anything', 'ever', 'any', 'at', 'so', 'only', 'and'].includes(next)
  if (opener[0] === 'once') return !['and', 'again', 'more'].includes(next) && before !== 'at' && tokens[i + 1]?.tag !== 'PUNCT'
  if (opener[0] === 'without') return tokens[i + 1]?.tag !== 'VERB'
  if (opener[0] === 'absent' || opener[0] === 'provided') return i === from || before === ','
  return true
}

const cutCondition = ({ tokens, words }: Reading, i: number, to: number, text: string): string => {
  if (words[i] === 'only' && words[i + 1] === 'then') return text.slice(tokens[i]?.start ?? 0, tokens[i + 1]?.end ?? 0)
  let end = i + 1
  while (end < to && !stops.has(words[end] ?? '')) end++
  return text.slice(tokens[i]?.start ?? 0, tokens[end - 1]?.end ?? 0)
}
