import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { contextOf, type Services } from '../../src/actions/context.ts'
import { putOff, takeUp } from '../../src/actions/deferred-requests.ts'
import { revokeKey } from '../../src/actions/manage-keys.ts'
import { MOST_TRIES } from '../../src/core/deferred.ts'
import { sha256 } from '../../src/core/ledger/digest.ts'
import { answerRequest } from '../../src/jobs/answer-request.ts'
import { HOST, hostContext } from '../../src/server.ts'
import { lateAnswers } from '../../src/site.ts'
import { listDeadLetters } from '../../src/storage/dead-letters.ts'
import { keyBySecret } from '../../src/storage/keys.ts'
import { changeScopes } from '../../src/storage/people.ts'
import { people } from '../../src/storage/tables/accounts.ts'
import { commentaries as recorded } from '../../src/storage/tables/commentary.ts'
import { deferredRequests } from '../../src/storage/tables/deferred-requests.ts'
import { commentaryBody, forecast } from '../contract/steps.ts'
import { instant, inWorld, type World } from '../support/embedded.ts'
import { somebody } from '../support/people.ts'
import { withPress } from '../support/press.ts'
import { answeringServices, puttingOff } from '../support/put-off.ts'

const PIECE = commentaryBody(forecast('old mill'), 'Ada Quill')
const PATH = '/v1/commentaries'

const commentaries = async ({ tx }: World): Promise<number> =>
  (await tx.select({ id: recorded.id }).from(recorded)).length
const letters = async ({ tx }: World) => (await listDeadLetters(tx, null, { limit: 50, cursor: null })).items

const started = async (world: World, more: Partial<Services> = {}, press?: string) => {
  const services = Object.assign(answeringServices(world.database, press), more)
  const desk = await puttingOff(services)
  return { ...desk, services, answer: (id: string) => answerRequest(services, HOST, id) }
}

describe('a request that is put off', () => {
  it('is checked, written down and told where to read of it; then it is answered as it would have been at once', () =>
    inWorld(async (world) => {
      const { send, standing, answer } = await started(world)
      const answered = await send(PATH, 'submit', PIECE)
      expect(answered.status).toBe(202)
      const request = await answered.json()
      expect(request).toMatchObject({ address: PATH, state: 'waiting', tries: 0, endedAt: null, answer: null })
      expect(answered.headers.get('location')).toBe(`/v1/deferred-requests/${request.id}`)
      expect(answered.headers.get('preference-applied')).toBe('respond-async')
      expect([await standing(request.id), await commentaries(world)]).toEqual([request, 0])

      expect(await answer(request.id)).toBe('done')
      expect(await standing(request.id)).toMatchObject({
        state: 'answered',
        tries: 1,
        endedAt: expect.any(String),
        answer: {
          status: 201,
          headers: { 'content-type': expect.stringContaining('application/json') },
          body: { created: true, candidates: 1, commentary: { publishedOn: '2024-01-15' } },
        },
      })
      expect(await commentaries(world)).toBe(1)
    }))

  it('is told of to who sent it and to admins alone', () =>
    inWorld(async (world) => {
      const { sent, read, site } = await started(world)
      const id = await sent(PATH, 'submit', PIECE)
      const seen: number[] = []
      for (const by of ['submit', 'admin', 'review', 'read'] as const) seen.push((await read(id, by)).status)
      expect(seen).toEqual([200, 200, 404, 404])
      expect((await site.request(`/v1/deferred-requests/${id}`)).status).toBe(401)
      expect((await read(world.newId('deferredRequest'), 'admin')).status).toBe(404)
    }))

  it('is refused at once where that can be known, and nothing is written down', () =>
    inWorld(async (world) => {
      const { send } = await started(world)
      expect((await send(PATH, 'read', PIECE)).status).toBe(403)
      expect((await send(PATH, 'revoked', PIECE)).status).toBe(401)
      expect((await send(PATH, 'submit', { ...PIECE, publishedOn: 'some day' })).status).toBe(422)
      expect((await send(PATH, 'submit', { ...PIECE, collection: 'press' })).status).toBe(403)
      // Where nothing is put off it is answered as ever.
      expect((await send('/v1/authors', 'submit', { name: 'Ada Quill', kind: 'person' })).status).toBe(201)
      expect(await world.tx.select().from(deferredRequests)).toEqual([])
    }))

  it('is done once, however often it is given out', () =>
    inWorld(async (world) => {
      const { sent, standing, answer } = await started(world)
      const id = await sent(PATH, 'submit', PIECE)
      for (let times = 0; times < 3; times++) expect(await answer(id)).toBe('done')
      expect(await standing(id)).toMatchObject({ tries: 1, answer: { status: 201 } })
    }))

  it('waits for whoever is at it, until their time is over', () =>
    inWorld(async (world) => {
      const { services, sent, standing, answer } = await started(world)
      const id = await sent(PATH, 'submit', PIECE)
      await takeUp(hostContext(services), { id })
      const { askAgainAt } = (await answer(id)) as { askAgainAt: string }
      const later = Date.parse(askAgainAt)
      expect(later - Date.parse(services.clock())).toBeGreaterThan(14 * 60_000)
      services.clock = () => instant(new Date(later + 1).toISOString())
      expect(await answer(id)).toBe('done')
      expect(await standing(id)).toMatchObject({ state: 'answered', tries: 2 })
    }))

  it('whose answer was not kept is done again, and does nothing twice', () =>
    inWorld(async (world) => {
      const { services, sent, standing, answer } = await started(world)
      const id = await sent(PATH, 'submit', PIECE)
      const { answerLater } = services
      services.answerLater = async (request) => {
        await answerLater?.(request)
        throw new Error('the process was killed')
      }
      await expect(answer(id)).rejects.toThrow('killed')
      services.answerLater = lateAnswers()(services)
      expect(await answer(id)).toBe('done')
      expect(await standing(id)).toMatchObject({ tries: 2, answer: { status: 200, body: { created: false } } })
      expect(await commentaries(world)).toBe(1)
    }))

  it('of a key that was revoked meanwhile is refused, and not done', () =>
    inWorld(async (world) => {
      const { services, keys, sent, standing, answer } = await started(world)
      const id = await sent(PATH, 'submit', PIECE)
      const found = await keyBySecret(world.tx, await sha256(keys.submit))
      await revokeKey(hostContext(services), { id: found?.key.id ?? '' })
      expect(await answer(id)).toBe('done')
      expect(await standing(id)).toMatchObject({ answer: { status: 401, body: { code: 'unauthenticated' } } })
      expect(await commentaries(world)).toBe(0)
    }))

  it('of somebody who lost the scope meanwhile, or was banned, is refused', () =>
    inWorld(async (world) => {
      const { services, standing, answer } = await started(world)
      const ada = await somebody(world, ['submit'])
      const sent = { address: PATH, ifMatch: null, body: JSON.stringify(PIECE) }
      const put = async () => (await putOff(contextOf(services, ada.actor), sent)).id
      const [lost, banned] = [await put(), await put()]
      await changeScopes(world.tx, ada.id, ['read'])
      await answer(lost)
      expect(await standing(lost)).toMatchObject({ answer: { status: 403, body: { code: 'forbidden' } } })
      await world.tx.update(people).set({ banned: true }).where(eq(people.id, ada.id))
      await answer(banned)
      expect(await standing(banned)).toMatchObject({ answer: { status: 401, body: { code: 'unauthenticated' } } })
      expect(await commentaries(world)).toBe(0)
    }))

  it('whose input is wrong is answered with the problem, and is no dead letter', () =>
    inWorld(async (world) => {
      const { sent, standing, answer } = await started(world)
      const id = await sent(PATH, 'submit', { ...PIECE, publishedOn: '2099-01-01' })
      expect(await answer(id)).toBe('done')
      const problem = { code: 'invalid-input', fields: [{ field: 'publishedOn' }] }
      expect(await standing(id)).toMatchObject({ state: 'answered', answer: { status: 422, body: problem } })
      expect(await letters(world)).toEqual([])
    }))

  it('that fails for our reasons waits for the next try', () =>
    inWorld(async (world) => {
      const { services, sent, standing, answer } = await started(world)
      const { extract } = services
      services.extract = () => Promise.reject(new Error('the disk is full'))
      const id = await sent(PATH, 'submit', PIECE)
      await expect(answer(id)).rejects.toMatchObject({
        code: 'internal',
        message: expect.stringMatching(/request id \S+/),
      })
      expect(await standing(id)).toMatchObject({ state: 'waiting', tries: 1, answer: null })
      services.extract = extract
      expect(await answer(id)).toBe('done')
      expect(await standing(id)).toMatchObject({ state: 'answered', tries: 2, answer: { status: 201 } })
    }))

  it('that fails for reasons of others is tried as often as anything, and then told so', () =>
    withPress({}, (press) =>
      inWorld(async (world) => {
        const { sent, standing, answer } = await started(world, {}, press.origin)
        const id = await sent(PATH, 'submit', { url: `${press.origin}/gone`, publishedOn: '2024-01-15' })
        for (let tries = 1; tries < MOST_TRIES; tries++)
          await expect(answer(id)).rejects.toMatchObject({ code: expect.stringMatching(/^fetch-(failed|later)$/) })
        expect(await answer(id)).toBe('done')
        const { state, answer: given } = await standing(id)
        expect([state, [502, 503].includes(given?.status ?? 0)]).toEqual(['answered', true])
        expect(await letters(world)).toEqual([])
      }),
    ))
})
