import type { Reading } from '../cues/cue.ts'
import { type Clause, clauseAt } from './clause.ts'

/** One step outwards from a clause: the word it hangs on, and the subject of that word's clause. */
export type Link = {
  governor: number
  lemma: string
  word: string
  tag: string
  /** The verb of the clause around: the governor itself, or the verb its noun or adjective goes with. */
  verb: number
  /** `tokens.slice(from, to)` is the subject of that verb; empty when it has none of its own. */
  subject: { from: number; to: number }
  clause: Clause
}

const MAX_DEPTH = 5

/** The clauses around a clause, innermost first: "he admitted that he doubted that X" gives doubt, admit. */
export const chainOf = (reading: Reading, clause: Clause): Link[] => {
  const links: Link[] = []
  let inner: Clause = clause
  while (links.length < MAX_DEPTH && inner.governor !== null && inner.kind !== 'main') {
    const link = linkAt(reading, inner.governor)
    if (!link || links.some((seen) => seen.governor === link.governor)) break
    links.push(link)
    inner = link.clause
  }
  return links
}

const linkAt = (reading: Reading, governor: number): Link | null => {
  const { tokens, asides } = reading
  const token = tokens[governor]
  if (!token) return null
  const adjective = ['clear', 'plain', 'explicit'].includes(token.word)
  const verbal = (token.tag === 'VERB' && !adjective) || token.tag === 'AUX' || isHiddenVerb(reading, governor)
  const verb = verbal ? governor : verbBefore(reading, governor)
  const clause = clauseAt(tokens, asides, verb)
  return {
    governor,
    lemma: token.lemma,
    word: token.word,
    tag: verbal && token.tag === 'NOUN' ? 'VERB' : token.tag,
    verb,
    subject: subjectOf(reading, clause, verb),
    clause,
  }
}

/** "The bank forecasts that", "economists doubt that": a verb that the tagger takes for a noun. */
const isHiddenVerb = ({ tokens }: Reading, i: number): boolean =>
  hiddenVerbs.test(tokens[i]?.word ?? '') && ['NOUN', 'PROPN', 'PRON'].includes(tokens[i - 1]?.tag ?? '')
const hiddenVerbs =
  /^(?:forecasts?|projects?|estimates?|claims?|doubts?|bets?|warns?|hopes?|fears?|reports?|views?|notes?)$/

/** The verb that a noun or adjective belongs to: the nearest to its left, or the word itself when there is none. */
const verbBefore = ({ tokens }: Reading, from: number): number => {
  for (let k = from - 1; k >= 0 && from - k < 12; k--) {
    const token = tokens[k]
    if (!token || [';', ':'].includes(token.word)) break
    if (token.tag === 'VERB' || token.tag === 'AUX') return k
  }
  return from
}

/** The words between the opening of a clause and its first verb. */
export const subjectOf = ({ tokens }: Reading, clause: Clause, verb: number): { from: number; to: number } => {
  let to = clause.core
  while (
    to < verb &&
    tokens[to]?.tag !== 'AUX' &&
    !(tokens[to]?.tag === 'VERB' && to > clause.core && !isParticiple(tokens, to))
  )
    to++
  return { from: clause.core, to }
}

/** "Warsaw's working assumption": a participle that describes the noun behind it. */
const isParticiple = (tokens: Reading['tokens'], i: number): boolean =>
  tokens[i]?.word.endsWith('ing') === true &&
  ['DET', 'PART', 'ADJ'].includes(tokens[i - 1]?.tag ?? '') &&
  tokens[i + 1]?.tag === 'NOUN'
