import { type Claim, wordAt } from '../claims/claim.ts'
import { isPastForm } from '../clauses/supposition.ts'
import { placesOf } from '../sentences/phrases.ts'
import { speechVerbs, wordSet } from '../sentences/words.ts'
import { looksAhead } from '../time/ahead.ts'
import { isPast } from './embedding-gates.ts'

/** Gates on futures seen from a past that is over: "in 1991 they said that it would be over in a week". */

const backshifted = wordSet('would could might was were')
const bygone = wordSet('ago once then earlier previously originally formerly yesteryear')
const months = wordSet('january february march april may june july august september october november december')
const spans = wordSet('year summer spring autumn winter fall season decade century')

/** "In 1991", "some years ago", "at the time", "last spring", "in that year": when the words were said. */
const tellsPast = (words: readonly string[]): boolean =>
  words.some((word, i) => {
    if (bygone.has(word) || /^(?:1\d|20)\d\d$/.test(word)) return true
    if (word === 'time') return words[i - 1] === 'the' && words[i - 2] === 'at'
    return (
      ['last', 'that'].includes(words[i - 1] ?? '') &&
      (spans.has(word) || (months.has(word) && words[i - 1] === 'last'))
    )
  })

const isInYear = (words: readonly string[]): boolean =>
  words.some((word, i) => /^(?:1\d|20)\d\d$/.test(word) && words[i - 1] === 'in')

/** "In the days when", "back in". */
const tellsDays = (words: readonly string[], from: number): boolean =>
  words.some(
    (word, i) =>
      i > from &&
      ((word === 'days' && words[i - 1] === 'the' && words[i - 2] === 'in') ||
        (word === 'back' && words[i + 1] === 'in')),
  )

/** A forecast that the narrative has overtaken: reported in the past tense with a date long gone, or told on to its end. */
export const isBygone = (claim: Claim): boolean => {
  const { cue, chain, clause, reading } = claim
  const outer = chain.at(-1)
  const { words } = reading
  // "A buyer of mine used to say that it will".
  if (placesOf(words, 'used').some((i) => words[i + 1] === 'to' && speechVerbs.has(words[i + 2] ?? ''))) return true
  // "In 2008 nobody thought that it could".
  if (cue.kind === 'frame' && isPastForm(wordAt(reading, cue.at)))
    return tellsPast(words.slice(0, cue.from)) || tellsDays(words, cue.to)
  // "In 1970 the experts foresaw an ice age".
  if (cue.kind === 'attitude' && cue.at === cue.from && isPastForm(wordAt(reading, cue.at)))
    return isInYear(words.slice(0, cue.from)) || tellsDays(words, cue.to)
  // "It would, ministers said at the time, pay for itself".
  const put = words.slice(cue.at + 1, cue.verb)
  if (backshifted.has(wordAt(reading, cue.at)) && put.includes(',') && tellsPast(put)) return true
  if (!backshifted.has(wordAt(reading, cue.at)) || !outer || clause.kind === 'main') return false
  if (!chain.some(({ word }) => isPast(word) || isPastForm(word))) return false
  const told = [...reading.words.slice(0, Math.max(outer.verb, outer.governor)), ...between(claim)]
  return tellsPast(told) || isToldOn(claim) || wordAt(reading, outer.subject.to - 1) === 'you'
}

/** What stands between the verb of saying and the clause: "promised in 1998 that". */
const between = ({ chain, clause, reading }: Claim): readonly string[] =>
  reading.words.slice(chain[0]?.governor ?? 0, clause.intro ?? clause.core)

/** "…; it lasted eleven weeks", "…, and it did not": the next clause goes on in the past. */
const isToldOn = ({ cue, clause, reading }: Claim): boolean => {
  const { tokens, words } = reading
  if (goesOnStill(reading, cue.verb)) return true
  for (let k = cue.verb + 1; k < words.length - 2; k++) {
    const strong = words[k] === ';'
    const joined = words[k] === ',' && ['and', 'but'].includes(words[k + 1] ?? '')
    if (!strong && !joined) continue
    const subject = strong ? k + 1 : k + 2
    if (isRepeatedPast(reading, clause.core, cue.verb, subject)) return true
    if (tokens[subject]?.tag !== 'PRON') continue
    const verb = tokens[tokens[subject + 1]?.tag === 'ADV' ? subject + 2 : subject + 1]
    if (verb && isPastForm(verb.word) && !speechVerbs.has(verb.lemma)) return true
  }
  return false
}

/** "They wait still", "are still waiting", "to this day". */
const goesOnStill = ({ words, tokens }: Claim['reading'], verb: number): boolean =>
  tokens.some(
    ({ lemma, word }, k) =>
      k > verb &&
      ((lemma === 'wait' && nearStill(words, k)) ||
        (word === 'day' && words[k - 1] === 'this' && words[k - 2] === 'to')),
  )

const nearStill = (words: readonly string[], k: number): boolean => words[k - 1] === 'still' || words[k + 1] === 'still'

/** "…lit again by the spring; the spring came": what the claim spoke of came and went. */
const isRepeatedPast = ({ tokens, words }: Claim['reading'], from: number, verb: number, subject: number): boolean => {
  const noun = words[subject + 1] ?? ''
  const next = tokens[subject + 2]
  return (
    words[subject] === 'the' &&
    next?.tag === 'VERB' &&
    isPastForm(next.word) &&
    words.slice(from, verb + 12).indexOf(noun) >= 0 &&
    words.indexOf(noun, from) < subject
  )
}

/** "It is doubtful that he read it", "will have been asked already": what is likely to have been so. */
export const isAboutPast = ({ cue, reading }: Claim): boolean => {
  const { tokens, words } = reading
  if (cue.modal === 'will' && isGuessAtNow(words, cue)) return true
  if (cue.modal !== null || (cue.kind !== 'predicate' && cue.kind !== 'frame')) return false
  // "I would be astonished if they ducked it": a past form of what is to come.
  if (!judging.has(cue.phrase) || words[cue.to] === 'if') return false
  if (
    words[cue.to - 1] === 'if' ||
    words.slice(cue.from, cue.to).some((word) => word === 'astonished' || word === 'surprised')
  )
    return false
  // "My guess is that they knew": of the verb after "that".
  const that = words.slice(cue.to, cue.to + 3).indexOf('that')
  const from = cue.to + that + 1
  for (let k = from; k < Math.min(words.length, from + 9); k++) {
    if (tokens[k]?.tag === 'PUNCT' || words[k] === 'to' || words[k] === 'if' || words[k] === 'when') return false
    if (tokens[k]?.tag === 'AUX')
      return ['was', 'were', 'had', 'did'].includes(words[k] ?? '') || (that >= 0 && isDone(reading, k))
    if (tokens[k]?.tag === 'VERB') return isPastForm(words[k] ?? '')
  }
  return false
}
/** "will have been asked already", "will be in his eighties now", "will be asleep at this hour": how things are by now. */
const isGuessAtNow = (words: readonly string[], { at, verb }: Claim['cue']): boolean => {
  const rest = words.slice(at + 1, verb + 9)
  if (rest[0] === 'have' && rest.includes('already')) return true
  return rest.some((word, k) => {
    const before = rest[k - 1] ?? ''
    if (word === 'now') return before === 'by' || (k > verb - at && ['.', undefined].includes(words[at + k + 2]))
    return before === 'this' && ['hour', 'moment', 'minute'].includes(word) && rest[k - 2] === 'at'
  })
}

const perfect =
  /(?:ed|en|wn|ne|been|had|made|said|sent|kept|left|lost|won|held|met|paid|sold|told|cut|put|set|begun|become|come|gone)$/
/** "has never held", "have been called": what is so by now, if no time to come is named. "Have enough size" is of the future. */
const isDone = ({ words, tokens }: Claim['reading'], k: number): boolean =>
  ['has', 'have'].includes(words[k] ?? '') &&
  (words[k + 1] === 'never' ||
    words[k + 1] === 'already' ||
    (perfect.test(words[k + 1] ?? '') && ['VERB', 'AUX'].includes(tokens[k + 1]?.tag ?? ''))) &&
  !looksAhead(words, k, words.length)

/** "unlikely to have seen it", "gave Remain an 85 per cent chance in 2016", "little chance that it is genuine": no future of today. */
export const isOfThen = (claim: Claim): boolean => {
  const { cue, reading } = claim
  const { words } = reading
  if (cue.kind === 'modal') return false
  // "By which time he is likely to have retired".
  if (words[cue.to] === 'to' && isDone(reading, cue.to + 1)) return !words.slice(0, cue.to).includes('by')
  if (!isPastForm(wordAt(reading, cue.at)) && !['was', 'were', 'had'].includes(wordAt(reading, cue.at)))
    return cue.kind === 'noun' && isGenuine(reading, cue.to)
  return cue.kind !== 'frame' && tellsPast(words.slice(0, cue.at))
}

/** "that the signature is genuine": what is so or not so now. */
const isGenuine = ({ words, tokens }: Claim['reading'], that: number): boolean => {
  if (words[that] !== 'that') return false
  const verb = tokens.findIndex(({ tag }, k) => k > that && (tag === 'AUX' || tag === 'VERB'))
  const still = ['is', 'are'].includes(words[verb] ?? '') && tokens[verb + 1]?.tag === 'ADJ'
  return still && !looksAhead(words, verb, words.length)
}

const judging: ReadonlySet<string> = new Set([
  'doubtful',
  'we-doubt',
  'unlikely',
  'likely',
  'very-unlikely',
  'highly-unlikely',
  'very-likely',
  'possible',
  'probable',
  'improbable',
  'better-than-even',
])

const held = wordSet('believe think assume suppose hope imagine trust')

/** "They believed that it would", "everyone was sure that it would": what was once held, unless someone says so now. */
export const isOnceHeld = ({ cue, chain, reading }: Claim): boolean => {
  const [inner] = chain
  if (!inner || chain.length > 1 || cue.kind !== 'modal' || !['would', 'could', 'might'].includes(cue.modal ?? ''))
    return false
  if (held.has(inner.lemma)) return isPast(inner.word) && cue.phrase !== 'not-believe'
  const sure = ['sure', 'certain', 'convinced', 'confident'].includes(inner.word)
  return sure && ['was', 'were'].includes(wordAt(reading, inner.verb))
}
