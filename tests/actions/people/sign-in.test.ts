import { describe, expect, it } from 'vitest'
import { changePassword } from '../../../src/actions/people/change-password.ts'
import { eraseOwnPerson } from '../../../src/actions/people/erase-person.ts'
import { banPerson } from '../../../src/actions/people/manage-people.ts'
import { offerReset, resetPassword } from '../../../src/actions/people/reset-password.ts'
import { ATTEMPTS, signIn } from '../../../src/actions/people/sign-in.ts'
import { sha256 } from '../../../src/core/ledger/digest.ts'
import type { Accounts, OpenAccounts } from '../../../src/outside/accounts.ts'
import { newSecret } from '../../../src/outside/random.ts'
import { insertLink } from '../../../src/storage/one-time-links.ts'
import { sessionsOf } from '../../../src/storage/sessions.ts'
import { keepAttempts } from '../../../src/storage/sign-in-attempts.ts'
import { signInAttempts } from '../../../src/storage/tables/accounts.ts'
import { instant, inWorld, type World } from '../../support/embedded.ts'
import { accounts, PASSWORD, somebody } from '../../support/people.ts'

const FROM = { address: '192.0.2.7', userAgent: 'a browser' }
const ANOTHER = 'another horse battery'
const enter = (world: World, when: string, email: string, password = PASSWORD, address = FROM.address) =>
  signIn(world.at(when), { email, password, from: { ...FROM, address }, accounts })

/** What attempts under an address of mail are counted by, from one network and from all; and those from one under any. */
const here = async (email: string, address = FROM.address) =>
  `${await everywhere(email)} from ${await network(address)}`
const everywhere = (email: string) => sha256(`account:${email}`)
const network = (address: string) => sha256(`address:${address}`)

/** Attempts that failed already, without the time that they take. */
const failed = async (world: World, subject: string, times: number): Promise<void> => {
  const recordedAt = instant('2026-01-02T12:00:00.000Z')
  const rows = Array.from({ length: times }, () => ({ id: world.newId('signInAttempt'), subject, recordedAt }))
  await keepAttempts(world.tx, rows, instant('2026-01-01T00:00:00.000Z'))
}

describe('attempts that count', () => {
  it('are those that failed: who waits as long as they are told to gets in, however often they asked meanwhile', () =>
    inWorld(async (world) => {
      const { email } = await somebody(world, ['read'])
      await failed(world, await here(email), ATTEMPTS.here)
      for (let minute = 1; minute < 15; minute++)
        await expect(
          enter(world, `2026-01-02T12:${String(minute).padStart(2, '0')}:00.000Z`, email),
        ).rejects.toMatchObject({ code: 'rate-limited', retryAt: '2026-01-02T12:15:00.000Z' })
      expect(await world.tx.$count(signInAttempts)).toBe(ATTEMPTS.here)
      await enter(world, '2026-01-02T12:15:00.000Z', email)
    }))

  it('are none of those that succeed, from one address of the net', () =>
    inWorld(async (world) => {
      const { email } = await somebody(world, ['read'])
      await failed(world, await network(FROM.address), ATTEMPTS.network - 1)
      for (let at = 0; at < 2; at++) await enter(world, '2026-01-02', email)
      expect(await world.tx.$count(signInAttempts)).toBe(ATTEMPTS.network - 1)
      const wrong = enter(world, '2026-01-02', email, 'wrong horse battery')
      await expect(wrong).rejects.toMatchObject({ code: 'unauthenticated' })
      await expect(enter(world, '2026-01-02', email)).rejects.toMatchObject({ code: 'rate-limited' })
    }))
})

describe('somebody who fails under an address of mail that is not theirs', () => {
  const LIMITED = { code: 'rate-limited', retryAt: '2026-01-02T12:15:00.000Z' }
  const AT = '2026-01-02T12:14:00.000Z'
  const WRONG = 'wrong horse battery'

  it.each(['198.51.100.1', '2001:db8:1:2::/64', ''])('from “%s” shuts nobody out who comes from elsewhere', (address) =>
    inWorld(async (world) => {
      const { email } = await somebody(world, ['read'])
      for (const whom of [email, 'nobody@example.org']) {
        for (let at = 0; at < ATTEMPTS.here; at++) {
          const failing = enter(world, '2026-01-02T12:00:00.000Z', whom, WRONG, address)
          await expect(failing).rejects.toMatchObject({ code: 'unauthenticated' })
        }
        await expect(enter(world, AT, whom, PASSWORD, address)).rejects.toMatchObject(LIMITED)
      }
      for (const other of ['192.0.2.7', '2001:db8:1:3::/64']) await enter(world, AT, email, PASSWORD, other)
    }),
  )

  it('from many networks is slowed all the same, whether there is such an account or not', () =>
    inWorld(async (world) => {
      const { email } = await somebody(world, ['read'])
      for (const whom of [email, 'nobody@example.org']) {
        await failed(world, await everywhere(whom), ATTEMPTS.account - 1)
        await expect(enter(world, AT, whom, WRONG, '198.51.100.1')).rejects.toMatchObject({ code: 'unauthenticated' })
        await expect(enter(world, AT, whom, PASSWORD, '198.51.100.2')).rejects.toMatchObject(LIMITED)
      }
    }))

  it('is slowed on, though its owner signs in meanwhile', () =>
    inWorld(async (world) => {
      const { email } = await somebody(world, ['read'])
      await failed(world, await everywhere(email), ATTEMPTS.account - 1)
      await enter(world, AT, email)
      await expect(enter(world, AT, email, WRONG, '198.51.100.1')).rejects.toMatchObject({ code: 'unauthenticated' })
      await expect(enter(world, AT, email, WRONG, '198.51.100.2')).rejects.toMatchObject(LIMITED)
    }))

  it('keeps nobody who is signed in from another password, nor from erasing the account', () =>
    inWorld(async (world) => {
      const { id: personId, email, actor } = await somebody(world, ['read'])
      for (const address of ['', FROM.address]) await failed(world, await here(email, address), ATTEMPTS.here)
      await failed(world, await everywhere(email), ATTEMPTS.account)
      await failed(world, await network(FROM.address), ATTEMPTS.network)
      const who = { personId, email, sessionId: '', accounts }
      const change = (current: string) => changePassword(world.at(AT, actor), { ...who, current, password: ANOTHER })
      await change(PASSWORD)
      for (let at = 0; at < ATTEMPTS.own; at++)
        await expect(change(WRONG)).rejects.toMatchObject({ code: 'invalid-input' })
      await expect(change(ANOTHER)).rejects.toMatchObject({ code: 'rate-limited' })
      await enter(world, '2026-01-02T12:15:00.000Z', email, ANOTHER)
      const later = '2026-01-02T12:29:00.000Z'
      const failing = enter(world, later, email, WRONG, '198.51.100.9')
      await expect(failing).rejects.toMatchObject({ code: 'unauthenticated' })
      const erasing = { personId, email, known: email, password: ANOTHER, accounts }
      await eraseOwnPerson(world.at(later, actor), erasing)
      const left = await world.tx.select().from(signInAttempts)
      expect(left.map(({ subject }) => subject)).toEqual([await network('198.51.100.9')])
    }))
})

describe('a sign-in on its way', () => {
  /** Accounts where something happens between the look at the password and the session's being used. */
  const where =
    (signingIn: (keeper: Accounts) => ReturnType<Accounts['signIn']>): OpenAccounts =>
    async (...given) => {
      const keeper = await accounts(...given)
      return { ...keeper, signIn: () => signingIn(keeper) }
    }

  it('ends with another password, even where its session was made after the others had ended', () =>
    inWorld(async (world) => {
      const { id, email } = await somebody(world, ['read'])
      const context = world.at('2026-01-02')
      const late = where(async (keeper) => {
        const { token } = await offerReset(context, { personId: id, secretBytes: newSecret() })
        await resetPassword(context, { token, password: ANOTHER, accounts })
        return keeper.signIn(email, ANOTHER, FROM)
      })
      const signing = signIn(context, { email, password: PASSWORD, from: FROM, accounts: late })
      await expect(signing).rejects.toMatchObject({ code: 'unauthenticated' })
      expect(await sessionsOf(world.tx, id, context.now)).toEqual([])
      await enter(world, '2026-01-02', email, ANOTHER)
    }))

  it('ends with a ban', () =>
    inWorld(async (world) => {
      const { id, email } = await somebody(world, ['read'])
      const context = world.at('2026-01-02')
      const late = where(async (keeper) => {
        const signed = await keeper.signIn(email, PASSWORD, FROM)
        await banPerson(context, { id, reason: 'left', accounts })
        return signed
      })
      const signing = signIn(context, { email, password: PASSWORD, from: FROM, accounts: late })
      await expect(signing).rejects.toMatchObject({ code: 'unauthenticated' })
    }))

  it('cannot change the password that somebody reset meanwhile', () =>
    inWorld(async (world) => {
      const { id: personId, email } = await somebody(world, ['read'])
      const context = world.at('2026-01-02')
      const late: OpenAccounts = async (...given) => {
        const keeper = await accounts(...given)
        const isPassword: Accounts['isPassword'] = async (...asked) => {
          const is = await keeper.isPassword(...asked)
          await keeper.setPassword(personId, ANOTHER)
          return is
        }
        return { ...keeper, isPassword }
      }
      const who = { personId, email, sessionId: '', accounts: late }
      const changing = changePassword(context, { ...who, current: PASSWORD, password: 'a third horse battery' })
      await expect(changing).rejects.toMatchObject({ code: 'invalid-input', fields: [{ field: 'current' }] })
      await enter(world, '2026-01-02', email, ANOTHER)
    }))
})

describe('links for another password', () => {
  it('end when the password is changed without them', () =>
    inWorld(async (world) => {
      const { id: personId, email } = await somebody(world, ['read'])
      const context = world.at('2026-01-02')
      const { token } = await offerReset(context, { personId, secretBytes: newSecret() })
      const who = { personId, email, sessionId: '', accounts }
      await changePassword(context, { ...who, current: PASSWORD, password: ANOTHER })
      const resetting = resetPassword(context, { token, password: PASSWORD, accounts })
      await expect(resetting).rejects.toMatchObject({ code: 'not-found' })
    }))

  it('end when another of them is used', () =>
    inWorld(async (world) => {
      const { id: personId, email } = await somebody(world, ['read'])
      const context = world.at('2026-01-02')
      const { token } = await offerReset(context, { personId, secretBytes: newSecret() })
      const other = { id: world.newId('reset'), personId, email, madeBy: 'host', recordedAt: context.now }
      const expiresAt = instant('2026-01-03T00:00:00.000Z')
      await insertLink(world.tx, { ...other, kind: 'reset', sha256: await sha256('other'), expiresAt })
      await resetPassword(context, { token, password: ANOTHER, accounts })
      const again = resetPassword(context, { token: 'other', password: PASSWORD, accounts })
      await expect(again).rejects.toMatchObject({ code: 'not-found' })
    }))
})
