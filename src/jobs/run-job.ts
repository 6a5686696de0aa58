import type { Actor, Services } from '../actions/context.ts'
import { type JobName, runEnd } from '../core/job.ts'
import { Problem } from '../core/problem.ts'
import type { Instant } from '../core/time.ts'
import type { Failure } from '../outside/queues/queue.ts'
import { endRun, startRun } from '../storage/job-runs.ts'
import { errorText, loggedError } from '../storage/violations.ts'

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

/** Does the work of a run and records how it ended. */
const recorded = async <T extends Summary>(
  { database, clock, watch }: Services,
  { id, startedAt }: { id: string; startedAt: Instant },
  work: (until: Instant) => Promise<T>,
): Promise<T> => {
  try {
    const summary = await work(runEnd(startedAt))
    await database.transaction((tx) => endRun(tx, id, { status: 'done', finishedAt: clock(), summary }))
    return summary
  } catch (error) {
    const failed = { status: 'failed' as const, finishedAt: clock(), ...failureOf(error) }
    // Where that cannot be recorded either, the run shows as abandoned, and what stopped it is told all the same.
    await database
      .transaction((tx) => endRun(tx, id, failed))
      .catch((second: unknown) => watch.log('error', 'a failure is not recorded', { error: errorText(second) }))
    watch.log('error', 'job failed', { error: errorText(error) })
    throw error
  }
}

/**
 * Does the work of an appointed moment once, and records the run from its start: one that fails is recorded so and thrown,
 * one that never ends shows as abandoned. `until` is when the run's time is over and the next attempt may begin beside it.
 */
export const runJob = async <T extends Summary>(
  services: Services,
  { job, scheduledAt }: { job: JobName; scheduledAt: Instant },
  work: (until: Instant) => Promise<T>,
): Promise<T | null> => {
  const { database, clock, newId, watch } = services
  const run = { id: newId('jobRun'), job, scheduledAt, startedAt: clock() }
  if (!(await database.transaction((tx) => startRun(tx, run)))) return null
  const piece = watch.job({ job, runId: run.id, scheduledAt })
  try {
    const summary = await piece.within(() => recorded(services, run, work))
    piece.end({ counts: summary, problem: null })
    return summary
  } catch (error) {
    piece.end({ counts: {}, problem: failureOf(error).errorCode })
    throw error
  }
}
