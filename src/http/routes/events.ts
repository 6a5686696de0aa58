import { createRoute, z } from '@hono/zod-openapi'
import { RecordEvent, ReportField, recordEvent } from '../../actions/resolving/record-event.ts'
import { Event, EventKind } from '../../core/event.ts'
import { idOf } from '../../core/id.ts'
import { missing } from '../../core/problem.ts'
import { Instant } from '../../core/time.ts'
import { publicEvent } from '../../queries/public.ts'
import { findEvent, listEvents } from '../../storage/events.ts'
import { AsOfQuery, readsAsOf } from '../as-of.ts'
import { reading, writing } from '../env.ts'
import { filters } from '../list-filters.ts'
import { PageQuery, pageRequest, pageSchema } from '../page.ts'
import { asOfAnswers, body, createRouter, putAnswers, securedWrite } from '../router.ts'

const tags = ['events']
const params = z.object({ id: idOf('event') })
const RecordedEvent = z
  .object({
    event: Event,
    created: z.boolean(),
    notTaken: z.array(ReportField).meta({
      description:
        'what was sent and the event that stands does not carry: cite a further report as evidence with a source and address of its own',
    }),
  })
  .meta({ id: 'RecordedEvent' })

const record = createRoute({
  method: 'post',
  path: '/v1/events',
  operationId: 'recordEvent',
  tags,
  summary: 'Record that something happened',
  description: 'Once: the same title and time again answers 200 with the event that stands.',
  ...securedWrite('resolve'),
  request: { body: body(RecordEvent) },
  responses: putAnswers(RecordedEvent, 'The event'),
})

const list = createRoute({
  method: 'get',
  path: '/v1/events',
  operationId: 'listEvents',
  tags,
  summary: 'List events, newest recorded first',
  middleware: [readsAsOf],
  request: {
    query: PageQuery.extend({
      ...AsOfQuery.shape,
      kind: EventKind.optional(),
      occurred_after: Instant.optional(),
      occurred_before: Instant.optional(),
      source: filters.source,
      commentary: filters.commentary,
      question: filters.question.meta({ description: 'cited as evidence on it' }),
    }),
  },
  responses: asOfAnswers(pageSchema(Event).meta({ id: 'EventPage' }), 'A page'),
})

const read = createRoute({
  method: 'get',
  path: '/v1/events/{id}',
  operationId: 'readEvent',
  tags,
  summary: 'Read one event',
  middleware: [readsAsOf],
  request: { params, query: AsOfQuery },
  responses: asOfAnswers(Event, 'The event'),
})

export const eventRoutes = () =>
  createRouter()
    .openapi(record, async (c) => {
      const { event, created, notTaken } = await recordEvent(writing(c), c.req.valid('json'))
      return c.json({ event: publicEvent(event), created, notTaken }, created ? 201 : 200)
    })
    .openapi(list, async (c) => {
      const { kind, occurred_after, occurred_before, source, commentary, question, ...page } = c.req.valid('query')
      const filter = {
        kind: kind ?? null,
        occurredAfter: occurred_after ?? null,
        occurredBefore: occurred_before ?? null,
        sourceId: source ?? null,
        commentaryId: commentary ?? null,
        questionId: question ?? null,
      }
      const { items, next } = await listEvents(reading(c).reader, filter, pageRequest(page))
      return c.json({ items: items.map(publicEvent), next }, 200)
    })
    .openapi(read, async (c) => {
      const { id } = c.req.valid('param')
      const event = await findEvent(reading(c).reader, id)
      if (!event) throw missing('event', id)
      return c.json(publicEvent(event), 200)
    })
