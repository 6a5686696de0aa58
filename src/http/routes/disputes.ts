import { createRoute, z } from '@hono/zod-openapi'
import { FileDispute, fileDispute } from '../../actions/disputes/file-dispute.ts'
import { ReplyToDispute, replyToDispute } from '../../actions/disputes/reply-to-dispute.ts'
import { Dispute, disputeStatuses } from '../../core/dispute.ts'
import { idOf } from '../../core/id.ts'
import { missing, Problem } from '../../core/problem.ts'
import { shownDispute } from '../../queries/shown-dispute.ts'
import { findDispute, listDisputes } from '../../storage/disputes.ts'
import { may } from '../auth.ts'
import { reading, writing } from '../env.ts'
import { PageQuery, pageRequest, pageSchema } from '../page.ts'
import { body, createRouter, floodAnswers, further, openWrite, putAnswers, readAnswers } from '../router.ts'

const tags = ['disputes']
const params = z.object({ id: idOf('dispute') })
const Filed = z.object({ dispute: Dispute, created: z.boolean() }).meta({ id: 'FiledDispute' })
const Replied = z
  .object({ dispute: Dispute, replyId: idOf('reply'), created: z.boolean() })
  .meta({ id: 'RepliedToDispute' })

const file = createRoute({
  method: 'post',
  path: '/v1/disputes',
  operationId: 'fileDispute',
  tags,
  summary: 'Dispute a candidate, a prediction, an outcome or a byline; needs no key',
  description:
    'It is ruled by `ruleBy`, fourteen days after it came in. Without a key that may review, it is shown only once a reviewer has confirmed that it comes from who it says. What is disputed stands, flagged, until the ruling.',
  ...openWrite,
  ...further('review', 'to have it confirmed at once', 'less'),
  request: { body: body(FileDispute) },
  responses: { ...putAnswers(Filed, 'The dispute; keep its id'), ...floodAnswers },
})

const reply = createRoute({
  method: 'post',
  path: '/v1/disputes/{id}/replies',
  operationId: 'replyToDispute',
  tags,
  summary: 'Reply to a dispute as the judged author; needs no key',
  description:
    'Before or after the ruling. It is shown beside the verdict once a reviewer has confirmed that it is theirs.',
  ...openWrite,
  ...further('review', 'to have it confirmed at once', 'less'),
  request: { params, body: body(ReplyToDispute) },
  responses: { ...putAnswers(Replied, 'The dispute with the reply; keep its id'), ...floodAnswers },
})

const list = createRoute({
  method: 'get',
  path: '/v1/disputes',
  operationId: 'listDisputes',
  tags,
  summary: 'List disputes, newest first',
  description: '`overdue` = not ruled by `ruleBy`. Without a key that may review, only confirmed ones are listed.',
  ...further('review', 'for those that nobody confirmed', 'refused'),
  request: {
    query: PageQuery.extend({
      status: z.enum([...disputeStatuses, 'overdue']).optional(),
      question: idOf('question').optional(),
    }),
  },
  responses: readAnswers(pageSchema(Dispute).meta({ id: 'DisputePage' }), 'A page'),
})

const read = createRoute({
  method: 'get',
  path: '/v1/disputes/{id}',
  operationId: 'readDispute',
  tags,
  summary: 'Read one dispute with its replies and its ruling',
  ...further('review', 'for what nobody confirmed', 'less'),
  request: { params },
  responses: readAnswers(Dispute, 'The dispute'),
})

export const disputeRoutes = () =>
  createRouter()
    .openapi(file, async (c) => {
      const { dispute, created } = await fileDispute(writing(c), c.req.valid('json'))
      return c.json({ dispute: shownDispute(dispute, may(c.var.actor, 'review')), created }, created ? 201 : 200)
    })
    .openapi(reply, async (c) => {
      const { id } = c.req.valid('param')
      const { dispute, replyId, created } = await replyToDispute(writing(c), { disputeId: id, ...c.req.valid('json') })
      return c.json(
        { dispute: shownDispute(dispute, may(c.var.actor, 'review')), replyId, created },
        created ? 201 : 200,
      )
    })
    .openapi(list, async (c) => {
      const { reader, now } = reading(c)
      const { status, question, ...page } = c.req.valid('query')
      const whole = may(c.var.actor, 'review')
      if ((status === 'received' || status === 'dismissed') && !whole) {
        const remedy = 'send a key with the scope review, or list those of another status'
        throw new Problem('forbidden', 'disputes that nobody has confirmed are for reviewers', remedy)
      }
      const filter = { status: status ?? null, questionId: question ?? null, confirmedOnly: !whole }
      const { items, next } = await listDisputes(reader, filter, pageRequest(page), now)
      return c.json({ items: items.map((dispute) => shownDispute(dispute, whole)), next }, 200)
    })
    .openapi(read, async (c) => {
      const { id } = c.req.valid('param')
      const dispute = await findDispute(reading(c).reader, id)
      if (!dispute) throw missing('dispute', id)
      return c.json(shownDispute(dispute, may(c.var.actor, 'review')), 200)
    })
