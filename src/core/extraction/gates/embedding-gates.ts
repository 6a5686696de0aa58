import { type Claim, wordAt } from '../claims/claim.ts'
import { antecedentDenied, isPutOff } from '../claims/polarity.ts'
import type { Link } from '../clauses/chain.ts'
import type { Clause } from '../clauses/clause.ts'
import { isSummative } from '../clauses/inner-relatives.ts'
import type { Reading } from '../cues/cue.ts'
import { placesOf } from '../sentences/phrases.ts'
import {
  beliefVerbs,
  factiveVerbs,
  persuasionVerbs,
  possibilityNouns,
  proposalNouns,
  speechVerbs,
  unassertedNouns,
  wishVerbs,
  wordSet,
} from '../sentences/words.ts'
import { looksAhead } from '../time/ahead.ts'
import { isPseudoCleft } from './question-gates.ts'

/** Gates on what stands around a clause: conditions, wishes, norms, plans, positions of the past. */

const assertive = wordSet('because while although though whereas since as where')

/** The claim stands inside a condition or a clause of time, so it is not asserted. Reasons and contrasts are. */
export const isUnderCondition = ({ reading, clause, chain, cue }: Claim): boolean => {
  if (clause.intro !== null && isPutOff(reading, clause.intro, cue.at)) return false
  const conditional = ({ kind, intro }: Clause): boolean =>
    kind === 'subordinate' && intro !== null && !assertive.has(wordAt(reading, intro))
  // "If the mayor thinks that it will": the verb of thinking stands in the condition.
  return conditional(clause) || (clause.kind === 'complement' && chain[0] !== undefined && conditional(chain[0].clause))
}

/** "what if", "lest", "so that": supposed or intended. */
export const isSupposed = ({ reading, clause, cue }: Claim): boolean => {
  const { words } = reading
  if (words.slice(clause.start, cue.verb).includes('lest')) return true
  if (placesOf(words, 'what').some((i) => words[i + 1] === 'if')) return true
  // "so that it will" tells an aim, ", so that it is bound to" a result.
  const aim = cue.modal !== null && wordAt(reading, clause.core - 3) !== ','
  return aim && wordAt(reading, clause.core - 1) === 'that' && wordAt(reading, clause.core - 2) === 'so'
}

export const isWanted = (claim: Claim): boolean => {
  const { chain, cue, reading } = claim
  if (unassertedNouns.has(wordAt(reading, cue.at - 2)) && pronouns.has(wordAt(reading, cue.at - 1))) return true
  return chain.some((link) => {
    if (cue.from <= link.governor && link.governor < cue.to) return false
    if (isPersuaded(reading, link) || (isFear(reading, link) && isDatedFear(claim))) return false
    return wants(reading, link) && !(vouches(claim) && pledges.has(link.lemma))
  })
}

const persuaded = wordSet('persuaded convinced assured reassured')
/** "seems persuaded that it will": a belief; "persuaded the board that" put it into another's head. */
const isPersuaded = ({ words, tokens }: Reading, { word, governor }: Link): boolean => {
  if (!persuaded.has(word)) return false
  const before = tokens[governor - 1]?.tag === 'ADV' ? governor - 2 : governor - 1
  return [
    'is',
    'are',
    'am',
    'be',
    'appear',
    'appears',
    'seem',
    'seems',
    'remain',
    'remains',
    'sound',
    'sounds',
    'look',
    'looks',
  ].includes(words[before] ?? '')
}

const fears = wordSet('fear fears worry worries')
const isFear = ({ words }: Reading, { lemma, tag, subject, verb }: Link): boolean =>
  lemma === 'fear' ||
  lemma === 'worry' ||
  (tag === 'AUX' && words.slice(subject.from, verb).some((word) => fears.has(word)))

/** "My fear is that by then there will be": what the speaker fears, and by when; without a time it stays a fear. */
const isDatedFear = ({ reading, clause, cue }: Claim): boolean => {
  const { words } = reading
  if (cue.modal === 'would') return false
  const front = words.slice(clause.start, cue.at).join(' ')
  return (
    /\bby (?:then|the time)\b/.test(front) || looksAhead(words, clause.start, Math.min(words.length, cue.verb + 14))
  )
}

const pledges = wordSet('promise pledge vow swear guarantee')
const pronouns = wordSet('he she it they i we you')

/** "He swore that the boxes would be out by May": vouches for an event; "that he would never yield" tells what he means to do. */
const vouches = ({ chain, cue, clause, reading }: Claim): boolean => {
  if (chain.length !== 1 || (cue.modal !== 'will' && cue.modal !== 'would') || clause.kind !== 'complement')
    return false
  return !pronouns.has(wordAt(reading, clause.core))
}

const wants = (reading: Reading, { tag, word, lemma, governor, subject, verb }: Link): boolean => {
  // "The fear is that": the noun is the subject.
  if (tag === 'AUX') return reading.words.slice(subject.from, verb).some((noun) => unassertedNouns.has(noun))
  if (word === 'sure') return wordAt(reading, governor - 1).startsWith('ma')
  if (tag === 'NOUN' || unassertedNouns.has(word)) return unassertedNouns.has(word) || possibilityNouns.has(word)
  if (tag !== 'VERB') return false
  if (wishVerbs.has(lemma) && !speechVerbs.has(lemma) && !beliefVerbs.has(lemma)) return true
  // "to show that" is an aim, "shows that" a fact.
  return persuasionVerbs.has(lemma) && (!factiveVerbs.has(lemma) || wordAt(reading, governor - 1) === 'to')
}

/** The words of the clause around that stand just before its verb. */
const helpersOf = ({ words }: Reading, { clause, verb }: Link, reach: number): readonly string[] =>
  words.slice(Math.max(clause.core, verb - reach), verb)

const norms = wordSet('must should ought')

/** The clause around says what ought to be: "must make clear that talks will depend on". */
export const isUnderNorm = ({ chain, reading }: Claim): boolean =>
  chain.some((link) => helpersOf(reading, link, 6).some((word) => norms.has(word)))

export const isUnderWould = ({ chain, clause, reading }: Claim): boolean =>
  // ", which nobody is going to accept": an assertion of its own.
  !(clause.kind === 'relative' && [',', 'and'].includes(wordAt(reading, (clause.intro ?? 0) - 1))) &&
  chain.some((link) => !factiveVerbs.has(link.lemma) && helpersOf(reading, link, 4).includes('would'))

export const isPast = (word: string): boolean => /(?:ed|said|told|thought|felt|knew|wrote|held|saw|made)$/.test(word)

const formerly = wordSet('long always once initially previously originally earlier formerly had')

/** "long insisted", "has always stipulated", "once promised": a position held in the past. */
export const isPastPosition = ({ chain, reading }: Claim): boolean =>
  chain.some((link) => isPast(link.word) && helpersOf(reading, link, 4).some((word) => formerly.has(word)))

const intents = wordSet('intend aim plan vow pledge promise')
export const isPastIntent = (claim: Claim): boolean =>
  !vouches(claim) && claim.chain.some((link) => intents.has(link.lemma) && isPast(link.word))

/** Whether the subject of a clause around is a plan, a draft, a deal; "critics of the plan" are none. */
export const proposes = ({ words, tokens }: Reading, { subject }: Link): boolean => {
  const { from, to } = subject
  const link = tokens.findIndex(({ tag }, k) => k > from && k < to && tag === 'ADP')
  return words.slice(from, link < 0 ? to : link).some((word) => proposalNouns.has(word))
}

const laws = wordSet(
  'regulation regulations article section act statute directive code ordinance bylaw bylaws legislation',
)
/** Terms of a plan: "under the plan, X will", "the draft says X will". */
export const isTerm = ({ chain, clause, reading, cue }: Claim): boolean => {
  const front = reading.words.slice(clause.start, cue.at)
  const under = front.indexOf('under')
  if (under >= 0 && front.slice(under, under + 7).some((word) => proposalNouns.has(word) || laws.has(word))) return true
  return chain.some((link) => speechVerbs.has(link.lemma) && proposes(reading, link))
}

/** "It is rents that will rise": the relative clause makes the claim. */
const isCleft = ({ words }: Reading, { intro, governor }: Clause): boolean => {
  if (intro === null || governor === null || !['that', 'who'].includes(words[intro] ?? '')) return false
  const is = words.lastIndexOf('is', governor)
  return is > 0 && governor - is < 5 && words[is - 1] === 'it' && !['a', 'an'].includes(words[is + 1] ?? '')
}

/** "Which won't be long.": a relative clause that is a sentence of its own. */
const opensAlone = ({ words }: Reading, { intro }: Clause): boolean =>
  intro !== null && words[intro] === 'which' && (intro === 0 || [':', '"', '.'].includes(words[intro - 1] ?? ''))

const futureAdverbs = wordSet('soon eventually never inevitably surely finally')

/** A relative clause without a comma describes; it foretells with words of likelihood or time, or under a future verb. */
export const isDescription = (claim: Claim): boolean => {
  const { cue, clause, reading, chain } = claim
  if (clause.kind !== 'relative' || cue.kind !== 'modal' || cue.hedged) return false
  if (cue.modal === 'could' || cue.modal === 'may' || cue.modal === 'might') return false
  if (clause.intro !== null && wordAt(reading, clause.intro - 1) === ',') return false
  if (isPseudoCleft(claim) || opensAlone(reading, clause) || isSummative(reading, clause)) return false
  if (antecedentDenied(reading, clause) || isCleft(reading, clause)) return false
  if (reading.words.slice(cue.at, cue.verb).some((word) => futureAdverbs.has(word))) return false
  if (cue.modal === 'will' && looksAhead(reading.words, cue.verb + 1, Math.min(reading.words.length, cue.verb + 8)))
    return false
  return !chain.some((link) => reading.words.slice(link.clause.core, link.governor).includes('will'))
}
