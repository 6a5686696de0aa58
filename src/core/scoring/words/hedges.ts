import { total } from '../counts.ts'
import { type Interval, wilson } from '../intervals/proportion.ts'
import { asserted, type Statements } from './word-counts.ts'

/** `committed` statements gave a number or a phrase that commits; `hedged` ones only may, might, could or the like. */
export type Hedging = {
  statements: number
  committed: number
  hedged: number
  share: number
  interval: Interval | null
  byPhrase: { phrase: string; n: number }[]
}

/**
 * The share of an author's statements that commit to nothing, shown beside the score: who hedges everything has no score,
 * not a good one. `share` = hedged / all, 0 to 1, with its 95 % Wilson interval; no direction, an uncertain world calls
 * for hedges. `isHedge` tells the phrases that do not commit. Null for no statements.
 *
 * Example: 6 numbers, 2 "likely", 2 "could": 2 of 10, share .2 (.057 to .510).
 */
export const hedging = ({ numbers, words }: Statements, isHedge: (phrase: string) => boolean): Hedging | null => {
  const said = asserted(words)
  const byPhrase = said.filter(({ phrase }) => isHedge(phrase)).map(({ phrase, n }) => ({ phrase, n }))
  const statements = total(numbers).n + total(said).n
  if (statements === 0) return null
  const hedged = byPhrase.reduce((so, { n }) => so + n, 0)
  return {
    statements,
    committed: statements - hedged,
    hedged,
    share: hedged / statements,
    interval: wilson(hedged, statements),
    byPhrase,
  }
}
