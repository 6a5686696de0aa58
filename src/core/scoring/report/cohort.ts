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

/** The months of all entered cohorts as one; where none has entered, the cohort that waits, `entered` false. */
export const standingCohort = (months: readonly DueMonth[]): Cohort => {
  const all = cohorts(months)
  const entered = all.filter((cohort) => cohort.entered)
  if (entered.length === 0) return all.at(-1) ?? { months: [], due: 0, settled: 0, entered: false }
  return {
    months: entered.flatMap((cohort) => cohort.months),
    due: entered.reduce((so, { due }) => so + due, 0),
    settled: entered.reduce((so, { settled }) => so + settled, 0),
    entered: true,
  }
}
