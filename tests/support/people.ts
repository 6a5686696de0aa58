import type { Actor } from '../../src/actions/context.ts'
import { acceptInvitation } from '../../src/actions/people/accept-invitation.ts'
import { invitePerson } from '../../src/actions/people/invite-person.ts'
import type { Scope } from '../../src/core/key.ts'
import { actorNameOf } from '../../src/core/person.ts'
import { mustSignIn, signInWith } from '../../src/outside/accounts.ts'
import { newSecret } from '../../src/outside/random.ts'
import type { World } from './embedded.ts'

/** How people sign in under test. */
export const SIGN_IN = mustSignIn(signInWith('of tests alone, known to everybody'))
export const { accounts } = SIGN_IN
export const PASSWORD = 'correct horse battery'

export type Somebody = { id: string; email: string; actor: Actor }

/** Somebody with an account, made by an invitation. */
export const somebody = async (world: World, scopes: Scope[], name = 'ada', when = '2026-01-01'): Promise<Somebody> => {
  const email = `${name}@example.org`
  const input = { email, scopes, expiresInHours: 1, secretBytes: newSecret() }
  const { token } = await invitePerson(world.at(when), input)
  const { personId: id } = await acceptInvitation(world.at(when), { token, name, password: PASSWORD, accounts })
  return { id, email, actor: { name: actorNameOf({ id }), scopes } }
}
