import { z } from 'zod'
import { MINUTE, msBetween, plusMs } from './fetching/pace.ts'
import { idOf } from './id.ts'
import { problemCodes } from './problem.ts'
import { Instant } from './time.ts'

const HOUR = 60
const DAY = 24 * HOUR

/** Minutes between two appointed moments, which divide an hour or are an hour or a day, and minutes from midnight UTC to the first. */
export type Schedule = { every: number; from: number }

/**
 * When each job runs: the one place that the timers of Node, the triggers of the edge (`wrangler.toml`) and the reads take
 * it from. A job more is a line here and one in `jobs/jobs.ts`.
 */
export const timetable = {
  'answer-requests': { every: 1, from: 0 },
  'check-counts': { every: DAY, from: 210 },
  'close-due-questions': { every: HOUR, from: 0 },
  'keep-reports': { every: 10, from: 5 },
  'poll-feeds': { every: 10, from: 0 },
  'read-passages': { every: 10, from: 0 },
  'resolve-questions': { every: 10, from: 5 },
  'seal-facts': { every: 1, from: 0 },
  // After the sealing of the same minute, where jobs run one after the other.
  'deliver-webhooks': { every: 1, from: 0 },
  'write-exports': { every: DAY, from: 270 },
  'write-reports': { every: DAY, from: 240 },
} as const satisfies Readonly<Record<string, Schedule>>
export type JobName = keyof typeof timetable
export const jobNames = Object.keys(timetable) as [JobName, ...JobName[]]

/**
 * How long a run may take: the edge ends an invocation after it. A run without an end is abandoned then, and an appointed
 * moment that saw no run so long after is missed.
 */
export const RUN_MINUTES = 15

export const runEnd = (startedAt: Instant): Instant => plusMs(startedAt, RUN_MINUTES * MINUTE)

/** The trigger of a schedule: `{ every: 10, from: 5 }` is `5-59/10 * * * *`, `{ every: 1440, from: 210 }` is `30 3 * * *`. */
export const cronOf = ({ every, from }: Schedule): string => {
  if (every === DAY) return `${from % HOUR} ${Math.floor(from / HOUR)} * * *`
  if (every === HOUR) return `${from} * * * *`
  if (every === 1) return '* * * * *'
  return from === 0 ? `*/${every} * * * *` : `${from}-59/${every} * * * *`
}

const EPOCH = '1970-01-01T00:00:00.000Z' as Instant

/** The number of the last appointed moment up to an instant, counted from the first after the epoch. */
const numberAt = ({ every, from }: Schedule, at: Instant): number =>
  Math.floor((msBetween(EPOCH, at) / MINUTE - from) / every)
const momentOf = ({ every, from }: Schedule, number: number): Instant => plusMs(EPOCH, (number * every + from) * MINUTE)

/** The last appointed moment up to an instant, which may be one itself. */
export const lastMoment = (schedule: Schedule, at: Instant): Instant => momentOf(schedule, numberAt(schedule, at))
/** The first appointed moment after an instant. */
export const nextMoment = (schedule: Schedule, at: Instant): Instant => momentOf(schedule, numberAt(schedule, at) + 1)

/** How many appointed moments after the one last run for passed without a run, more than a run's time ago. */
export const missedMoments = (schedule: Schedule, lastRunFor: Instant, now: Instant): number =>
  Math.max(0, numberAt(schedule, plusMs(now, -RUN_MINUTES * MINUTE)) - numberAt(schedule, lastRunFor))

/** How many days a run is kept from its start: one that did its work, and one that failed or never ended. */
export const RUNS_KEPT = { done: 30, other: 400 } as const

/** What stands in a row. */
export const recordedRunStatuses = ['running', 'done', 'failed'] as const
/** `abandoned`: it began, and its time is over without an end, as after a crash. */
export const runStatuses = [...recordedRunStatuses, 'abandoned'] as const

export const JobRun = z
  .object({
    id: idOf('jobRun'),
    job: z.string(),
    scheduledAt: Instant.meta({ description: 'the appointed moment, as of which it decides' }),
    attempt: z
      .int()
      .min(1)
      .meta({ description: 'above 1 where an earlier run of this moment failed or was abandoned' }),
    startedAt: Instant,
    finishedAt: Instant.nullable(),
    status: z.enum(runStatuses).meta({ description: 'abandoned = begun, and never ended in its time' }),
    summary: z.record(z.string(), z.number()).nullable().meta({ description: 'what it did, in counts' }),
    errorCode: z.enum(problemCodes).nullable(),
    error: z.string().nullable().meta({ description: 'the message; for keys with the scope admin' }),
  })
  .meta({ id: 'JobRun' })
export type JobRun = z.infer<typeof JobRun>

/** `late`: an appointed moment passed without a run. `failing`: the last run that is over did not do its work. */
export const jobStates = ['on-time', 'late', 'failing', 'never-ran'] as const

/** One job, and whether its clock runs. */
export const JobStanding = z
  .object({
    name: z.enum(jobNames),
    schedule: z.string().meta({ description: 'a cron expression, UTC' }),
    state: z.enum(jobStates).meta({
      description:
        'late: an appointed moment passed without a run; failing: the last run that is over failed or was abandoned',
    }),
    missed: z.int().min(0).meta({ description: 'appointed moments that passed without a run since the last one' }),
    nextAt: Instant.meta({ description: 'the next appointed moment' }),
    lastRun: JobRun.nullable(),
    lastSuccess: JobRun.nullable(),
  })
  .meta({ id: 'JobStanding' })
export type JobStanding = z.infer<typeof JobStanding>

/** How a job stands by its newest run, its newest that is over, and its newest that was done. */
export const jobStanding = (
  name: JobName,
  { last, over, done }: { last: JobRun | null; over: JobRun | null; done: JobRun | null },
  now: Instant,
): JobStanding => {
  const schedule = timetable[name]
  const missed = last ? missedMoments(schedule, last.scheduledAt, now) : 0
  const failing = over !== null && over.status !== 'done'
  const state = last === null ? 'never-ran' : missed > 0 ? 'late' : failing ? 'failing' : 'on-time'
  const nextAt = nextMoment(schedule, now)
  return { name, schedule: cronOf(schedule), state, missed, nextAt, lastRun: last, lastSuccess: done }
}
