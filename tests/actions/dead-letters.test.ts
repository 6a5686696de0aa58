import { describe, expect, it } from 'vitest'
import { bury, forgetDeadLetters, replayDeadLetter } from '../../src/actions/dead-letters.ts'
import { appointed, type Deferred } from '../../src/core/deferred.ts'
import { noQueue } from '../../src/outside/queues/none.ts'
import type { WorkQueue } from '../../src/outside/queues/queue.ts'
import { listDeadLetters } from '../../src/storage/dead-letters.ts'
import { instant, inWorld, REVIEWER, type World } from '../support/embedded.ts'

const minute = (at: number) => instant(new Date(Date.parse('2026-05-04T12:00:00.000Z') + at * 60_000).toISOString())
const sealing = (at: number): Deferred => appointed('seal-facts', minute(at))
const failure = { errorCode: 'internal' as const, error: 'a slip' }
const dead = (written: unknown, tries = 4) => ({ written, tries, failure })
const letters = async ({ tx }: World, replayed: boolean | null = null) =>
  (await listDeadLetters(tx, replayed, { limit: 50, cursor: null })).items

/** A queue that keeps what is put back. */
const keeping = (): WorkQueue & { back: [string, Deferred][] } => {
  const back: [string, Deferred][] = []
  const putBack: WorkQueue['putBack'] = async (_, id, work) => void back.push([id, work])
  return { ...noQueue('', async () => 'done'), kind: 'pg-boss', lacking: null, putBack, back }
}

describe('a dead letter', () => {
  it('says what died, why, and when', () =>
    inWorld(async (world) => {
      await bury(world.at('2026-05-04T12:05:00.000Z'), dead(sealing(0)))
      expect(await letters(world)).toEqual([
        {
          id: expect.stringMatching(/^ded_/),
          work: sealing(0),
          tries: 4,
          times: 1,
          firstAt: minute(5),
          lastAt: minute(5),
          ...failure,
          replayedAt: null,
          replayedBy: null,
        },
      ])
    }))

  it('is one for the same message, however often it is buried', () =>
    inWorld(async (world) => {
      for (const at of [5, 6, 7]) await bury(world.at(minute(at)), dead(sealing(0)))
      expect(await letters(world)).toMatchObject([{ times: 1, lastAt: minute(5) }])
    }))

  it('is one a job: the newest moment takes the place of those before, and an older one that comes later does not', () =>
    inWorld(async (world) => {
      await bury(world.at(minute(5)), dead(sealing(0)))
      await bury(world.at(minute(6)), { ...dead(sealing(1)), failure: null })
      await bury(world.at(minute(7)), dead(sealing(0)))
      await bury(world.at(minute(8)), dead(appointed('poll-feeds', minute(0))))
      expect(await letters(world)).toMatchObject([
        { work: { job: 'poll-feeds' }, times: 1 },
        { work: sealing(1), times: 2, firstAt: minute(5), lastAt: minute(6), errorCode: null, error: null },
      ])
    }))

  it('keeps what no version of ours can read, and puts it back nowhere', () =>
    inWorld(async (world) => {
      await bury(world.at(minute(5)), dead({ work: 'tea' }))
      const [letter] = await letters(world)
      expect(letter).toMatchObject({ work: null })
      const queue = keeping()
      const asked = { id: letter?.id ?? '', queue }
      await expect(replayDeadLetter(world.at(minute(6)), asked)).rejects.toMatchObject({ code: 'illegal-step' })
      expect(await letters(world, false)).toHaveLength(1)
      expect(queue.back).toEqual([])
    }))
})

describe('replaying', () => {
  it('puts a letter back once, and says who did', () =>
    inWorld(async (world) => {
      await bury(world.at(minute(5)), dead(sealing(0)))
      const [{ id } = { id: '' }] = await letters(world)
      const queue = keeping()
      const first = await replayDeadLetter(world.at(minute(6)), { id, queue })
      const second = await replayDeadLetter(world.at(minute(7)), { id, queue })
      expect(first).toMatchObject({ created: true, letter: { replayedAt: minute(6), replayedBy: REVIEWER.name } })
      expect(second).toEqual({ ...first, created: false })
      expect(queue.back).toEqual([[id, sealing(0)]])
      expect([await letters(world, true), await letters(world, false)]).toEqual([[first.letter], []])
    }))

  it('makes another letter of what dies again', () =>
    inWorld(async (world) => {
      await bury(world.at(minute(5)), dead(sealing(0)))
      const [{ id } = { id: '' }] = await letters(world)
      await replayDeadLetter(world.at(minute(6)), { id, queue: keeping() })
      await bury(world.at(minute(9)), dead(sealing(0)))
      expect(await letters(world, false)).toMatchObject([{ work: sealing(0), times: 1, firstAt: minute(9) }])
      expect(await letters(world)).toHaveLength(2)
    }))

  it('leaves a letter as it is that could not be put back', () =>
    inWorld(async (world) => {
      await bury(world.at(minute(5)), dead(sealing(0)))
      const [{ id } = { id: '' }] = await letters(world)
      const queue = noQueue('nobody made one', async () => 'done')
      const refused = replayDeadLetter(world.at(minute(6)), { id, queue })
      await expect(refused).rejects.toMatchObject({
        code: 'conflict',
        message: expect.stringContaining('nobody made one'),
      })
      expect(await letters(world, false)).toHaveLength(1)
    }))

  it('finds nothing by an id that there is not', () =>
    inWorld(async (world) => {
      const asked = { id: world.newId('deadLetter'), queue: keeping() }
      await expect(replayDeadLetter(world.at(minute(6)), asked)).rejects.toMatchObject({ code: 'not-found' })
    }))
})

describe('forgetting', () => {
  it('deletes what was put back 30 days ago, and what died 400 days ago', () =>
    inWorld(async (world) => {
      await bury(world.at('2026-01-01'), dead(sealing(0)))
      const [{ id } = { id: '' }] = await letters(world)
      await replayDeadLetter(world.at('2026-01-02'), { id, queue: keeping() })
      await bury(world.at('2026-01-03'), dead(sealing(1)))
      expect(await forgetDeadLetters(world.at('2026-01-31'), {})).toEqual({ forgotten: 0, done: true })
      expect(await forgetDeadLetters(world.at('2026-02-03'), {})).toEqual({ forgotten: 1, done: true })
      expect(await letters(world)).toMatchObject([{ work: sealing(1) }])
      expect(await forgetDeadLetters(world.at('2027-02-10'), {})).toEqual({ forgotten: 1, done: true })
    }))
})
