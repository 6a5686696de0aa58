import type { Tagger, Token } from '../extraction/sentences/token.ts'
import { claimWords } from '../matching/claim-words.ts'
import { keysOf, type Term, termsOf } from './terms.ts'

/**
 * A claim that evidence is looked for: its words without those of likelihood and time, and each thing that it speaks of
 * once. `doubted`: it says that this will rather not come ("is unlikely to").
 */
export type Asked = { tokens: readonly Token[]; terms: readonly Term[]; doubted: boolean }

/** Reads a claim. The terms of "The Kremlin will not change course" are `@russia`, `chang` and `cours`. */
export const askedOf = (claim: string, tagger: Tagger): Asked => {
  const { tokens, doubted } = claimWords({ text: claim, hedge: null, condition: null }, tagger)
  const byKey = new Map<string, Term>()
  for (const term of termsOf(tokens)) if (!byKey.has(term.own)) byKey.set(term.own, term)
  return { tokens, terms: [...byKey.values()], doubted }
}

/** Every key by which a passage may be found for a claim, once. */
export const askedKeys = ({ terms }: Asked): string[] => [...new Set(keysOf(terms))]
