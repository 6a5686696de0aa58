import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { countsOf } from '../../../src/core/scoring/counts.ts'
import { hitRateBounds } from '../../../src/core/scoring/report/bounds.ts'
import { cohorts, type DueMonth } from '../../../src/core/scoring/report/cohort.ts'

/** A question of a perfect forecaster: `p` is true. Months count from 0; `settledIn` null = never. */
export type Asked = { p: number; outcome: 0 | 1; due: number; settledIn: number | null }
export type Scene = {
  seed: number
  /** Questions whose window ends in each month, and for how many months. */
  perMonth: number
  months: number
  /** Share of the "no" that nobody ever settles. */
  neverNo: number
}

/** The first and last month over which a "no" that is settled at all comes in, after its window's end. */
const LATEST = 4

/**
 * Questions of probability .05, .10 … .95, whose outcomes are drawn from it. "Yes" settles in the month of its window's
 * end at the latest; "no" comes in evenly over the months after, or never.
 */
export const simulate = ({ seed, perMonth, months, neverNo }: Scene): Asked[] => {
  const dice = xoroshiro128plus(seed)
  const roll = () => uniformFloat64(dice)
  return Array.from({ length: perMonth * months }, (_, at) => {
    const due = Math.floor(at / perMonth)
    const p = (1 + Math.floor(roll() * 19)) / 20
    const outcome = roll() < p ? 1 : 0
    const [lost, delay] = [roll() < neverNo, 1 + Math.floor(roll() * LATEST)]
    return { p, outcome, due, settledIn: outcome === 1 ? due : lost ? null : due + delay }
  })
}

const nameOf = (month: number): string =>
  `${2000 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
const mean = (values: readonly number[]): number => values.reduce((so, value) => so + value, 0) / values.length

/** Observed and expected rate of settled questions, and how far they lie apart; null for none. */
const rateOf = (settled: readonly Asked[]) => {
  if (settled.length === 0) return null
  const [observed, expected] = [mean(settled.map(({ outcome }) => outcome)), mean(settled.map(({ p }) => p))]
  return { observed, expected, off: observed - expected, n: settled.length }
}

/** What is known at the end of a month: what scoring all that is settled says, and what the cohorts let be shown. */
export const lookAt = (asked: readonly Asked[], now: number) => {
  const over = asked.filter(({ due }) => due < now)
  const isSettled = ({ settledIn }: Asked): boolean => settledIn !== null && settledIn < now
  const months = new Map<string, DueMonth>()
  for (const one of over) {
    const month = months.get(nameOf(one.due)) ?? { month: nameOf(one.due), due: 0, settled: 0 }
    month.due += 1
    month.settled += isSettled(one) ? 1 : 0
    months.set(month.month, month)
  }
  const joined = cohorts([...months.values()])
  const entered = new Set(joined.filter((cohort) => cohort.entered).flatMap((cohort) => cohort.months))
  const settled = over.filter(isSettled)
  const open = over.filter((one) => !isSettled(one))
  return {
    joined,
    naive: rateOf(settled),
    shown: rateOf(settled.filter(({ due }) => entered.has(nameOf(due)))),
    /** Of all that is due, settled or not: what was said, what came of it, and the standard error between the two. */
    truth: {
      meanP: mean(over.map(({ p }) => p)),
      rate: mean(over.map(({ outcome }) => outcome)),
      error: Math.sqrt(over.reduce((so, { p }) => so + p * (1 - p), 0)) / over.length,
    },
    hitRate: hitRateBounds(
      countsOf(settled),
      open.map(({ p }) => ({ p, n: 1 })),
    ),
  }
}
