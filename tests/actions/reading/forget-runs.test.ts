import { describe, expect, it } from 'vitest'
import { forgetRuns } from '../../../src/actions/reading/forget-runs.ts'
import type { JobName } from '../../../src/core/job.ts'
import { plusDays } from '../../../src/core/time.ts'
import { jobStandings } from '../../../src/queries/job-standings.ts'
import { endRun, listRuns, startRun } from '../../../src/storage/job-runs.ts'
import { day, instant, inWorld, type World } from '../../support/embedded.ts'

const NOW = instant('2026-06-01T03:30:00.000Z')
type Told = [job: JobName, daysAgo: number, status: 'done' | 'failed' | 'running']

const tell = async ({ tx, newId }: World, [job, daysAgo, status]: Told): Promise<string> => {
  const at = instant(`${plusDays(day('2026-06-01'), -daysAgo)}T03:00:00.000Z`)
  const id = newId('jobRun')
  await startRun(tx, { id, job, scheduledAt: at, startedAt: at })
  if (status === 'done') await endRun(tx, id, { status, finishedAt: at, summary: {} })
  if (status === 'failed') await endRun(tx, id, { status, finishedAt: at, errorCode: 'internal', error: 'broke' })
  return id
}

/** Which of these runs are left after forgetting, by their place. */
const leftOf = async (world: World, runs: readonly Told[], limit?: number): Promise<number[]> => {
  const ids: string[] = []
  for (const run of runs) ids.push(await tell(world, run))
  const standings = await jobStandings(world.tx, NOW)
  while (!(await forgetRuns(world.at(NOW), limit === undefined ? {} : { limit })).done);
  expect(await jobStandings(world.tx, NOW)).toEqual(standings)
  const { items } = await listRuns(world.tx, { job: null, status: null, now: NOW }, { limit: 50, cursor: null })
  return ids.flatMap((id, at) => (items.some((run) => run.id === id) ? [at] : []))
}

describe('forgetRuns', () => {
  it.each<[string, Told[], number[]]>([
    [
      'what was done goes after 30 days',
      [
        ['seal-facts', 32, 'done'],
        ['seal-facts', 31, 'done'],
        ['seal-facts', 29, 'done'],
        ['seal-facts', 0, 'done'],
      ],
      [2, 3],
    ],
    [
      'what failed or never ended after 400',
      [
        ['poll-feeds', 402, 'failed'],
        ['poll-feeds', 401, 'running'],
        ['poll-feeds', 399, 'failed'],
        ['poll-feeds', 398, 'running'],
        ['poll-feeds', 0, 'done'],
      ],
      [2, 3, 4],
    ],
    [
      'of each job the last stays, however old, and the last that was over or done',
      [
        ['check-counts', 900, 'done'],
        ['check-counts', 800, 'done'],
        ['check-counts', 700, 'failed'],
        ['check-counts', 600, 'running'],
        ['seal-facts', 500, 'done'],
        ['seal-facts', 499, 'done'],
      ],
      [1, 3, 5],
    ],
  ])('%s', (_, runs, left) =>
    inWorld(async (world) => {
      expect(await leftOf(world, runs)).toEqual(left)
    }),
  )

  it('goes on from batch to batch, the oldest first', () =>
    inWorld(async (world) => {
      const runs: Told[] = [40, 39, 38, 37, 36, 0].map((ago) => ['seal-facts', ago, 'done'])
      expect(await leftOf(world, runs, 2)).toEqual([5])
    }))
})
