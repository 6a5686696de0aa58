import { hasTense, isNominal, takesClause } from './clause-openings.ts'
import type { Token } from './token.ts'

/**
 * Whether the relative clause that opens at `j` has a verb of its own before the one at `verb`: "those who buy now will",
 * "courts that begin by ruling will". It then stands inside the subject. "The man who she says will" is the one at hand.
 */
export const ownsVerb = (tokens: readonly Token[], j: number, verb: number): boolean => {
  if (!['who', 'that', 'which'].includes(tokens[j]?.word ?? '') || !isNominalOrThose(tokens[j - 1])) return false
  const own = tokens.slice(j + 1, Math.min(verb, j + 5)).findIndex((_, k) => hasTense(tokens, j + 1 + k))
  const at = j + 1 + own
  if (own < 0 || tokens[at]?.tag !== 'VERB' || takesClause(tokens[at])) return false
  return !tokens.slice(j + 1, verb).some(({ tag, word }) => tag === 'CCONJ' || (tag === 'PUNCT' && word !== '-'))
}
const isNominalOrThose = (token: Token | undefined): boolean => isNominal(token) || token?.word === 'those'
