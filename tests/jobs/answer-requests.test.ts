import { describe, expect, it, vi } from 'vitest'
import { bury, replayDeadLetter } from '../../src/actions/dead-letters.ts'
import { redactText } from '../../src/actions/reading/redact-text.ts'
import { answering, type Deferred, MOST_TRIES, nameOf } from '../../src/core/deferred.ts'
import { DAY, plusMs } from '../../src/core/fetching/pace.ts'
import { answerRequests } from '../../src/jobs/answer-requests.ts'
import { noQueue } from '../../src/outside/queues/none.ts'
import type { WorkQueue } from '../../src/outside/queues/queue.ts'
import { HOST, hostContext } from '../../src/server.ts'
import { listDeadLetters } from '../../src/storage/dead-letters.ts'
import { deferredRequests } from '../../src/storage/tables/deferred-requests.ts'
import { commentaryBody, forecast } from '../contract/steps.ts'
import { instant, inWorld, type World } from '../support/embedded.ts'
import { answeringServices, puttingOff } from '../support/put-off.ts'

const PIECE = commentaryBody(forecast('old mill'), 'Ada Quill')
const PATH = '/v1/commentaries'

/** A queue that keeps what is put in, and gives nothing out. */
const keeping = (): WorkQueue & { held: string[] } => {
  const held: string[] = []
  const put = async (work: readonly Deferred[]) => void held.push(...work.map(nameOf))
  const putBack: WorkQueue['putBack'] = async (_, __, work) => put([work])
  return { ...noQueue('', async () => 'done'), kind: 'pg-boss', lacking: null, put, putBack, held }
}

const letters = async ({ tx }: World) => (await listDeadLetters(tx, false, { limit: 50, cursor: null })).items

/** A clock that a test moves by seconds, and the run of the job at its moment. */
const started = async (world: World, queue?: WorkQueue) => {
  const services = answeringServices(world.database)
  const begin = Date.parse(services.clock())
  let seconds = 0
  services.clock = () => instant(new Date(begin + seconds * 1000).toISOString())
  const desk = await puttingOff(services)
  if (queue) services.queue = queue
  const run = (after: number) => {
    seconds += after
    return answerRequests(services, HOST, services.clock())
  }
  return { ...desk, services, run }
}

describe('the job that sees to requests that were put off', () => {
  it('does them where there is no queue, the first first, each once', () =>
    inWorld(async (world) => {
      const { sent, standing, run } = await started(world)
      const ids = [await sent(PATH, 'submit', PIECE), await sent(PATH, 'admin', PIECE)]
      expect(await run(1)).toEqual({ answered: 2, failed: 0 })
      expect(await Promise.all(ids.map(standing))).toMatchObject([
        { state: 'answered', answer: { status: 201 } },
        { state: 'answered', answer: { status: 200 } },
      ])
      expect(await run(60)).toEqual({ answered: 0, failed: 0 })
    }))

  it('puts into a queue what whoever wrote it down did not, once they must be gone', () =>
    inWorld(async (world) => {
      const { services, sent, standing, run } = await started(world)
      // As by a process that died in between.
      const id = await sent(PATH, 'submit', PIECE)
      const queue = keeping()
      services.queue = queue
      expect(await run(1)).toEqual({ queued: 0 })
      expect(await run(60)).toEqual({ queued: 1 })
      expect(await run(60)).toEqual({ queued: 0 })
      expect(queue.held).toEqual([nameOf(answering(id))])
      expect(await standing(id)).toMatchObject({ state: 'waiting' })
      // And again where the queue must have lost it.
      expect(await run(2 * 3600)).toEqual({ queued: 1 })
    }))

  it('leaves alone what is in the queue since it was sent', () =>
    inWorld(async (world) => {
      const queue = keeping()
      const { sent, run } = await started(world, queue)
      const id = await sent(PATH, 'submit', PIECE)
      // That is noted after the answer.
      await vi.waitFor(async () => {
        const [row] = await world.tx.select().from(deferredRequests)
        expect(row?.queuedAt).toEqual(expect.any(String))
      })
      expect(await run(60)).toEqual({ queued: 0 })
      expect(queue.held).toEqual([nameOf(answering(id))])
    }))

  it('does not believe a clock that was ahead', () =>
    inWorld(async (world) => {
      const { services, sent, run } = await started(world)
      const { clock } = services
      services.clock = () => plusMs(clock(), 40 * DAY)
      const id = await sent(PATH, 'admin', PIECE)
      services.clock = clock
      const queue = keeping()
      services.queue = queue
      expect(await run(1)).toEqual({ queued: 1 })
      expect(queue.held).toEqual([nameOf(answering(id))])
    }))

  it('makes a dead letter of what fails as often as it is tried, and is told; put back it is done', () =>
    inWorld(async (world) => {
      const { services, sent, standing, run } = await started(world)
      const { extract } = services
      services.extract = () => Promise.reject(new Error('the disk is full'))
      const id = await sent(PATH, 'submit', PIECE)
      for (let tries = 1; tries <= MOST_TRIES; tries++) {
        expect(await standing(id)).toMatchObject({ state: 'waiting', tries: tries - 1 })
        expect(await run(60)).toEqual({ answered: 0, failed: 1 })
      }
      expect(await standing(id)).toMatchObject({ state: 'failed', tries: MOST_TRIES, answer: null })
      expect(await run(60)).toEqual({ answered: 0, failed: 0 })
      const [letter] = await letters(world)
      expect(letter).toMatchObject({ work: answering(id), tries: MOST_TRIES, errorCode: 'internal' })

      services.extract = extract
      const queue = keeping()
      await replayDeadLetter(hostContext(services), { id: letter?.id ?? '', queue })
      expect(await standing(id)).toMatchObject({ state: 'waiting', tries: 0, endedAt: null })
      expect(queue.held).toEqual([nameOf(answering(id))])
      expect(await run(60)).toEqual({ answered: 1, failed: 0 })
      expect(await standing(id)).toMatchObject({ state: 'answered', answer: { status: 201 } })
      expect(await letters(world)).toEqual([])
    }))

  it('is asked in vain to put back what a redaction took out', () =>
    inWorld(async (world) => {
      const { services, send, sent, standing } = await started(world)
      const id = await sent(PATH, 'submit', PIECE)
      await bury(hostContext(services), { written: answering(id), tries: MOST_TRIES, failure: null })
      const { commentary } = await (
        await send(PATH, 'submit', commentaryBody(forecast('pier')), { prefer: 'wait=1' })
      ).json()
      const subject = { kind: 'commentary' as const, id: commentary.id }
      await redactText(hostContext(services), { subject, reason: 'it names a neighbour' })
      const [letter] = await letters(world)
      const asked = replayDeadLetter(hostContext(services), { id: letter?.id ?? '', queue: keeping() })
      await expect(asked).rejects.toMatchObject({ code: 'illegal-step' })
      expect(await letters(world)).toHaveLength(1)
      expect(await standing(id)).toMatchObject({ state: 'failed' })
    }))
})
