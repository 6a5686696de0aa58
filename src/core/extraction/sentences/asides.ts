import { dashes, type Token } from './token.ts'
import { wordSet } from './words.ts'

/** Marks that no clause reaches over. */
export const strongMarks: ReadonlySet<string> = new Set([';', ':', '(', ')', '[', ']', '...', '…'])

/**
 * For each token the number of the aside it stands in (0 = none): a stretch between two dashes, or in brackets, that the
 * sentence runs on after.
 */
export const asidesOf = (tokens: readonly Token[]): number[] => {
  const aside: number[] = new Array(tokens.length).fill(0)
  const marks: number[] = []
  let bracketed = false
  tokens.forEach(({ word }, i) => {
    if (dashes.has(word)) marks.push(i)
    if (word === ')') bracketed = true
  })
  for (let m = 0; m + 1 < marks.length; m++) {
    const [open, close] = [marks[m] ?? 0, marks[m + 1] ?? 0]
    if (!runsOn(tokens, close) && conditionBefore(tokens, open) === null) continue
    for (let i = open; i <= close; i++) aside[i] = m + 1
    m++
  }
  if (bracketed) markBrackets(tokens, aside)
  return aside
}

const runsOn = (tokens: readonly Token[], close: number): boolean => {
  const next = tokens[close + 1]
  return next !== undefined && (['AUX', 'VERB', 'ADP', 'PART', 'CCONJ'].includes(next.tag) || next.word === 'that')
}

export const conditionOpeners = wordSet('if unless once until when while although though provided')

/** "If demand passes the limit — it came close last year — the operator": where the condition starts, the main clause yet to come. */
export const conditionBefore = (tokens: readonly Token[], open: number): number | null => {
  for (let k = open - 1; k >= 0 && !strongMarks.has(tokens[k]?.word ?? ''); k--) {
    if (tokens[k]?.word === ',') return null
    if (conditionOpeners.has(tokens[k]?.word ?? '')) return k
  }
  return null
}

/** Brackets that close before the sentence does; they are not nested. */
const markBrackets = (tokens: readonly Token[], aside: number[]): void => {
  let open: number | null = null
  tokens.forEach(({ word }, i) => {
    if (word === '(') open = i
    if (word !== ')' || open === null) return
    if (i < tokens.length - 2 && aside[open] === 0 && aside[i] === 0) aside.fill(tokens.length + open, open, i + 1)
    open = null
  })
}
