import { and, asc, desc, eq, gt, inArray, lt, lte, notInArray, or, type SQL, sql } from 'drizzle-orm'
import { type AnyPgColumn, alias } from 'drizzle-orm/pg-core'
import { type JobName, type JobRun, runEnd, type runStatuses } from '../core/job.ts'
import type { ProblemCode } from '../core/problem.ts'
import type { Instant } from '../core/time.ts'
import type { Reader, Transaction } from './database.ts'
import { afterCursor, newestFirst, type Page, type PageRequest, pageBy } from './keyset.ts'
import { jobRuns } from './tables/service.ts'

type Table = { status: AnyPgColumn; heldUntil: AnyPgColumn }

/** A run that is over its time without an end is abandoned: nobody has to write that down. */
const statusAt = (now: Instant, { status, heldUntil }: Table = jobRuns): SQL<JobRun['status']> =>
  sql`case when ${status} = 'running' and ${heldUntil} <= ${now}::timestamptz then 'abandoned' else ${status} end`

const columnsAt = (now: Instant) => ({
  id: jobRuns.id,
  job: jobRuns.job,
  scheduledAt: jobRuns.scheduledAt,
  attempt: jobRuns.attempt,
  startedAt: jobRuns.startedAt,
  finishedAt: jobRuns.finishedAt,
  status: statusAt(now),
  summary: jobRuns.summary,
  errorCode: jobRuns.errorCode,
  error: jobRuns.error,
})

/**
 * Begins a run of an appointed moment; false when that moment's run is done or under way. One that failed or was
 * abandoned is followed by a further attempt; of two that begin at once the constraint lets one in.
 */
export const startRun = async (
  tx: Transaction,
  run: Pick<JobRun, 'id' | 'job' | 'scheduledAt' | 'startedAt'>,
): Promise<boolean> => {
  const [last] = await tx
    .select({ attempt: jobRuns.attempt, status: statusAt(run.startedAt) })
    .from(jobRuns)
    .where(and(eq(jobRuns.job, run.job), eq(jobRuns.scheduledAt, run.scheduledAt)))
    .orderBy(desc(jobRuns.attempt))
    .limit(1)
  if (last?.status === 'done' || last?.status === 'running') return false
  const attempt = (last?.attempt ?? 0) + 1
  const rows = await tx
    .insert(jobRuns)
    .values({ ...run, attempt, heldUntil: runEnd(run.startedAt), status: 'running' })
    .onConflictDoNothing()
    .returning({ id: jobRuns.id })
  return rows.length > 0
}

type Appointed = { job: JobName; scheduledAt: Instant; now: Instant }

/** Whether a job did its work for a later moment than this one. What a clock that was ahead left tells nothing. */
export const isOvertaken = async (reader: Reader, { job, scheduledAt, now }: Appointed): Promise<boolean> => {
  const later = and(gt(jobRuns.scheduledAt, scheduledAt), lte(jobRuns.scheduledAt, now))
  const rows = await reader
    .select({ id: jobRuns.id })
    .from(jobRuns)
    .where(and(eq(jobRuns.job, job), later, eq(jobRuns.status, 'done')))
    .limit(1)
  return rows.length > 0
}

/** Until when the run of a moment that somebody is at may take; null where nobody is. */
export const runningUntil = async (reader: Reader, { job, scheduledAt, now }: Appointed): Promise<Instant | null> => {
  const [run] = await reader
    .select({ heldUntil: jobRuns.heldUntil })
    .from(jobRuns)
    .where(and(eq(jobRuns.job, job), eq(jobRuns.scheduledAt, scheduledAt), eq(statusAt(now), 'running')))
    .limit(1)
  return run?.heldUntil ?? null
}

export type RunEnd =
  | (Pick<JobRun, 'summary'> & { status: 'done'; finishedAt: Instant })
  | (Pick<JobRun, 'errorCode' | 'error'> & { status: 'failed'; finishedAt: Instant })

/** Records how a run ended; one that has its end already keeps it. */
export const endRun = async (tx: Transaction, id: string, end: RunEnd): Promise<void> => {
  await tx
    .update(jobRuns)
    .set(end)
    .where(and(eq(jobRuns.id, id), eq(jobRuns.status, 'running')))
}

export type RunFilter = { job: string | null; status: (typeof runStatuses)[number] | null; now: Instant }

export const listRuns = async (
  reader: Reader,
  { job, status, now }: RunFilter,
  page: PageRequest,
): Promise<Page<JobRun>> => {
  const rows = await reader
    .select(columnsAt(now))
    .from(jobRuns)
    .where(
      and(
        job ? eq(jobRuns.job, job) : undefined,
        status ? eq(statusAt(now), status) : undefined,
        afterCursor(page, jobRuns.startedAt, jobRuns.id),
      ),
    )
    .orderBy(...newestFirst(jobRuns.startedAt, jobRuns.id))
    .limit(page.limit + 1)
  return pageBy(rows, page, ({ startedAt }) => startedAt)
}

const newest = alias(jobRuns, 'newest')

/** Of each job the newest run, the newest that is over and the newest that was done, by appointed moment. Those of a clock that was ahead say nothing. */
export const newestRuns = async (reader: Reader, names: readonly string[], now: Instant): Promise<JobRun[]> => {
  const newestOf = (name: string, among?: SQL) =>
    sql`(select ${newest.id} from ${jobRuns} newest where ${and(eq(newest.job, name), lte(newest.scheduledAt, now), among)} order by ${newest.scheduledAt} desc, ${newest.attempt} desc limit 1)`
  const over = sql`${statusAt(now, newest)} <> 'running'`
  const ids = names.flatMap((name) => [newestOf(name), newestOf(name, over), newestOf(name, eq(newest.status, 'done'))])
  return reader
    .select(columnsAt(now))
    .from(jobRuns)
    .where(sql`${jobRuns.id} in (${sql.join(ids, sql`, `)})`)
    .orderBy(desc(jobRuns.scheduledAt), desc(jobRuns.attempt))
}

/** What the newest run of a job that did its work by now says of it; null where none did. */
export const lastSummary = async (reader: Reader, job: JobName, now: Instant): Promise<JobRun['summary']> => {
  const [run] = await reader
    .select({ summary: jobRuns.summary })
    .from(jobRuns)
    .where(and(eq(jobRuns.job, job), lte(jobRuns.scheduledAt, now), eq(jobRuns.status, 'done')))
    .orderBy(desc(jobRuns.scheduledAt), desc(jobRuns.attempt))
    .limit(1)
  return run?.summary ?? null
}

/** A failure of a job, and by when its runs are looked at: what a clock that was ahead left tells nothing. */
export type Failing = { job: JobName; code: ProblemCode; now: Instant }

/** Whether the newest run of a job that tells either way ended by this failure; one that did its work tells that it is over. */
export const isFailingBy = async (reader: Reader, { job, code, now }: Failing): Promise<boolean> => {
  const [run] = await reader
    .select({ status: jobRuns.status })
    .from(jobRuns)
    .where(
      and(
        eq(jobRuns.job, job),
        lte(jobRuns.scheduledAt, now),
        or(eq(jobRuns.status, 'done'), eq(jobRuns.errorCode, code)),
      ),
    )
    .orderBy(desc(jobRuns.scheduledAt), desc(jobRuns.attempt))
    .limit(1)
  return run?.status === 'failed'
}

/** Runs that began before these instants: those that did their work, and those of any status. */
export type Outlived = { done: Instant; other: Instant; keep: readonly string[] }

/** Deletes the oldest of the runs that are outlived, at most `limit`, but for those to be kept; how many. */
export const deleteRuns = async (tx: Transaction, { done, other, keep }: Outlived, limit: number): Promise<number> => {
  const outlived = tx
    .select({ id: jobRuns.id })
    .from(jobRuns)
    .where(
      and(
        or(and(eq(jobRuns.status, 'done'), lt(jobRuns.startedAt, done)), lt(jobRuns.startedAt, other)),
        keep.length > 0 ? notInArray(jobRuns.id, [...keep]) : undefined,
      ),
    )
    .orderBy(asc(jobRuns.startedAt), asc(jobRuns.id))
    .limit(limit)
  const rows = await tx.delete(jobRuns).where(inArray(jobRuns.id, outlived)).returning({ id: jobRuns.id })
  return rows.length
}
