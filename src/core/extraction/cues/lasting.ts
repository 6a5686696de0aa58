import { wordSet } from '../sentences/words.ts'
import type { Reading } from './cue.ts'

/** Verbs of lasting, whatever follows: "remain minister", "stay in the league", "continue to rise". */
const alwaysLasting = wordSet('remain stay continue persist linger retain maintain preserve')
/** Verbs of lasting with no object or with a length of time: "the truce will hold", "will last for years". */
const lastingAlone = wordSet('last endure survive hold')
/** Verbs that last with a particle: "go on", "carry on", "drag on". */
const lastingOn = wordSet('go carry drag live run hang soldier')
const particles = wordSet('up down off out back over')
const lengths = wordSet(
  'spring summer autumn fall winter season term night decade day days week weeks month months year years decade decades long longer forever',
)

/** Whether the verb at `verb` says that a state goes on. "hold a vote", "keep the fee" and "be held" tell of an event. */
export const lasts = (reading: Reading, verb: number): boolean => {
  const { tokens, words } = reading
  const lemma = tokens[verb]?.lemma ?? ''
  if (lemma === 'be') return words[verb - 1] === 'still' || words[verb + 1] === 'still'
  // "cling to power", "hold on to the seat".
  if (lemma === 'cling') return words[verb + 1] === 'to' || words[verb + 1] === 'on'
  if (lemma === 'hold' && words[verb + 1] === 'on') return words[verb + 2] === 'to'
  if (isPassive(words, verb)) return false
  if (words.slice(Math.max(0, verb - 2), verb).includes('still') && words[verb - 1] === 'be') return true
  if (alwaysLasting.has(lemma)) return true
  if (lastingOn.has(lemma)) return words[verb + 1] === 'on' && goesOn(reading, verb + 2)
  if (lemma === 'keep') return keepsState(reading, verb)
  // "the ruling will stand", but "stand down", "stand for mayor".
  if (lemma === 'stand') return ['PUNCT', 'ADJ'].includes(tokens[verb + 1]?.tag ?? 'PUNCT')
  return lemma === 'last' || (lastingAlone.has(lemma) && isFree(reading, verb + 1))
}

const goesOn = (reading: Reading, next: number): boolean =>
  isFree(reading, next) || (reading.words[next]?.endsWith('ing') === true && reading.words[next] !== 'evening')

const isPassive = (words: readonly string[], verb: number): boolean =>
  /(?:ed|held|kept|stood)$/.test(words[verb] ?? '') &&
  words.slice(Math.max(0, verb - 3), verb).some((word) => ['be', 'been', 'is', 'are', 'being'].includes(word))

/** "keep falling", "keep quiet": a verb in -ing or an adjective and no noun after it. */
const keepsState = ({ tokens }: Reading, verb: number): boolean => {
  const [next, after] = [tokens[verb + 1], tokens[verb + 2]]
  if (!next) return false
  if (next.word.endsWith('ing') || next.word === 'on') return true
  return next.tag === 'ADJ' && after?.tag !== 'NOUN' && after?.tag !== 'PROPN'
}

/** Whether no object stands at `next`: the clause ends, runs on in an adverbial, or names a length of time. */
const isFree = ({ tokens, words }: Reading, next: number): boolean => {
  const token = tokens[next]
  // "hold up the trophy", "hold down fees": a particle with its object.
  const object = tokens[next + 1]
  if (particles.has(words[next] ?? '') && object && ['DET', 'NOUN', 'PROPN', 'ADJ', 'NUM'].includes(object.tag))
    return false
  if (!token || ['PUNCT', 'ADP', 'ADV', 'SCONJ', 'CCONJ', 'ADJ'].includes(token.tag))
    return token?.tag !== 'ADJ' || tokens[next + 1]?.tag !== 'NOUN'
  return words.slice(next, next + 4).some((word) => lengths.has(word))
}
