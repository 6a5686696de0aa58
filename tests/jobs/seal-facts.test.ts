import { describe, expect, it } from 'vitest'
import type { Services } from '../../src/actions/context.ts'
import { sealCommittedFacts } from '../../src/jobs/seal-facts.ts'
import { servicesHere } from '../../src/server.ts'
import { listRuns } from '../../src/storage/job-runs.ts'
import { accepted } from '../actions/story.ts'
import { instant, inWorld, REVIEWER, type World } from '../support/embedded.ts'
import { leavesIn, waitingIn } from '../support/ledger.ts'

const NOW = instant('2026-01-06T12:00:30.000Z')
const servicesIn = ({ database, newId }: World): Services => ({
  ...servicesHere(database),
  newId,
  clock: () => NOW,
})

describe('sealCommittedFacts', () => {
  it('seals what waits, with the real clock, and says how much', () =>
    inWorld(async (world) => {
      await accepted(world, { on: '2026-01-05', quote: 'It will rain.', end: '2026-03-31' })
      const waiting = (await waitingIn(world.tx)).length
      const at = instant('2026-01-06T12:00:00.000Z')
      expect(await sealCommittedFacts(servicesIn(world), REVIEWER, at)).toEqual({
        sealed: waiting,
        checkpoint: waiting,
        rehashedTo: 0,
      })
      expect((await leavesIn(world.tx)).map(({ sealedAt }) => sealedAt)).toEqual(Array(waiting).fill(NOW))
      const filter = { job: 'seal-facts', status: null, now: NOW }
      const { items } = await listRuns(world.tx, filter, { limit: 2, cursor: null })
      expect(items).toHaveLength(1)
      expect(items[0]).toMatchObject({
        job: 'seal-facts',
        status: 'done',
        summary: { sealed: waiting, checkpoint: waiting, rehashedTo: 0 },
        finishedAt: NOW,
      })
    }))

  it('runs a scheduled instant once', () =>
    inWorld(async (world) => {
      const at = instant('2026-01-06T12:00:00.000Z')
      expect(await sealCommittedFacts(servicesIn(world), REVIEWER, at)).toEqual({
        sealed: 0,
        checkpoint: 0,
        rehashedTo: 0,
      })
      expect(await sealCommittedFacts(servicesIn(world), REVIEWER, at)).toBeNull()
    }))
})
