import { createRoute, z } from '@hono/zod-openapi'
import {
  BanPerson,
  banPerson,
  ChangeScopes,
  changeScopes,
  signOutPerson,
  unbanPerson,
} from '../../actions/people/manage-people.ts'
import { offerReset } from '../../actions/people/reset-password.ts'
import { idOf } from '../../core/id.ts'
import { ApiKey } from '../../core/key.ts'
import { linkPath } from '../../core/one-time-link.ts'
import { Person } from '../../core/person.ts'
import { Instant } from '../../core/time.ts'
import { mustSignIn } from '../../outside/accounts.ts'
import { newSecret } from '../../outside/random.ts'
import { listPeople } from '../../storage/people.ts'
import { reading, writing } from '../env.ts'
import { PageQuery, pageRequest, pageSchema } from '../page.ts'
import { body, createAnswers, createRouter, readAnswers, secured, securedSecret } from '../router.ts'

const tags = ['people']
const params = z.object({ id: idOf('person') })

const PersonWithKeys = z
  .object({
    person: Person,
    revokedKeys: z.array(ApiKey).meta({ description: 'keys of theirs that are refused from now on' }),
  })
  .meta({ id: 'PersonWithKeys' })

const ResetLink = z
  .object({
    path: z.string().meta({ description: 'the link on this site, shown this once; it works once' }),
    expiresAt: Instant,
  })
  .meta({ id: 'ResetLink' })

const list = createRoute({
  method: 'get',
  path: '/v1/people',
  operationId: 'listPeople',
  tags,
  summary: 'List who may sign in, newest first',
  ...secured('admin'),
  request: { query: PageQuery },
  responses: readAnswers(pageSchema(Person).meta({ id: 'PersonPage' }), 'A page'),
})

const change = createRoute({
  method: 'post',
  path: '/v1/people/{id}/scopes',
  operationId: 'changeScopes',
  tags,
  summary: 'Change what somebody may do',
  description:
    'From their next request on. Keys of theirs that hold more are revoked, with what was made with them. No answer is kept.',
  ...securedSecret('admin'),
  request: { params, body: body(ChangeScopes) },
  responses: createAnswers(PersonWithKeys, 'The person as they are now'),
})

const ban = createRoute({
  method: 'post',
  path: '/v1/people/{id}/bans',
  operationId: 'banPerson',
  tags,
  summary: 'Let somebody do nothing any more',
  description:
    'Their sessions end, their keys and what was made with those are revoked for good. What they recorded stays. Nobody bans themselves.',
  ...securedSecret('admin'),
  request: { params, body: body(BanPerson) },
  responses: createAnswers(PersonWithKeys, 'The person, who may not sign in'),
})

const unban = createRoute({
  method: 'delete',
  path: '/v1/people/{id}/bans',
  operationId: 'unbanPerson',
  tags,
  summary: 'Let somebody sign in again',
  description: 'Their keys stay revoked.',
  ...secured('admin'),
  request: { params },
  responses: readAnswers(Person, 'The person, who may sign in'),
})

const signOut = createRoute({
  method: 'delete',
  path: '/v1/people/{id}/sessions',
  operationId: 'signOutPerson',
  tags,
  summary: 'End every session of somebody',
  ...secured('admin'),
  request: { params },
  responses: readAnswers(
    z.object({ ended: z.int().meta({ description: 'how many there were' }) }).meta({ id: 'EndedSessions' }),
    'What ended',
  ),
})

const reset = createRoute({
  method: 'post',
  path: '/v1/people/{id}/resets',
  operationId: 'offerReset',
  tags,
  summary: 'Make a link by which somebody sets another password',
  description:
    'It works once, for 24 hours, and one made before works no more. Hand it over yourself: no mail is sent. Their password stays until ' +
    'then. The answer is not kept: an Idempotency-Key is not looked at.',
  ...securedSecret('admin'),
  request: { params, body: body(z.object({})) },
  responses: createAnswers(ResetLink, 'The link'),
})

export const peopleRoutes = () =>
  createRouter()
    .openapi(list, async (c) => c.json(await listPeople(reading(c).reader, pageRequest(c.req.valid('query'))), 200))
    .openapi(change, async (c) =>
      c.json(await changeScopes(writing(c), { ...c.req.valid('param'), ...c.req.valid('json') }), 201),
    )
    .openapi(ban, async (c) => {
      const { accounts } = mustSignIn(c.var.services.signIn)
      return c.json(await banPerson(writing(c), { ...c.req.valid('param'), ...c.req.valid('json'), accounts }), 201)
    })
    .openapi(unban, async (c) => {
      const { accounts } = mustSignIn(c.var.services.signIn)
      return c.json(await unbanPerson(writing(c), { ...c.req.valid('param'), accounts }), 200)
    })
    .openapi(signOut, async (c) => c.json(await signOutPerson(writing(c), c.req.valid('param')), 200))
    .openapi(reset, async (c) => {
      mustSignIn(c.var.services.signIn)
      c.header('cache-control', 'no-store')
      const { id: personId } = c.req.valid('param')
      const { token, expiresAt } = await offerReset(writing(c), { personId, secretBytes: newSecret() })
      return c.json({ path: linkPath('reset', token), expiresAt }, 201)
    })
