import type { Token } from '../sentences/token.ts'
import { wordSet } from '../sentences/words.ts'

/** What a person calculates with. */
const tools = wordSet(`model models arithmetic numbers calculation calculations sums maths math simulation simulations
  spreadsheet reckoning modelling modeling`)

/** Whether a noun is a calculation's, which speaks for whoever makes it. */
export const isTool = (noun: string): boolean => tools.has(noun)

/** Writings and gauges that put a figure on things. */
const documents = wordSet(`note report memo letter study paper survey poll briefing statement estimate forecast analysis
  register outlook tracker index gauge barometer assessment ledger bulletin
  chart minutes guidance projection projections`)

/** Whether a noun phrase names something written. */
export const isDocument = (name: string): boolean =>
  name
    .toLowerCase()
    .split(/[\s’']/)
    .some((word) => documents.has(word))

/** "A note this week from Corvo Securities": what stands behind words of time is whose note it is. */
export const senderIn = (tokens: readonly Token[], end: number, to: number): number | null => {
  for (let k = end; k < Math.min(to - 1, end + 4); k++)
    if (['from', 'by'].includes(tokens[k]?.word ?? '') && tokens[k + 1]?.tag === 'PROPN') return k + 1
  return null
}
