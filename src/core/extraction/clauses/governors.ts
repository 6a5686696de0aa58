import type { Token } from '../sentences/token.ts'
import { wordSet } from '../sentences/words.ts'
import { isClauseNoun, isNominal } from './clause-openings.ts'

const adverbial = wordSet(
  'public private general particular short brief earnest detail full vain secret essence effect',
)

/** The word a that-clause hangs on: the nearest verb, adjective or clause-taking noun to its left. */
export const governorBefore = (tokens: readonly Token[], j: number): number | null => {
  for (let k = j - 1; k >= 0 && j - k <= 8; k--) {
    const token = tokens[k]
    if (!token || token.word === ',' || token.word === ':' || token.tag === 'ADV' || token.word === '"') continue
    // "told a local station that": an adjective in front of a noun governs nothing.
    if (token.tag === 'ADJ' && ['NOUN', 'PROPN'].includes(tokens[k + 1]?.tag ?? '')) continue
    // "insist in public that", "say in private that".
    if (tokens[k - 1]?.word === 'in' && adverbial.has(token.word)) continue
    if (isClauseNoun(token) || ['VERB', 'ADJ', 'AUX'].includes(token.tag)) return k
  }
  return j > 0 ? j - 1 : null
}

/** The noun a relative clause speaks of, at most six tokens to the left. */
export const nounBefore = (tokens: readonly Token[], j: number): number | null => {
  for (let k = j - 1; k >= 0 && j - k <= 6; k--) if (isNominal(tokens[k])) return k
  return null
}
