import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { Author } from '../../src/core/author.ts'
import { ApiKey } from '../../src/core/key.ts'
import { Prediction } from '../../src/core/prediction.ts'
import { Question } from '../../src/core/question.ts'
import { HeldKey } from '../../src/queries/held-key.ts'
import { type Answer, type Api, bodyOf, expectProblem, type Keys, mark, pageOf } from './api.ts'

const Key = ApiKey.strict()
const Made = z.strictObject({ key: Key, secret: z.string().regex(/^hck_[\w-]{43}$/) })
const Revoked = z.strictObject({ key: Key, alsoRevoked: z.array(Key) })
const Held = HeldKey.extend({ key: Key }).strict()
type Made = z.infer<typeof Made>

const soon = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString()

/** Asks with a key of the test's own. */
const asking = (api: Api) => {
  const send = (secret: string, path: string, init: RequestInit = {}): Promise<Answer> =>
    api.send(path, null, { ...init, headers: { ...init.headers, authorization: `Bearer ${secret}` } })
  const post = (secret: string, path: string, body: unknown, headers = {}): Promise<Answer> => {
    const init = { method: 'POST', body: JSON.stringify(body) }
    return send(secret, path, { ...init, headers: { 'content-type': 'application/json', ...headers } })
  }
  return { get: (secret: string, path: string) => send(secret, path), post }
}

const makingContract = (api: Api): void => {
  const { get, post } = asking(api)
  const make = async (by: keyof Keys, body: object): Promise<Made> => {
    const answer = await api.post('/v1/keys', by, { name: mark(), ...body })
    expect(answer.headers.get('cache-control')).toBe('no-store')
    return bodyOf(answer, 201, Made)
  }
  const me = async (secret: string) => bodyOf(await get(secret, '/v1/keys/me'), 200, Held)

  it('shows the secret of a new key once', async () => {
    const expiresAt = soon(24)
    const { key, secret } = await make('admin', { scopes: ['submit', 'submit'], expiresAt })
    expect(key).toMatchObject({ scopes: ['submit'], expiresAt, revokedAt: null, lastUsedAt: null, bot: false })
    expect(secret.startsWith(key.prefix)).toBe(true)
    expect(key.owner).toMatch(/^key_/)
    const listed = await api.get('/v1/keys?limit=200', 'admin')
    expect(bodyOf(listed, 200, pageOf(Key)).items.map(({ id }) => id)).toContain(key.id)
    expect(listed.text).not.toContain(secret)
    expect((await me(secret)).key).toMatchObject({ id: key.id, name: key.name })
  })

  it('keeps no answer that holds a secret, whatever Idempotency-Key comes along', async () => {
    const admin = await made(api, 'admin')
    const again = { 'idempotency-key': mark() }
    const body = { name: mark(), scopes: ['read'] }
    const [first, second] = [await post(admin, '/v1/keys', body, again), await post(admin, '/v1/keys', body, again)]
    expect(second.headers.get('idempotent-replayed')).toBeNull()
    const [one, other] = [bodyOf(first, 201, Made), bodyOf(second, 201, Made)]
    expect(other.secret).not.toBe(one.secret)
    const path = `/v1/keys/${one.key.id}/rotations`
    const turned = [await post(admin, path, {}, again), await post(admin, path, {}, again)]
    expect(new Set(turned.map((answer) => bodyOf(answer, 201, Made).secret)).size).toBe(2)
  })

  it('lets an admin alone make others, and none that outlives its maker', async () => {
    for (const scope of ['read', 'submit', 'review', 'resolve'] as const)
      expectProblem(await api.post('/v1/keys', scope, { name: mark(), scopes: [scope] }), 403, 'forbidden')
    const expiresAt = soon(48)
    const { secret } = await make('admin', { scopes: ['admin'], expiresAt, bot: true })
    const ask = (body: object) => post(secret, '/v1/keys', { name: mark(), ...body })
    expectProblem(await ask({ scopes: ['review'], expiresAt: soon(72) }), 422, 'invalid-input', ['expiresAt'])
    expectProblem(await ask({ scopes: ['review'], expiresAt: soon(-1) }), 422, 'invalid-input', ['expiresAt'])
    expectProblem(await ask({ scopes: [] }), 422, 'invalid-input', ['scopes'])
    const { key } = bodyOf(await ask({ scopes: ['review'] }), 201, Made)
    expect(key).toMatchObject({ scopes: ['review'], expiresAt, bot: true })
  })

  it('tells what a key may do and as whom it may submit', async () => {
    const { secret } = await make('admin', { scopes: ['submit'] })
    expect(await me(secret)).toMatchObject({ submitsAs: { any: false, authors: [], more: false } })
    const recorded = await post(secret, '/v1/authors', { name: `Ada ${mark()}`, kind: 'person' })
    const { author } = bodyOf(recorded, 201, z.object({ author: Author }))
    expect((await me(secret)).submitsAs.authors).toEqual([author])
    expect(author.bot).toBe(false)
    // Who may not submit is told of nobody as whom they might.
    expect((await me((await make('admin', { scopes: ['read'] })).secret)).submitsAs.authors).toEqual([])
    expect((await me(await made(api, 'admin'))).submitsAs.any).toBe(true)
  })
}

/** The secret of a new key with one scope. */
const made = async (api: Api, scope: 'admin' | 'submit'): Promise<string> =>
  bodyOf(await api.post('/v1/keys', 'admin', { name: mark(), scopes: [scope] }), 201, Made).secret

const rotatingContract = (api: Api): void => {
  const { get, post } = asking(api)
  const make = async () => bodyOf(await api.post('/v1/keys', 'admin', { name: mark(), scopes: ['submit'] }), 201, Made)
  const rotate = async (by: string, id: string, body: object = {}) =>
    bodyOf(await post(by, `/v1/keys/${id}/rotations`, body), 201, Made)

  it('ends the secret before at once', async () => {
    const before = await make()
    const after = await rotate(before.secret, before.key.id)
    expect(after.key).toMatchObject({ id: before.key.id, previousUntil: null })
    expectProblem(await get(before.secret, '/v1/keys/me'), 401, 'unauthenticated')
    expect((await get(after.secret, '/v1/keys/me')).status).toBe(200)
  })

  it('lets the secret before work on for a while, and do nothing to keys meanwhile', async () => {
    const before = await make()
    const { id } = before.key
    const after = await rotate(before.secret, id, { overlapHours: 168 })
    const until = Date.parse(after.key.previousUntil ?? '') - Date.now()
    expect(Math.abs(until - 168 * 3_600_000)).toBeLessThan(600_000)
    expect((await get(before.secret, '/v1/keys/me')).status).toBe(200)
    for (const [path, body] of [
      ['/v1/keys', { name: 'x', scopes: ['submit'] }],
      [`/v1/keys/${id}/rotations`, {}],
      [`/v1/keys/${id}/revocations`, {}],
    ] as const)
      expectProblem(await post(before.secret, path, body), 403, 'forbidden')
    // One more rotation ends both that came before it.
    await rotate(after.secret, id)
    for (const { secret } of [before, after]) expectProblem(await get(secret, '/v1/keys/me'), 401, 'unauthenticated')
  })

  it('takes no overlap beyond 7 days, and none but whole hours', async () => {
    const { key, secret } = await make()
    for (const overlapHours of [169, -1, 0.5, '1'])
      expectProblem(await post(secret, `/v1/keys/${key.id}/rotations`, { overlapHours }), 422, 'invalid-input', [
        'overlapHours',
      ])
  })

  it('revokes a key once, and with it what was made with it where that is asked', async () => {
    const makes = async (by: string) =>
      bodyOf(await post(by, '/v1/keys', { name: mark(), scopes: ['admin'] }), 201, Made)
    const { key, secret } = await makes(await made(api, 'admin'))
    const child = await makes(secret)
    const second = await makes(child.secret)
    const admin = await made(api, 'admin')
    const revoke = async (body: object) =>
      bodyOf(await post(admin, `/v1/keys/${key.id}/revocations`, body), 201, Revoked)
    const first = await revoke({})
    expect(first.alsoRevoked).toEqual([])
    expectProblem(await get(secret, '/v1/keys/me'), 401, 'unauthenticated')
    expect((await get(child.secret, '/v1/keys/me')).status).toBe(200)
    const all = await revoke({ withMade: true })
    expect(all.key).toEqual(first.key)
    expect(all.alsoRevoked.map(({ id }) => id)).toEqual([child.key.id, second.key.id])
    for (const gone of [child, second]) expectProblem(await get(gone.secret, '/v1/keys/me'), 401, 'unauthenticated')
    expectProblem(await post(admin, `/v1/keys/${key.id}/rotations`, {}), 409, 'illegal-step')
  })

  it('lets nobody near the keys of others', async () => {
    const [one, other] = [await make(), await make()]
    for (const what of ['rotations', 'revocations'])
      expectProblem(await post(one.secret, `/v1/keys/${other.key.id}/${what}`, {}), 404, 'not-found', ['id'])
    expect((await get(other.secret, '/v1/keys/me')).status).toBe(200)
  })
}

const botContract = (api: Api): void => {
  const { post } = asking(api)

  it('marks the authors and predictions of a bot', async () => {
    const body = { name: mark(), scopes: ['submit'], bot: true }
    const { secret } = bodyOf(await api.post('/v1/keys', 'admin', body), 201, Made)
    const recorded = await post(secret, '/v1/authors', { name: `Bot ${mark()}`, kind: 'model' })
    const { author } = bodyOf(recorded, 201, z.object({ author: Author }))
    expect(author.bot).toBe(true)
    const listed = bodyOf(await api.get('/v1/authors?limit=200'), 200, pageOf(Author)).items
    expect(listed.find(({ id }) => id === author.id)?.bot).toBe(true)
    const question = await api.post('/v1/questions', 'review', {
      wording: `The mill ${mark()} closes.`,
      windowStart: '2024-01-01',
      windowEnd: '2190-12-31',
      referenceAt: '2190-06-30T00:00:00.000Z',
    })
    const { id } = bodyOf(question, 201, Question)
    const said = await post(secret, '/v1/predictions', { author: author.id, questionId: id, probability: 0.3 })
    expect(bodyOf(said, 201, Prediction)).toMatchObject({ bot: true, origin: 'submitted' })
    const Listed = pageOf(z.looseObject({ bot: z.boolean() }))
    expect(bodyOf(await api.get(`/v1/predictions?question=${id}`), 200, Listed).items).toMatchObject([{ bot: true }])
  })
}

const usedContract = (api: Api): void => {
  const { get } = asking(api)

  it('tell when they were used last', async () => {
    const { key, secret } = bodyOf(await api.post('/v1/keys', 'admin', { name: mark(), scopes: ['read'] }), 201, Made)
    expect((await get(secret, '/v1/authors?limit=1')).status).toBe(200)
    const used = async (): Promise<string | null> => {
      const { items } = bodyOf(await api.get('/v1/keys?limit=200', 'admin'), 200, pageOf(Key))
      return items.find(({ id }) => id === key.id)?.lastUsedAt ?? null
    }
    await expect.poll(used).not.toBeNull()
    const first = await used()
    await get(secret, '/v1/authors?limit=1')
    expect(await used()).toBe(first)
  })
}

export const keyContract = (api: Api): void => {
  describe('keys that are made', () => makingContract(api))
  describe('keys that are rotated and revoked', () => rotatingContract(api))
  describe('keys of bots', () => botContract(api))
  describe('keys in use', () => usedContract(api))
}
