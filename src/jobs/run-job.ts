import type { Actor, Services } from '../actions/context.ts'
import { type JobName, runEnd } from '../core/job.ts'
import { Problem } from '../core/problem.ts'
import type { Instant } from '../core/time.ts'
import type { Failure } from '../outside/queues/queue.ts'
import { endRun, startRun } from '../storage/job-runs.ts'
import { loggedError } from '../storage/violations.ts'

/** What a run did, in counts. */
export type Summary = Readonly<Record<string, number>>
/** A job decides as of the appointed moment and records with the real clock. Null: that moment's run is another's, or done. */
export type Job = (
  services: Services,
  actor: Actor,
  scheduledAt: Instant,
  stopping?: AbortSignal | null,
) => Promise<Summary | null>

/** What is kept of a failure: of a query why it failed, never its values. */
export const failureOf = (error: unknown): Failure => {
  const known = loggedError(error)
  return {
    errorCode: known instanceof Problem ? known.code : ('internal' as const),
    error: String(known instanceof Error ? known.message : known)
      .replaceAll('\0', '')
      .toWellFormed()
      .slice(0, 2000),
  }
}

/**
 * Does the work of an appointed moment once, and records the run from its start: one that fails is recorded so and thrown,
 * one that never ends shows as abandoned. `until` is when the run's time is over and the next attempt may begin beside it.
 */
export const runJob = async <T extends Summary>(
  { database, clock, newId }: Services,
  { job, scheduledAt }: { job: JobName; scheduledAt: Instant },
  work: (until: Instant) => Promise<T>,
): Promise<T | null> => {
  const run = { id: newId('jobRun'), job, scheduledAt, startedAt: clock() }
  if (!(await database.transaction((tx) => startRun(tx, run)))) return null
  try {
    const summary = await work(runEnd(run.startedAt))
    await database.transaction((tx) => endRun(tx, run.id, { status: 'done', finishedAt: clock(), summary }))
    return summary
  } catch (error) {
    const failed = { status: 'failed' as const, finishedAt: clock(), ...failureOf(error) }
    // Where that cannot be recorded either, the run shows as abandoned, and what stopped it is told all the same.
    await database
      .transaction((tx) => endRun(tx, run.id, failed))
      .catch((second: unknown) => console.error(`the failure of a run of ${job} is not recorded`, loggedError(second)))
    throw error
  }
}
