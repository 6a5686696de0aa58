import { jobNames, RUNS_KEPT } from '../../core/job.ts'
import { dayOf, plusDays, startOf } from '../../core/time.ts'
import { deleteRuns, newestRuns } from '../../storage/job-runs.ts'
import { action } from '../context.ts'

/** Runs deleted in one transaction. */
const BATCH = 5_000

/**
 * Deletes runs of jobs that are older than they are kept, one batch; `done` when none was left by the limit. Of each job its
 * last run stays, the last that is over and the last that did its work: what tells how it stands.
 */
export const forgetRuns = action<{ limit?: number }, { forgotten: number; done: boolean }>(
  async ({ tx, now }, { limit = BATCH }) => {
    const keep = (await newestRuns(tx, jobNames, now)).map(({ id }) => id)
    const since = (days: number) => startOf(plusDays(dayOf(now), -days))
    const outlived = { done: since(RUNS_KEPT.done), other: since(RUNS_KEPT.other), keep }
    const forgotten = await deleteRuns(tx, outlived, limit)
    return { forgotten, done: forgotten < limit }
  },
)
