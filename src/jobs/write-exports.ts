import { dayOf } from '../core/time.ts'
import { writeFullExport } from './full-export.ts'
import { type Job, runJob } from './run-job.ts'

/** So many nights are kept. */
const KEPT = 7

/**
 * Writes everything that anyone may read as one full snapshot. It is shown once it is whole, under the name of the day; a night that
 * has one is left alone (`files: 0`). A process without a place that keeps snapshots leaves the night to one that has it.
 */
export const writeExports: Job = async (services, actor, scheduledAt, stopping = null) => {
  const { snapshotFiles, clock } = services
  if (!snapshotFiles) return null
  return runJob(services, { job: 'write-exports', scheduledAt }, async () => {
    const name = dayOf(scheduledAt)
    if ((await snapshotFiles.list()).includes(name)) return { files: 0, rows: 0, removed: 0 }
    const now = clock()
    const moment = now > scheduledAt ? now : scheduledAt
    const { files } = await writeFullExport(services, actor, { name, now: moment, into: snapshotFiles }, stopping)
    const removed = await snapshotFiles.keepNewest(KEPT)
    return { files: files.length, rows: files.reduce((sum, { rows }) => sum + rows, 0), removed }
  })
}
