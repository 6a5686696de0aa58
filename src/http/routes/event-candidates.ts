import { createRoute, z } from '@hono/zod-openapi'
import { ReviewEventCandidate, reviewEventCandidate } from '../../actions/resolving/review-event-candidate.ts'
import { reviewStatuses } from '../../core/commentary.ts'
import { Event } from '../../core/event.ts'
import { EventCandidate } from '../../core/event-candidate.ts'
import { idOf } from '../../core/id.ts'
import { missing, Problem } from '../../core/problem.ts'
import { NearEvents, nearEvents } from '../../queries/matching/near-events.ts'
import { publicEvent, publicEventCandidate } from '../../queries/public.ts'
import { findEventCandidate, listEventCandidates } from '../../storage/event-candidates.ts'
import { may } from '../auth.ts'
import { reading, writing } from '../env.ts'
import { PageQuery, pageRequest, pageSchema } from '../page.ts'
import { body, createAnswers, createRouter, further, readAnswers, secured, securedWrite } from '../router.ts'

const tags = ['events']
const params = z.object({ id: idOf('eventCandidate') })

const Reviewed = z.object({ candidate: EventCandidate, event: Event.nullable() }).meta({ id: 'ReviewedEventCandidate' })

const list = createRoute({
  method: 'get',
  path: '/v1/event-candidates',
  operationId: 'listEventCandidates',
  tags,
  summary: 'List what commentaries tell as having happened, newest first; of one commentary in the order of its text',
  description: 'Without a key that may review, only reviewed ones are listed, with quotes up to 300 characters.',
  ...further('review', 'for those that nobody reviewed', 'refused'),
  request: {
    query: PageQuery.extend({
      commentary: idOf('commentary').optional(),
      status: z.enum(reviewStatuses).optional(),
    }),
  },
  responses: readAnswers(pageSchema(EventCandidate).meta({ id: 'EventCandidatePage' }), 'A page'),
})

const read = createRoute({
  method: 'get',
  path: '/v1/event-candidates/{id}',
  operationId: 'readEventCandidate',
  tags,
  summary: 'Read one event candidate',
  ...further('review', 'for one that nobody reviewed', 'hidden'),
  request: { params },
  responses: readAnswers(EventCandidate, 'The event candidate'),
})

const suggest = createRoute({
  method: 'get',
  path: '/v1/event-candidates/{id}/suggestions',
  operationId: 'suggestEvents',
  tags,
  summary: 'What an event candidate may be another account of',
  description: 'Events that stand and candidates of other commentaries: overlapping days, like titles, shared names.',
  ...secured('review'),
  request: { params },
  responses: readAnswers(NearEvents, 'The suggestions'),
})

const review = createRoute({
  method: 'post',
  path: '/v1/event-candidates/{id}/reviews',
  operationId: 'reviewEventCandidate',
  tags,
  summary: 'Accept or reject an event candidate, with a reason',
  description:
    'Accepting records the event, with the words, the date and the archived copy of its commentary, or joins the event named by `eventId`. A reported absence is no event: reject it, and use its quote as evidence.',
  ...securedWrite('review'),
  request: { params, body: body(ReviewEventCandidate) },
  responses: createAnswers(Reviewed, 'The event candidate as reviewed'),
})

export const eventCandidateRoutes = () =>
  createRouter()
    .openapi(list, async (c) => {
      const { commentary, status, ...page } = c.req.valid('query')
      const whole = may(c.var.actor, 'review')
      if (status === 'pending' && !whole) {
        const remedy = 'send a key with the scope review, or list accepted or rejected ones'
        throw new Problem('forbidden', 'unreviewed event candidates are for reviewers', remedy)
      }
      const filter = { commentaryId: commentary ?? null, status: status ?? null, reviewedOnly: !whole }
      const found = await listEventCandidates(reading(c).reader, filter, pageRequest(page))
      return c.json(whole ? found : { ...found, items: found.items.map(publicEventCandidate) }, 200)
    })
    .openapi(read, async (c) => {
      const { id } = c.req.valid('param')
      const candidate = await findEventCandidate(reading(c).reader, id)
      const whole = may(c.var.actor, 'review')
      if (!candidate || (candidate.status === 'pending' && !whole)) throw missing('event-candidate', id)
      return c.json(whole ? candidate : publicEventCandidate(candidate), 200)
    })
    .openapi(suggest, async (c) => {
      const { id } = c.req.valid('param')
      const { reader } = reading(c)
      const candidate = await findEventCandidate(reader, id)
      if (!candidate) throw missing('event-candidate', id)
      return c.json(await nearEvents(reader, candidate), 200)
    })
    .openapi(review, async (c) => {
      const { id } = c.req.valid('param')
      const done = await reviewEventCandidate(writing(c), { eventCandidateId: id, review: c.req.valid('json') })
      return c.json({ ...done, event: done.event && publicEvent(done.event) }, 201)
    })
