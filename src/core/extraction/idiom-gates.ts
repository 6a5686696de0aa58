import { type Claim, lemmaAt, wordAt } from './claim.ts'
import { discourseVerbs, wordSet } from './words.ts'

/** Gates on set ways of speaking in which a modal foretells nothing. */

/** Sayings: "time will tell", "boys will be boys", "we might as well". */
export const isSaying = ({ cue, reading }: Claim): boolean => {
  const [subject, verb] = [wordAt(reading, cue.at - 1), lemmaAt(reading, cue.verb)]
  const { words, tokens } = reading
  if (subject === 'time') return verb === 'tell' || verb === 'show'
  if (words[cue.at + 1] === 'as' && words[cue.at + 2] === 'well') return true
  if (verb !== 'be' || !['NOUN', 'PROPN'].includes(tokens[cue.at - 1]?.tag ?? '')) return false
  return words.slice(cue.verb + 1, cue.verb + 4).includes(subject)
}

/** "As any student might read them", "sooner than one would think": a comparison. */
export const isComparison = ({ cue, reading: { words } }: Claim): boolean => {
  if (!['might', 'would', 'may', 'should', 'could'].includes(cue.modal ?? '') || cue.hedged) return false
  const before = words.slice(Math.max(0, cue.at - 4), cue.at)
  const as = before.lastIndexOf('as')
  // "As the dollar might fall": a reason speaks of a thing known.
  return (
    before.includes('than') || (as >= 0 && ['a', 'an', 'any', 'anyone', 'one', 'you'].includes(before[as + 1] ?? ''))
  )
}

const disclaimers: readonly (readonly string[])[] = [
  ['forward', '-', 'looking'],
  ['forward', 'looking'],
  ['without', 'notice'],
  ['past', 'performance'],
  ['past', 'form'],
  ['past', 'results'],
  ['past', 'rulings'],
  ['be', 'relied', 'upon'],
  ['institutional', 'position'],
  ['institutional', 'positions'],
  ['betting', 'advice'],
  ['legal', 'advice'],
  ['investment', 'advice'],
  ['financial', 'advice'],
]

/** The small print under an article. */
export const isDisclaimer = ({ reading: { words } }: Claim): boolean =>
  words.some((_, i) => disclaimers.some((phrase) => phrase.every((word, k) => words[i + k] === word)))

const addressers = wordSet('i we you readers')
const parts = wordSet('letter column issue episode chapter section essay article newsletter instalment installment')

/** The author on the text itself: "I will argue", "as we will see", "the next letter will answer". */
export const isDiscourse = ({ cue, reading, clause, quoted }: Claim): boolean => {
  if (quoted || cue.modal === null) return false
  const subject = reading.words.slice(clause.core, cue.at)
  if (['this', 'the', 'my', 'our'].includes(subject[0] ?? '') && subject.some((word) => parts.has(word))) return true
  return addressers.has(wordAt(reading, cue.at - 1)) && discourseVerbs.has(lemmaAt(reading, cue.verb))
}

const agendaVerbs = wordSet(`start begin open close meet gather sit convene resume assemble take speak vote address host
  answer appear attend hear be`)
const clockWords = wordSet("o'clock noon midnight am pm a.m. p.m. sharp")
const hours = wordSet('one two three four five six seven eight nine ten eleven twelve')

/** "The count will start at ten", "will take questions an hour later": on the programme, at a time of the clock. */
export const isArranged = ({ cue, reading }: Claim): boolean => {
  const { words } = reading
  if (cue.modal !== 'will' || cue.hedged || cue.polarity === '-' || !agendaVerbs.has(lemmaAt(reading, cue.verb)))
    return false
  const rest = words.slice(cue.verb + 1)
  return rest.some((word, i) => {
    if (clockWords.has(word)) return true
    if (word === 'later' && ['hour', 'hours', 'minutes'].includes(rest[i - 1] ?? '')) return true
    const hour = hours.has(word) || /^\d{1,2}(?:[.:]\d\d)?$/.test(word)
    const counted =
      ['per', 'percent', '%', '-', 'NOUN'].includes(rest[i + 1] ?? '') ||
      reading.tokens[cue.verb + 2 + i]?.tag === 'NOUN'
    return hour && rest[i - 1] === 'at' && !counted
  })
}
