import { type Claim, lemmaAt, wordAt } from '../claims/claim.ts'
import { wordSet } from '../sentences/words.ts'
import { looksAhead } from '../time/ahead.ts'
import { proposes } from './embedding-gates.ts'

/** Gates on "could" of the past, of plans, of what anyone can, of what is only talked about. */

const readings = wordSet(
  'interpret read see argue say construe describe view understand mistake forgive call regard use',
)

/** "could" of the past, of plans, of what is only talked about. */
export const isIdleCould = ({ cue, chain, clause, reading }: Claim): boolean => {
  if (cue.modal !== 'could' || cue.hedged) return false
  if (cue.polarity === '-') return !isBarred(reading, cue)
  // "could have won"; "could have an answer by July" looks ahead.
  if (wordAt(reading, cue.at + 1) === 'have' && !(cue.verb === cue.at + 1 && isDue(reading, cue.verb))) return true
  // "The data could be read in two ways".
  if (wordAt(reading, cue.verb - 1) === 'be' && readings.has(lemmaAt(reading, cue.verb))) return true
  // "The dispute could be about money": what it is.
  if (
    wordAt(reading, cue.verb) === 'be' &&
    wordAt(reading, cue.verb + 1) === 'about' &&
    wordAt(reading, cue.verb + 2) !== 'to'
  )
    return true
  const front = reading.words.slice(clause.start, cue.at)
  // "In 2004 he could", "they could absorb it because they had savings": an ability of the past.
  if (
    reading.words.slice(0, cue.at).some((word) => /^(?:1\d\d|20[01])\d$/.test(word)) ||
    isPastAbility(reading, cue.verb)
  )
    return true
  if (front.some((word, i) => word === 'in' && ['theory', 'principle'].includes(front[i + 1] ?? ''))) return true
  // "Any fool could see it".
  const subject = reading.words.slice(clause.core, cue.at)
  if (['any', 'anyone', 'anybody'].includes(subject[0] ?? '')) return true
  if (isAnyone(reading.tokens, cue.at - 1) || isOfAge(reading, clause.start, cue.at)) return true
  // "I could murder a curry".
  if (wordAt(reading, cue.at - 1) === 'i' && !['see', 'imagine', 'lose', 'die'].includes(lemmaAt(reading, cue.verb)))
    return true
  // "He could always resign": what is open to him.
  if (wordAt(reading, cue.at + 1) === 'always') return true
  if (clause.kind === 'relative')
    return chain.some((link) => /(?:ed|was|were|had|did)$/.test(wordAt(reading, link.verb)))
  return chain.some((link) => link.tag === 'VERB' && proposes(reading, link))
}

/** "one could", "you could"; "either one could" speaks of a thing. */
const isAnyone = (tokens: Claim['reading']['tokens'], i: number): boolean =>
  tokens[i]?.word === 'you' || (tokens[i]?.word === 'one' && !['DET', 'ADJ', 'NUM'].includes(tokens[i - 1]?.tag ?? ''))

const youth = wordSet(
  'boy girl man woman child student youth prime heyday day teens twenties thirties pomp youngster schoolboy',
)
/** "At nineteen she could", "as a boy he could", "in her prime she could": an ability of an age gone by. */
const isOfAge = ({ tokens, words }: Claim['reading'], from: number, at: number): boolean => {
  return words.slice(from, at).some((word, k, front) => {
    const next = front[k + 1] ?? ''
    if (['still', 'yet'].includes(words[at + 1] ?? '')) return false
    if (word === 'at') return tokens[from + k + 1]?.tag === 'NUM' || (next === 'the' && front[k + 2] === 'age')
    if (word === 'back') return next === 'then'
    if (word === 'when') return front.slice(k + 2, k + 4).some((past) => ['was', 'were', 'had', 'lived'].includes(past))
    return (word === 'as' || word === 'in') && front.slice(k + 2, k + 4).some((age) => youth.has(age))
  })
}

const isPastAbility = ({ words }: Claim['reading'], verb: number): boolean => {
  const because = words.indexOf('because', verb)
  return because > 0 && words.slice(because + 1, because + 5).some((word) => ['had', 'was', 'were'].includes(word))
}

/** "A hearing could scarcely take place before the autumn": too early, unlike what could not be done of old. */
const isBarred = (reading: Claim['reading'], cue: Claim['cue']): boolean =>
  ['hardly', 'scarcely'].includes(wordAt(reading, cue.at + 1)) &&
  !['i', 'we', 'he', 'she', 'they', 'you'].includes(wordAt(reading, cue.at - 1)) &&
  isDue(reading, cue.verb)

const isDue = ({ words }: Claim['reading'], verb: number): boolean =>
  looksAhead(words, verb + 1, Math.min(words.length, verb + 10))
