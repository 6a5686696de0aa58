import { sum } from '../numbers/sum.ts'
import { refusal } from '../refusal.ts'
import { type Cell, componentsOf, rowEffects } from './two-way.ts'

/** One forecaster's Brier score (0 to 1) on one question. */
export type DifficultyRow = { forecaster: string; question: string; brier: number }

/** Questions are `harder` than the mean one of their group by so much Brier score; `group` as in `DifficultyFit`. */
export type QuestionEffect = { question: string; harder: number; group: number }

/**
 * Frozen question effects, to be stored and applied to any rows later. Two forecasters can be compared on their adjusted
 * scores only within one `group`: questions that are linked by forecasters who answered several of them. More than one
 * group means that the design falls apart.
 */
export type DifficultyFit = { version: typeof DIFFICULTY_VERSION; groups: number; effects: QuestionEffect[] }

export const DIFFICULTY_VERSION = 'two-way-fixed-effects/1'

/**
 * How hard each question was, by two-way fixed effects: brier_ij = a_i + b_j + error by least squares over everybody but
 * the `excluded` (reference forecasters such as "Always 0.5", whose score says nothing of difficulty). Effects sum to 0
 * within each group of linked questions; the fit is exact to about 1e-12. Questions that only excluded ones answered have
 * no effect. Throws a `Problem` where no row is left. ForecastBench, Karger et al. 2025 (ICLR).
 *
 * Example: a scores .1 on q and .3 on r, b .2 and .4: q is easier by .1 than the mean, r harder by .1.
 */
export const fitDifficulty = (rows: readonly DifficultyRow[], excluded: readonly string[] = []): DifficultyFit => {
  const kept = rows.filter(({ forecaster }) => !excluded.includes(forecaster))
  if (kept.length === 0) throw refusal('no forecaster is left to fit', 'give rows of others than the reference ones')
  if (!kept.every(({ brier }) => Number.isFinite(brier))) throw refusal('a Brier score is no number', 'give numbers')
  const questions = [...new Set(kept.map(({ question }) => question))]
  const forecasters = [...new Set(kept.map(({ forecaster }) => forecaster))]
  const [column, row] = [
    new Map(questions.map((question, at) => [question, at])),
    new Map(forecasters.map((forecaster, at) => [forecaster, at])),
  ]
  const cells: Cell[] = kept.map(({ forecaster, question, brier }) => ({
    row: row.get(forecaster) ?? 0,
    column: column.get(question) ?? 0,
    value: brier,
  }))
  const groupOf = componentsOf(cells, forecasters.length, questions.length)
  const a = rowEffects(cells, forecasters.length, questions.length)
  const parts = questions.map((): number[] => [])
  for (const cell of cells) parts[cell.column]?.push(cell.value - (a[cell.row] ?? 0))
  const raw = parts.map((own) => sum(own) / own.length)
  const groups = Math.max(...groupOf) + 1
  const means = Array.from({ length: groups }, (_, group) => {
    const own = raw.filter((_, at) => groupOf[at] === group)
    return sum(own) / own.length
  })
  const effects = questions.map((question, at) => {
    const group = groupOf[at] ?? 0
    return { question, harder: (raw[at] ?? 0) - (means[group] ?? 0), group }
  })
  return { version: DIFFICULTY_VERSION, groups, effects }
}

/**
 * `index` is the Brier Index, 100(1 − √adjusted), 50 for always saying 50 %. `group` is null, with the scores, where the
 * rows lie in several groups or in none: `rule` says which.
 */
export type AdjustedScore = {
  forecaster: string
  n: number
  raw: number
  group: number | null
  adjusted: number | null
  index: number | null
  rule: string | null
}

/**
 * The Brier Index, 100(1 − √b). **Higher is better**; 100 perfect, 50 for a Brier score of .25, 0 for 1. An adjusted score
 * may lie below 0, where the root has no value: it counts as 0 there, the index as 100. Not proper: average scores first,
 * take the index of the mean. ForecastBench 2025. `brierIndex(0.09) = 70`
 */
export const brierIndex = (brier: number): number => 100 * (1 - Math.sqrt(Math.max(0, brier)))

/**
 * Brier scores as if everybody had answered questions of the same difficulty: the mean of brier − b over a forecaster's
 * rows, moved by one constant a group so that `anchor`, who always says 50 %, has .25. 0.25 is no skill, **lower is better**;
 * it may be below 0. Where the anchor has no rows in a group it is taken to have answered every question of it.
 *
 * Rows on questions without a frozen effect are left out. Forecasters whose questions are not linked cannot be compared:
 * those of different groups have different `group`s, and who straddles groups has no adjusted score.
 * Example: with the fit above, a has .2 and b .3 raw; the anchor's mean is .25: adjusted .2 and .3, index 55.3 and 45.2.
 */
export const adjust = (fit: DifficultyFit, rows: readonly DifficultyRow[], anchor = 'Always 0.5'): AdjustedScore[] => {
  const effects = new Map(fit.effects.map((effect) => [effect.question, effect]))
  const byForecaster = new Map<string, { brier: number; effect: QuestionEffect | undefined }[]>()
  for (const { forecaster, question, brier } of rows) {
    const own = byForecaster.get(forecaster) ?? []
    own.push({ brier, effect: effects.get(question) })
    byForecaster.set(forecaster, own)
  }
  const mean = (values: readonly number[]): number => sum(values) / values.length
  const anchored = (byForecaster.get(anchor) ?? []).flatMap(({ effect }) => effect ?? [])
  const shifts = Array.from({ length: fit.groups }, (_, group) => {
    const asked = anchored.filter((effect) => effect.group === group)
    const over = asked.length > 0 ? asked : fit.effects.filter((effect) => effect.group === group)
    return mean(over.map(({ harder }) => harder))
  })
  return [...byForecaster].map(([forecaster, own]) => {
    const known = own.flatMap(({ brier, effect }) => (effect ? [{ brier, effect }] : []))
    const groups = new Set(known.map(({ effect }) => effect.group))
    const [group] = groups
    const so = { forecaster, n: own.length, raw: mean(own.map(({ brier }) => brier)) }
    const none = { ...so, group: null, adjusted: null, index: null }
    if (group === undefined) return { ...none, rule: 'none of the questions has a known difficulty' }
    if (groups.size > 1) return { ...none, rule: `the questions lie in ${groups.size} groups that nobody links` }
    const adjusted = mean(known.map(({ brier, effect }) => brier - effect.harder)) + (shifts[group] ?? 0)
    return { ...so, group, adjusted, index: brierIndex(adjusted), rule: null }
  })
}
