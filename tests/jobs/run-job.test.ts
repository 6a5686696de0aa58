import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { JobRun } from '../../src/core/job.ts'
import { Problem } from '../../src/core/problem.ts'
import { runJob } from '../../src/jobs/run-job.ts'
import { jobStandings } from '../../src/queries/job-standings.ts'
import { listRuns, type RunFilter, startRun } from '../../src/storage/job-runs.ts'
import { instant, inWorld, type World } from '../support/embedded.ts'
import { linesOfLog } from '../support/lines.ts'
import { servicesOver } from '../support/press-services.ts'

const job = 'close-due-questions'
const noon = '2026-05-04T12:00:00.000Z'
const minutesAfter = (minutes: number) => instant(new Date(Date.parse(noon) + minutes * 60_000).toISOString())

/** A run for noon that begins and ends so many minutes after it. */
const runAt = (
  world: World,
  minutes: number,
  work: (until: string) => Promise<{ closed: number }>,
  ended = minutes,
) => {
  const clock = { now: minutesAfter(minutes) as string }
  return runJob(servicesOver(world, [], clock), { job, scheduledAt: instant(noon) }, async (until) => {
    clock.now = minutesAfter(ended)
    return work(until)
  })
}
const closing = async () => ({ closed: 3 })
const listed = async ({ tx }: World, filter: Partial<RunFilter> = {}): Promise<JobRun[]> => {
  const now = minutesAfter(60)
  return (await listRuns(tx, { job: null, status: null, now, ...filter }, { limit: 50, cursor: null })).items
}
/** A process that took up noon's run and went down. */
const crash = ({ tx, newId }: World, startedAt = instant(noon)) =>
  startRun(tx, { id: newId('jobRun'), job, scheduledAt: instant(noon), startedAt })
const stateOf = async ({ tx }: World, minutes: number) =>
  (await jobStandings(tx, minutesAfter(minutes))).find(({ name }) => name === job)

describe('runJob', () => {
  it('records what was done, when it began and ended by the real clock', () =>
    inWorld(async (world) => {
      expect(await runAt(world, 1, closing, 4)).toEqual({ closed: 3 })
      expect(await listed(world)).toMatchObject([
        {
          job,
          scheduledAt: noon,
          attempt: 1,
          startedAt: minutesAfter(1),
          finishedAt: minutesAfter(4),
          status: 'done',
          summary: { closed: 3 },
          errorCode: null,
          error: null,
        },
      ])
    }))

  it('tells the work when its time is over', () =>
    inWorld(async (world) => {
      let told = ''
      await runAt(world, 1, async (until) => {
        told = until
        return { closed: 0 }
      })
      expect(told).toBe(minutesAfter(16))
    }))

  it('does the work of a moment once', () =>
    inWorld(async (world) => {
      await runAt(world, 1, closing)
      expect(await runAt(world, 20, closing)).toBeNull()
      expect(await listed(world)).toHaveLength(1)
    }))

  it.each([
    [new Error('a slip'), { errorCode: 'internal', error: 'a slip' }],
    [new Error(`NUL\0 and half \ud800`), { errorCode: 'internal', error: 'NUL and half \ufffd' }],
    [new Problem('window-open', 'too early', 'wait'), { errorCode: 'window-open', error: 'too early' }],
    ['a word', { errorCode: 'internal', error: 'a word' }],
  ])('records a failure and throws it: %s', (error, recorded) =>
    inWorld(async (world) => {
      const failing = () => Promise.reject(error)
      await expect(runAt(world, 1, failing, 2)).rejects.toBe(error)
      expect(await listed(world)).toMatchObject([
        { status: 'failed', finishedAt: minutesAfter(2), summary: null, ...recorded },
      ])
      expect(await stateOf(world, 5)).toMatchObject({ state: 'failing', missed: 0, lastSuccess: null })
      // The same moment may be tried again, as by a process that restarts; what failed stays to be seen.
      expect(await runAt(world, 6, closing)).toEqual({ closed: 3 })
      expect((await listed(world)).map(({ attempt, status }) => [attempt, status])).toEqual([
        [2, 'done'],
        [1, 'failed'],
      ])
      expect(await stateOf(world, 10)).toMatchObject({ state: 'on-time', lastSuccess: { attempt: 2 } })
    }),
  )
})

describe('a run that failed at a query', () => {
  it('keeps why, and none of its values', () =>
    inWorld(async (world) => {
      const secret = 'whsec_known-to-nobody'
      const failing = async () => {
        await world.tx.transaction((tx) => tx.execute(sql`select ${secret}::text from nowhere`))
        return { closed: 0 }
      }
      await expect(runAt(world, 1, failing)).rejects.toThrow()
      const [run] = await listed(world)
      expect(run?.error).toMatch(/query failed: 42P01/)
      expect(run?.error).not.toContain(secret)
    }))
})

describe('a run whose end cannot be written', () => {
  const broken = new Error('the wire broke')

  /** The transactions of a world, of which some break, by their number from 1: before they are done, or after. */
  const breaking = (world: World, before: readonly number[], after: readonly number[] = []): World => {
    let count = 0
    const transaction: World['database']['transaction'] = async (work) => {
      count += 1
      const at = count
      if (before.includes(at)) throw broken
      const result = await world.database.transaction(work)
      if (after.includes(at)) throw broken
      return result
    }
    return { ...world, database: { ...world.database, transaction } }
  }

  it('stays done where only the answer to that was lost', () =>
    inWorld(async (world) => {
      await expect(runAt(breaking(world, [], [2]), 1, closing)).rejects.toBe(broken)
      expect(await listed(world)).toMatchObject([{ status: 'done', summary: { closed: 3 }, errorCode: null }])
    }))

  it('tells what stopped it, logs why that is not recorded, and is followed by another', () =>
    inWorld(async (world) => {
      const lines = linesOfLog()
      const slip = new Error('a slip')
      await expect(runAt(breaking(world, [2]), 1, () => Promise.reject(slip))).rejects.toBe(slip)
      const runId = (await listed(world))[0]?.id
      expect(lines).toMatchObject([
        {
          level: 'error',
          event: 'a failure is not recorded',
          job,
          runId,
          error: expect.stringContaining(broken.message),
        },
        { level: 'error', event: 'job failed', job, runId, error: expect.stringContaining('a slip') },
        { level: 'warn', event: 'job', job, runId, scheduledAt: noon, result: 'failed', problem: 'internal' },
      ])
      expect(await listed(world)).toMatchObject([{ status: 'abandoned', finishedAt: null }])
      expect(await runAt(world, 20, closing)).toEqual({ closed: 3 })
    }))
})

describe('a run that never ended', () => {
  it('is under way for its time, abandoned after it, and then followed by another', () =>
    inWorld(async (world) => {
      expect(await crash(world)).toBe(true)
      expect(await listed(world, { now: minutesAfter(14) })).toMatchObject([{ status: 'running', finishedAt: null }])
      expect(await runAt(world, 14, closing)).toBeNull()
      expect(await stateOf(world, 14)).toMatchObject({ state: 'on-time', lastRun: { status: 'running' } })

      expect(await listed(world, { now: minutesAfter(15) })).toMatchObject([{ status: 'abandoned', finishedAt: null }])
      expect(await stateOf(world, 15)).toMatchObject({ state: 'failing', lastRun: { status: 'abandoned' } })
      expect(await runAt(world, 15, closing)).toEqual({ closed: 3 })
      expect((await listed(world)).map(({ attempt, status }) => [attempt, status])).toEqual([
        [2, 'done'],
        [1, 'abandoned'],
      ])
    }))
})

describe('the list of runs', () => {
  it('filters and pages, newest first', () =>
    inWorld(async (world) => {
      await crash(world)
      await runAt(world, 20, closing)
      const other = { job: 'poll-feeds', scheduledAt: instant(noon), startedAt: minutesAfter(50) }
      await startRun(world.tx, { id: world.newId('jobRun'), ...other })
      const ofStatus = async (status: JobRun['status']) =>
        (await listed(world, { status })).map(({ job, attempt }) => [job, attempt])
      expect(await ofStatus('running')).toEqual([['poll-feeds', 1]])
      expect(await ofStatus('abandoned')).toEqual([[job, 1]])
      expect(await ofStatus('done')).toEqual([[job, 2]])
      expect(await ofStatus('failed')).toEqual([])
      expect((await listed(world, { job })).map(({ attempt }) => attempt)).toEqual([2, 1])

      const seen: string[] = []
      let cursor: string | null = null
      do {
        const filter = { job: null, status: null, now: minutesAfter(60) }
        const page = await listRuns(world.tx, filter, { limit: 1, cursor })
        seen.push(...page.items.map(({ id }) => id))
        cursor = page.next
      } while (cursor !== null)
      expect(seen).toEqual((await listed(world)).map(({ id }) => id))
      expect(seen).toHaveLength(3)
    }))

  it('is of no job that never ran', () =>
    inWorld(async (world) => {
      expect(await stateOf(world, 0)).toMatchObject({ state: 'never-ran', missed: 0, lastRun: null, lastSuccess: null })
    }))
})
