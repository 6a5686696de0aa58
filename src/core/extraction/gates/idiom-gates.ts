import { type Claim, lemmaAt, wordAt } from '../claims/claim.ts'
import { calendarNames, wordSet } from '../sentences/words.ts'
import { looksAhead } from '../time/ahead.ts'

/** Gates on set ways of speaking in which a modal foretells nothing, and on set phrases meant word for word. */

const eaten = wordSet('breakfast lunch dinner supper tea starter course pudding')
const shared = wordSet('split divide share cut mix')
/** "Breakfast is toast", "days are numbered one to forty", "they split the proceeds sixty-forty": word for word. */
export const isLiteral = ({ cue, clause, reading }: Claim): boolean => {
  const word = wordAt(reading, cue.from)
  if (word === 'toast') return reading.words.slice(clause.core, cue.at).some((subject) => eaten.has(subject))
  if (word === 'numbered') return ['NUM', 'ADP'].includes(reading.tokens[cue.to]?.tag ?? '')
  return (
    cue.kind === 'noun' &&
    cue.phrase.startsWith('micro:') &&
    shared.has(lemmaAt(reading, cue.at)) &&
    wordAt(reading, cue.from + 1) === '-'
  )
}

const mishaps = wordSet('accidents mistakes things')
const known = wordSet('familiar known obvious evident apparent')

const pointedAt = wordSet('all the him her my your his our their')
/** Sayings: "time will tell", "boys will be boys", "we might as well". */
export const isSaying = ({ cue, reading }: Claim): boolean => {
  const [subject, verb] = [wordAt(reading, cue.at - 1), lemmaAt(reading, cue.verb)]
  const { words, tokens } = reading
  const named = words.slice(Math.max(0, cue.at - 2), cue.at)
  // "Be that as it may", "come what may".
  if (cue.modal === 'may' && ((named[0] === 'as' && named[1] === 'it') || (named[0] === 'come' && named[1] === 'what')))
    return true
  if (named.includes('time')) return verb === 'tell' || verb === 'show'
  if ((verb === 'out' && subject === 'truth') || (verb === 'happen' && mishaps.has(subject))) return true
  // "That will be all", "that will be the postman".
  const pointed = subject === 'that' && verb === 'be'
  if (pointed && pointedAt.has(words[cue.verb + 1] ?? '') && !looksAhead(words, cue.verb, words.length)) return true
  if (verb === 'be' && words[cue.verb + 2] === 'to' && known.has(words[cue.verb + 1] ?? '')) return true
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

const agendaVerbs =
  wordSet(`start begin open close reopen meet gather sit convene resume assemble take speak vote address host
  answer appear attend hear be`)
const clockWords = wordSet("o'clock noon midnight pm a.m. p.m. sharp")
const hours = wordSet('one two three four five six seven eight nine ten eleven twelve')

/** "The count will start at ten", "will take questions an hour later": on the programme, at a time of the clock. */
export const isArranged = ({ cue, reading }: Claim): boolean => {
  const { words } = reading
  if (isScheduled(reading, cue) || isOnDay(reading, cue)) return true
  if (cue.modal !== 'will' || cue.hedged || cue.polarity === '-' || !agendaVerbs.has(lemmaAt(reading, cue.verb)))
    return false
  const rest = words.slice(cue.verb + 1)
  return rest.some((word, i) => {
    // "I am" is no hour.
    if (clockWords.has(word) || (word === 'am' && /^\d/.test(rest[i - 1] ?? ''))) return true
    if (word === 'later' && ['hour', 'hours', 'minutes'].includes(rest[i - 1] ?? '')) return true
    const hour = hours.has(word) || /^\d{1,2}(?:[.:]\d\d)?$/.test(word)
    const counted =
      ['per', 'percent', '%', '-', 'NOUN'].includes(rest[i + 1] ?? '') ||
      reading.tokens[cue.verb + 2 + i]?.tag === 'NOUN'
    return hour && rest[i - 1] === 'at' && !counted
  })
}

const sessionVerbs =
  wordSet(`vote sign meet gather sit convene assemble hold host speak address appear attend hear debate
  testify preside auction`)
const papers = wordSet(
  'minutes figures results accounts report data statistics numbers timetable list fixtures draw agenda',
)
const outcomesOfVotes = wordSet('the it them him her down out against for to no yes in through')
/** "Ministers will vote on 26 March": an appointed day, when nothing else is said of it. */
const isOnDay = ({ words, tokens }: Claim['reading'], cue: Claim['cue']): boolean => {
  if (cue.modal !== 'will' || cue.hedged || cue.polarity === '-') return false
  const lemma = tokens[cue.verb]?.lemma ?? ''
  // "will vote the bill down on Tuesday": how they vote is foretold.
  if (lemma === 'vote' && outcomesOfVotes.has(words[cue.verb + 1] ?? '')) return false
  const published =
    ['publish', 'release'].includes(lemma) && words.slice(cue.verb + 1, cue.verb + 6).some((word) => papers.has(word))
  if (!(sessionVerbs.has(lemma) || published) || words.includes('if') || words.includes('unless')) return false
  const on = words.findIndex((word, k) => k > cue.verb && k < cue.verb + 9 && word === 'on' && isDay(words, k + 1))
  return on > 0 || (words[cue.at - 1] !== undefined && isDay(words, cue.verb + 1))
}

const isDay = (words: readonly string[], k: number): boolean => {
  const first = words[k] === 'the' ? k + 1 : k
  return (
    calendarNames.has(words[first] ?? '') ||
    (/^\d{1,2}(?:st|nd|rd|th)?$/.test(words[first] ?? '') && calendarNames.has(words[first + 1] ?? ''))
  )
}

/** "is due to open", "is scheduled to speak": what a timetable says. */
const isScheduled = ({ words, tokens }: Claim['reading'], cue: Claim['cue']): boolean => {
  const last = words[cue.to - 1] ?? ''
  if (!['due', 'scheduled', 'slated'].includes(last) || words[cue.to] !== 'to') return false
  return agendaVerbs.has(tokens[cue.to + 1]?.lemma ?? '')
}

const habits = wordSet('always often usually sometimes typically generally occasionally invariably')

/** "A good editor will always cut": what any of its kind does. */
export const isHabit = ({ cue, clause, reading }: Claim): boolean => {
  const { words, tokens } = reading
  if (cue.modal !== 'will' || !words.slice(cue.at, cue.verb).some((word) => habits.has(word))) return false
  const first = tokens[clause.core]
  const generic =
    ['a', 'an', 'any', 'every', 'you', 'one'].includes(first?.word ?? '') ||
    first?.tag === 'NOUN' ||
    first?.tag === 'ADJ'
  return generic && !words.slice(cue.verb).some((word) => calendarNames.has(word))
}

/** "She will be 70 in March": the calendar, not the future. */
export const isBirthday = ({ cue, reading }: Claim): boolean => {
  const { words, tokens } = reading
  if (cue.modal !== 'will' || !['be', 'turn'].includes(lemmaAt(reading, cue.verb))) return false
  const person =
    ['he', 'she', 'who', 'i', 'they'].includes(words[cue.at - 1] ?? '') || tokens[cue.at - 1]?.tag === 'PROPN'
  const next = words[cue.verb + 2] ?? '.'
  return (
    person && tokens[cue.verb + 1]?.tag === 'NUM' && ['in', 'on', 'next', 'this', 'tomorrow', '.', ','].includes(next)
  )
}
