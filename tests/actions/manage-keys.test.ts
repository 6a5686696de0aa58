import { describe, expect, it } from 'vitest'
import type { Actor } from '../../src/actions/context.ts'
import { createKey, revokeKey, rotateKey } from '../../src/actions/manage-keys.ts'
import { invitePerson } from '../../src/actions/people/invite-person.ts'
import { reviewCandidate } from '../../src/actions/predicting/review-candidate.ts'
import type { Scope } from '../../src/core/key.ts'
import { sha256 } from '../../src/core/ledger/digest.ts'
import { allKeys, keyBySecret, namesOfHand } from '../../src/storage/keys.ts'
import { oneTimeLinks } from '../../src/storage/tables/accounts.ts'
import { keys } from '../../src/storage/tables/people.ts'
import { statementsOf } from '../support/counting-statements.ts'
import { instant, inWorld, type World } from '../support/embedded.ts'
import { somebody } from '../support/people.ts'
import { recorded } from './story.ts'

const make = (world: World, secretBytes = 'c2VjcmV0', rest: { expiresAt?: string } = {}) =>
  createKey(world.at('2026-01-01'), {
    name: 'reader',
    scopes: ['read', 'review', 'read'],
    expiresAt: rest.expiresAt ? instant(rest.expiresAt) : null,
    secretBytes,
  })

describe('keys', () => {
  it('show their secret once and keep only its hash', () =>
    inWorld(async (world) => {
      const { key, secret } = await make(world, 'VerySecretBytes')
      expect(secret).toBe('hck_VerySecretBytes')
      expect(key).toMatchObject({ prefix: 'hck_VerySecr', scopes: ['read', 'review'], revokedAt: null })
      expect(await keyBySecret(world.tx, await sha256(secret))).toEqual({ key, before: false })
      expect(await keyBySecret(world.tx, await sha256(`${secret}x`))).toBeNull()
      expect(JSON.stringify(await world.tx.select().from(keys))).not.toContain('VerySecretBytes')
    }))

  it('keep when they end', () =>
    inWorld(async (world) => {
      const { key } = await make(world, 'abc', { expiresAt: '2027-01-01T00:00:00.000Z' })
      expect(key.expiresAt).toBe('2027-01-01T00:00:00.000Z')
      expect(await allKeys(world.tx)).toEqual([key])
    }))

  it('are revoked from an instant on, which a second revocation does not move', () =>
    inWorld(async (world) => {
      const { key } = await make(world)
      await revokeKey(world.at('2026-02-01'), { id: key.id })
      await revokeKey(world.at('2026-03-01'), { id: key.id })
      expect(await allKeys(world.tx)).toEqual([{ ...key, revokedAt: '2026-02-01T12:00:00.000Z' }])
    }))

  it('that are not there cannot be revoked', () =>
    inWorld(async (world) => {
      await expect(revokeKey(world.at('2026-02-01'), { id: world.newId('key') })).rejects.toMatchObject({
        code: 'not-found',
      })
    }))
})

describe('who acts by a key', () => {
  const asked = (secretBytes: string, scopes: Scope[], expiresAt: string | null = null) => ({
    name: secretBytes,
    scopes,
    expiresAt: expiresAt === null ? null : instant(expiresAt),
    secretBytes,
  })
  const holder = async (world: World, input: ReturnType<typeof asked>, maker?: Actor): Promise<Actor> => {
    const { key } = await createKey(world.at('2026-01-01', maker), input)
    return { name: key.id, scopes: input.scopes, expiresAt: key.expiresAt }
  }

  it('may do what the key may by now, not what it might when it was asked', () =>
    inWorld(async (world) => {
      const revoked = await holder(world, asked('one', ['admin']))
      await revokeKey(world.at('2026-01-02'), { id: revoked.name })
      const expired = await holder(world, asked('two', ['admin'], '2026-01-02T12:00:00.000Z'))
      const less = { ...(await holder(world, asked('three', ['review']))), scopes: ['admin' as const] }
      const other = await holder(world, asked('four', ['read']))
      for (const [actor, code] of [
        [revoked, 'unauthenticated'],
        [expired, 'unauthenticated'],
        [less, 'forbidden'],
      ] as const)
        await expect(createKey(world.at('2026-01-02', actor), asked('new', ['read']))).rejects.toMatchObject({ code })
      for (const actor of [revoked, expired, less]) {
        const turn = { id: other.name, overlapHours: 0, secretBytes: 'turned' }
        await expect(rotateKey(world.at('2026-01-02', actor), turn)).rejects.toThrow()
        await expect(revokeKey(world.at('2026-01-02', actor), { id: other.name })).rejects.toThrow()
      }
      expect((await allKeys(world.tx)).find(({ id }) => id === other.name)).toMatchObject({
        revokedAt: null,
        prefix: 'hck_four',
      })
    }))

  it('leaves no invitation behind that works when the key, or the line it is of, is revoked', () =>
    inWorld(async (world) => {
      const root = await holder(world, asked('root', ['admin']))
      const made = await holder(world, asked('made', ['admin']), root)
      const open = async () =>
        (await world.tx.select().from(oneTimeLinks))
          .filter(({ revokedAt }) => revokedAt === null)
          .map((row) => row.email)
      for (const [email, actor] of [
        ['root@example.org', root],
        ['made@example.org', made],
        ['host@example.org', undefined],
      ] as const) {
        const input = { email, scopes: ['admin' as const], expiresInHours: 48, secretBytes: email }
        await invitePerson(world.at('2026-01-01', actor), input)
      }
      await revokeKey(world.at('2026-01-02'), { id: root.name })
      expect((await open()).sort()).toEqual(['host@example.org', 'made@example.org'])
      await revokeKey(world.at('2026-01-02'), { id: root.name, withMade: true })
      expect(await open()).toEqual(['host@example.org'])
    }))
})

describe('the names of a hand', () => {
  const scopes: Scope[] = ['admin']
  const person = async (world: World): Promise<Actor> => (await somebody(world, scopes)).actor
  const keyBy = async (world: World, maker: Actor, secretBytes: string): Promise<Actor> => {
    const made = await createKey(world.at('2026-01-01', maker), { name: 'k', scopes, expiresAt: null, secretBytes })
    return { name: made.key.id, scopes }
  }

  it('are a person’s, with the keys that they and their keys made, from whichever it is asked', () =>
    inWorld(async (world) => {
      const ada = await person(world)
      const own = await keyBy(world, ada, 'one')
      const further = await keyBy(world, own, 'two')
      const ofHost = await keyBy(world, { name: 'host', scopes }, 'three')
      const ofKey = await keyBy(world, ofHost, 'four')
      for (const { name } of [ada, own, further]) {
        expect((await namesOfHand(world.tx, name)).toSorted()).toEqual([ada.name, own.name, further.name].toSorted())
      }
      for (const name of [ofHost.name, ofKey.name, 'job']) expect(await namesOfHand(world.tx, name)).toEqual([name])
    }))

  it('are read in as many statements, however many have reviewed', () =>
    inWorld(async (world) => {
      const ada = await person(world)
      const read = () => statementsOf(world.tx, () => namesOfHand(world.tx, ada.name))
      const before = await read()
      await keyBy(world, ada, 'one')
      for (const name of ['second', 'third']) {
        const said = { on: '2026-01-05', quote: 'It will likely rain.', end: '2026-03-31', by: [name] }
        const { candidate } = await recorded(world, said)
        const review = { decision: 'reject', reason: 'a wish' } as const
        await reviewCandidate(world.at('2026-01-06', { name, scopes: ['review'] }), {
          candidateId: candidate.id,
          review,
        })
      }
      expect(await read()).toBe(before)
    }))
})
