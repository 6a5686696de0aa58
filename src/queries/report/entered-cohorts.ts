import { type Cohort, standingCohort } from '../../core/scoring/report/cohort.ts'
import type { Instant } from '../../core/time.ts'
import { dueMonths } from '../../storage/collections.ts'
import type { Reader } from '../../storage/database.ts'

/** Which months of a collection may be judged: those of its entered cohorts, or, not entered, the ones that wait. */
export const enteredCohorts = async (reader: Reader, collectionId: string, now: Instant): Promise<Cohort> =>
  standingCohort(await dueMonths(reader, collectionId, now.slice(0, 7)))
