import { type Actor, contextOf, type Services } from '../actions/context.ts'
import { bury } from '../actions/dead-letters.ts'
import type { AppointedRun } from '../core/deferred.ts'
import { type JobName, jobNames } from '../core/job.ts'
import type { Done, Workers } from '../outside/queues/queue.ts'
import { isOvertaken, runningUntil } from '../storage/job-runs.ts'
import { answerRequest } from './answer-request.ts'
import { jobs } from './jobs.ts'
import { failureOf } from './run-job.ts'

/**
 * Does the run of an appointed moment, once however often it is asked for. Asked again for one that failed, it leaves that to a later
 * moment's run which did its work since: each does what those before it left undone.
 */
const doRun = async (
  services: Services,
  actor: Actor,
  { job, scheduledAt }: AppointedRun,
  again: boolean,
  stopping: AbortSignal | null,
): Promise<Done> => {
  const { reader } = services.database
  if (again && (await isOvertaken(reader, { job, scheduledAt, now: services.clock() }))) return 'done'
  if ((await jobs[job](services, actor, scheduledAt, stopping)) !== null) return 'done'
  const askAgainAt = await runningUntil(reader, { job, scheduledAt, now: services.clock() })
  return askAgainAt === null ? 'done' : { askAgainAt }
}

/** Those who do what a queue gives out. Told to stop, they finish what they are at. */
export const workersOf = (services: Services, actor: Actor, stopping: AbortSignal | null = null): Workers => ({
  do: (deferred, again) =>
    deferred.work === 'answer'
      ? answerRequest(services, actor, deferred.requestId)
      : doRun(services, actor, deferred, again, stopping),
  failureOf,
  log: services.watch.log,
  bury: async (dead) => void (await bury(contextOf(services, actor), dead)),
})

/** The jobs that can be done here: full snapshots need a place to be kept in. */
export const jobsOf = ({ snapshotFiles }: Services): JobName[] =>
  jobNames.filter((name) => name !== 'write-exports' || Boolean(snapshotFiles))
