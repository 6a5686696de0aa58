import { expect, it } from 'vitest'
import { forgetLinks, forgetSignInAttempts } from '../../../src/actions/people/forget-access.ts'
import { invitePerson } from '../../../src/actions/people/invite-person.ts'
import { offerReset } from '../../../src/actions/people/reset-password.ts'
import { signIn } from '../../../src/actions/people/sign-in.ts'
import { newSecret } from '../../../src/outside/random.ts'
import { oneTimeLinks, signInAttempts } from '../../../src/storage/tables/accounts.ts'
import { inWorld } from '../../support/embedded.ts'
import { accounts, somebody } from '../../support/people.ts'

it('links that nobody used go 30 days after they were over, and those that were used stay', () =>
  inWorld(async (world) => {
    const ada = await somebody(world, ['read'])
    const invite = (email: string, when: string, expiresInHours: number) =>
      invitePerson(world.at(when), { email, scopes: ['read'], expiresInHours, secretBytes: newSecret() })
    await invite('zoe@example.org', '2026-02-01', 24)
    await invite('yan@example.org', '2026-02-02', 24)
    await offerReset(world.at('2026-02-01'), { personId: ada.id, secretBytes: newSecret() })
    // Another to the same address revokes it.
    await invite('max@example.org', '2026-02-01', 700)
    await invite('max@example.org', '2026-02-01', 700)
    expect(await forgetLinks(world.at('2026-03-05'), { limit: 2 })).toEqual({ forgotten: 2, done: false })
    expect(await forgetLinks(world.at('2026-03-05'), {})).toEqual({ forgotten: 1, done: true })
    const left = await world.tx.select().from(oneTimeLinks)
    expect(left.map(({ email }) => email).sort()).toEqual([ada.email, 'max@example.org', 'yan@example.org'])
  }))

it('attempts to sign in go when they count no more, also where nobody tries again', () =>
  inWorld(async (world) => {
    const ada = await somebody(world, ['read'])
    const from = { address: '203.0.113.9', userAgent: 'a browser' }
    const wrong = { email: ada.email, password: 'a wrong horse battery', from, accounts }
    await expect(signIn(world.at('2026-02-01T12:00:00.000Z'), wrong)).rejects.toThrow()
    expect(await forgetSignInAttempts(world.at('2026-02-01T12:14:59.000Z'), {})).toEqual({ forgotten: 0, done: true })
    // Counted by account and network, by network, and by account.
    expect(await forgetSignInAttempts(world.at('2026-02-01T12:15:00.000Z'), {})).toEqual({ forgotten: 3, done: true })
    expect(await world.tx.select().from(signInAttempts)).toEqual([])
  }))
