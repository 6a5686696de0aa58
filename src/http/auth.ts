import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { type Actor, contextOf, personActor } from '../actions/context.ts'
import { keepUse, USE_MS } from '../actions/manage-keys.ts'
import { plusMs } from '../core/fetching/pace.ts'
import { type ApiKey, allows, KEY_PREFIX, type Needed, type Scope } from '../core/key.ts'
import { sha256 } from '../core/ledger/digest.ts'
import { personIdOf } from '../core/person.ts'
import { Problem } from '../core/problem.ts'
import type { Instant } from '../core/time.ts'
import { findKey, keyBySecret } from '../storage/keys.ts'
import { findPerson } from '../storage/people.ts'
import type { Env } from './env.ts'
import { later } from './later.ts'
import { mustBeSameOrigin, whoIsSignedIn } from './session.ts'

const refuse = (detail: string): Problem =>
  new Problem(
    'unauthenticated',
    detail,
    'send Authorization: Bearer hck_… (hindcast keys create makes a key), or sign in',
  )

/** Throws `unauthenticated` where a key is good no more. */
const mustBeGood = ({ revokedAt, expiresAt }: ApiKey, now: Instant): void => {
  if (revokedAt !== null) throw refuse('this key is revoked')
  if (expiresAt !== null && expiresAt <= now) throw refuse('this key has expired')
}

/** The key whose secret this is, found by one statement. Throws `unauthenticated` where it is none, or good no more. */
const goodKey = async (c: Context<Env>, secret: string, now: Instant): Promise<{ key: ApiKey; before: boolean }> => {
  const found = await keyBySecret(c.var.services.database.reader, await sha256(secret))
  if (!found) throw refuse('this key is not known')
  const { key, before } = found
  mustBeGood(key, now)
  if (before && (key.previousUntil === null || key.previousUntil <= now))
    throw refuse('this secret was replaced by another')
  return found
}

/** Keys whose use is being written by this process right now: many requests at once write it once. */
const writing = new Set<string>()

/** Keeps when a key was used last, at most once a minute, after the answer is made. */
const keepLater = (c: Context<Env>, { id, lastUsedAt }: ApiKey, actor: Actor, now: Instant): void => {
  if (writing.has(id) || (lastUsedAt !== null && lastUsedAt > plusMs(now, -USE_MS))) return
  writing.add(id)
  later(
    c,
    keepUse(contextOf(c.var.services, actor), { id }).finally(() => writing.delete(id)),
  )
}

/** How long the secret of an ordinary key is: that of a test key says so before it. */
const ORDINARY = KEY_PREFIX.length + 43

const secretIn = (c: Context<Env>): string | null => {
  const header = c.req.header('authorization')
  if (header === undefined) return null
  const secret = /^Bearer (hck_(?:test_)?[\w-]{43})$/i.exec(header)?.[1]
  if (!secret) throw refuse('the Authorization header holds no Hindcast key')
  if (secret.length > ORDINARY && !c.var.services.sandbox)
    throw refuse('this is a test key, and this server is no sandbox')
  return secret
}

/** Holds that a session still is one, of somebody who may all that they might when the request began. */
const mustStillBeSession = async (c: Context<Env>, { scopes }: Actor): Promise<void> => {
  const signedIn = await whoIsSignedIn(c)
  if (!signedIn) throw refuse('the session is over')
  const lost = scopes.filter((scope) => !allows(signedIn.scopes, scope))
  if (lost.length === 0) return
  const detail = `who asks has lost the scope ${lost.join(', ')} since the request began`
  throw new Problem('forbidden', detail, 'ask who administers this server for it')
}

/**
 * Holds that the key or the session of a request is still good, while one that takes long is under way. Throws `unauthenticated`, and
 * `forbidden` where somebody may less than when it began.
 */
export const mustStillBeGood = async (c: Context<Env>): Promise<void> => {
  const secret = secretIn(c)
  if (secret !== null) await goodKey(c, secret, c.var.services.clock())
  else if (c.var.actor !== null) await mustStillBeSession(c, c.var.actor)
}

/** Who is signed in on the browser that asks, or nobody. What they write must come from a page of this site. Throws `forbidden`. */
const signedInActor = async (c: Context<Env>): Promise<Actor | null> => {
  const signedIn = await c.var.signedIn()
  if (!signedIn) return null
  mustBeSameOrigin(c)
  return personActor(signedIn)
}

/** Somebody who acts by a key. */
const actorOf = ({ id: name, scopes, bot, expiresAt, owner }: ApiKey): Actor => {
  // Of a key that another key made the hand is looked up where it is needed.
  const hand = owner === 'host' ? { hand: null } : personIdOf(owner) === null ? {} : { hand: owner }
  return { name, scopes, bot, expiresAt, ...hand }
}

/** Who sent a request that was put off, as they may act now. Throws `unauthenticated` where their key, or their account, is good no more. */
const actorNamed = async (c: Context<Env>, name: string): Promise<Actor> => {
  const { database, clock } = c.var.services
  const id = personIdOf(name)
  if (id !== null) {
    const person = await findPerson(database.reader, id)
    if (!person || person.banned) throw refuse('the account of who sent this is banned, or there is none')
    return { name, scopes: person.scopes }
  }
  const key = await findKey(database.reader, name)
  if (!key) throw refuse('this key is not known')
  mustBeGood(key, clock())
  return actorOf(key)
}

/**
 * Who asks: the holder of the bearer key, else who is signed in, or nobody. A key that is wrong, revoked or expired is refused, never
 * ignored, whoever is signed in. For a request that was put off nobody shows anything: who sent it is known.
 */
export const authenticate = createMiddleware<Env>(async (c, next) => {
  const { acting } = c.var.services
  if (acting !== undefined) {
    c.set('actor', await actorNamed(c, acting))
    return next()
  }
  const secret = secretIn(c)
  if (secret === null) {
    c.set('actor', await signedInActor(c))
    return next()
  }
  const now = c.var.services.clock()
  const { key, before } = await goodKey(c, secret, now)
  const actor = { ...actorOf(key), bySecretBefore: before }
  c.set('actor', actor)
  await next()
  keepLater(c, key, actor, now)
  return undefined
})

/** Who is signed in, and acts by the session. Throws `not-found` where a key is used: what is of the person is not for that. */
export const mustBeSignedIn = async (c: Context<Env>): Promise<{ personId: string; email: string }> => {
  const signedIn = personIdOf(c.var.actor?.name ?? '') === null ? null : await c.var.signedIn()
  if (signedIn) return { personId: signedIn.session.personId, email: signedIn.email }
  throw new Problem('not-found', 'a key is used, and nobody is signed in', 'sign in, and ask again')
}

/** Whether who asks holds a scope; nobody holds none. */
export const may = (actor: Env['Variables']['actor'], scope: Scope): boolean =>
  actor !== null && allows(actor.scopes, scope)

/** Holds that who asks may. Throws `unauthenticated` without a key, `forbidden` where it lacks the scope. */
export const mustHold = (actor: Env['Variables']['actor'], needed: Needed): void => {
  if (!actor) throw refuse(needed === 'any' ? 'this needs a key, or a session' : `this needs the scope ${needed}`)
  if (!allows(actor.scopes, needed)) {
    throw new Problem('forbidden', `who asks lacks the scope ${needed}`, `use a key with the scope ${needed}`)
  }
}

/** Lets pass who holds a scope. */
export const requireScope = (needed: Needed) =>
  createMiddleware<Env>(async (c, next) => {
    mustHold(c.var.actor, needed)
    return next()
  })
