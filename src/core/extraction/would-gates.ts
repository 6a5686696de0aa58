import { type Claim, lemmaAt, wordAt } from './claim.ts'
import { proposes } from './embedding-gates.ts'
import { isPastForm, suppositionOf } from './supposition.ts'
import { forecastVerbs, proposalNouns, requirementVerbs, wordSet } from './words.ts'

/** Gates on "would": a forecast under a condition that may yet hold, or one reported; else unreal, past or planned. */

const reporting = wordSet(
  'promise pledge vow guarantee say tell add note announce confirm think believe suggest reckon swear warn',
)

const reportsForecast = (claim: Claim): boolean =>
  claim.cue.phrase === 'not-believe' ||
  claim.chain.some((link) => forecastVerbs.has(link.lemma) || (reporting.has(link.lemma) && isPastForm(link.word))) ||
  isDatedThought(claim)

const dating = wordSet('by before within')
/** "One minister thinks she would be found out by Easter": another's thought of what comes, with its day. */
const isDatedThought = ({ chain, cue, reading }: Claim): boolean => {
  const [link] = chain
  const others = link && /^(?:thinks|believes|reckons|suspects)$/.test(link.word) && link.tag === 'VERB'
  return others === true && reading.words.slice(cue.verb, cue.verb + 8).some((word) => dating.has(word))
}

/** "Sales, she said, would fall", and a "would" that runs on from indirect speech: the past of a "will". */
const isShifted = ({ cue, tags, carried, quoted }: Claim): boolean =>
  !quoted && (carried !== null || tags.some(({ past, from, to }) => past && from <= cue.at && cue.at < to))

/** "would" that foretells: reported in the past tense, or what comes of an event that may yet happen. */
export const isUnrealWould = (claim: Claim): boolean => {
  const { cue, clause, reading } = claim
  if (cue.modal !== 'would') return false
  const reported = isShifted(claim) || (reportsForecast(claim) && clause.kind === 'complement')
  if (isPerfect(claim) && !reported) return true
  // "She said that she would not comment": silence, no forecast.
  if (silences.has(lemmaAt(reading, cue.verb))) return true
  if (suppositionOf(reading, clause, cue.verb) === 'past') return true
  if (cue.kind !== 'modal' || (cue.hedged && cue.phrase !== 'never')) return clause.kind === 'relative'
  return !reported && !isConsequence(claim)
}

const silences = wordSet('comment elaborate')

/** "would have fallen": too late, unless someone told of a day by which it would. */
const isPerfect = ({ cue, reading }: Claim): boolean =>
  (wordAt(reading, cue.at + 1) === 'have' && cue.verb > cue.at + 1) ||
  (wordAt(reading, cue.at + 1) !== 'be' && wordAt(reading, cue.verb - 1) === 'have')

/** Verbs of being so: under "would" they judge a thing thought of; verbs of happening tell what it would bring about. */
const stativeVerbs = wordSet(`be have need want like love prefer mean know seem appear feel look sound deserve matter
  suit belong depend consist exist welcome hate mind suppose think believe hope rather argue suggest say add call
  help make include apply serve explain account tell do`)

const speakers = wordSet('i we you one')

/** What would follow if something happened: by a condition, or by a subject that is itself an event to come. */
const isConsequence = (claim: Claim): boolean => {
  const { cue, clause, chain, reading } = claim
  const { words } = reading
  if (['question', 'subordinate'].includes(clause.kind)) return false
  // "…, which would leave it short": what comes of the clause before; a relative without a comma describes.
  if (clause.kind === 'relative') return isAddition(claim)
  // "one" alone speaks of anyone, "either one" of a thing.
  const subject = cue.at - clause.core > 1 && words[cue.at - 1] === 'one' ? '' : (words[cue.at - 1] ?? '')
  const then = isThen(words, clause.start, cue.at)
  if (speakers.has(subject) && (!then || subject === 'i')) return false
  if (chain.some((link) => link.tag === 'VERB' && proposes(reading, link))) return false
  const verb = lemmaAt(reading, cue.verb)
  if (requirementVerbs.has(verb) || isTold(words, clause.start, cue.at)) return false
  const supposed = suppositionOf(reading, clause, cue.verb)
  if (supposed === 'open' || (then && verb === 'have')) return verb !== 'have' || !hasRight(words, cue.verb)
  if (stativeVerbs.has(verb) && !turnsOut(words, cue.verb)) return false
  return then || supposed === 'remote' || isEvent(words, clause.core, cue.at, verb)
}

const isAddition = ({ cue, clause, reading }: Claim): boolean => {
  const intro = clause.intro ?? -1
  const added = wordAt(reading, intro) === 'which' && [',', '—', '–'].includes(wordAt(reading, intro - 1))
  const verb = lemmaAt(reading, cue.verb)
  return added && cue.at === intro + 1 && !stativeVerbs.has(verb) && !requirementVerbs.has(verb)
}

const isThen = (words: readonly string[], start: number, at: number): boolean =>
  words
    .slice(Math.max(0, start - 1), at)
    .some((word, i, all) => word === 'then' || (word === 'that' && all[i + 1] === 'case'))

const rights = wordSet('right power veto option duty obligation authority say chance')
const hasRight = (words: readonly string[], verb: number): boolean =>
  words.slice(verb + 1, verb + 4).some((word) => rights.has(word))

/** "would be over", "would come to less than": what comes of it, not how good it is. */
const outcomes = wordSet('over gone back dead out finished paper empty able forced unable left')
const turnsOut = (words: readonly string[], verb: number): boolean =>
  words.slice(verb + 1, verb + 4).some((word) => outcomes.has(word))

const indefinite = wordSet('a an another any further more such either that this')
const narrating = wordSet('later eventually then once often sometimes always usually')

/** "A win would", "another strike would": an event not yet there. Laws, plans and what a story tells are none. */
const isEvent = (words: readonly string[], core: number, at: number, verb: string): boolean => {
  const subject = words.slice(core, at)
  if (!indefinite.has(subject[0] ?? '') || words.slice(at, at + 4).some((word) => narrating.has(word))) return false
  // "Any agreement would collapse": its fate, not its terms.
  return !subject.some((word) => (proposalNouns.has(word) && !fates.has(verb)) || persons.has(word))
}
const fates = wordSet('collapse fail fall unravel hold last survive crumble founder falter die')
const persons = wordSet(
  'man woman person player child doctor lawyer minister leader reader voter friend colleague mind who',
)

/** "Every morning she would", "in those days it would": a story. */
const isTold = (words: readonly string[], start: number, at: number): boolean =>
  words
    .slice(start, at)
    .some((word) => /^(?:1[0-9]|20[01])\d\d$/.test(word) || ['every', 'those', 'ago', 'often'].includes(word))
