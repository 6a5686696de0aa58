import { type Claim, lemmaAt, waitsFor, wordAt } from '../claims/claim.ts'
import { suppositionOf } from '../clauses/supposition.ts'
import { calendarNames, impressionVerbs, requirementVerbs, wordSet } from '../sentences/words.ts'
import { looksAhead } from '../time/ahead.ts'
import { takesTime } from './would-gates.ts'

/** Gates on the modal itself: what would, can, could, may, should and will do not foretell. */

/** "can" is capability but for "there can be no return" and "can … only when". */
export const isCapability = (claim: Claim): boolean => {
  const { cue, reading, chain } = claim
  if (cue.modal !== 'can') return false
  const excludes = wordAt(reading, cue.verb) === 'be' && wordAt(reading, cue.verb + 1) === 'no' && chain.length === 0
  return !excludes && !isShutOut(claim) && !cannotLast(claim) && !waitsFor(claim) && !mayExpect(claim)
}

/** "A unit with 80 deliveries can expect fewer than 65": what is in store for it. */
const mayExpect = ({ cue, clause, chain, reading }: Claim): boolean =>
  cue.kind === 'attitude' &&
  cue.polarity === '+' &&
  chain.length === 0 &&
  ['expect', 'anticipate'].includes(lemmaAt(reading, cue.verb)) &&
  !reading.words.slice(clause.core, cue.at).some((word) => welcomed.has(word))

/** Whom a guide or a programme speaks to: "guests can expect a warm welcome". */
const welcomed = wordSet(
  'you one guests guest readers reader visitors visitor listeners viewers diners travellers passengers',
)

const lasting = wordSet('last continue endure survive persist hold go carry end')
const trusted = wordSet('relied counted trusted depended banked')
/** "That cannot last", "she can hardly be relied upon to vote for it": a denial of what is to come. */
const cannotLast = ({ cue, reading }: Claim): boolean => {
  if (cue.polarity !== '-') return false
  const verb = lemmaAt(reading, cue.verb)
  const next = wordAt(reading, cue.verb + 1)
  if (trusted.has(wordAt(reading, cue.verb)) && wordAt(reading, cue.verb - 1) === 'be')
    return reading.words.slice(cue.verb + 1, cue.verb + 4).includes('to')
  // The tagger takes "last" for an adverb: then the verb found is a word further on.
  if (reading.words.slice(cue.at + 1, cue.verb + 1).includes('last')) return true
  if (!lasting.has(verb)) return false
  if (verb === 'go' || verb === 'carry') return next === 'on'
  if (verb === 'end') return next === 'well' || next === 'happily'
  return ['.', ',', 'much', 'long', 'for', 'beyond', 'past', 'indefinitely', 'forever', 'another', ''].includes(next)
}

/** "Without more nurses the ward cannot reopen before the spring": not able to until then. */
const isShutOut = ({ cue, clause, chain, reading }: Claim): boolean => {
  if (chain.length > 0 || clause.kind !== 'main') return false
  // "Little of it can be built before 2030."
  const few = ['little', 'few'].includes(wordAt(reading, clause.core))
  if (cue.polarity !== '-' && !few) return false
  if (isPoorOdds(reading, cue, clause.core)) return true
  if (['i', 'you', 'we', 'one'].includes(wordAt(reading, cue.at - 1))) return false
  return looksAhead(reading.words, cue.verb + 1, Math.min(reading.words.length, cue.verb + 10))
}

/** "The odds cannot be better than one in ten." */
const isPoorOdds = ({ words }: Claim['reading'], cue: Claim['cue'], core: number): boolean =>
  words.slice(core, cue.at).some((word) => ['odds', 'chance', 'chances'].includes(word)) &&
  ['better', 'more', 'higher', 'much'].includes(words[cue.verb + 1] ?? '')

export const isDue = ({ words }: Claim['reading'], verb: number): boolean =>
  looksAhead(words, verb + 1, Math.min(words.length, verb + 10))

export const dueWords = wordSet('by within next later soon percent')
const turns = wordSet('able forced about back next over ready unable enough out gone left dead')

/** "may feel like", "may be the only", "may have won": an impression or a guess at the present or the past. */
export const isImpression = (claim: Claim): boolean => {
  const { cue, reading } = claim
  if (cue.kind !== 'modal' || !['may', 'might', 'could'].includes(cue.modal ?? '')) return false
  if (wordAt(reading, cue.at + 1) === 'have' && cue.verb > cue.at + 1) return true
  if (impressionVerbs.has(lemmaAt(reading, cue.verb)) || misjudges.has(lemmaAt(reading, cue.verb))) return true
  // "I could be wrong", "both could be right": of a view held now.
  if (isOpinionJudged(reading.words, cue.at)) return true
  if (cue.modal === 'could') return false
  if (isConceded(reading, cue)) return true
  if (lemmaAt(reading, cue.verb) !== 'be') return isPresentState(reading, cue)
  const rest = reading.words.slice(cue.verb + 1, cue.verb + 9)
  if (isYetToCome(claim) || isToBe(claim)) return false
  return !rest.slice(0, 3).some((word) => turns.has(word)) && !rest.some((word) => dueWords.has(word))
}

const isOpinionJudged = (words: readonly string[], modal: number): boolean => {
  const be = words.indexOf('be', modal)
  if (be < 0 || be - modal > 3) return false
  return ['right', 'wrong', 'mistaken'].includes(words[be + 1] ?? '') && words[be + 2] !== '-'
}

const owning = wordSet('have own hold possess enjoy lack love hate live run speak')
/** "The bank may have the money but it lacks the nerve": granted, of the present. */
const isConceded = ({ words }: Claim['reading'], { at, verb }: Claim['cue']): boolean => {
  if (!owning.has(words[verb] ?? '') || verb !== at + 1 || looksAhead(words, verb, Math.min(words.length, verb + 9)))
    return false
  return words.slice(verb + 1, verb + 12).includes('but')
}

const misjudges = wordSet('err exaggerate overstate understate overestimate underestimate flatter mislead quibble')
const spells = wordSet('days weeks months years decades')
/** "may be years before", "may be forfeited unless", "may be a wreck by June": a condition or a time makes it an event. */
const isYetToCome = ({ cue, clause, reading }: Claim): boolean => {
  const { words } = reading
  const end = Math.min(words.length, cue.verb + 10)
  const rest = words.slice(cue.verb + 1, end)
  if (spells.has(rest[0] ?? '') || (spells.has(rest[1] ?? '') && rest[0] !== 'in'))
    return ['before', 'until', 'yet', '.'].includes(rest[1] ?? '') || ['before', 'until', 'yet'].includes(rest[2] ?? '')
  const suffered = /ed$/.test(rest[0] ?? '') && !feelings.has(rest[0] ?? '')
  return suffered && suppositionOf(reading, clause, cue.verb) === 'open'
}

const further = wordSet('more another further yet fresh')
/** "There may be one more cut", "there might be a test this winter", "beaten they may be on Saturday": something still to come. */
const isToBe = ({ cue, reading }: Claim): boolean => {
  const { words } = reading
  const rest = words.slice(cue.verb + 1, cue.verb + 12)
  const end = rest.indexOf('but')
  if (looksAhead(words, cue.verb + 1, Math.min(words.length, cue.verb + 1 + (end < 0 ? rest.length : end)))) return true
  if (rest[0] === 'on' && calendarNames.has(rest[1] ?? '')) return true
  return words[cue.at - 1] === 'there' && (further.has(rest[0] ?? '') || further.has(rest[1] ?? ''))
}

const feelings = wordSet(
  'bored tired right wrong interested aware used inclined tempted surprised pleased worried frustrated',
)

/** "They may be joking", "may be bored with it": how things stand now, when no time to come is named. */
const isPresentState = (reading: Claim['reading'], cue: Claim['cue']): boolean => {
  const { words } = reading
  if (
    words[cue.verb - 1] !== 'be' ||
    words.slice(cue.verb, cue.verb + 10).some((word) => dueWords.has(word) || calendarNames.has(word))
  )
    return false
  return (words[cue.verb] ?? '').endsWith('ing') || feelings.has(words[cue.verb] ?? '')
}

/** What is needed is not foretold, unless a figure is. */
export const isRequirement = (claim: Claim): boolean => {
  const { cue, reading } = claim
  if (takesTime(claim)) return false
  if (cue.modal === null || !requirementVerbs.has(lemmaAt(reading, cue.verb))) return false
  const rest = reading.tokens.slice(cue.verb, cue.verb + 12)
  const again = rest.some(({ word }) => word === 'again') && isDue(reading, cue.verb)
  const figure = rest.some((token) => token.tag === 'NUM' && /\d|illion/.test(token.word))
  return !figure && !again && !rest.some(({ tag }, k) => tag === 'NUM' && spells.has(rest[k + 1]?.word ?? ''))
}
