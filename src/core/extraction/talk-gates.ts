import { looksAhead } from './ahead.ts'
import { type Claim, lemmaAt, wordAt } from './claim.ts'
import { calendarNames, wordSet } from './words.ts'

/** Gates on set phrases of talk, inside quotation marks as well as outside: nothing in them is foretold. */

const askers = wordSet('what who whether if how when where why')

/** "We'll see", "we'll find out", "I'll hold you to it", "I'll tell you", "I'll be honest". */
const isPhrase = ({ cue, reading }: Claim): boolean => {
  const { words } = reading
  const [subject, verb] = [wordAt(reading, cue.at - 1), lemmaAt(reading, cue.verb)]
  const next = wordAt(reading, cue.verb + 1)
  const ends = ['.', ',', ';', '!', '—', '–', ''].includes(next)
  if (subject === 'we' && verb === 'see') return ends || askers.has(next)
  if (subject === 'we' && verb === 'find') return next === 'out' && !looksAhead(words, cue.verb, words.length)
  if (subject !== 'i' || cue.modal !== 'will') return false
  if (['tell', 'give', 'grant', 'hold', 'spare', 'remind', 'leave'].includes(verb)) return next === 'you'
  return (verb === 'be' && ['honest', 'frank', 'blunt', 'brief', 'clear'].includes(next)) || (verb === 'bite' && ends)
}

/** "We will.", "I won't": an answer about what the speaker means to do. */
const isOwnAnswer = ({ cue, reading }: Claim): boolean =>
  cue.verb <= cue.at + 1 &&
  cue.verb >= cue.at &&
  ['i', 'we'].includes(wordAt(reading, cue.at - 1)) &&
  ['.', '!', ',', ''].includes(wordAt(reading, cue.verb + 1)) &&
  cue.modal === 'will' &&
  reading.tokens[cue.verb]?.tag === 'AUX' &&
  wordAt(reading, cue.verb) !== 'be'

const memories = wordSet('know remember recall recognise recognize')
const singular = wordSet('he she it i')
/** "Listeners will know", "those who were there will remember": a guess at what they know now. */
const isMemory = ({ cue, clause, reading }: Claim): boolean => {
  const { words } = reading
  if (cue.modal !== 'will' || cue.hedged || cue.polarity === '-' || !memories.has(lemmaAt(reading, cue.verb)))
    return false
  if (singular.has(wordAt(reading, cue.at - 1)) || clause.front) return false
  if (words.slice(cue.verb).some((word) => calendarNames.has(word))) return false
  return (
    !looksAhead(words, cue.verb, words.length) &&
    !['more', 'when', 'soon', 'whether', 'if'].includes(wordAt(reading, cue.verb + 1))
  )
}

const telling = wordSet('talk say comment discuss tell reveal disclose name confirm elaborate speculate')
const people = wordSet('i we he she they')
/** "She won't talk about it": refuses now. */
const isSilence = ({ cue, reading }: Claim): boolean => {
  const { words, tokens } = reading
  if (cue.modal !== 'will' || cue.hedged || wordAt(reading, cue.at + 1) !== 'not') return false
  if (!telling.has(lemmaAt(reading, cue.verb)) || cue.verb !== cue.at + 2) return false
  const person = people.has(wordAt(reading, cue.at - 1)) || tokens[cue.at - 1]?.tag === 'PROPN'
  return person && !looksAhead(words, cue.verb, words.length)
}

const refreshments = wordSet('provided served available refunded')
/** "Coffee will be provided": a notice. */
const isNotice = ({ cue, reading, clause }: Claim): boolean =>
  cue.modal === 'will' &&
  cue.at - clause.core < 3 &&
  refreshments.has(wordAt(reading, cue.verb)) &&
  wordAt(reading, cue.verb - 1) === 'be' &&
  ['.', '!', ''].includes(wordAt(reading, cue.verb + 1))

/** "the leader, whoever he may be by then": a concession, whatever comes. */
const isConcessive = ({ cue, reading }: Claim): boolean =>
  ['may', 'might'].includes(cue.modal ?? '') &&
  reading.words
    .slice(Math.max(0, cue.at - 5), cue.at)
    .some((word) => /^(?:who|what|which|where|how|when)ever$/.test(word))

/** "“Sure,” she says", a quoted "will be": a word alone says nothing of what is to come. */
const isWordAlone = ({ cue, reading }: Claim): boolean => {
  if (['sure', 'certainly', 'definitely'].includes(wordAt(reading, cue.from)) && cue.kind !== 'modal')
    return (
      ['.', ',', '!', '"', ''].includes(wordAt(reading, cue.from + 1)) &&
      [undefined, '"', ':', ','].includes(reading.words[cue.from - 1])
    )
  const bare = wordAt(reading, cue.verb) === 'be' && cue.verb === cue.at + 1
  return bare && wordAt(reading, cue.at - 1) === '"' && wordAt(reading, cue.verb + 1) === '"'
}

export const isTalk = (claim: Claim): boolean =>
  isPhrase(claim) ||
  isOwnAnswer(claim) ||
  isMemory(claim) ||
  isSilence(claim) ||
  isNotice(claim) ||
  isConcessive(claim) ||
  isWordAlone(claim)
