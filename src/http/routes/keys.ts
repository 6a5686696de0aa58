import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { CreateKey, createKey, RevokeKey, RotateKey, revokeKey, rotateKey } from '../../actions/manage-keys.ts'
import { idOf } from '../../core/id.ts'
import { ApiKey, allows } from '../../core/key.ts'
import { personIdOf } from '../../core/person.ts'
import { Problem } from '../../core/problem.ts'
import { newSecret } from '../../outside/random.ts'
import { HeldKey, heldKey } from '../../queries/held-key.ts'
import { listKeys } from '../../storage/keys.ts'
import { type Env, reading, writing } from '../env.ts'
import { PageQuery, pageRequest, pageSchema } from '../page.ts'
import { body, createAnswers, createRouter, further, readAnswers, secured, securedSecret } from '../router.ts'

const tags = ['keys']
const params = z.object({ id: idOf('key') })

const KeyWithSecret = z
  .object({ key: ApiKey, secret: z.string().meta({ description: 'hck_…, shown this once; only its SHA-256 is kept' }) })
  .meta({ id: 'KeyWithSecret' })

const RevokedKeys = z
  .object({ key: ApiKey, alsoRevoked: z.array(ApiKey).meta({ description: 'those that were made with it' }) })
  .meta({ id: 'RevokedKeys' })

const create = createRoute({
  method: 'post',
  path: '/v1/keys',
  operationId: 'createKey',
  tags,
  summary: 'Make a bearer key, shown this once',
  description:
    'For who is signed in, with some of their own scopes, and for keys of admins. What a key makes ends no later than it does, and ' +
    'keys of a bot make keys of a bot. The answer is not kept: an Idempotency-Key is not looked at.',
  ...securedSecret('any'),
  ...further('admin', 'to make one with a key', 'refused'),
  request: { body: body(CreateKey) },
  responses: createAnswers(KeyWithSecret, 'The key, with its secret'),
})

const list = createRoute({
  method: 'get',
  path: '/v1/keys',
  operationId: 'listKeys',
  tags,
  summary: 'List the key that is used and those made with it, or by who is signed in, newest first',
  ...secured('any'),
  ...further('admin', 'to list the keys of everybody', 'less'),
  request: { query: PageQuery },
  responses: readAnswers(pageSchema(ApiKey).meta({ id: 'ApiKeyPage' }), 'A page'),
})

const readOwn = createRoute({
  method: 'get',
  path: '/v1/keys/me',
  operationId: 'readOwnKey',
  tags,
  summary: 'Read what the key that is used may do, and as whom it may submit',
  ...secured('any'),
  responses: readAnswers(HeldKey, 'The key'),
})

const rotate = createRoute({
  method: 'post',
  path: '/v1/keys/{id}/rotations',
  operationId: 'rotateKey',
  tags,
  summary: 'Give a key another secret, shown this once',
  description:
    'Its id, scopes, end and authors stay. The secret before ends at once, or after `overlapHours`; while it works on it can ' +
    'neither make nor rotate nor revoke keys. For the key itself, who made it, or an admin.',
  ...securedSecret('any'),
  ...further('admin', 'for a key that is neither the one used nor made with it', 'hidden'),
  request: { params, body: body(RotateKey) },
  responses: createAnswers(KeyWithSecret, 'The key, with its new secret'),
})

const revoke = createRoute({
  method: 'post',
  path: '/v1/keys/{id}/revocations',
  operationId: 'revokeKey',
  tags,
  summary: 'Revoke a key from now on',
  description: 'Again it changes nothing. For the key itself, who made it, or an admin.',
  ...securedSecret('any'),
  ...further('admin', 'for a key that is neither the one used nor made with it', 'hidden'),
  request: { params, body: body(RevokeKey) },
  responses: createAnswers(RevokedKeys, 'The key, which is refused from now on'),
})

/** Whose keys are listed: everybody's (null) for an admin. */
const listed = ({ var: { actor } }: Context<Env>): string | null =>
  actor === null || allows(actor.scopes, 'admin') ? null : actor.name

/** No cache on the way may keep a secret. */
const unkept = (c: Context<Env>): void => c.header('cache-control', 'no-store')

export const keyRoutes = () =>
  createRouter()
    .openapi(create, async (c) => {
      unkept(c)
      return c.json(await createKey(writing(c), { ...c.req.valid('json'), secretBytes: newSecret() }), 201)
    })
    .openapi(list, async (c) =>
      c.json(await listKeys(reading(c).reader, listed(c), pageRequest(c.req.valid('query'))), 200),
    )
    .openapi(readOwn, async (c) => {
      const name = c.var.actor?.name ?? ''
      if (personIdOf(name) !== null)
        throw new Problem('not-found', 'no key is used: somebody is signed in', 'GET /v1/people/me tells who')
      return c.json(await heldKey(reading(c).reader, name), 200)
    })
    .openapi(rotate, async (c) => {
      unkept(c)
      const { id } = c.req.valid('param')
      return c.json(await rotateKey(writing(c), { id, ...c.req.valid('json'), secretBytes: newSecret() }), 201)
    })
    .openapi(revoke, async (c) => {
      const { id } = c.req.valid('param')
      const [key, ...alsoRevoked] = await revokeKey(writing(c), { id, ...c.req.valid('json') })
      if (!key) throw new Error(`key ${id} vanished`)
      return c.json({ key, alsoRevoked }, 201)
    })
