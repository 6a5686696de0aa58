import { describe, expect, it } from 'vitest'
import { appointed } from '../../src/core/deferred.ts'
import { workersOf } from '../../src/jobs/do-deferred.ts'
import { listRuns, startRun } from '../../src/storage/job-runs.ts'
import { instant, inWorld, REVIEWER, type World } from '../support/embedded.ts'
import { servicesOver } from '../support/press-services.ts'

const minute = (at: number) => instant(new Date(Date.parse('2026-05-04T12:00:00.000Z') + at * 60_000).toISOString())
const closing = (at: number) => appointed('close-due-questions', minute(at))
const workersAt = (world: World, at: number) => workersOf(servicesOver(world, [], { now: minute(at) }), REVIEWER)
const runs = async ({ tx }: World) => {
  const filter = { job: null, status: null, now: minute(600) }
  return (await listRuns(tx, filter, { limit: 50, cursor: null })).items.map(({ scheduledAt, attempt, status }) => [
    scheduledAt,
    attempt,
    status,
  ])
}
/** Somebody who takes up the run of a moment and does not come back. */
const takeUp = ({ tx, newId }: World, at: number) =>
  startRun(tx, { id: newId('jobRun'), job: 'close-due-questions', scheduledAt: minute(at), startedAt: minute(at) })

describe('the run of a moment, given out by a queue', () => {
  it('is done once, however often it is given out', () =>
    inWorld(async (world) => {
      expect(await workersAt(world, 1).do(closing(0), false)).toBe('done')
      expect(await workersAt(world, 2).do(closing(0), true)).toBe('done')
      expect(await workersAt(world, 2).do(closing(0), false)).toBe('done')
      expect(await runs(world)).toEqual([[minute(0), 1, 'done']])
    }))

  it('is asked for again when the time of whoever is at it is over, and done then', () =>
    inWorld(async (world) => {
      await takeUp(world, 0)
      expect(await workersAt(world, 1).do(closing(0), true)).toEqual({ askAgainAt: minute(15) })
      expect(await workersAt(world, 15).do(closing(0), true)).toBe('done')
      expect(await runs(world)).toEqual([
        [minute(0), 2, 'done'],
        [minute(0), 1, 'abandoned'],
      ])
    }))

  it('is left to a later moment that did its work since, where it is given out again', () =>
    inWorld(async (world) => {
      await workersAt(world, 61).do(closing(60), false)
      expect(await workersAt(world, 62).do(closing(0), true)).toBe('done')
      expect(await runs(world)).toEqual([[minute(60), 1, 'done']])
      // Put back by hand it is given out for the first time, and done.
      expect(await workersAt(world, 63).do(closing(0), false)).toBe('done')
      expect(await runs(world)).toContainEqual([minute(0), 1, 'done'])
    }))

  it('is not left to a run of a clock that was ahead', () =>
    inWorld(async (world) => {
      await workersAt(world, 6000).do(closing(6000), false)
      await workersAt(world, 2).do(closing(0), true)
      expect(await runs(world)).toContainEqual([minute(0), 1, 'done'])
    }))
})
