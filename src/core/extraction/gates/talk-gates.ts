import { type Claim, lemmaAt, wordAt } from '../claims/claim.ts'
import { calendarNames, wordSet } from '../sentences/words.ts'
import { looksAhead } from '../time/ahead.ts'

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
  if (cue.phrase !== 'will' || cue.hedged || wordAt(reading, cue.at + 1) !== 'not') return false
  // "I am not going to speculate" as well.
  if (!telling.has(lemmaAt(reading, cue.verb)) || cue.verb > cue.at + 4) return false
  const person = people.has(wordAt(reading, cue.at - 1)) || tokens[cue.at - 1]?.tag === 'PROPN'
  return person && !looksAhead(words, cue.verb, words.length)
}

const departed = wordSet('missed mourned')
/** "He will be missed": said of one who goes. */
const isFarewell = ({ cue, reading }: Claim): boolean =>
  cue.modal === 'will' && departed.has(wordAt(reading, cue.verb)) && ['he', 'she'].includes(wordAt(reading, cue.at - 1))

const wondering = wordSet('ask wonder inquire enquire')
/** "You may well ask what he was doing there": asks. */
const isWondering = ({ cue, reading }: Claim): boolean =>
  ['may', 'might', 'could'].includes(cue.modal ?? '') &&
  wondering.has(lemmaAt(reading, cue.verb)) &&
  ['you', 'one', 'we', 'some', 'readers', 'people'].includes(wordAt(reading, cue.at - 1))

const sensations = wordSet(
  'smell noise sound silence bang knock knocking ringing rumble hum light glow whiff crash thud buzz',
)
/** "That smell will be the drains": a guess at what is there. */
const isSensed = ({ cue, reading }: Claim): boolean =>
  cue.modal === 'will' &&
  wordAt(reading, cue.verb) === 'be' &&
  sensations.has(wordAt(reading, cue.at - 1)) &&
  !cue.hedged

const judgedRight = wordSet('right wrong true')
/** "Of the nine forecasts, four came right": a reckoning up. */
const isRecord = ({ cue, reading }: Claim): boolean =>
  ['forecasts', 'predictions'].includes(wordAt(reading, cue.from)) &&
  reading.words.some(
    (word, k, all) =>
      judgedRight.has(word) &&
      ['came', 'proved', 'were', 'was', 'turned', 'went'].some((verb) => all.slice(k - 2, k).includes(verb)),
  )

const aired = wordSet('shown broadcast screened televised streamed')
/** "The match will be shown live on Sky": in the listings. */
const isListed = ({ cue, reading }: Claim): boolean =>
  cue.modal === 'will' &&
  aired.has(wordAt(reading, cue.verb)) &&
  wordAt(reading, cue.verb - 1) === 'be' &&
  ['live', 'on', 'in', 'at'].includes(wordAt(reading, cue.verb + 1))

const known = wordSet('met heard seen read noticed guessed come known')
const atLarge = wordSet('most few many some readers you us')
/** "Most of us will have met a man like that": a guess at what is so by now. */
const isCommonKnowledge = ({ cue, clause, reading }: Claim): boolean =>
  cue.modal === 'will' &&
  wordAt(reading, cue.at + 1) === 'have' &&
  known.has(wordAt(reading, cue.verb)) &&
  reading.words.slice(clause.core, cue.at).some((word) => atLarge.has(word)) &&
  !reading.words.slice(clause.start, cue.verb + 10).includes('by')

const pending = wordSet('consider review study examine consult monitor respond cooperate look')
/** "It will consider all responses", "he would look at the report": what a body says it will give thought to. */
const isGivenThought = ({ cue, chain, reading }: Claim): boolean =>
  ['will', 'would'].includes(cue.modal ?? '') &&
  !cue.hedged &&
  chain.length > 0 &&
  ['it', 'he', 'she', 'they', 'we'].includes(wordAt(reading, cue.at - 1)) &&
  cue.verb === cue.at + 1 &&
  pending.has(lemmaAt(reading, cue.verb)) &&
  (lemmaAt(reading, cue.verb) !== 'look' || ['at', 'into'].includes(wordAt(reading, cue.verb + 1)))

const refreshments = wordSet('provided served available refunded')
const comforts = wordSet(
  'coffee tea lunch wine refreshments parking seating programmes copies drinks supper breakfast sandwiches cake',
)
const places = wordSet('back page website appendix box')
/** "Coffee will be provided", "parking will be available", "terms will be found on the back of the ticket": a notice. */
const isNotice = ({ cue, reading, clause }: Claim): boolean => {
  const { words } = reading
  if (cue.modal !== 'will' || !words.slice(cue.at + 1, cue.verb + 1).includes('be')) return false
  const given = [words[cue.verb], words[cue.verb + 1]].some((word) => refreshments.has(word ?? ''))
  if (given && words.slice(clause.core, cue.at).some((word) => comforts.has(word))) return true
  const rest = words.slice(cue.verb + 1, cue.verb + 5)
  if (words[cue.verb] === 'found')
    return ['in', 'on', 'at'].includes(rest[0] ?? '') && rest.some((word) => places.has(word))
  const alone = cue.at - clause.core < 3 && ['.', '!', ''].includes(rest[0] ?? '')
  return alone && refreshments.has(words[cue.verb] ?? '') && words[cue.verb - 1] === 'be'
}

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
  isListed(claim) ||
  isCommonKnowledge(claim) ||
  isGivenThought(claim) ||
  isFarewell(claim) ||
  isWondering(claim) ||
  isSensed(claim) ||
  isRecord(claim) ||
  isConcessive(claim) ||
  isWordAlone(claim)
