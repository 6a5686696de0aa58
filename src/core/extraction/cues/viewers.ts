import { clauseAt } from '../clauses/clause.ts'
import { bodyWords, calendarNames, forecasterNouns, wordSet } from '../sentences/words.ts'
import { bodyNouns } from '../voice/bodies.ts'
import { places } from '../voice/places.ts'
import { isHumanNoun } from '../voice/roles.ts'
import type { Reading } from './cue.ts'

/** Who looks ahead: what may stand as the subject of a verb of expecting, judging or estimating. */

const persons = wordSet('i we he she they who everyone everybody nobody anyone')
const counts = wordSet('most many some few others both neither all none several one another half')
const people = wordSet(`people voters parents friends neighbours neighbors colleagues locals residents insiders punters
  fans rivals allies veterans clients customers staff wife husband brother sister mother father son daughter friend
  bookies sceptics skeptics markets futures swaps options surveys panel panels team desk camp side forecast`)

const names = ({ word, tag }: Reading['tokens'][number]): boolean =>
  tag === 'PROPN' && !places.has(word) && !calendarNames.has(word)

/** The words of the clause before its verb at `verb`. */
export const subjectTokens = ({ tokens, asides }: Reading, verb: number): Reading['tokens'] =>
  tokens.slice(clauseAt(tokens, asides, verb).core, verb)

/** Bodies that forecast, among the names that otherwise stand for a government. */
const forecasting = wordSet('imf opec ecb fed wto')

/** Whether a noun or pronoun can hold a view. `named`: whether a name alone can. */
export const isSomebody = (token: Reading['tokens'][number], named: boolean): boolean => {
  const single = token.word.replace(/s$/, '')
  return (
    persons.has(token.word) ||
    counts.has(token.word) ||
    people.has(token.word) ||
    forecasterNouns.has(token.word) ||
    forecasterNouns.has(single) ||
    bodyWords.has(token.word) ||
    bodyNouns.has(token.word) ||
    bodyNouns.has(single) ||
    forecasting.has(token.word) ||
    (named && names(token)) ||
    isHumanNoun(token) ||
    isHumanNoun({ ...token, word: single })
  )
}

/** Where the helpers of a verb begin: "are also expecting" stands from "are". */
export const groupStart = ({ tokens }: Reading, verb: number): number => {
  let at = verb
  while (at > 0 && verb - at < 4 && ['AUX', 'ADV'].includes(tokens[at - 1]?.tag ?? '')) at--
  while (at < verb && tokens[at]?.tag === 'ADV') at++
  return at
}

const helpers = wordSet('is are am have has')

/**
 * Whether the verb at `verb` is said, in the present, of somebody who can hold a view: "she expects", "the two oddsmakers I
 * called both think", "brokers are pricing in", "Roe, who runs the lab, puts".
 */
export const isViewer = (reading: Reading, verb: number): boolean => {
  const { tokens, words } = reading
  const start = groupStart(reading, verb)
  for (let k = start; k < verb; k++) if (tokens[k]?.tag === 'AUX' && !helpers.has(words[k] ?? '')) return false
  const before = tokens[start - 1]
  if (!before || before.tag === 'PART' || before.tag === 'DET' || before.tag === 'AUX') {
    if (!before || !counts.has(before.word)) return false
  }
  const subject = subjectTokens(reading, start)
  // "Children expect": a capital, but a plural verb, so no name.
  const named = words[verb]?.endsWith('s') === true || start < verb || subject.some(({ word }) => word === 'and')
  return [...subject, before].some((token) => isSomebody(token, named))
}
