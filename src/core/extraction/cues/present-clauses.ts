import type { Clause } from '../clauses/clause.ts'
import { beliefVerbs, factiveVerbs, speechVerbs, wordSet } from '../sentences/words.ts'
import type { Reading } from './cue.ts'

/** What a clause in the present tense is to its sentence: said for true, held by somebody, or a rule. */

/** A main clause, or one that someone says or thinks, or that something means. */
export const isAsserted = (reading: Reading, clause: Clause): boolean => {
  if (clause.kind === 'main') return true
  const verb = clause.governor === null ? undefined : reading.tokens[clause.governor]
  if (clause.kind !== 'complement' || verb === undefined) return false
  return speechVerbs.has(verb.lemma) || factiveVerbs.has(verb.lemma) || isView(reading, clause)
}

const views =
  wordSet(`view guess bet forecast prediction hunch expectation opinion reckoning assumption suspicion feeling
  conclusion conviction verdict wager money word rumour rumor talk whisper consensus sense wisdom`)
const reasons = wordSet('reason certainty assumption bet wager chance odds evens way')

/** "I think the line opens", "my view is that it opens", "it stands to reason that it opens". */
export const isView = ({ tokens, words }: Reading, { kind, governor }: Clause): boolean => {
  if (governor === null || kind !== 'complement') return false
  if (beliefVerbs.has(tokens[governor]?.lemma ?? '')) return true
  const before = words.slice(Math.max(0, governor - 12), governor)
  if (['is', 'remains', 'has', 'holds', 'says'].includes(words[governor] ?? ''))
    return before.some((word) => views.has(word))
  return reasons.has(words[governor] ?? '') && words.slice(Math.max(0, governor - 6), governor).includes('it')
}

const habits =
  wordSet(`usually often always normally typically generally sometimes every whenever rarely seldom tend tends
  mostly commonly each year-round`)
const generic = wordSet('you one people everyone everybody somebody someone anyone')

/** What holds as a rule: "strikes usually end when", "if you drop it, it breaks". */
export const isGeneral = ({ words }: Reading, clause: Clause, at: number): boolean =>
  words.some((word) => habits.has(word)) ||
  generic.has(words[at - 1] ?? '') ||
  // "One more wet week and the crop rots": a number.
  (generic.has(words[clause.core] ?? '') && !(words[clause.core] === 'one' && at > clause.core + 2))
