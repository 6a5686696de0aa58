import { describe, expect, it } from 'vitest'
import type { Actor } from '../../../src/actions/context.ts'
import { createKey } from '../../../src/actions/manage-keys.ts'
import { acceptInvitation } from '../../../src/actions/people/accept-invitation.ts'
import { changePassword } from '../../../src/actions/people/change-password.ts'
import { invitePerson } from '../../../src/actions/people/invite-person.ts'
import { banPerson, changeScopes } from '../../../src/actions/people/manage-people.ts'
import { offerReset, resetPassword } from '../../../src/actions/people/reset-password.ts'
import { ATTEMPTS, signIn } from '../../../src/actions/people/sign-in.ts'
import { sha256 } from '../../../src/core/ledger/digest.ts'
import { newSecret } from '../../../src/outside/random.ts'
import { allKeys } from '../../../src/storage/keys.ts'
import { findPerson } from '../../../src/storage/people.ts'
import { sessionsOf } from '../../../src/storage/sessions.ts'
import { oneTimeLinks } from '../../../src/storage/tables/accounts.ts'
import { instant, inWorld, type World } from '../../support/embedded.ts'
import { accounts, PASSWORD, somebody } from '../../support/people.ts'

const FROM = { address: '192.0.2.7', userAgent: 'a browser' }
const enter = (world: World, when: string, email: string, password = PASSWORD, from = FROM) =>
  signIn(world.at(when), { email, password, from, accounts })

describe('links', () => {
  it('work until their end, and their tokens are kept nowhere', () =>
    inWorld(async (world) => {
      const input = { email: 'ada@example.org', scopes: ['read' as const], expiresInHours: 2, secretBytes: newSecret() }
      const { token } = await invitePerson(world.at('2026-01-01T12:00:00.000Z'), input)
      const accept = (when: string) =>
        acceptInvitation(world.at(when), { token, name: 'Ada', password: PASSWORD, accounts })
      const rows = JSON.stringify(await world.tx.select().from(oneTimeLinks))
      expect([rows.includes(token), rows.includes(await sha256(token))]).toEqual([false, true])
      await expect(accept('2026-01-01T14:00:00.000Z')).rejects.toMatchObject({ code: 'not-found' })
      await expect(accept('2026-01-01T13:59:59.999Z')).resolves.toMatchObject({ email: 'ada@example.org' })
    }))

  it('give no account to an address that has one, nor more than their maker holds', () =>
    inWorld(async (world) => {
      const { email } = await somebody(world, ['read'])
      const make = (actor: Actor | undefined, address: string) => {
        const input = { email: address, scopes: ['resolve' as const], expiresInHours: 2, secretBytes: newSecret() }
        return invitePerson(world.at('2026-01-01', actor), input)
      }
      await expect(make(undefined, email)).rejects.toMatchObject({ code: 'already-exists' })
      const less: Actor = { name: 'key', scopes: ['review'] }
      await expect(make(less, 'b@example.org')).rejects.toMatchObject({ code: 'forbidden' })
    }))

  it('for another password are over after a day, and with the next', () =>
    inWorld(async (world) => {
      const { id: personId, email } = await somebody(world, ['read'])
      const offer = () => offerReset(world.at('2026-01-02T12:00:00.000Z'), { personId, secretBytes: newSecret() })
      const [first, second] = [await offer(), await offer()]
      const set = (token: string, when: string) =>
        resetPassword(world.at(when), { token, password: 'another horse battery', accounts })
      await expect(set(first.token, '2026-01-02')).rejects.toMatchObject({ code: 'not-found' })
      await expect(set(second.token, '2026-01-03T12:00:00.000Z')).rejects.toMatchObject({ code: 'not-found' })
      await set(second.token, '2026-01-03T11:59:59.999Z')
      await expect(enter(world, '2026-01-03', email)).rejects.toMatchObject({ code: 'unauthenticated' })
      await expect(enter(world, '2026-01-03', email, 'another horse battery')).resolves.toMatch(/^\w{32}$/)
    }))
})

describe('attempts to sign in', () => {
  it('are taken so often under one account from one network, and again once that is over', () =>
    inWorld(async (world) => {
      const { email } = await somebody(world, ['read'])
      const fail = (when: string, whom: string, from = FROM) => enter(world, when, whom, 'wrong horse battery', from)
      for (let at = 0; at < ATTEMPTS.here; at++)
        await expect(fail('2026-01-02T12:00:00.000Z', email)).rejects.toMatchObject({ code: 'unauthenticated' })
      await expect(enter(world, '2026-01-02T12:14:59.999Z', email)).rejects.toMatchObject({
        code: 'rate-limited',
        retryAt: '2026-01-02T12:15:00.000Z',
      })
      await expect(enter(world, '2026-01-02T12:15:00.000Z', email)).resolves.toMatch(/^\w{32}$/)
    }))

  it('that succeed forget what failed before', () =>
    inWorld(async (world) => {
      const { email } = await somebody(world, ['read'])
      const fail = () => enter(world, '2026-01-02', email, 'wrong horse battery')
      for (let round = 0; round < 2; round++) {
        for (let at = 1; at < ATTEMPTS.here; at++)
          await expect(fail()).rejects.toMatchObject({ code: 'unauthenticated' })
        await enter(world, '2026-01-02', email)
      }
    }))
})

describe('a password', () => {
  it('is changed by who knows it, and ends the other sessions', () =>
    inWorld(async (world) => {
      const { id: personId, email } = await somebody(world, ['read'])
      await enter(world, '2026-01-02T10:00:00.000Z', email)
      await enter(world, '2026-01-02T11:00:00.000Z', email)
      const [newest] = await sessionsOf(world.tx, personId, instant('2026-01-02T12:00:00.000Z'))
      const change = (current: string) => {
        const who = { personId, email, sessionId: newest?.id ?? '', accounts }
        return changePassword(world.at('2026-01-02'), { ...who, current, password: 'another horse battery' })
      }
      await expect(change('wrong horse battery')).rejects.toMatchObject({ code: 'invalid-input' })
      await change(PASSWORD)
      const left = await sessionsOf(world.tx, personId, instant('2026-01-02T12:00:00.000Z'))
      expect(left.map(({ id }) => id)).toEqual([newest?.id])
      await enter(world, '2026-01-02', email, 'another horse battery')
    }))
})

describe('keys of people', () => {
  const input = (name: string, ...scopes: ('review' | 'resolve' | 'admin')[]) => ({
    name,
    scopes,
    expiresAt: null,
    secretBytes: name,
  })

  it('are made as their maker is now, not as they were when they were asked', () =>
    inWorld(async (world) => {
      const { id, actor } = await somebody(world, ['review', 'resolve'])
      await changeScopes(world.at('2026-01-02'), { id, scopes: ['review'] })
      const make = () => createKey(world.at('2026-01-03', actor), input('one', 'resolve'))
      await expect(make()).rejects.toMatchObject({ code: 'forbidden' })
      await banPerson(world.at('2026-01-02'), { id, reason: 'left', accounts })
      await expect(createKey(world.at('2026-01-03', actor), input('two', 'review'))).rejects.toMatchObject({
        code: 'forbidden',
      })
    }))

  it('end with a ban, and so do keys that were made with them', () =>
    inWorld(async (world) => {
      const { id, actor } = await somebody(world, ['admin'])
      const { key } = await createKey(world.at('2026-01-02', actor), input('one', 'admin'))
      const second = await createKey(
        world.at('2026-01-02', { name: key.id, scopes: ['admin'] }),
        input('two', 'review'),
      )
      const other = await createKey(world.at('2026-01-02'), input('three', 'review'))
      const { revokedKeys } = await banPerson(world.at('2026-01-03'), { id, reason: 'left', accounts })
      expect(revokedKeys.map((one) => one.id).sort()).toEqual([key.id, second.key.id].sort())
      expect((await allKeys(world.tx)).filter(({ revokedAt }) => revokedAt === null).map((one) => one.id)).toEqual([
        other.key.id,
      ])
      expect(await findPerson(world.tx, id)).toMatchObject({ banned: true, banReason: 'left' })
    }))
})
