import type { Timing } from '../../core/question.ts'
import { ALL, setOfCollection } from '../../core/scored-item.ts'
import type { Cohort } from '../../core/scoring/report/cohort.ts'
import type { Voice } from '../../core/slice.ts'
import type { Collection } from '../../core/source.ts'
import type { Instant } from '../../core/time.ts'
import type { CountSlice } from '../../storage/counts.ts'
import type { Reader } from '../../storage/database.ts'
import { type MonthlyCounts, monthlyCountsOf } from '../../storage/report-counts.ts'
import { enteredCohorts } from './entered-cohorts.ts'
import { within } from './monthly.ts'
import type { KeptSnapshot } from './read-at.ts'
import { filterOf } from './report.ts'

/** Which part of what authors said a report is about: everything for no collection; `snapshot`: the kept board it is pinned to. */
export type Part = {
  collection: Collection | null
  timing: Timing
  voice: Voice
  now: Instant
  snapshot?: KeptSnapshot | null
}

/** The slice of items or counts that a part is, and the cohort whose months it is of where one has entered. */
export type Reach = { slice: CountSlice; cohort: Cohort | null; entered: boolean }

export const reachOf = async (reader: Reader, { collection, timing, voice, now }: Part): Promise<Reach> => {
  const cohort = collection && (await enteredCohorts(reader, collection.id, now))
  const set = collection ? setOfCollection(collection.id) : ALL
  const months = cohort?.entered ? { months: cohort.months } : {}
  const { authorId: _, ...slice } = filterOf({ authorId: '', set, timing, voice, now, ...months })
  return { slice, cohort, entered: cohort?.entered ?? false }
}

/** `judged`: what a report is of, the months of entered cohorts where there are any; `all`: every month that is over. */
export type AuthorCounts = { judged: MonthlyCounts; all: MonthlyCounts }

/** The counts of each of these authors, however many, in one statement. */
export const countsOfAuthors = async (
  reader: Reader,
  authorIds: readonly string[],
  { slice: { dueMonths, ...slice } }: Reach,
): Promise<Map<string, AuthorCounts>> => {
  const counts = await monthlyCountsOf(reader, authorIds, slice)
  return new Map([...counts].map(([id, all]) => [id, { judged: within(all, dueMonths ?? null), all }]))
}
