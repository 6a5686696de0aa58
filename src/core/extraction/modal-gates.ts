import { type Claim, lemmaAt, waitsFor, wordAt } from './claim.ts'
import { isPast, proposes } from './embedding-gates.ts'
import { changeVerbs, discourseVerbs, forecastVerbs, impressionVerbs, requirementVerbs, wordSet } from './words.ts'

/** Gates on the modal itself: what would, can, could, may, should and will do not foretell. */

const reporting = wordSet('say tell add note announce confirm think believe suggest')

const reportsForecast = ({ chain, cue }: Claim): boolean =>
  cue.phrase === 'not-believe' ||
  chain.some((link) => forecastVerbs.has(link.lemma) || (reporting.has(link.lemma) && isPast(link.word)))

/** "Sales, she said, would fall", and a "would" that runs on from indirect speech: the past of a "will". */
const isShifted = ({ cue, reading, tags, carried, quoted }: Claim): boolean =>
  !quoted &&
  wordAt(reading, cue.at + 1) !== 'have' &&
  (carried !== null || tags.some(({ past, from, to }) => past && from <= cue.at && cue.at < to))

/** "would" is a forecast only with words of likelihood or inside a reported forecast; else it is unreal, past or a plan. */
export const isUnrealWould = (claim: Claim): boolean => {
  const { cue, clause } = claim
  if (cue.modal !== 'would') return false
  if (isShifted(claim)) return false
  if (cue.kind !== 'modal' || (cue.hedged && cue.phrase !== 'never')) return clause.kind === 'relative'
  return !reportsForecast(claim) || clause.kind !== 'complement'
}

/** "can" is capability but for "there can be no return" and "can … only when". */
export const isCapability = (claim: Claim): boolean => {
  const { cue, reading, chain } = claim
  if (cue.modal !== 'can') return false
  const excludes = wordAt(reading, cue.verb) === 'be' && wordAt(reading, cue.verb + 1) === 'no' && chain.length === 0
  return !excludes && !waitsFor(claim)
}

/** "could" of the past, of plans, of what is only talked about. */
export const isIdleCould = ({ cue, chain, clause, reading }: Claim): boolean => {
  if (cue.modal !== 'could' || cue.hedged) return false
  if (cue.polarity === '-' || wordAt(reading, cue.at + 1) === 'have') return true
  if (clause.kind === 'relative')
    return chain.some((link) => /(?:ed|was|were|had|did)$/.test(wordAt(reading, link.verb)))
  return chain.some((link) => link.tag === 'VERB' && proposes(reading, link))
}

const dueWords = wordSet('by within next later soon percent')
const turns = wordSet('able forced about back next over ready unable enough')

/** "may feel like", "may be the only", "may have won": an impression or a guess at the present or the past. */
export const isImpression = ({ cue, reading }: Claim): boolean => {
  if (cue.kind !== 'modal' || !['may', 'might', 'could'].includes(cue.modal ?? '')) return false
  if (wordAt(reading, cue.at + 1) === 'have' && cue.verb > cue.at + 1) return true
  if (impressionVerbs.has(lemmaAt(reading, cue.verb))) return true
  if (lemmaAt(reading, cue.verb) !== 'be' || cue.modal === 'could') return false
  const rest = reading.words.slice(cue.verb + 1, cue.verb + 9)
  return !rest.slice(0, 3).some((word) => turns.has(word)) && !rest.some((word) => dueWords.has(word))
}

/** What is needed is not foretold, unless a figure is. */
export const isRequirement = ({ cue, reading }: Claim): boolean => {
  if (cue.modal === null || !requirementVerbs.has(lemmaAt(reading, cue.verb))) return false
  const rest = reading.tokens.slice(cue.verb, cue.verb + 12)
  return !rest.some((token) => token.tag === 'NUM' && /\d|illion/.test(token.word))
}

/** "should" asks for something, unless it speaks of a figure or a thing at a named time. */
export const isNormative = ({ cue, reading }: Claim): boolean => {
  if (cue.modal !== 'should' || cue.phrase.startsWith('micro:')) return false
  const rest = reading.tokens.slice(cue.verb, cue.verb + 14)
  const due = rest.some((token) => token.tag === 'NUM' || dueWords.has(token.word))
  return !(due && changeVerbs.has(lemmaAt(reading, cue.verb)))
}

/** Sayings that foretell nothing: "time will tell", "boys will be boys". */
export const isSaying = ({ cue, reading }: Claim): boolean => {
  const [subject, verb] = [wordAt(reading, cue.at - 1), lemmaAt(reading, cue.verb)]
  if (subject === 'time') return verb === 'tell' || verb === 'show'
  return verb === 'be' && subject !== '' && subject === wordAt(reading, cue.verb + 1)
}

const addressers = wordSet('i we you readers')

/** The author on the text itself: "I will argue", "as we will see". */
export const isDiscourse = ({ cue, reading, quoted }: Claim): boolean =>
  !quoted &&
  cue.modal !== null &&
  addressers.has(wordAt(reading, cue.at - 1)) &&
  discourseVerbs.has(lemmaAt(reading, cue.verb))
