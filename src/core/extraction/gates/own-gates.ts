import { type Claim, lemmaAt, wordAt } from '../claims/claim.ts'
import { chainOf } from '../clauses/chain.ts'
import { clauseAt } from '../clauses/clause.ts'
import { beliefVerbs, calendarNames, forecastVerbs, speechVerbs, wordSet } from '../sentences/words.ts'
import { isPast } from './embedding-gates.ts'

/** Gates on whose future it is: the author's own past and plans, permissions, abilities, reasons of others. */

const bygone = wordSet('ago once then earlier last had previously originally')
const isBygone = (word: string): boolean => bygone.has(word) || /^(?:19|20)\d\d$/.test(word)

/** "In 2019 I wrote that it would", "I said that there would be": what the author once held. */
export const isOwnPast = ({ chain, reading, cue, clause: inner }: Claim): boolean =>
  chain.some(({ lemma, word, verb, subject, clause }) => {
    const held = speechVerbs.has(lemma) || beliefVerbs.has(lemma) || forecastVerbs.has(lemma)
    if (!held || !isPast(word) || !firstPerson.has(wordAt(reading, subject.to - 1))) return false
    if (cue.modal === 'would' || cue.modal === 'could' || cue.modal === 'might') return true
    return reading.words.slice(clause.start, Math.max(verb, inner.core)).some(isBygone)
  })

const firstPerson = wordSet('i we')
/** What one does not choose: "I will lose", "I will regret it". */
const suffered = wordSet('lose win die regret miss fail need suffer live see')

/** "I shall be in the stand", "I am not going to defend it": what the author means to do. */
export const isOwnIntention = ({ chain, cue, reading, quoted }: Claim): boolean => {
  if (quoted || cue.hedged || cue.phrase !== 'will' || chain.length > 0) return false
  if (wordAt(reading, cue.at - 1) !== 'i') return false
  const passive = wordAt(reading, cue.verb - 1) === 'be' && !wordAt(reading, cue.verb).endsWith('ing')
  return !passive && !suffered.has(lemmaAt(reading, cue.verb))
}

const allowed = wordSet('you he she they')
const allowable = wordSet('keep have take use borrow ask enter laugh smile rest sit speak object complain')
const things = wordSet('it them this that these those')

/** "He may keep it", "you may laugh": leave to do something, in a clause that names no time, figure or party. */
export const isPermission = ({ cue, clause, reading }: Claim): boolean => {
  const subject = wordAt(reading, cue.at - 1)
  if (cue.modal !== 'may' || cue.hedged || cue.polarity === '-' || clause.front) return false
  if (!allowed.has(subject) || !allowable.has(lemmaAt(reading, cue.verb))) return false
  const rest = reading.tokens.slice(cue.verb + 1, cue.verb + 8)
  const thing = things.has(rest[0]?.word ?? '') && rest.length < 6
  if (!thing && subject !== 'you') return false
  return !rest.some(({ tag, word }) => ['NUM', 'PROPN'].includes(tag) || calendarNames.has(word))
}

/** "a thing that could be held against her", "a road that could be shorter": what a thing allows, no forecast. */
export const isAbility = ({ cue, clause, reading }: Claim): boolean => {
  if (clause.kind !== 'relative' || cue.modal !== 'could' || cue.hedged) return false
  if (clause.intro !== null && [',', '—', '–'].includes(wordAt(reading, clause.intro - 1))) return false
  return lemmaAt(reading, cue.verb) === 'be' || wordAt(reading, cue.verb - 1) === 'be'
}

/** "looks as though nobody has told him": a guess at the past; one at the future has a modal. */
export const isGuess = ({ cue, reading }: Claim): boolean =>
  cue.phrase === 'looks-like' && cue.modal === null && ['though', 'if'].includes(wordAt(reading, cue.to - 1))

/** "They hold that it will rise because wages will": the reason belongs to the claim it stands in. */
export const isOthersReason = ({ clause, reading }: Claim): boolean => {
  if (clause.kind !== 'subordinate' || clause.intro === null || wordAt(reading, clause.intro) !== 'because')
    return false
  const { tokens, asides } = reading
  const outer = tokens.findLastIndex(({ tag }, k) => k < (clause.intro ?? 0) && (tag === 'AUX' || tag === 'VERB'))
  if (outer < 0) return false
  const links = chainOf(reading, clauseAt(tokens, asides, outer))
  return links.length > 0 && links.every(({ subject }) => !firstPerson.has(wordAt(reading, subject.to - 1)))
}
