import { type Counts, total } from '../counts.ts'
import { sum } from '../numbers/sum.ts'

/** A cohort holds at least this many questions, and enters the scores when this share is settled, in percent. */
export const COHORT_SIZE = 200
export const SETTLED_PERCENT = 95

/**
 * Questions of one collection whose window ended in `month` (`YYYY-MM`): all of them, and those settled as yes, no,
 * annulled or not applicable. An `ambiguous` one counts as unsettled.
 */
export type DueMonth = { month: string; due: number; settled: number }

export type Cohort = { months: string[]; due: number; settled: number; entered: boolean }

const enters = ({ due, settled }: { due: number; settled: number }): boolean =>
  due >= COHORT_SIZE && settled * 100 >= due * SETTLED_PERCENT

/**
 * Joins the months of one collection, oldest first, until a cohort holds 200 questions; it enters the scores when at
 * least 95 % of them are settled. A last cohort of fewer than 200 waits for more months and does not enter.
 *
 * Why: "yes" settles at once and "no" waits, so scoring whatever is settled makes a perfect forecaster look biased.
 * Pass months that are over, one row each. Example: 120 due in 2025-01 and 90 in 2025-02, 200 settled → one cohort of
 * 210, entered (95.2 %).
 */
export const cohorts = (months: readonly DueMonth[]): Cohort[] => {
  const joined: Cohort[] = []
  const ordered = [...months].sort((a, b) => (a.month < b.month ? -1 : Number(a.month > b.month)))
  for (const { month, due, settled } of ordered) {
    const open = joined.at(-1)
    if (open === undefined || open.due >= COHORT_SIZE) joined.push({ months: [month], due, settled, entered: false })
    else {
      open.months.push(month)
      open.due += due
      open.settled += settled
    }
  }
  return joined.map((cohort) => ({ ...cohort, entered: enters(cohort) }))
}

/** `n` forecasts of `p` whose questions are due and not settled. */
export type Unsettled = { p: number; n: number }

export type Range = { lowest: number; highest: number }

/** `allYes` and `allNo` are the mean Brier scores of the two plain cases; the range over all cases is `brier`. */
export type Bounds = { brier: Range; hitRate: Range; allYes: number; allNo: number }

/**
 * What the mean Brier score and the hit rate could still become: unsettled questions all yes, all no, and, since the
 * Brier score of a mixed result can lie outside those two, the lowest and highest over every possible result
 * (each unsettled forecast right by its lean, or wrong). All from 0 to 1; they meet when nothing is open. Null for no
 * forecasts at all.
 *
 * Example: 0.8 said once and true (loss .04), 0.3 open: all no (.04 + .09)/2 = .065 is the lowest, all yes
 * (.04 + .49)/2 = .265 the highest; the hit rate is between .5 and 1.
 */
export const bounds = (counts: Counts, unsettled: readonly Unsettled[]): Bounds | null => {
  const settled = total(counts)
  const open = unsettled.reduce((so, { n }) => so + n, 0)
  const n = settled.n + open
  if (n === 0) return null
  const losses = counts.flatMap((row) => [row.hits * (1 - row.p) ** 2, (row.n - row.hits) * row.p ** 2])
  const mean = (loss: (p: number) => number): number =>
    sum([...losses, ...unsettled.map((row) => row.n * loss(row.p))]) / n
  const [ifYes, ifNo] = [(p: number) => (1 - p) ** 2, (p: number) => p ** 2]
  return {
    brier: {
      lowest: mean((p) => Math.min(ifYes(p), ifNo(p))),
      highest: mean((p) => Math.max(ifYes(p), ifNo(p))),
    },
    hitRate: { lowest: settled.hits / n, highest: (settled.hits + open) / n },
    allYes: mean(ifYes),
    allNo: mean(ifNo),
  }
}
