import { Problem } from '../../problem.ts'
import { brierLoss } from '../binary/proper-scores.ts'
import { type DifficultyRow, fitDifficulty } from '../comparing/difficulty.ts'
import { eventOf, type Rated } from '../comparing/effects.ts'
import { MINIMUM_COMMON } from '../comparing/head-to-head.ts'
import { linkedOf } from '../comparing/linked.ts'
import { familyError, familyInterval } from '../intervals/family.ts'
import { sumsByFamily } from '../tally.ts'
import type { Entrant } from './entrant.ts'
import { whyWithheld } from './withhold.ts'

/** Version of how difficulties are found: what is fitted, over whom, and what the effects sum to. */
export const DIFFICULTY_RULES = 'difficulty-2'

/**
 * How much harder a question was than the mean one, in units of the Brier score, above 0 harder; `authors` is how many answers
 * it rests on. `question` is what was asked, see `asAsked`; `outcome` as that had come out: of the same with another outcome it
 * says nothing.
 */
export type Difficulty = { question: string; outcome: 0 | 1; effect: number; authors: number }

/** Difficulties of a board. `apart`: why authors who share questions with somebody are in no fit, by id. */
export type BoardDifficulty = {
  rules: string
  effects: readonly Difficulty[]
  apart: ReadonlyMap<string, string>
}

/** What a board is adjusted by: difficulties found with it or frozen before, or why there are none. */
export type Adjusting = { difficulty: BoardDifficulty; none: null } | { difficulty: null; none: string }

/**
 * A mean Brier score as if everybody had answered questions of the same difficulty: always saying 50 % of all these questions
 * has 0.25. **Lower is better**; it may lie below 0. The interval (95 %) and its standard error are clustered by family and take the difficulties as known.
 * `n` questions of known difficulty.
 */
export type AdjustedBrier = {
  value: number
  error: number | null
  low: number | null
  high: number | null
  n: number
  families: number
}
/** The score, or why there is none. */
export type Adjusted = { adjusted: AdjustedBrier; notAdjusted: null } | { adjusted: null; notAdjusted: string }

type Asked = Pick<Rated, 'question' | 'outcome'>
const lossOf = ({ p, outcome }: Rated): number => brierLoss(p, { n: 1, hits: outcome })

export const APART =
  'no chain of common questions leads to the largest group of authors, by whom difficulties are measured'

/** Effects by key, summing to 0; null where rounding decides about them. */
const fitOf = (rows: readonly DifficultyRow[]): Map<string, number> | null => {
  try {
    return new Map(fitDifficulty(rows).effects.map(({ question, harder }) => [question, harder]))
  } catch (error) {
    if (error instanceof Problem) return null
    throw error
  }
}

/**
 * How hard each question of a board was, by two-way fixed effects, brier_ij = a_i + b_j + error, over the largest linked group
 * of its authors (`linkedOf`); the b_j sum to 0, so that always saying 50 % of all these questions keeps 0.25. Voices that
 * nobody is behind (`barred`) are no author and take no part; so do reference forecasters. Pass authors `asAsked`, and with their
 * items in one order, for the effects to be the same to the last bit. Karger et al. 2025 (ForecastBench).
 *
 * Example: of ten questions a loses .04 on each and b .16, but .24 and .36 on the last: that one is .18 harder than the
 * mean one, each other .02 easier.
 */
export const boardDifficulty = (
  authors: readonly { id: string; barred: string | null; items: readonly Rated[] }[],
): BoardDifficulty => {
  const asked = new Map<string, Asked>()
  const answers = authors
    .filter(({ barred }) => barred === null)
    .flatMap(({ id, items }) =>
      items.map((item): DifficultyRow => {
        const event = eventOf(item)
        asked.set(event, { question: item.question, outcome: item.outcome })
        return { forecaster: id, question: event, brier: lossOf(item) }
      }),
    )
  const { rows, apart } = linkedOf(answers)
  const fit = rows.length === 0 ? new Map<string, number>() : fitOf(rows)
  if (fit === null) {
    const loose = 'these authors are linked by so few questions that rounding decides how hard each was'
    return { rules: DIFFICULTY_RULES, effects: [], apart: new Map(rows.map(({ forecaster }) => [forecaster, loose])) }
  }
  const many = new Map<string, number>()
  for (const { question } of rows) many.set(question, (many.get(question) ?? 0) + 1)
  const effects = [...fit].flatMap(([key, effect]): Difficulty[] => {
    const one = asked.get(key)
    return one ? [{ ...one, effect, authors: many.get(key) ?? 0 }] : []
  })
  return { rules: DIFFICULTY_RULES, effects, apart: new Map([...apart].map((id) => [id, APART])) }
}

const counted = (n: number): string => (n === 1 ? '1 such question' : `${n} such questions`)

/**
 * Adjusts authors by difficulties, found or frozen: the mean of (Brier − difficulty) over the questions of theirs that have one.
 * Needs ten of those, the families of the table of minimums, and, where cohorts have entered, a question in one; while questions
 * are due and open outside entered cohorts it waits, since nothing bounds it. It ranks nobody. Takes entrants `asAsked`.
 */
export const adjusterOf = (adjusting: Adjusting, anyEntered: boolean): ((entrant: Entrant) => Adjusted) => {
  const none = (notAdjusted: string): Adjusted => ({ adjusted: null, notAdjusted })
  if (adjusting.difficulty === null) return () => none(adjusting.none)
  const { effects, apart } = adjusting.difficulty
  const byKey = new Map(effects.map((one) => [eventOf(one), one.effect]))
  return ({ id, items, unsettled, entered }) => {
    if (anyEntered && !entered) return none('none of their questions is in a cohort that has entered')
    const alone = apart.get(id)
    if (alone !== undefined) return none(alone)
    const known = items.flatMap((item) => {
      const effect = byKey.get(eventOf(item))
      return effect === undefined ? [] : [{ family: item.family, loss: lossOf(item) - effect }]
    })
    const sums = sumsByFamily(known)
    const mean = familyInterval(sums, { range: { low: -Infinity, high: Infinity } })
    if (mean === null || known.length < MINIMUM_COMMON)
      return none(
        `a difficulty-adjusted score needs ${MINIMUM_COMMON} questions that others who share as many answered too; this author has ${counted(known.length)}`,
      )
    const behind = { families: mean.families, n: known.length, hits: 0, unsettled: unsettled.length }
    const rule = whyWithheld('adjusted', behind, { entered })
    if (rule !== null) return none(rule)
    const { low = null, high = null } = mean.interval ?? {}
    const adjusted = { value: mean.mean, error: familyError(sums), low, high, n: known.length, families: mean.families }
    return { adjusted, notAdjusted: null }
  }
}
