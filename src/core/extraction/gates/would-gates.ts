import { type Claim, lemmaAt, wordAt } from '../claims/claim.ts'
import { clauseAt } from '../clauses/clause.ts'
import { hasTense } from '../clauses/clause-openings.ts'
import { isSummative } from '../clauses/inner-relatives.ts'
import { isPastForm, type Supposition, suppositionAt, suppositionOf } from '../clauses/supposition.ts'
import type { Reading } from '../cues/cue.ts'
import { forecastVerbs, proposalNouns, requirementVerbs, wordSet } from '../sentences/words.ts'
import { proposes } from './embedding-gates.ts'
import { isKeptBack } from './silences.ts'

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

/** "They add that no parliament would ratify it", "she thinks the merger would cost her six weeks": said now of what may come. */
const saysNow = ({ chain, clause, reading, cue }: Claim): boolean => {
  const [link] = chain
  if (!link || clause.kind !== 'complement' || link.tag !== 'VERB' || isPastForm(link.word)) return false
  if (!reporting.has(link.lemma) || wordAt(reading, link.governor - 1) === 'to' || proposes(reading, link)) return false
  if (speakers.has(wordAt(reading, cue.at - 1)) || isOfProposal(reading.words, clause.core, cue.at)) return false
  const verb = lemmaAt(reading, cue.verb)
  return !stativeVerbs.has(verb) && !requirementVerbs.has(verb)
}

const isOfProposal = (words: readonly string[], from: number, to: number): boolean =>
  words.slice(from, to).some((word) => proposalNouns.has(word))

/** "Sales, she said, would fall", and a "would" that runs on from indirect speech: the past of a "will". */
const isShifted = ({ cue, tags, carried, quoted }: Claim): boolean =>
  !quoted && (carried !== null || tags.some(({ past, from, to }) => past && from <= cue.at && cue.at < to))

/** "would" that foretells: reported in the past tense, or what comes of an event that may yet happen. */
export const isUnrealWould = (claim: Claim): boolean => {
  const { cue, clause, reading } = claim
  if (cue.modal !== 'would') return false
  const reported = isShifted(claim) || (reportsForecast(claim) && clause.kind === 'complement')
  if (isPerfect(claim) && (!reported || isTooLate(claim))) return true
  // "She said that she would not comment": silence, no forecast.
  if (isKeptBack(claim)) return true
  if (suppositionOf(reading, clause, cue.verb) === 'past') return true
  if (cue.kind !== 'modal' || (cue.hedged && cue.phrase !== 'never')) return clause.kind === 'relative'
  return !reported && !isConsequence(claim) && !saysNow(claim) && !isRefusedByAll(claim)
}

/** "No parliament would ratify it", "nobody would lend to them": what none of a kind would do; of people at large it is a saying. */
const isRefusedByAll = ({ cue, clause, reading }: Claim): boolean => {
  const { words } = reading
  if (!['main', 'complement'].includes(clause.kind) || words[clause.core] !== 'no') return false
  const subject = words.slice(clause.core + 1, cue.at)
  const verb = lemmaAt(reading, cue.verb)
  return subject.length > 0 && !subject.some((word) => persons.has(word) || word === 'one') && !stativeVerbs.has(verb)
}

/** "would have fallen": too late, unless someone told of a day by which it would. */
const isPerfect = ({ cue, reading }: Claim): boolean =>
  reading.words
    .slice(cue.at + 1, Math.max(cue.verb, cue.at + 5))
    .some((word, k, all) => word === 'have' && perfecting(all, k)) ||
  (wordAt(reading, cue.at + 1) !== 'be' && wordAt(reading, cue.verb - 1) === 'have')

/** "would have stopped in 2019", "would long since have asked", "would have been finished by now": what is over did not happen. */
const isTooLate = ({ cue, reading }: Claim): boolean => {
  const group = reading.words.slice(cue.at, cue.verb + 12)
  return group.some((word, i) => {
    const before = group[i - 1] ?? ''
    // "would have closed by 2030" looks ahead.
    if (/^(?:1\d|20)\d\d$/.test(word)) return before === 'in' || before === 'during'
    return word === 'ago' || (word === 'now' && before === 'by') || (word === 'since' && before === 'long')
  })
}

/** "would long since have asked": "have" helps a participle; "would like to have" and "would have a vote" do not. */
const perfecting = (group: readonly string[], have: number): boolean =>
  group[have - 1] !== 'to' &&
  /(?:ed|en|been|done|gone|had|made|sent|said|kept|left|lost|won)$/.test(group[have + 1] ?? '')

/** Verbs of being so: under "would" they judge a thing thought of; verbs of happening tell what it would bring about. */
const stativeVerbs = wordSet(`be have need want like love prefer mean know seem appear feel look sound deserve matter
  suit belong depend consist exist welcome hate mind suppose think believe hope rather argue suggest say call
  help make include apply serve explain account tell do`)

const speakers = wordSet('i we you one')

/** What would follow if something happened: by a condition, or by a subject that is itself an event to come. */
const isConsequence = (claim: Claim): boolean => {
  const { cue, clause, chain, reading } = claim
  const { words } = reading
  const contrast = contrasts.has(words[clause.intro ?? -1] ?? '')
  if (clause.kind === 'question' || (clause.kind === 'subordinate' && !contrast)) return false
  // "…, which would leave it short": what comes of the clause before; a relative without a comma describes.
  if (clause.kind === 'relative') return isAddition(claim)
  // "one" alone speaks of anyone, "either one" of a thing.
  const subject = cue.at - clause.core > 1 && words[cue.at - 1] === 'one' ? '' : (words[cue.at - 1] ?? '')
  const then = isThen(words, clause.start, cue.at) || words[cue.at + 1] === 'then'
  if (speakers.has(subject) && (!then || subject === 'i')) return false
  if (chain.some((link) => link.tag === 'VERB' && proposes(reading, link))) return false
  const verb = lemmaAt(reading, cue.verb)
  if (isTold(words, clause.start, cue.at) || isLampooned(words)) return false
  if (takesTime(claim) || isFirstTo(words, cue.verb) || isGrounded(words, clause.core, cue.verb)) return true
  if (requirementVerbs.has(verb)) return false
  const supposed = suppositionOf(reading, clause, cue.verb) ?? supposedBefore(reading, clause.start)
  if (supposed === 'open' || (then && verb === 'have')) return verb !== 'have' || !hasRight(words, cue.verb)
  if (stativeVerbs.has(verb) && !turnsOut(words, cue.verb)) return false
  return then || supposed === 'remote' || isEvent(words, clause.core, cue.at, verb) || sharesEvent(claim)
}

/** "Importers would be the first to feel it": whom it would strike; "the first to admit" is a saying. */
const isFirstTo = (words: readonly string[], verb: number): boolean =>
  words[verb] === 'be' &&
  words[verb + 1] === 'the' &&
  ['first', 'last', 'next'].includes(words[verb + 2] ?? '') &&
  words[verb + 3] === 'to' &&
  ['feel', 'go', 'suffer', 'fall', 'close', 'leave', 'lose', 'notice', 'benefit', 'be'].includes(words[verb + 4] ?? '')

const bases = wordSet('past present current recent this that these those our their official')
const records = wordSet(
  'view reading logic basis scenario assumption argument analysis evidence form trends trend precedent record numbers figures estimate estimates reckoning showing',
)
/** "Rates, on past form, would halve": what a record leads one to look for. */
const isGrounded = (words: readonly string[], from: number, verb: number): boolean =>
  words
    .slice(from, verb)
    .some(
      (word, k, all) =>
        word === 'on' && bases.has(all[k + 1] ?? '') && all.slice(k + 2, k + 4).some((ground) => records.has(ground)),
    )

const contrasts = wordSet('while whereas although though')

/** "Should he leave, the cabinet would limp on; but its budget would be dead": the condition stands before another clause. */
const supposedBefore = (reading: Reading, start: number): Supposition | null => {
  const { words } = reading
  for (let k = start - 1; k >= 0; k--) {
    const opens = k === 0 || [',', ';', ':', '"'].includes(words[k - 1] ?? '') || reading.tokens[k - 1]?.tag === 'CCONJ'
    if (!opens || !words.slice(k, start).includes('would')) continue
    const found = suppositionAt(reading, k, start)
    if (found === 'open' || found === 'remote') return found
  }
  return null
}

/** "An inquiry is likely, and would push it into the autumn": the subject of the clause before, which is an event. */
const sharesEvent = ({ cue, clause, reading }: Claim): boolean => {
  const { words, tokens } = reading
  if (clause.core !== cue.at || tokens[cue.at - 1]?.tag !== 'CCONJ') return false
  const verb = tokens.findLastIndex((_, k) => k < cue.at - 1 && hasTense(tokens, k))
  if (verb < 0) return false
  const { core } = clauseAt(tokens, reading.asides, verb)
  return isEvent(words, core, verb, lemmaAt(reading, cue.verb))
}

const times = wordSet('year years decade decades month months week weeks generation generations')
/** "would take three years to rebuild", "would need until 2031": how long it will be. */
export const takesTime = ({ cue, reading }: Claim): boolean => {
  if (!['take', 'need', 'require'].includes(lemmaAt(reading, cue.verb))) return false
  const rest = reading.words.slice(cue.verb + 1, cue.verb + 13)
  const end = rest.findIndex((word) => stops.has(word))
  return rest.slice(0, end < 0 ? rest.length : end).some((word) => times.has(word) || word === 'until')
}
const stops = wordSet('; : . ! ?')

const isAddition = ({ cue, clause, reading }: Claim): boolean => {
  const intro = clause.intro ?? -1
  const which = wordAt(reading, intro) === 'which' && [',', '—', '–'].includes(wordAt(reading, intro - 1))
  const added = which || isSummative(reading, clause)
  const verb = lemmaAt(reading, cue.verb)
  return added && cue.at === intro + 1 && !stativeVerbs.has(verb) && !requirementVerbs.has(verb)
}

const isThen = (words: readonly string[], start: number, at: number): boolean =>
  words
    .slice(Math.max(0, start - 1), at)
    .some(
      (word, i, all) =>
        word === 'then' || (word === 'that' && all[i + 1] === 'case') || (word === 'event' && all[i - 2] === 'in'),
    )

const rights = wordSet('right power veto option duty obligation authority say chance')
const hasRight = (words: readonly string[], verb: number): boolean =>
  words.slice(verb + 1, verb + 4).some((word) => rights.has(word))

/** "would be over", "would come to less than": what comes of it, not how good it is. */
const outcomes = wordSet('over gone back dead out finished paper empty able forced unable left')
const choices = wordSet('choice option options alternative')
const turnsOut = (words: readonly string[], verb: number): boolean =>
  words.slice(verb + 1, verb + 4).some((word) => outcomes.has(word)) ||
  // "would have little choice but to wait", "would have to be rebuilt".
  (words[verb] === 'have' && (words[verb + 1] === 'to' || choices.has(words[verb + 2] ?? '')))

const indefinite = wordSet('a an another any further more such either that this')
/** "War would", "defeat would": events that need no article. */
const events =
  wordSet(`war defeat victory failure default collapse closure bankruptcy delay recession relegation promotion
  approval rejection abolition withdrawal escalation winter summer drought rain peace independence nationalisation
  nationalization devaluation secession annexation acquittal conviction repeal eviction extinction success`)
const narrating = wordSet('later eventually then once often sometimes always usually')

/** "A win would", "another strike would": an event not yet there. Laws, plans and what a story tells are none. */
const isEvent = (words: readonly string[], core: number, at: number, verb: string): boolean => {
  // "Even a cut would", "“a strike would".
  const subject = words.slice(['even', '"'].includes(words[core] ?? '') ? core + 1 : core, at)
  const bare = subject.length === 1 && events.has(subject[0] ?? '')
  if (!(indefinite.has(subject[0] ?? '') || bare) || words.slice(at, at + 4).some((word) => narrating.has(word)))
    return false
  // "Any agreement would collapse": its fate, not its terms.
  return !subject.some((word) => (proposalNouns.has(word) && !fates.has(verb)) || persons.has(word))
}
const fates = wordSet('collapse fail fall unravel hold last survive crumble founder falter die')
const persons = wordSet(
  'man woman person player child doctor lawyer minister leader reader voter friend colleague mind who',
)

/** "To hear the lobbyists talk, a penny would": what others make of it, mocked. */
const isLampooned = (words: readonly string[]): boolean =>
  words[0] === 'to' && ['hear', 'listen'].includes(words[1] ?? '') && words.slice(2, 9).includes(',')

/** "Every morning she would", "in those days it would": a story. */
const isTold = (words: readonly string[], start: number, at: number): boolean =>
  words.slice(start, at).some((word, k, all) => {
    if (word === 'every') return dayParts.has(all[k + 1] ?? '')
    // "Every licence granted since 2019 would": a year of its subject.
    if (/^(?:1\d\d|20[01])\d$/.test(word)) return all[k - 1] !== 'since'
    return ['those', 'ago', 'often'].includes(word)
  })

const dayParts = wordSet('day morning afternoon evening night week weekend month year spring summer autumn winter time')
