import { allows, type Needed, type Scope } from '../core/key.ts'
import { personIdOf } from '../core/person.ts'
import { Problem } from '../core/problem.ts'
import type { Instant } from '../core/time.ts'
import { lockKey } from '../storage/keys.ts'
import { lockPerson } from '../storage/people.ts'
import type { Actor, Transacting } from './context.ts'

/** Who hands on scopes gives no more than they hold. Throws `forbidden`. */
export const mustHold = ({ actor }: Pick<Transacting, 'actor'>, wanted: readonly Scope[]): void => {
  const over = wanted.filter((scope) => !allows(actor.scopes, scope))
  if (over.length === 0) return
  const detail = `who makes a key gives no more than they hold: not ${over.join(', ')}`
  throw new Problem('forbidden', detail, 'ask for fewer scopes, or let somebody do it who holds them', [
    { field: 'scopes', detail },
  ])
}

/** Whoever found a secret that was replaced must not be able to make themselves a way in that outlasts it. */
const mustBeCurrent = ({ actor }: Transacting): void => {
  if (!actor.bySecretBefore) return
  throw new Problem(
    'forbidden',
    'this secret was replaced; it works on, but gives no other',
    'use the secret that the rotation gave',
  )
}

const personNow = async ({ tx, actor }: Transacting, personId: string): Promise<Actor> => {
  const person = await lockPerson(tx, personId)
  if (!person || person.banned) throw new Problem('forbidden', 'this account is closed', 'ask an administrator')
  return { ...actor, scopes: person.scopes }
}

const keyNow = async ({ tx, now, actor }: Transacting): Promise<Actor> => {
  const key = await lockKey(tx, actor.name)
  if (key && key.revokedAt === null && (key.expiresAt === null || key.expiresAt > now))
    return { ...actor, scopes: key.scopes, expiresAt: key.expiresAt }
  throw new Problem('unauthenticated', 'this key is revoked or has expired', 'use a key that is good')
}

const actorNow = (scope: Transacting): Promise<Actor> | Actor => {
  const { name } = scope.actor
  const personId = personIdOf(name)
  if (personId !== null) return personNow(scope, personId)
  return name.startsWith('key_') ? keyNow(scope) : scope.actor
}

/**
 * Who acts, as they are now: a request is let in before its body has come, and who sent it may have lost what they held meanwhile.
 * The key or the person stays as they are until the transaction ends, so what would take authority from them waits, and then sees
 * what was made by it. They are held for update: two who share them and then change them would wait for each other. The host and
 * jobs are what they say. Throws `forbidden` for a secret that was replaced, a closed account and a scope that is not held,
 * `unauthenticated` for a key that is good no more.
 */
export const mustStillHold = async (scope: Transacting, needed: Needed): Promise<Transacting> => {
  mustBeCurrent(scope)
  const actor = await actorNow(scope)
  if (allows(actor.scopes, needed)) return { ...scope, actor }
  throw new Problem('forbidden', `who asks lacks the scope ${needed}`, `let somebody do it who holds ${needed}`)
}

/** The end of what is made, and no later than that of the key that makes it. */
export const endingWith = ({ expiresAt }: Actor, end: Instant): Instant =>
  expiresAt != null && expiresAt < end ? expiresAt : end
