import { createRoute, z } from '@hono/zod-openapi'
import { changeFeedStatus, RecordFeed, recordFeed, SetFeedStatus } from '../../actions/reading/manage-feeds.ts'
import { entryStatuses, Feed, FeedEntry } from '../../core/feed.ts'
import { idOf } from '../../core/id.ts'
import { missing } from '../../core/problem.ts'
import { listEntries } from '../../storage/feed-entries.ts'
import { findFeed, listFeeds } from '../../storage/feeds.ts'
import { reading, writing } from '../env.ts'
import { PageQuery, pageRequest, pageSchema } from '../page.ts'
import { body, createRouter, putAnswers, readAnswers, secured, securedWrite } from '../router.ts'

const tags = ['feeds']
const params = z.object({ id: idOf('feed') })
const RecordedFeed = z.object({ feed: Feed, created: z.boolean() }).meta({ id: 'RecordedFeed' })
const ChangedFeed = z.object({ feed: Feed, changed: z.boolean() }).meta({ id: 'ChangedFeed' })

const record = createRoute({
  method: 'post',
  path: '/v1/feeds',
  operationId: 'recordFeed',
  tags,
  summary: 'Record a feed (RSS, Atom, JSON Feed) to be read from now on',
  description:
    'Its pieces are fetched and recorded one by one, as the robots.txt and the reservations of their site allow.',
  ...securedWrite('review'),
  request: { body: body(RecordFeed) },
  responses: putAnswers(RecordedFeed, 'The feed'),
})

const list = createRoute({
  method: 'get',
  path: '/v1/feeds',
  operationId: 'listFeeds',
  tags,
  summary: 'List feeds, newest first',
  description: 'For reviewers: an address may hold a secret of whoever recorded it.',
  ...secured('review'),
  request: { query: PageQuery },
  responses: readAnswers(pageSchema(Feed).meta({ id: 'FeedPage' }), 'A page'),
})

const read = createRoute({
  method: 'get',
  path: '/v1/feeds/{id}',
  operationId: 'readFeed',
  tags,
  summary: 'Read one feed, with its last error',
  ...secured('review'),
  request: { params },
  responses: readAnswers(Feed, 'The feed'),
})

const entries = createRoute({
  method: 'get',
  path: '/v1/feeds/{id}/entries',
  operationId: 'listFeedEntries',
  tags,
  summary: 'List what a feed announced and what became of it, newest first',
  ...secured('review'),
  request: { params, query: PageQuery.extend({ status: z.enum(entryStatuses).optional() }) },
  responses: readAnswers(pageSchema(FeedEntry).meta({ id: 'FeedEntryPage' }), 'A page'),
})

const setStatus = createRoute({
  method: 'post',
  path: '/v1/feeds/{id}/status',
  operationId: 'setFeedStatus',
  tags,
  summary: 'Pause a feed, or set it going again',
  ...securedWrite('review'),
  request: { params, body: body(SetFeedStatus) },
  responses: putAnswers(ChangedFeed, 'The feed'),
})

export const feedRoutes = () =>
  createRouter()
    .openapi(record, async (c) => {
      const input = c.req.valid('json')
      c.var.services.outbound.fetch.check(input.url)
      const recorded = await recordFeed(writing(c), input)
      return c.json(recorded, recorded.created ? 201 : 200)
    })
    .openapi(list, async (c) => c.json(await listFeeds(reading(c).reader, pageRequest(c.req.valid('query'))), 200))
    .openapi(read, async (c) => {
      const { id } = c.req.valid('param')
      const feed = await findFeed(reading(c).reader, id)
      if (!feed) throw missing('feed', id)
      return c.json(feed, 200)
    })
    .openapi(entries, async (c) => {
      const { id } = c.req.valid('param')
      const { status, ...page } = c.req.valid('query')
      if (!(await findFeed(reading(c).reader, id))) throw missing('feed', id)
      return c.json(
        await listEntries(reading(c).reader, { feedId: id, status: status ?? null }, pageRequest(page)),
        200,
      )
    })
    .openapi(setStatus, async (c) => {
      const { id } = c.req.valid('param')
      const changed = await changeFeedStatus(writing(c), { feedId: id, ...c.req.valid('json') })
      return c.json(changed, changed.changed ? 201 : 200)
    })
