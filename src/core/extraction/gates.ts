import type { Link } from './chain.ts'
import type { Clause } from './clause.ts'
import type { Cue, Reading } from './cue.ts'
import {
  askingVerbs,
  beliefVerbs,
  discourseVerbs,
  factiveVerbs,
  forecastVerbs,
  impressionVerbs,
  persuasionVerbs,
  proposalNouns,
  requirementVerbs,
  speechVerbs,
  unassertedNouns,
  wishVerbs,
} from './words.ts'

/** What a gate looks at. `quoted`: the cue stands in a direct quotation. */
export type Claim = { reading: Reading; cue: Cue; clause: Clause; chain: readonly Link[]; quoted: boolean }

type Gate = { reason: string; holds: (claim: Claim) => boolean }

const wordAt = ({ words }: Reading, i: number): string => words[i] ?? ''
const lemmaAt = ({ tokens }: Reading, i: number): string => tokens[i]?.lemma ?? ''
const inClause = ({ reading, clause, cue }: Claim, words: readonly string[]): boolean =>
  reading.words.slice(clause.start, cue.verb).some((word) => words.includes(word))

const isQuestion = ({ reading, cue }: Claim): boolean => {
  const end = reading.words.indexOf('?', cue.at)
  const stop = reading.words.findIndex((word, i) => i > cue.at && (word === '.' || word === '!'))
  return end >= 0 && (stop < 0 || end < stop)
}

const isIndirectQuestion = ({ clause, cue }: Claim): boolean => clause.kind === 'question' && cue.kind !== 'frame'

/** The claim stands inside a condition or a clause of time, so it is not asserted. Reasons and contrasts are. */
const isUnderCondition = ({ reading, clause }: Claim): boolean =>
  clause.kind === 'subordinate' &&
  clause.intro !== null &&
  !['because', 'while', 'although', 'though', 'whereas', 'since', 'as', 'where'].includes(wordAt(reading, clause.intro))

/** Nouns of likelihood that were not read as one: "entertained the possibility that". */
const possibilityNouns = new Set(['possibility', 'possibilities', 'chance', 'prospect', 'risk', 'danger', 'probability', 'likelihood', 'option', 'case'])

const isWanted = ({ chain, cue, reading }: Claim): boolean =>
  chain.some((link) => {
    if (cue.from <= link.governor && link.governor < cue.to) return false
    if (link.tag === 'NOUN' || unassertedNouns.has(link.word)) return unassertedNouns.has(link.word) || possibilityNouns.has(link.word)
    if (link.tag !== 'VERB') return false
    if (wishVerbs.has(link.lemma) && !speechVerbs.has(link.lemma) && !beliefVerbs.has(link.lemma)) return true
    if (persuasionVerbs.has(link.lemma)) return !factiveVerbs.has(link.lemma) || wordAt(reading, link.governor - 1) === 'to'
    return false
  })

const isAsked = ({ chain, reading, clause }: Claim): boolean =>
  clause.intro !== null &&
  ['whether', 'how', 'why', 'what', 'if'].includes(wordAt(reading, clause.intro)) &&
  chain.some((link) => askingVerbs.has(link.lemma))

/** The clause around says what ought to be: "must make clear that talks will depend on". */
const isUnderNorm = ({ chain, reading }: Claim): boolean =>
  chain.some((link) => reading.words.slice(Math.max(link.clause.core, link.verb - 6), link.verb).some((word) => ['must', 'should', 'ought'].includes(word)))

const isUnderWould = ({ chain, reading }: Claim): boolean =>
  chain.some((link) => !factiveVerbs.has(link.lemma) && reading.words.slice(Math.max(link.clause.core, link.verb - 4), link.verb).some((word) => word === 'would'))

const pastVerb = (link: Link): boolean => /(?:ed|said|told|thought|felt|knew|wrote|held|saw|made)$/.test(link.word)

/** "long insisted", "has always stipulated", "once promised": a position held in the past. */
const isPastPosition = ({ chain, reading }: Claim): boolean =>
  chain.some(
    (link) =>
      pastVerb(link) &&
      reading.words
        .slice(Math.max(link.clause.core, link.verb - 4), link.verb + 1)
        .some((word) => ['long', 'always', 'once', 'initially', 'previously', 'originally', 'earlier', 'formerly', 'had'].includes(word)),
  )

const reportsForecast = ({ chain, cue }: Claim): boolean =>
  cue.phrase === 'not-believe' ||
  chain.some((link) => forecastVerbs.has(link.lemma) || (['say', 'tell', 'add', 'note', 'announce', 'confirm', 'think', 'believe', 'suggest'].includes(link.lemma) && pastVerb(link)))

/** "would" is a forecast only with words of likelihood or inside a reported forecast; else it is unreal, past or a plan. */
const isUnrealWould = (claim: Claim): boolean => {
  if (claim.cue.modal !== 'would') return false
  if (claim.cue.kind !== 'modal' || claim.cue.hedged) return claim.clause.kind === 'relative'
  return !reportsForecast(claim) || claim.clause.kind !== 'complement'
}

/** "can" is capability but for "there can be no winners" and "can … only when". */
const isCapability = (claim: Claim): boolean => {
  const { cue, reading } = claim
  if (cue.modal !== 'can') return false
  const noThing = reading.words[cue.verb] === 'be' && reading.words[cue.verb + 1] === 'no' && claim.chain.length === 0
  return !(noThing || waitsFor(claim))
}

/** "could" of the past, of plans, of what is only talked about. */
const isIdleCould = ({ cue, chain, clause, reading }: Claim): boolean => {
  if (cue.modal !== 'could' || cue.hedged) return false
  if (cue.polarity === '-' || wordAt(reading, cue.at + 1) === 'have') return true
  if (clause.kind === 'relative') return chain.some((link) => /(?:was|were|had|did)$/.test(wordAt(reading, link.verb)) || /ed$/.test(wordAt(reading, link.verb)))
  return chain.some((link) => link.tag === 'VERB' && proposes(reading, link))
}

const proposes = (reading: Reading, link: Link): boolean =>
  reading.words.slice(link.subject.from, link.subject.to).some((word) => proposalNouns.has(word))

/** Terms of a plan: "under the plan, X will", "the draft says X will". */
const isTerm = ({ chain, clause, reading, cue }: Claim): boolean => {
  const front = reading.words.slice(clause.start, cue.at)
  const under = front.findIndex((word, i) => word === 'under' && front.slice(i, i + 7).some((next) => proposalNouns.has(next)))
  return under >= 0 || chain.some((link) => speechVerbs.has(link.lemma) && proposes(reading, link))
}

const impressive = /^(?:may|might|could)$/
/** "may feel like", "may be the only", "may have won": an impression or a guess at the present or the past. */
const isImpression = ({ cue, reading }: Claim): boolean => {
  if (cue.kind !== 'modal' || !impressive.test(cue.modal ?? '')) return false
  if (wordAt(reading, cue.at + 1) === 'have' && cue.verb > cue.at + 1) return true
  if (impressionVerbs.has(lemmaAt(reading, cue.verb))) return true
  if (wordAt(reading, cue.verb) !== 'be' && lemmaAt(reading, cue.verb) !== 'be') return false
  const next = reading.tokens.slice(cue.verb + 1, cue.verb + 4)
  return !next.some((token) => ['able', 'forced', 'about', 'back', 'next', 'over', 'ready', 'unable', 'enough'].includes(token.word))
}

/** What is needed is not foretold, unless a figure is. */
const isRequirement = ({ cue, reading }: Claim): boolean => {
  const lemma = lemmaAt(reading, cue.verb)
  if (cue.modal === null || !requirementVerbs.has(lemma)) return false
  return !reading.tokens.slice(cue.verb, cue.verb + 12).some((token) => token.tag === 'NUM' && /\d|illion/.test(token.word))
}

/** The author on the text itself: "I will argue", "as we will see". */
const isDiscourse = ({ cue, reading, quoted }: Claim): boolean =>
  !quoted && cue.modal !== null && ['i', 'we', 'you', 'readers'].includes(wordAt(reading, cue.at - 1)) && discourseVerbs.has(lemmaAt(reading, cue.verb))

const isIntent = ({ chain }: Claim): boolean => chain.some((link) => ['intend', 'aim', 'plan', 'vow', 'pledge', 'promise'].includes(link.lemma) && pastVerb(link))

/** "should" asks for something, unless it speaks of a figure or a thing at a named time. */
const isNormative = ({ cue }: Claim): boolean => cue.modal === 'should'

/** A relative clause describes; it foretells only with words of likelihood or time, or under a future verb. */
const isDescription = ({ cue, clause, reading, chain }: Claim): boolean => {
  if (clause.kind !== 'relative' || cue.kind !== 'modal') return false
  if (cue.hedged || cue.modal === 'could' || cue.modal === 'may' || cue.modal === 'might') return false
  if (reading.words.slice(cue.at, cue.verb).some((word) => ['soon', 'eventually', 'never', 'inevitably', 'surely', 'finally'].includes(word))) return false
  return !chain.some((link) => reading.words.slice(link.clause.core, link.governor).includes('will'))
}

/** Wholes: "what if", purpose. */
const isSupposed = (claim: Claim): boolean =>
  inClause(claim, ['lest']) || reading_has(claim.reading, 'what', 'if') || purposeBefore(claim)
const reading_has = ({ words }: Reading, first: string, second: string): boolean => words.some((word, i) => word === first && words[i + 1] === second)
const purposeBefore = ({ reading, clause }: Claim): boolean =>
  wordAt(reading, clause.core - 1) === 'that' && wordAt(reading, clause.core - 2) === 'so'

/**
 * What keeps a passage that looks like a forecast from being one, in words; tried in order. To let something in or keep it
 * out, change a gate or add one: nothing else decides.
 */
const gates: readonly Gate[] = [
  { reason: 'a question', holds: isQuestion },
  { reason: 'an indirect question', holds: isIndirectQuestion },
  { reason: 'an indirect question', holds: isAsked },
  { reason: 'supposed, or a purpose', holds: isSupposed },
  { reason: 'inside a condition', holds: isUnderCondition },
  { reason: 'wanted, feared, asked for or only discussed', holds: isWanted },
  { reason: 'inside a norm', holds: isUnderNorm },
  { reason: 'inside an unreal clause', holds: isUnderWould },
  { reason: 'a past position', holds: isPastPosition },
  { reason: 'unreal, past or planned (would)', holds: isUnrealWould },
  { reason: 'capability (can)', holds: isCapability },
  { reason: 'idle could', holds: isIdleCould },
  { reason: 'terms of a plan', holds: isTerm },
  { reason: 'an impression or the present', holds: isImpression },
  { reason: 'a requirement', holds: isRequirement },
  { reason: 'about the text itself', holds: isDiscourse },
  { reason: 'a past intent', holds: isIntent },
  { reason: 'normative', holds: isNormative },
  { reason: 'a description', holds: isDescription },
]

/** Why a passage is no prediction, or null when it is one. */
export const refusal = (claim: Claim): string | null => gates.find((gate) => gate.holds(claim))?.reason ?? null

const waitWords = ['when', 'once', 'if', 'after', 'then', 'through', 'by', 'with', 'until']

/** "will only stop when", "only then will", "can be reached only through": not before something else. */
export const waitsFor = ({ reading, clause, cue }: Pick<Claim, 'reading' | 'clause' | 'cue'>): boolean => {
  for (let i = clause.start; i < Math.min(reading.words.length, cue.verb + 14); i++) {
    if (reading.words[i] !== 'only') continue
    if (waitWords.includes(reading.words[i + 1] ?? '')) return true
    if (i > cue.at && i < cue.verb + 2 && reading.words.slice(i, i + 9).some((word) => ['when', 'once', 'if', 'after', 'through'].includes(word))) return true
  }
  return false
}
