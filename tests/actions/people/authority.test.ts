import { describe, expect, it } from 'vitest'
import type { Actor, Context } from '../../../src/actions/context.ts'
import { createKey, revokeKey } from '../../../src/actions/manage-keys.ts'
import { acceptInvitation } from '../../../src/actions/people/accept-invitation.ts'
import { invitePerson, revokeInvitation } from '../../../src/actions/people/invite-person.ts'
import { banPerson, changeScopes, signOutPerson, unbanPerson } from '../../../src/actions/people/manage-people.ts'
import { offerReset, resetPassword } from '../../../src/actions/people/reset-password.ts'
import type { Scope } from '../../../src/core/key.ts'
import { newSecret } from '../../../src/outside/random.ts'
import { findPerson } from '../../../src/storage/people.ts'
import { oneTimeLinks } from '../../../src/storage/tables/accounts.ts'
import { instant, inWorld, type World } from '../../support/embedded.ts'
import { accounts, PASSWORD, somebody } from '../../support/people.ts'

const MADE = '2026-01-02'
const AFTER = '2026-01-03T10:00:00.000Z'

const keyOf = async (world: World, maker: Actor, scopes: Scope[], expiresAt: string | null = null): Promise<Actor> => {
  const end = expiresAt === null ? null : instant(expiresAt)
  const input = { name: 'one', scopes, expiresAt: end, secretBytes: newSecret() }
  const { key } = await createKey(world.at(MADE, maker), input)
  return { name: key.id, scopes, expiresAt: key.expiresAt }
}

const invite = (context: Context, email: string) =>
  invitePerson(context, { email, scopes: ['admin'], expiresInHours: 48, secretBytes: newSecret() })

describe('links that somebody made', () => {
  /** An admin with a key whose maker is revoked, and the links that both and another admin made. */
  const scene = async (world: World) => {
    const ada = await somebody(world, ['admin'], 'ada')
    const ben = await somebody(world, ['admin'], 'ben')
    const eve = await somebody(world, ['read'], 'eve')
    const between = await keyOf(world, ada.actor, ['admin'])
    const made = await keyOf(world, between, ['admin'])
    await revokeKey(world.at(MADE), { id: between.name })
    const [own, byKey, bens] = [
      await invite(world.at(MADE, ada.actor), 'own@example.org'),
      await invite(world.at(MADE, made), 'key@example.org'),
      await invite(world.at(MADE, ben.actor), 'bens@example.org'),
    ]
    const reset = await offerReset(world.at(MADE, ada.actor), { personId: eve.id, secretBytes: newSecret() })
    const works = async () => {
      const taken = [own, byKey, bens].map(({ token }) => ({ token, name: 'New', password: PASSWORD, accounts }))
      const uses = [
        ...taken.map((input) => () => acceptInvitation(world.at(AFTER), input)),
        () => resetPassword(world.at(AFTER), { token: reset.token, password: 'another horse battery', accounts }),
      ]
      const outcomes: unknown[] = []
      for (const use of uses)
        outcomes.push(
          await use().then(
            () => true,
            ({ code }) => code,
          ),
        )
      return outcomes
    }
    return { ada, ben, works }
  }

  it('work no more once they are banned', () =>
    inWorld(async (world) => {
      const { ada, ben, works } = await scene(world)
      await banPerson(world.at(AFTER, ben.actor), { id: ada.id, reason: 'left', accounts })
      expect(await works()).toEqual(['not-found', 'not-found', true, 'not-found'])
    }))

  it('work no more once they are no admin', () =>
    inWorld(async (world) => {
      const { ada, ben, works } = await scene(world)
      await changeScopes(world.at(AFTER, ben.actor), { id: ada.id, scopes: ['review', 'resolve'] })
      expect(await works()).toEqual(['not-found', 'not-found', true, 'not-found'])
    }))

  it('work on while they stay one', () =>
    inWorld(async (world) => {
      const { ada, ben, works } = await scene(world)
      await changeScopes(world.at(AFTER, ben.actor), { id: ada.id, scopes: ['admin', 'review'] })
      expect(await works()).toEqual([true, true, true, true])
    }))

  it('end with the key that made them', () =>
    inWorld(async (world) => {
      const { actor } = await somebody(world, ['admin'], 'ada')
      const { id: personId } = await somebody(world, ['read'], 'eve')
      const key = await keyOf(world, actor, ['admin'], '2026-01-02T13:00:00.000Z')
      const { invitation } = await invite(world.at(MADE, key), 'one@example.org')
      const reset = await offerReset(world.at(MADE, key), { personId, secretBytes: newSecret() })
      expect([invitation.expiresAt, reset.expiresAt]).toEqual([key.expiresAt, key.expiresAt])
      const later = await invite(world.at(MADE, await keyOf(world, actor, ['admin'], AFTER)), 'two@example.org')
      expect(later.invitation.expiresAt).toBe(AFTER)
      const free = await invite(world.at(MADE, actor), 'three@example.org')
      expect(free.invitation.expiresAt).toBe('2026-01-04T12:00:00.000Z')
    }))
})

describe('the keys of who loses a scope', () => {
  it('lose it wherever they stand in the line, behind one that is revoked too', () =>
    inWorld(async (world) => {
      const ada = await somebody(world, ['admin'], 'ada')
      const between = await keyOf(world, ada.actor, ['admin'])
      const hidden = await keyOf(world, between, ['admin'])
      const ofHidden = await keyOf(world, hidden, ['review'])
      const kept = await keyOf(world, between, ['review'])
      await revokeKey(world.at(MADE), { id: between.name })
      const change = (scopes: Scope[]) => changeScopes(world.at(AFTER), { id: ada.id, scopes })
      expect((await change(['review'])).revokedKeys.map(({ id }) => id)).toEqual([hidden.name, ofHidden.name])
      expect((await change(['read'])).revokedKeys.map(({ id }) => id)).toEqual([kept.name])
    }))
})

describe('who manages people', () => {
  const verbs: [string, (context: Context, id: string) => Promise<unknown>][] = [
    ['invite', (context) => invite(context, 'new@example.org')],
    ['revoke an invitation', (context) => revokeInvitation(context, { id: context.newId('invitation') })],
    ['offer a reset', (context, personId) => offerReset(context, { personId, secretBytes: newSecret() })],
    ['change scopes', (context, id) => changeScopes(context, { id, scopes: ['admin'] })],
    ['ban', (context, id) => banPerson(context, { id, reason: 'left', accounts })],
    ['lift a ban', (context, id) => unbanPerson(context, { id, accounts })],
    ['sign out', (context, id) => signOutPerson(context, { id })],
  ]

  it.each(verbs)('cannot %s by a secret that was replaced, or once they may no more', (_, verb) =>
    inWorld(async (world) => {
      const ada = await somebody(world, ['admin'], 'ada')
      const eve = await somebody(world, ['read'], 'eve')
      const before = await world.tx.select().from(oneTimeLinks)
      const key = await keyOf(world, ada.actor, ['admin'])
      const by = (actor: Actor) => verb(world.at(AFTER, actor), eve.id)
      await expect(by({ ...key, bySecretBefore: true })).rejects.toMatchObject({ code: 'forbidden' })
      await changeScopes(world.at(AFTER), { id: ada.id, scopes: ['resolve'] })
      await expect(by(ada.actor)).rejects.toMatchObject({ code: 'forbidden' })
      await expect(by(key)).rejects.toMatchObject({ code: 'unauthenticated' })
      await banPerson(world.at(AFTER), { id: ada.id, reason: 'left', accounts })
      await expect(by(ada.actor)).rejects.toMatchObject({ code: 'forbidden' })
      expect(await findPerson(world.tx, eve.id)).toMatchObject({ banned: false, scopes: ['read'] })
      expect(await world.tx.select().from(oneTimeLinks)).toEqual(before)
    }),
  )
})
