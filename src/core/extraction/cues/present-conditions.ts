import type { Clause } from '../clauses/clause.ts'
import { hasTense, isInverted } from '../clauses/clause-openings.ts'
import { isSpecific } from '../clauses/specific.ts'
import { suppositionOf } from '../clauses/supposition.ts'
import { wordSet } from '../sentences/words.ts'
import { commandedAt } from './commanded.ts'
import type { Reading } from './cue.ts'

const openers = wordSet('if unless provided providing assuming')

const endOf = (words: readonly string[], verb: number): number => {
  const stop = words.findIndex((word, k) => k > verb && [';', ':', '.', '?', '!'].includes(word))
  return stop < 0 ? words.length : stop
}

/** Under a condition on something in particular that is still open: "if the talks fail, she resigns". */
export const isUnderOpen = (reading: Reading, clause: Clause, verb: number, ahead: boolean): boolean => {
  const { tokens, words } = reading
  if (suppositionOf(reading, clause, verb) !== 'open') return false
  const stop = endOf(words, verb)
  for (let k = clause.start; k < stop; k++) {
    const lasting = words[k] === 'long' && words[k - 1] === 'as' && words[k + 1] === 'as'
    const inverted = words[k] === 'should' && isInverted(tokens, k) && (k === clause.start || words[k - 1] === ',')
    if (!lasting && !inverted && !openers.has(words[k] ?? '')) continue
    const subject = lasting ? k + 2 : k + 1
    // "Unless something changes, it runs dry by 2040"; "if a ward closes, its staff leave within months" is a rule.
    if (ahead && !lasting) return !['a', 'an', 'any'].includes(words[subject] ?? '')
    const indefinite = lasting && ['a', 'an'].includes(words[subject] ?? '')
    return indefinite || isSpecific(tokens, subject, Math.min(stop, subject + 4))
  }
  return false
}

/** "If the figures are right, the fund is broke": the condition is on what is so now. */
export const isOnNow = ({ words }: Reading, clause: Clause): boolean =>
  words.slice(clause.start, clause.core).some((word) => ['is', 'are', 'has', 'have'].includes(word))

/** "Raise it and the smelters leave", "two more quarters like that and the dividend goes": where such a condition begins. */
export const commandBefore = (reading: Reading, at: number): number | null => {
  const { tokens, words } = reading
  const { from, to } = commandedAt(reading, at) ?? { from: 0, to: 0 }
  if (to <= from) return null
  const and = words.lastIndexOf('and', at)
  // "Give a man a fish and he eats": said of any.
  const general = tokens[from]?.tag !== 'NUM' && ['a', 'an', 'any', 'your'].includes(words[from + 1] ?? '')
  // "Drop it and it breaks", "strip that out and the ratio moves": of any, and of a sum.
  const same = words[and + 1] === 'it' && words.slice(from, and).includes('it')
  const tensed = (k: number): boolean => k > from && (k < to || k > and) && hasTense(tokens, k)
  if (tokens.slice(0, at).some((_, k) => tensed(k)) || words.slice(from, and).includes('and')) return null
  if (general || same || words.slice(and + 1, at).some((word) => statistics.has(word))) return null
  return isSpecific(tokens, and + 1, at) ? from : null
}
const statistics = wordSet(
  'ratio number figure total average median mean share gap picture result rate sum difference trend',
)
