import type { Token } from '../extraction/sentences/token.ts'
import { cardinals } from '../lexicon/numbers.ts'
import { wordTable } from '../lexicon/word-table.ts'
import { isNumber } from './claim-words.ts'

/** A number with what it bounds: `side` 1 above it, -1 below it, 0 just it. */
export type Figure = { value: number; side: 1 | -1 | 0 }

const multipliers = wordTable<number>({ thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 })
const aboveWords = new Set(['above', 'over', 'exceed', 'past', 'pass', 'top', 'surpass'])
const belowWords = new Set(['below', 'under'])
const moreWords = new Set(['more', 'great', 'greater', 'high', 'higher'])
const lessWords = new Set(['less', 'few', 'fewer', 'low', 'lower'])

/** Whether a word only says on which side of a figure: "pass 1,000", "above 3 percent". */
export const boundsFigure = (tokens: readonly Token[], i: number): boolean => {
  const lemma = tokens[i]?.lemma ?? ''
  if (!aboveWords.has(lemma) && !belowWords.has(lemma)) return false
  return tokens.slice(i + 1, i + 3).some(isNumber)
}

const sideOf = (tokens: readonly Token[], i: number): Figure['side'] => {
  const before = tokens.slice(Math.max(0, i - 3), i)
  const has = (words: ReadonlySet<string>) => before.some(({ word, lemma }) => words.has(word) || words.has(lemma))
  const than = before.some(({ word }) => word === 'than')
  if (has(belowWords) || (than && has(lessWords))) return -1
  return has(aboveWords) || (than && has(moreWords)) ? 1 : 0
}

const numberIn = (word: string): number | null => {
  const plain = word.replace(/[,$€£%]/g, '')
  return /^\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : (cardinals[word] ?? null)
}

/** The numbers of a claim, but for one, which is an article too. */
export const figuresOf = (tokens: readonly Token[]): Figure[] =>
  tokens.flatMap((token, i) => {
    const value = isNumber(token) ? numberIn(token.word) : null
    if (value === null || token.word === 'one') return []
    return [{ value: value * (multipliers[tokens[i + 1]?.word ?? ''] ?? 1), side: sideOf(tokens, i) }]
  })

/** Whether two claims name the same numbers, whichever side of them they are on. */
export const sameFigures = (a: readonly Figure[], b: readonly Figure[]): boolean =>
  a.every(({ value }) => b.some((figure) => figure.value === value)) &&
  b.every(({ value }) => a.some((figure) => figure.value === value))

/** How often one claim is above what the other is below: each time one denies the other. */
export const crossedSides = (a: readonly Figure[], b: readonly Figure[]): number =>
  a.filter(({ value, side }) => b.some((figure) => figure.value === value && figure.side * side === -1)).length
