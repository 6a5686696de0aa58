import { z } from 'zod'
import { idOf } from './id.ts'
import { type JobName, jobNames } from './job.ts'
import { Problem, problemCodes } from './problem.ts'
import { Instant } from './time.ts'

/** The run of a job for one of its appointed moments. */
const AppointedRun = z.object({ work: z.literal('run'), job: z.enum(jobNames), scheduledAt: Instant })
export type AppointedRun = z.infer<typeof AppointedRun>

/** The answer to a request whose client did not wait for it. */
const LateAnswer = z.object({ work: z.literal('answer'), requestId: idOf('deferredRequest') })

/**
 * Work that somebody does later, as it is written into a queue. It says what is to be done and holds nothing else: whoever takes it up
 * reads the rest. A further kind of work is a further member here and a case in `jobs/do-deferred.ts`.
 */
export const Deferred = z.discriminatedUnion('work', [AppointedRun, LateAnswer]).meta({ id: 'DeferredWork' })
export type Deferred = z.infer<typeof Deferred>

/** Work as a queue gave it out. Throws `invalid-input` for what this version can do nothing with, as of a newer one. */
export const readDeferred = (written: unknown): Deferred => {
  const { data } = Deferred.safeParse(written)
  if (data) return data
  throw new Problem(
    'invalid-input',
    'this version of the server knows no such work',
    'serve the version that put it in',
  )
}

/** The run of a job for a moment, as work for a queue. */
export const appointed = (job: JobName, scheduledAt: Instant): AppointedRun => ({ work: 'run', job, scheduledAt })

/** The answer to a request that was put off, as work for a queue. */
export const answering = (requestId: string): Deferred => ({ work: 'answer', requestId })

/** Names work: two messages of one name are the same work. Of one subject a name further in the order of texts is of later. */
export const nameOf = (deferred: Deferred): string =>
  deferred.work === 'run' ? `${subjectOf(deferred)} ${deferred.scheduledAt}` : subjectOf(deferred)

/** What work is about: the newest of a subject does what the ones before it left undone. */
export const subjectOf = (deferred: Deferred): string =>
  deferred.work === 'run' ? `run ${deferred.job}` : `answer ${deferred.requestId}`

/**
 * The queues: work of one waits for work of the same alone. What seals is held up by nobody, and receivers of webhooks and requests of
 * clients, which may be slow, hold up nobody else.
 */
export const lanes = ['sealing', 'sending', 'working', 'answering'] as const
export type Lane = (typeof lanes)[number]

export const laneOf = (deferred: Deferred): Lane => {
  if (deferred.work === 'answer') return 'answering'
  return deferred.job === 'seal-facts' ? 'sealing' : deferred.job === 'deliver-webhooks' ? 'sending' : 'working'
}

/** Where each job has a queue of its own: the names of all. */
export const queueNames = [...jobNames, 'answering'] as const
export type QueueName = (typeof queueNames)[number]
export const queueNameOf = (deferred: Deferred): QueueName => (deferred.work === 'run' ? deferred.job : 'answering')

/** After so many failures nothing is tried by itself any more. */
export const MOST_TRIES = 4

/** The seconds until what failed so often is tried again: twice as long each time. `first` is the pause after the first failure. */
export const pauseAfter = (failures: number, first = FIRST_PAUSE): number => first * 2 ** (failures - 1)
export const FIRST_PAUSE = 30

/** Days that a dead letter is kept after it was put back, and after it died last. */
export const DEAD_LETTERS_KEPT = { replayed: 30, other: 400 } as const

/** Work that failed as often as it is tried. */
export const DeadLetter = z
  .object({
    id: idOf('deadLetter'),
    work: Deferred.nullable().meta({ description: 'the newest that died; null = nothing that this version can read' }),
    tries: z.int().min(1).meta({ description: 'how often that was tried' }),
    times: z.int().min(1).meta({ description: 'how much work of this kind died since the first of this letter' }),
    firstAt: Instant.meta({ description: 'when the first of it died' }),
    lastAt: Instant.meta({ description: 'when the last of it died' }),
    errorCode: z
      .enum(problemCodes)
      .nullable()
      .meta({ description: 'null = it was begun, and never ended in its time' }),
    error: z.string().nullable(),
    replayedAt: Instant.nullable().meta({ description: 'when it was put back into the queue' }),
    replayedBy: z.string().nullable(),
  })
  .meta({ id: 'DeadLetter' })
export type DeadLetter = z.infer<typeof DeadLetter>
