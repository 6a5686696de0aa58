import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { bury } from '../../src/actions/dead-letters.ts'
import { forgetRequests, giveAnswer, putOff, takeUp } from '../../src/actions/deferred-requests.ts'
import { answering } from '../../src/core/deferred.ts'
import { answerName, MOST_WAITING, type TakenRequest } from '../../src/core/deferred-request.ts'
import { findRequest } from '../../src/storage/deferred-requests.ts'
import { deferredRequests } from '../../src/storage/tables/deferred-requests.ts'
import { inWorld, REVIEWER, type World } from '../support/embedded.ts'

const SENT = { address: '/v1/commentaries', ifMatch: null, body: '{"text":"The mill will close."}' }
const ANSWER = { status: 201, headers: { 'content-type': 'application/json' }, body: '{"created":true}' }

const taken = async (world: World, when: string): Promise<TakenRequest> => {
  const { id } = await putOff(world.at(when), SENT)
  return (await takeUp(world.at(when), { id })) as TakenRequest
}
const bodyKept = async ({ tx }: World): Promise<(string | null)[]> =>
  (await tx.select({ body: deferredRequests.body }).from(deferredRequests)).map(({ body }) => body)

describe('a request that was taken up', () => {
  it('is as it was sent, in the name of who sent it', () =>
    inWorld(async (world) => {
      const request = await taken(world, '2026-05-01')
      expect(request).toEqual({ ...SENT, id: request.id, actor: REVIEWER.name, tries: 1 })
    }))

  it('is nobody else’s until it is let go, or their time is over', () =>
    inWorld(async (world) => {
      const request = await taken(world, '2026-05-01T12:00:00.000Z')
      const { id } = request
      const askAgainAt = '2026-05-01T12:15:00.000Z'
      expect(await takeUp(world.at('2026-05-01T12:10:00.000Z'), { id })).toEqual({ askAgainAt })
      await giveAnswer(world.at('2026-05-01T12:11:00.000Z'), { request, answer: null })
      expect(await takeUp(world.at('2026-05-01T12:11:00.000Z'), { id })).toMatchObject({ tries: 2 })
      expect(await takeUp(world.at('2026-05-01T12:27:00.000Z'), { id })).toMatchObject({ tries: 3 })
    }))

  it('ends with its answer, and what it said is not kept any longer', () =>
    inWorld(async (world) => {
      const request = await taken(world, '2026-05-01')
      await giveAnswer(world.at('2026-05-01'), { request, answer: ANSWER })
      expect(await bodyKept(world)).toEqual([null])
      expect((await findRequest(world.tx, request.id))?.request).toMatchObject({
        state: 'answered',
        answer: { status: 201, body: { created: true } },
      })
      expect(await takeUp(world.at('2026-05-02'), { id: request.id })).toBeNull()
    }))

  it('is answered though it was given up meanwhile', () =>
    inWorld(async (world) => {
      const request = await taken(world, '2026-05-01')
      await bury(world.at('2026-05-01'), { written: answering(request.id), tries: 4, failure: null })
      expect((await findRequest(world.tx, request.id))?.request).toMatchObject({ state: 'failed', answer: null })
      await giveAnswer(world.at('2026-05-01'), { request, answer: ANSWER })
      expect((await findRequest(world.tx, request.id))?.request).toMatchObject({ state: 'answered' })
    }))

  it('keeps its first answer, and stays answered, though it dies after that', () =>
    inWorld(async (world) => {
      const request = await taken(world, '2026-05-01')
      await giveAnswer(world.at('2026-05-01'), { request, answer: ANSWER })
      await giveAnswer(world.at('2026-05-01'), { request, answer: { ...ANSWER, status: 409 } })
      await bury(world.at('2026-05-01'), { written: answering(request.id), tries: 4, failure: null })
      expect((await findRequest(world.tx, request.id))?.request).toMatchObject({
        state: 'answered',
        answer: { status: 201 },
      })
    }))
})

describe('requests that were put off', () => {
  it('keep their answers where no Idempotency-Key of a client can be', () => {
    expect(answerName('dfr_1')).not.toMatch(/^[\x21-\x7e]{1,255}$/)
  })

  it('are no more of one client than so many', () =>
    inWorld(async (world) => {
      const many = (actor: string, from: number) =>
        world.tx.execute(sql`insert into deferred_requests (id, actor, address, body, recorded_at, tries, failed)
          select 'dfr_' || (n + ${from}::int), ${actor}::text, '/', '{}', now(), 0, false
          from generate_series(1, ${MOST_WAITING - 1}::int) n`)
      await many('key_other', 0)
      await many(REVIEWER.name, MOST_WAITING)
      const { id } = await putOff(world.at('2026-05-01'), SENT)
      await expect(putOff(world.at('2026-05-01'), SENT)).rejects.toMatchObject({ code: 'rate-limited' })
      const request = (await takeUp(world.at('2026-05-01'), { id })) as TakenRequest
      await giveAnswer(world.at('2026-05-01'), { request, answer: ANSWER })
      await putOff(world.at('2026-05-01'), SENT)
    }))

  it('are forgotten a day after their answers, and 30 days after they failed; those that wait never', () =>
    inWorld(async (world) => {
      const request = await taken(world, '2026-05-01')
      await giveAnswer(world.at('2026-05-01'), { request, answer: ANSWER })
      const failed = await putOff(world.at('2026-05-01'), SENT)
      await bury(world.at('2026-05-01'), { written: answering(failed.id), tries: 4, failure: null })
      await putOff(world.at('2026-05-01'), SENT)
      const forgotten = async (when: string) => (await forgetRequests(world.at(when), {})).forgotten
      expect(await forgotten('2026-05-02')).toBe(0)
      expect(await forgotten('2026-05-03')).toBe(1)
      expect(await forgotten('2026-05-31')).toBe(0)
      expect(await forgotten('2026-06-01')).toBe(1)
      expect(await forgotten('2027-06-01')).toBe(0)
    }))
})
