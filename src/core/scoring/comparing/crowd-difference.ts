import { sum } from '../numbers/sum.ts'

/** One forecaster's loss on one question; lower is better. */
export type QuestionLoss = { forecaster: string; question: string; loss: number }
/** `difference` is positive where the forecaster lost less than the others; `others` is how many there were. */
export type CrowdDifference = { forecaster: string; question: string; difference: number; others: number }

/**
 * How much less each forecaster lost on a question than the others did on average, the forecaster left out: n/(n − 1) ·
 * (mean of all − own). **Positive: better than the others.** Questions that only one answered have no others and are left
 * out. Leaving oneself out matters in small crowds: of two, one's distance from the mean of both is half of that from the
 * other. Example: losses .04 and .16: +.12 and −.12.
 */
export const crowdDifferences = (rows: readonly QuestionLoss[]): CrowdDifference[] => {
  const totals = new Map<string, { n: number; loss: number }>()
  for (const { question, loss } of rows) {
    const so = totals.get(question) ?? { n: 0, loss: 0 }
    totals.set(question, { n: so.n + 1, loss: so.loss + loss })
  }
  return rows.flatMap(({ forecaster, question, loss }) => {
    const all = totals.get(question)
    if (!all || all.n < 2) return []
    return [{ forecaster, question, difference: (all.loss - loss) / (all.n - 1) - loss, others: all.n - 1 }]
  })
}

/** A forecaster's mean difference with its standard error over questions; null error for a single one. */
export type MeanDifference = { questions: number; mean: number; error: number | null }

/**
 * Mean leave-one-out difference by forecaster, to be shrunk before anybody is ranked by it (`shrink`). The error takes
 * questions for independent. Example: +.12 and 0 → mean .06, error .06.
 */
export const meanCrowdDifferences = (rows: readonly CrowdDifference[]): Map<string, MeanDifference> => {
  const byForecaster = new Map<string, CrowdDifference[]>()
  for (const row of rows) {
    const own = byForecaster.get(row.forecaster)
    if (own) own.push(row)
    else byForecaster.set(row.forecaster, [row])
  }
  return new Map(
    [...byForecaster].map(([forecaster, own]) => {
      const n = own.length
      const mean = sum(own.map(({ difference }) => difference)) / n
      const squares = sum(own.map(({ difference }) => (difference - mean) ** 2))
      return [forecaster, { questions: n, mean, error: n < 2 ? null : Math.sqrt(squares / (n - 1) / n) }]
    }),
  )
}
