import { createRoute, z } from '@hono/zod-openapi'
import { ANYONE } from '../../actions/context.ts'
import { ConfirmDispute, confirmDispute } from '../../actions/disputes/confirm-dispute.ts'
import { forgetContacts } from '../../actions/disputes/forget-contacts.ts'
import { RuleDispute, ruleDispute } from '../../actions/disputes/rule-dispute.ts'
import { Dispute } from '../../core/dispute.ts'
import { idOf } from '../../core/id.ts'
import { missing } from '../../core/problem.ts'
import { ScoreChange } from '../../core/score-change.ts'
import { Instant } from '../../core/time.ts'
import { neededContacts } from '../../queries/dispute-contacts.ts'
import { shownDispute } from '../../queries/shown-dispute.ts'
import { findDispute } from '../../storage/disputes.ts'
import { reading, writing } from '../env.ts'
import { answeredLater } from '../respond-async.ts'
import {
  body,
  createAnswers,
  createRouter,
  further,
  laterAnswers,
  readAnswers,
  secured,
  securedWrite,
  takesPrefer,
} from '../router.ts'

const tags = ['disputes']
const params = z.object({ id: idOf('dispute') })
const Contacts = z
  .object({
    items: z.array(
      z.object({
        replyId: idOf('reply').nullable().meta({ description: 'null = of who disputes' }),
        contact: z.string(),
        recordedAt: Instant,
      }),
    ),
  })
  .meta({ id: 'DisputeContacts' })
const Ruled = z
  .object({
    dispute: Dispute,
    scoreChanges: z.array(ScoreChange).meta({ description: 'what an upheld dispute did to each author' }),
  })
  .meta({ id: 'RuledDispute' })

const confirm = createRoute({
  method: 'post',
  path: '/v1/disputes/{id}/confirmations',
  operationId: 'confirmDispute',
  tags,
  summary: 'Confirm that a dispute, or a reply to it, comes from who it says',
  ...securedWrite('review'),
  request: { params, body: body(ConfirmDispute) },
  responses: createAnswers(Dispute, 'The dispute'),
})

const rule = createRoute({
  method: 'post',
  path: '/v1/disputes/{id}/rulings',
  operationId: 'ruleDispute',
  tags,
  summary: 'Uphold or reject a dispute, or dismiss one that nobody confirmed',
  description:
    'Upheld about an outcome it corrects the question’s log by `correction`; about anything else it takes the statements out of the scores. Who decided what is disputed may rule only where no other key may; the ruling then says so.',
  ...securedWrite('resolve'),
  ...takesPrefer,
  request: { params, body: body(RuleDispute) },
  responses: { ...createAnswers(Ruled, 'The dispute as ruled'), ...laterAnswers },
})

const contacts = createRoute({
  method: 'get',
  path: '/v1/disputes/{id}/contacts',
  operationId: 'readDisputeContacts',
  tags,
  summary: 'Read how to reach who wrote on a dispute',
  description:
    'Those that are needed: of what nobody has confirmed yet. Whoever decided what is disputed reads none, ' +
    'also as an admin, while there is another of another hand.',
  ...secured('review'),
  ...further('admin', 'for all that are kept', 'less'),
  request: { params },
  responses: readAnswers(Contacts, 'The contacts'),
})

const forget = createRoute({
  method: 'delete',
  path: '/v1/disputes/{id}/contacts',
  operationId: 'forgetDisputeContacts',
  tags,
  summary: 'Delete how to reach who wrote on a dispute; the dispute stays',
  description: 'Refused (403) to whom the contacts are not shown because they decided what is disputed.',
  ...secured('review'),
  request: { params },
  responses: readAnswers(Contacts, 'No contacts any more'),
})

export const disputeRulingRoutes = () =>
  createRouter()
    .openapi(confirm, async (c) => {
      const input = { disputeId: c.req.valid('param').id, ...c.req.valid('json') }
      return c.json(shownDispute(await confirmDispute(writing(c), input), true), 201)
    })
    .openapi(rule, async (c) => {
      const later = await answeredLater(c)
      if (later) return later
      const input = { disputeId: c.req.valid('param').id, ruling: c.req.valid('json') }
      const { dispute, scoreChanges } = await ruleDispute(writing(c), input)
      return c.json({ dispute: shownDispute(dispute, true), scoreChanges }, 201)
    })
    .openapi(contacts, async (c) => {
      const { reader, now } = reading(c)
      const { id } = c.req.valid('param')
      const dispute = await findDispute(reader, id)
      if (!dispute) throw missing('dispute', id)
      const needed = await neededContacts(reader, dispute, { actor: c.var.actor ?? ANYONE, now })
      const items = needed.map(({ disputeId: _, ...one }) => one)
      return c.json({ items }, 200)
    })
    .openapi(forget, async (c) => {
      await forgetContacts(writing(c), { disputeId: c.req.valid('param').id })
      return c.json({ items: [] }, 200)
    })
