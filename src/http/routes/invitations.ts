import { createRoute, z } from '@hono/zod-openapi'
import { InvitePerson, invitePerson, revokeInvitation } from '../../actions/people/invite-person.ts'
import { idOf } from '../../core/id.ts'
import { Invitation, linkPath } from '../../core/one-time-link.ts'
import { mustSignIn } from '../../outside/accounts.ts'
import { newSecret } from '../../outside/random.ts'
import { listInvitations } from '../../storage/one-time-links.ts'
import { reading, writing } from '../env.ts'
import { flag, PageQuery, pageRequest, pageSchema } from '../page.ts'
import { body, createAnswers, createRouter, readAnswers, secured, securedSecret } from '../router.ts'

const tags = ['people']

const InvitationWithLink = z
  .object({
    invitation: Invitation,
    path: z.string().meta({ description: 'the link on this site, shown this once; it works once' }),
  })
  .meta({ id: 'InvitationWithLink' })

const invite = createRoute({
  method: 'post',
  path: '/v1/invitations',
  operationId: 'invitePerson',
  tags,
  summary: 'Invite somebody by a link that works once, shown this once',
  description:
    'Who opens it chooses a name and a password. Hand it over yourself: no mail is sent. One that was made for the same address before ' +
    'and that nobody used works no more. The answer is not kept: an Idempotency-Key is not looked at.',
  ...securedSecret('admin'),
  request: { body: body(InvitePerson) },
  responses: createAnswers(InvitationWithLink, 'The invitation, with its link'),
})

const list = createRoute({
  method: 'get',
  path: '/v1/invitations',
  operationId: 'listInvitations',
  tags,
  summary: 'List invitations, newest first',
  ...secured('admin'),
  request: {
    query: PageQuery.extend({
      open: flag(false).meta({ description: 'those alone that still work' }),
    }),
  },
  responses: readAnswers(pageSchema(Invitation).meta({ id: 'InvitationPage' }), 'A page'),
})

const revoke = createRoute({
  method: 'post',
  path: '/v1/invitations/{id}/revocations',
  operationId: 'revokeInvitation',
  tags,
  summary: 'Let an invitation work no more',
  description: 'Again, or once it was used, it changes nothing.',
  ...securedSecret('admin'),
  request: { params: z.object({ id: idOf('invitation') }), body: body(z.object({})) },
  responses: createAnswers(Invitation, 'The invitation'),
})

export const invitationRoutes = () =>
  createRouter()
    .openapi(invite, async (c) => {
      mustSignIn(c.var.services.signIn)
      c.header('cache-control', 'no-store')
      const input = { ...c.req.valid('json'), secretBytes: newSecret() }
      const { invitation, token } = await invitePerson(writing(c), input)
      return c.json({ invitation, path: linkPath('invitation', token) }, 201)
    })
    .openapi(list, async (c) => {
      const { open, ...page } = c.req.valid('query')
      const { reader, now } = reading(c)
      return c.json(await listInvitations(reader, open ? now : null, pageRequest(page)), 200)
    })
    .openapi(revoke, async (c) => c.json(await revokeInvitation(writing(c), c.req.valid('param')), 201))
