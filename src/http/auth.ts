import { createMiddleware } from 'hono/factory'
import { allows, type Scope } from '../core/key.ts'
import { sha256 } from '../core/ledger/digest.ts'
import { Problem } from '../core/problem.ts'
import { keyBySecret } from '../storage/keys.ts'
import type { Env } from './env.ts'

const refuse = (detail: string): Problem =>
  new Problem('unauthenticated', detail, 'send Authorization: Bearer hck_…; hindcast keys create makes a key')

/** Who asks: the holder of the bearer key, or nobody. A key that is wrong, revoked or expired is refused, never ignored. */
export const authenticate = createMiddleware<Env>(async (c, next) => {
  const header = c.req.header('authorization')
  if (header === undefined) {
    c.set('actor', null)
    return next()
  }
  const secret = /^Bearer (hck_[\w-]{43})$/i.exec(header)?.[1]
  if (!secret) throw refuse('the Authorization header holds no Hindcast key')
  const { database, clock } = c.var.services
  const key = await keyBySecret(database.reader, await sha256(secret))
  const now = clock()
  if (!key) throw refuse('this key is not known')
  if (key.revokedAt !== null) throw refuse('this key is revoked')
  if (key.expiresAt !== null && key.expiresAt <= now) throw refuse('this key has expired')
  c.set('actor', { name: key.id, scopes: key.scopes })
  return next()
})

/** Whether who asks holds a scope; nobody holds none. */
export const may = (actor: Env['Variables']['actor'], scope: Scope): boolean =>
  actor !== null && allows(actor.scopes, scope)

/** Lets pass who holds a scope. */
export const requireScope = (scope: Scope) =>
  createMiddleware<Env>(async (c, next) => {
    const { actor } = c.var
    if (!actor) throw refuse(`this needs a key with the scope ${scope}`)
    if (!may(actor, scope)) {
      throw new Problem('forbidden', `this key lacks the scope ${scope}`, `use a key with the scope ${scope}`)
    }
    return next()
  })
