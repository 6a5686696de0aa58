import { type JobStanding, jobNames, jobStanding } from '../core/job.ts'
import type { Instant } from '../core/time.ts'
import type { Reader } from '../storage/database.ts'
import { newestRuns } from '../storage/job-runs.ts'

/** Every job of the timetable, and whether it runs when it should. */
export const jobStandings = async (reader: Reader, now: Instant): Promise<JobStanding[]> => {
  const runs = await newestRuns(reader, jobNames, now)
  return jobNames.map((name) => {
    const own = runs.filter(({ job }) => job === name)
    const newest = {
      last: own[0] ?? null,
      over: own.find(({ status }) => status !== 'running') ?? null,
      done: own.find(({ status }) => status === 'done') ?? null,
    }
    return jobStanding(name, newest, now)
  })
}
