import { type Claim, wordAt } from './claim.ts'
import { clauseAt } from './clause.ts'
import { wordSet } from './words.ts'

const indefinite = wordSet('a an another any further such one more fresh renewed')
const always = wordSet('another any further such fresh renewed')
const amounts =
  wordSet(`third quarter half number majority minority lot few couple dozen handful hundred thousand million
  spokesman spokeswoman spokesperson share percentage series`)

type Place = { from: number; to: number }

/**
 * Conditions without a conjunction: "a wet summer would ruin it" (if there is one), "raise the fare and they will drive",
 * "one more injury and it will be over", "the longer it lasts, the likelier it is". Null when there is none.
 */
export const supposedSubject = (claim: Claim): Place | null =>
  commanded(claim) ?? compared(claim) ?? unrealSubject(claim)

/** "Another defeat would end his career": an event that need not come, as the subject of "would". */
const unrealSubject = ({ reading, cue, chain }: Claim): Place | null => {
  const { tokens, asides, words } = reading
  const would = words.slice(0, cue.verb + 1).lastIndexOf('would')
  if (would < cue.at || would < 0) return null
  const from = clauseAt(tokens, asides, would).core
  // In a report "would" may be the "will" of what was said: only a thing that is plainly not there yet counts.
  if (!(chain.length > 0 || would > cue.at ? always : indefinite).has(wordAt(reading, from))) return null
  let to = from
  while (to < would && ['DET', 'ADJ', 'NOUN', 'NUM', 'ADV', 'ADP', 'PROPN'].includes(tokens[to]?.tag ?? '')) to++
  while (to > from + 1 && tokens[to - 1]?.tag === 'ADV') to--
  const rest = words.slice(from, to)
  if (to - from < 2 || rest.length < would - from - 2 || rest.some((word) => amounts.has(word))) return null
  return { from, to }
}

/** "Raise the fare and passengers will", "one more injury and the season will": an order or a thing, then "and". */
const commanded = ({ reading, cue }: Claim): Place | null => {
  const { tokens, words } = reading
  const and = words.lastIndexOf('and', cue.at - 1)
  if (
    and < 2 ||
    and > 14 ||
    tokens.slice(0, cue.at).some(({ tag, word }) => tag === 'AUX' || word === ';' || word === ':')
  )
    return null
  const [first] = tokens
  const ordered = first?.tag === 'VERB' && first.word === first.lemma && !['let', 'expect'].includes(first.word)
  const onemore =
    ['one', 'another', 'a'].includes(words[0] ?? '') &&
    words.slice(0, 4).some((word) => ['more', 'another'].includes(word))
  const verbs = tokens.slice(1, and).some(({ tag }) => tag === 'VERB')
  if (!(ordered || onemore) || (onemore && verbs)) return null
  const comma = words[and - 1] === ',' ? 1 : 0
  return words.slice(and + 1, cue.at).includes(',') ? null : { from: 0, to: and - comma }
}

/** "The longer the drought lasts, the more likely": the first half of a comparison that grows with it. */
const compared = ({ reading, clause, cue }: Claim): Place | null => {
  const { tokens, words } = reading
  const start = Math.min(clause.start, cue.from)
  for (let k = Math.max(1, start - 25); k < Math.min(tokens.length, cue.to + 2); k++) {
    if (words[k] !== ',' || words[k + 1] !== 'the' || !isComparative(words[k + 2])) continue
    for (let from = k - 1; from >= 0 && k - from < 25; from--)
      if (words[from] === 'the' && isComparative(words[from + 1])) return { from, to: k }
  }
  return null
}
const isComparative = (word: string | undefined): boolean =>
  word === 'more' ||
  word === 'less' ||
  word === 'worse' ||
  (word !== undefined && word.length > 4 && word.endsWith('er'))
