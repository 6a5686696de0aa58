import type { JobWithMetadata, PgBoss } from 'pg-boss'
import { z } from 'zod'
import {
  type Deferred,
  FIRST_PAUSE,
  MOST_TRIES,
  nameOf,
  type QueueName,
  queueNameOf,
  queueNames,
  readDeferred,
} from '../../core/deferred.ts'
import { type JobName, RUN_MINUTES } from '../../core/job.ts'
import { sha256 } from '../../core/ledger/digest.ts'
import { problemCodes } from '../../core/problem.ts'
import type { Log } from '../../core/watch.ts'
import { QUEUE_SCHEMA } from '../../storage/grants.ts'
import { type ExecuteSql, type Statements, statementsIn } from '../../storage/statements.ts'
import { errorText } from '../../storage/violations.ts'
import { UNWATCHED } from '../watch.ts'
import type { Failure, Workers, WorkQueue } from './queue.ts'

/** Where pg-boss puts what failed as often as it is tried. */
const DEAD = 'dead-letters'
/** Longer than a run may take: what was given out and never ended is given out again after it, and finds the run abandoned. */
const HELD_SECONDS = (RUN_MINUTES + 1) * 60
const DAY = 86_400
/** What is done stays known by its name for longer than the longest time between two moments, so that none is put in twice. */
const KEPT = { retentionSeconds: 14 * DAY, deleteAfterSeconds: 3 * DAY }

/**
 * How often each queue is looked at, in seconds. What this process puts in it wakes itself for: this finds what others put in, what is to
 * be tried again, and what somebody left. The embedded database has one session, and nobody else to put anything in.
 */
const LOOK = { postgres: 15, embedded: 60 }
/** How often pg-boss looks after its tables, and for what it has no use here, in seconds. */
const UPKEEP = { superviseIntervalSeconds: 60, maintenanceIntervalSeconds: DAY / 2, flowIntervalSeconds: 3600 }

/** An id of the form that pg-boss wants, the same for the same name. */
const uuidBy = async (name: string): Promise<string> => {
  const hex = await sha256(name)
  return [
    [0, 8],
    [8, 12],
    [12, 16],
    [16, 20],
    [20, 32],
  ]
    .map(([from, to]) => hex.slice(from, to))
    .join('-')
}

const load = async (
  statements: Statements,
  options: { migrate: boolean; supervise: boolean },
  log: Log,
): Promise<PgBoss> => {
  // 60 ms that commands do not pay which have no use for it.
  const { PgBoss } = await import('pg-boss')
  const { executeSql } = statements
  const db = { executeSql: (text: string, values?: unknown[]) => executeSql(text, values) }
  const backend = statements.embedded ? ('pglite' as const) : ('postgres' as const)
  const boss = new PgBoss({ db, backend, schema: QUEUE_SCHEMA, schedule: false, reindex: false, ...UPKEEP, ...options })
  boss.on('error', (error) => log('error', 'the queue failed and goes on', { error: errorText(error) }))
  return boss
}

/** How each queue treats what is in it. */
const OPTIONS = {
  retryLimit: MOST_TRIES - 1,
  retryDelay: FIRST_PAUSE,
  retryBackoff: true,
  expireInSeconds: HELD_SECONDS,
  ...KEPT,
}

/** Makes the tables of the queue, or brings them up to date, and the queues in them: for who owns the database. */
export const installBoss = async (statements: Statements, log: Log = UNWATCHED.log): Promise<void> => {
  const boss = await load(statements, { migrate: true, supervise: false }, log)
  await boss.start()
  try {
    // What died is to be seen, however long that cannot be written down.
    const wanted = [
      { name: DEAD, ...OPTIONS, retryLimit: 1000, retryDelayMax: 3600 },
      ...queueNames.map((name) => ({ name, deadLetter: DEAD, ...OPTIONS })),
    ]
    for (const { name, ...queue } of wanted)
      if (await boss.getQueue(name)) await boss.updateQueue(name, queue)
      else await boss.createQueue(name, queue)
  } finally {
    await boss.stop({ graceful: false })
  }
}

export type OpenQueue = WorkQueue & {
  /** Gives nothing more out, and waits for what is under way. */
  stop: () => Promise<void>
}

/** What pg-boss keeps of an error that a worker threw. */
const KeptError = z.object({ message: z.string(), code: z.enum(problemCodes) })

/** The failure that something died of, as pg-boss kept it; null where it never ended. */
const failureIn = (output: unknown): Failure | null => {
  const { data } = KeptError.safeParse(output)
  return data ? { errorCode: data.code, error: data.message } : null
}

type GivenOut = Pick<JobWithMetadata<unknown>, 'data' | 'retryCount'>

/** Puts work in under the id of a name, in a transaction or outside of one; what is there by that name is left as it is. */
const putter =
  (boss: PgBoss, firstPause: number) =>
  async (deferred: Deferred, name: string, options: { executeSql?: ExecuteSql; startAfter?: Date } = {}) => {
    const { executeSql, startAfter } = options
    await boss.send(queueNameOf(deferred), deferred, {
      id: await uuidBy(name),
      retryDelay: firstPause,
      retryBackoff: firstPause > 0,
      ...(startAfter ? { startAfter } : {}),
      ...(executeSql ? { db: { executeSql } } : {}),
    })
  }
type Put = ReturnType<typeof putter>

/** Does what was given out. What is thrown is kept with what failed, and then tried again or put where dead letters go. */
const doWork = async (workers: Workers, put: Put, { data, retryCount }: GivenOut): Promise<void> => {
  try {
    const deferred = readDeferred(data)
    const done = await workers.do(deferred, retryCount > 0)
    if (done === 'done') return
    const { askAgainAt } = done
    await put(deferred, `${nameOf(deferred)} ${askAgainAt}`, { startAfter: new Date(askAgainAt) })
  } catch (error) {
    const { errorCode, error: message } = workers.failureOf(error)
    const told = { attempt: retryCount + 1, attempts: MOST_TRIES, work: JSON.stringify(data), error: message }
    workers.log('warn', 'deferred work failed', told)
    throw Object.assign(new Error(message), { code: errorCode })
  }
}

export type BossOptions = {
  workers: Workers
  /** The jobs that this process can do: those of others are left to them. Requests that were put off each can answer. */
  names: readonly JobName[]
  /** The seconds after which what failed is tried again for the first time. */
  firstPause?: number
  /** How often each queue is looked at, in seconds. */
  lookSeconds?: number
}

/**
 * Takes part in the queue of a database: puts work in, and does what it gives out, of each job one at a time, and one request at a time
 * that was put off. Throws where its tables are missing or of another version.
 */
export const openBoss = async (statements: Statements, options: BossOptions): Promise<OpenQueue> => {
  const {
    workers,
    names,
    firstPause = FIRST_PAUSE,
    lookSeconds = statements.embedded ? LOOK.embedded : LOOK.postgres,
  } = options
  const boss = await load(statements, { migrate: false, supervise: true }, workers.log)
  await boss.start()
  const made = new Set((await boss.getQueues()).map(({ name }) => name))
  const queues: readonly QueueName[] = [...names, 'answering']
  const lacking = queues.find((name) => !made.has(name))
  if (lacking !== undefined) {
    await boss.stop({ graceful: false })
    throw new Error(`there is no queue ${lacking}`)
  }
  const put = putter(boss, firstPause)
  const working = { pollingIntervalSeconds: lookSeconds, includeMetadata: true as const }
  await boss.work(DEAD, working, async ([dead]) => {
    if (!dead) return
    const tries = (dead.sourceRetryCount ?? 0) + 1
    await workers.bury({ written: dead.data, tries, failure: failureIn(dead.sourceOutput) })
  })
  const lookers = new Map<string, string>()
  const look = (name: string): void => {
    const looker = lookers.get(name)
    if (looker !== undefined) boss.notifyWorker(looker)
  }
  // Where there was something there may be more.
  const doGiven = async (name: QueueName, given: GivenOut): Promise<void> => {
    await doWork(workers, put, given).finally(() => look(name))
  }
  for (const name of queues)
    lookers.set(name, await boss.work(name, working, async ([given]) => given && doGiven(name, given)))
  return {
    kind: 'pg-boss',
    lacking: null,
    put: async (work) => {
      for (const one of work) {
        await put(one, nameOf(one))
        look(queueNameOf(one))
      }
    },
    putBack: async (tx, letterId, deferred) => {
      await put(deferred, `${nameOf(deferred)} ${letterId}`, { executeSql: statementsIn(tx) })
    },
    look: (deferred) => look(queueNameOf(deferred)),
    // Each run ends in its time, and is told to end earlier.
    stop: () => boss.stop({ graceful: true, timeout: HELD_SECONDS * 1000 }),
  }
}
