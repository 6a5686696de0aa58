import { type Cohort, cohorts } from '../core/scoring/report/cohort.ts'
import type { Instant } from '../core/time.ts'
import { dueMonths } from '../storage/collections.ts'
import type { Reader } from '../storage/database.ts'

/** The months of all entered cohorts, joined; the waiting one where none has entered. */
const standing = (all: readonly Cohort[]): Cohort => {
  const entered = all.filter((cohort) => cohort.entered)
  if (entered.length === 0) return all.at(-1) ?? { months: [], due: 0, settled: 0, entered: false }
  return {
    months: entered.flatMap(({ months }) => months),
    due: entered.reduce((so, { due }) => so + due, 0),
    settled: entered.reduce((so, { settled }) => so + settled, 0),
    entered: true,
  }
}

/** Which months of a collection may be judged: those of its entered cohorts, or, not entered, the ones that wait. */
export const enteredCohorts = async (reader: Reader, collectionId: string, now: Instant): Promise<Cohort> =>
  standing(cohorts(await dueMonths(reader, collectionId, now.slice(0, 7))))
