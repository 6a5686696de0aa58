import { createRoute, z } from '@hono/zod-openapi'
import { EraseOwnPerson, ErasePerson, eraseOwnPerson, erasePerson } from '../../actions/people/erase-person.ts'
import { Erasure } from '../../core/erasure.ts'
import { idOf } from '../../core/id.ts'
import { mustSignIn } from '../../outside/accounts.ts'
import { listErasures } from '../../storage/erasures.ts'
import { AsOfQuery, readsAsOf } from '../as-of.ts'
import { mustBeSignedIn } from '../auth.ts'
import { reading, writing } from '../env.ts'
import { PageQuery, pageRequest, pageSchema } from '../page.ts'
import { asOfAnswers, body, createRouter, floodAnswers, putAnswers, securedSecret } from '../router.ts'

const tags = ['people']

const eraseOwn = createRoute({
  method: 'post',
  path: '/v1/people/me/erasures',
  operationId: 'eraseOwnPerson',
  tags,
  summary: 'Erase the account of who is signed in, for good',
  description:
    'Name, address, password, sessions, keys, links, webhooks and contacts are gone. What was recorded stays and verifies; it names an id ' +
    'that leads nowhere. For who is signed in, by their password and address: with a key there is nothing (404).',
  ...securedSecret('any'),
  request: { body: body(EraseOwnPerson) },
  responses: { ...putAnswers(Erasure, 'The erasure'), ...floodAnswers },
})

const erase = createRoute({
  method: 'post',
  path: '/v1/people/{id}/erasures',
  operationId: 'erasePerson',
  tags,
  summary: 'Erase the account of somebody, for good',
  description:
    'As they could themselves, who are refused here (409): it takes their password. The last administrator stays. Again it answers 200 with the erasure that stands, whatever address is given.',
  ...securedSecret('admin'),
  request: { params: z.object({ id: idOf('person') }), body: body(ErasePerson) },
  responses: putAnswers(Erasure, 'The erasure'),
})

const list = createRoute({
  method: 'get',
  path: '/v1/erasures',
  operationId: 'listErasures',
  tags,
  summary: 'List which accounts were erased, newest first',
  description: 'By their ids, which stand where facts say who recorded them.',
  middleware: [readsAsOf],
  request: { query: PageQuery.extend(AsOfQuery.shape) },
  responses: asOfAnswers(pageSchema(Erasure).meta({ id: 'ErasurePage' }), 'A page'),
})

export const erasureRoutes = () =>
  createRouter()
    .openapi(eraseOwn, async (c) => {
      const { accounts } = mustSignIn(c.var.services.signIn)
      const { personId, email: known } = await mustBeSignedIn(c)
      const who = { personId, known, accounts }
      const { erasure, created } = await eraseOwnPerson(writing(c), { ...c.req.valid('json'), ...who })
      return c.json(erasure, created ? 201 : 200)
    })
    .openapi(erase, async (c) => {
      const asked = { ...c.req.valid('param'), ...c.req.valid('json') }
      const { erasure, created } = await erasePerson(writing(c), asked)
      return c.json(erasure, created ? 201 : 200)
    })
    .openapi(list, async (c) => {
      const { as_of: _, ...page } = c.req.valid('query')
      return c.json(await listErasures(reading(c).reader, pageRequest(page)), 200)
    })
