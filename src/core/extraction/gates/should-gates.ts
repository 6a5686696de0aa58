import { type Claim, lemmaAt, wordAt } from '../claims/claim.ts'
import { suppositionOf } from '../clauses/supposition.ts'
import { calendarNames, changeVerbs, wordSet } from '../sentences/words.ts'
import { looksAhead } from '../time/ahead.ts'
import { dueWords, isDue } from './modal-gates.ts'

/** Gates on "should" and "ought to": what is looked for is told from what is asked for. */

/** What a thing can turn out to be by itself: ready, enough, over. */
const outcomes = wordSet(
  'ready enough back over able possible complete clear available up running open finished done easier',
)
/** What happens to its subject rather than what the subject does. */
const selfGoing =
  wordSet(`win beat qualify prevail lose finish top double halve hover exceed cope suffice survive last hold
  pass arrive recover ease settle heal be stroll romp cruise coast sail squeak scrape walk subside fade clear thaw dry`)
/** Of these the ones that may take an object: "should win the toss". */
const contests = wordSet('win beat qualify prevail finish top exceed double halve stroll romp cruise coast walk')

/** What befalls people, or what a thing does of itself: with a time to come, "should" looks for it. */
const befalling =
  wordSet(`see feel notice get receive enjoy benefit gain find face open close start begin end resume launch land
  appear emerge become come go follow break bloom ripen drop`)
/** Those whom one tells what to do. */
const agents =
  wordSet(`government governments ministers minister council bank court board parliament congress president chancellor
  police company firm firms states voters members parties party we you i he she`)

/** "The new line should open in May", "shoppers should see cheaper bread by June"; "the council should open the files" asks. */
const isDueOfItself = (reading: Claim['reading'], cue: Claim['cue'], core: number, lemma: string): boolean =>
  befalling.has(lemma) && cue.polarity === '+' && isDue(reading, cue.verb) && !isOfAgent(reading.words, core, cue.at)

const isOfAgent = (words: readonly string[], core: number, at: number): boolean =>
  words.slice(core, at).some((word) => agents.has(word))

/** "The comet should be visible by the ninth", "it should be in the shops a fortnight early": where a thing will have got to. */
const isDueThere = (reading: Claim['reading'], cue: Claim['cue'], core: number): boolean => {
  const { words, tokens } = reading
  const rest = words.slice(cue.verb + 1, cue.verb + 12)
  const early = rest.some((word) => ['early', 'earlier', 'sooner', 'soon'].includes(word))
  if (!early && !looksAhead(words, cue.verb + 1, Math.min(words.length, cue.verb + 12)) && !rest.includes('by'))
    return false
  const person = tokens.slice(core, cue.at).some(({ tag }, k) => tag === 'PROPN' && k > 0)
  return !person && !isOfAgent(words, core, cue.at)
}

/** "The swell should have dropped by Tuesday": what will be over by then; "it should have acted by now" blames. */
const isDueDone = (reading: Claim['reading'], cue: Claim['cue'], core: number, lemma: string): boolean =>
  (selfGoing.has(lemma) || changeVerbs.has(lemma) || befalling.has(lemma)) &&
  !isOfAgent(reading.words, core, cue.at) &&
  wordAt(reading, cue.verb + 2) !== 'now' &&
  (isDue(reading, cue.verb) ||
    reading.words
      .slice(cue.verb, cue.verb + 4)
      .join(' ')
      .includes('by the time'))

const near = wordSet('long far hard difficult')
/** "It should not be long before": soon. */
const isSoon = ({ words }: Claim['reading'], { at, verb }: Claim['cue']): boolean =>
  words[at - 1] === 'it' &&
  words[verb] === 'be' &&
  near.has(words[verb + 1] ?? '') &&
  ['before', 'now', 'to'].includes(words[verb + 2] ?? '')

/**
 * "should" and "ought to" ask for something, unless they speak of a change with a figure or a time, of something ready by
 * then, of what befalls, or of what comes of a condition.
 */
export const isNormative = ({ cue, clause, reading }: Claim): boolean => {
  if ((cue.modal !== 'should' && cue.modal !== 'ought') || cue.phrase.startsWith('micro:')) return false
  // "Nobody should expect a cut": says what will not come.
  if (cue.phrase === 'not-believe' || cue.phrase === 'fair-chance') return false
  // "That the miners should lose": a thing thought of.
  if (wordAt(reading, clause.core) === 'that' && clause.core === 0 && clause.kind === 'main') return true
  const lemma = lemmaAt(reading, cue.verb)
  // "They should have enough": what they will turn out to have.
  if (lemma === 'have' && ['enough', 'plenty', 'too'].includes(wordAt(reading, cue.verb + 1))) return false
  if (reading.words[cue.at + 1] === 'have') return !isDueDone(reading, cue, clause.core, lemma)
  const rest = reading.tokens.slice(cue.verb, cue.verb + 14)
  const due = rest.some((token) => token.tag === 'NUM' || dueWords.has(token.word) || calendarNames.has(token.word))
  const progressive = wordAt(reading, cue.verb).endsWith('ing') && wordAt(reading, cue.verb - 1) === 'be'
  if (due && (changeVerbs.has(lemma) || progressive)) return false
  if (isSoon(reading, cue) || isDueOfItself(reading, cue, clause.core, lemma)) return false
  if (yields(reading, cue, lemma) || isOnPaper(reading.words, cue)) return false
  const ready = lemma === 'be' && reading.words.slice(cue.verb + 1, cue.verb + 3).some((word) => outcomes.has(word))
  if (ready || (lemma === 'be' && isDueThere(reading, cue, clause.core))) return false
  return !isOutcome(reading, cue, lemma) && !isExpected(reading, clause, cue.verb, lemma)
}

const bringing = wordSet('add yield bring generate contribute produce deliver carry employ sell make have')
/** "The new field should add 1.4 million barrels next year", "should have enough": how much it will come to. */
const yields = (reading: Claim['reading'], cue: Claim['cue'], lemma: string): boolean => {
  if (!bringing.has(lemma)) return false
  const { tokens, words } = reading
  if (lemma === 'have') return words[cue.verb + 1] === 'enough'
  const quantity = tokens.slice(cue.verb + 1, cue.verb + 4).some(({ tag }) => tag === 'NUM')
  return quantity && isDue(reading, cue.verb)
}

/** "ought, on paper, to shorten", "should on past form hold". */
const isOnPaper = (words: readonly string[], cue: Claim['cue']): boolean =>
  words
    .slice(cue.at + 1, cue.verb)
    .some((word, k, all) => word === 'on' && all.slice(k + 1, k + 4).some((ground) => grounds.has(ground)))
const grounds = wordSet('paper form trends trend numbers figures reckoning showing')

/** "The truce should hold" foretells, "the council should hold a vote" asks. */
const isOutcome = ({ tokens }: Claim['reading'], cue: Claim['cue'], lemma: string): boolean => {
  if (lemma === 'be' || !selfGoing.has(lemma) || cue.polarity === '-') return false
  const free = ['PUNCT', 'ADP', 'ADV', 'CCONJ', 'SCONJ', 'NUM'].includes(tokens[cue.verb + 1]?.tag ?? 'PUNCT')
  return free || contests.has(lemma)
}

/** "If the rain holds off, the match should go ahead": a change that a condition brings about. */
const isExpected = (reading: Claim['reading'], clause: Claim['clause'], verb: number, lemma: string): boolean =>
  (changeVerbs.has(lemma) || selfGoing.has(lemma) || isLucky(reading.words, clause.start)) &&
  lemma !== 'be' &&
  suppositionOf(reading, clause, verb) === 'open'

/** "Barring rain, they should finish", "with luck it should hold". */
const isLucky = (words: readonly string[], start: number): boolean =>
  words[start] === 'barring' || (words[start] === 'with' && words.slice(start + 1, start + 4).includes('luck'))
