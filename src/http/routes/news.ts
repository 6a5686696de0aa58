import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { missing } from '../../core/problem.ts'
import { TopicSlug } from '../../core/topic.ts'
import { newsOf } from '../../queries/following/news.ts'
import { authorAt } from '../../queries/must-find-author.ts'
import { topicTouched } from '../../storage/news.ts'
import { type Env, reading } from '../env.ts'
import { atomOf, jsonFeedOf, type NewsFeed } from '../news-feed.ts'
import { asOfAnswers, createRouter } from '../router.ts'
import { AuthorParams, ofAuthor } from './author-query.ts'

const ATOM = 'application/atom+xml'
const JSON_FEED = 'application/feed+json'
const description =
  'The newest 50 predictions and resolutions, newest first. An item keeps its id (`urn:uuid:`) wherever it is read.'

const answers = (mediaType: string, what: string, schema: z.ZodType = z.string()) => ({
  ...asOfAnswers(z.string(), what),
  200: { description: what, content: { [mediaType]: { schema: schema.meta({ description: what }) } } },
})
const JsonFeed = z.looseObject({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: z.string(),
  items: z.array(z.looseObject({ id: z.string() })),
})

const authorAtom = createRoute({
  method: 'get',
  path: '/v1/authors/{id}/feed.atom',
  operationId: 'readAuthorAtom',
  tags: ['authors'],
  summary: 'Follow an author in a feed reader (Atom)',
  description,
  request: { params: AuthorParams },
  responses: ofAuthor(answers(ATOM, 'An Atom feed (RFC 4287)')),
})

const authorJson = createRoute({
  method: 'get',
  path: '/v1/authors/{id}/feed.json',
  operationId: 'readAuthorJsonFeed',
  tags: ['authors'],
  summary: 'Follow an author in a feed reader (JSON Feed)',
  description,
  request: { params: AuthorParams },
  responses: ofAuthor(answers(JSON_FEED, 'A JSON Feed (version 1.1)', JsonFeed)),
})

const topicParams = z.object({ slug: TopicSlug })

const topicAtom = createRoute({
  method: 'get',
  path: '/v1/topics/{slug}/feed.atom',
  operationId: 'readTopicAtom',
  tags: ['topics'],
  summary: 'Follow a topic in a feed reader (Atom)',
  description,
  request: { params: topicParams },
  responses: answers(ATOM, 'An Atom feed (RFC 4287)'),
})

const topicJson = createRoute({
  method: 'get',
  path: '/v1/topics/{slug}/feed.json',
  operationId: 'readTopicJsonFeed',
  tags: ['topics'],
  summary: 'Follow a topic in a feed reader (JSON Feed)',
  description,
  request: { params: topicParams },
  responses: answers(JSON_FEED, 'A JSON Feed (version 1.1)', JsonFeed),
})

/** Without its query: a feed is known by its own address. */
const selfOf = (c: Context<Env>): string => new URL(new URL(c.req.url).pathname, c.req.url).href

const newsOfAuthor = async (c: Context<Env>, named: string): Promise<NewsFeed> => {
  const { reader } = reading(c)
  const author = await authorAt(reader, named)
  const self = selfOf(c)
  return {
    title: `${author.name} on Hindcast`,
    self,
    home: new URL(`/authors/${author.slug}`, self).href,
    updated: author.recordedAt,
    items: await newsOf(reader, { authorId: author.id }),
  }
}

const newsOfTopic = async (c: Context<Env>, topic: string): Promise<NewsFeed> => {
  const { reader } = reading(c)
  const updated = await topicTouched(reader, topic)
  if (updated === null) throw missing('topic', topic, 'slug')
  const self = selfOf(c)
  return {
    title: `${topic} on Hindcast`,
    self,
    home: new URL('/', self).href,
    updated,
    items: await newsOf(reader, { topic }),
  }
}

const atom = async (c: Context<Env>, feed: NewsFeed) =>
  c.body(await atomOf(feed), 200, { 'content-type': `${ATOM}; charset=utf-8` })
const jsonFeed = async (c: Context<Env>, feed: NewsFeed) =>
  c.body(await jsonFeedOf(feed), 200, { 'content-type': `${JSON_FEED}; charset=utf-8` })

/** What feed readers follow. */
export const newsRoutes = () =>
  createRouter()
    .openapi(authorAtom, async (c) => atom(c, await newsOfAuthor(c, c.req.valid('param').id)))
    .openapi(authorJson, async (c) => jsonFeed(c, await newsOfAuthor(c, c.req.valid('param').id)))
    .openapi(topicAtom, async (c) => atom(c, await newsOfTopic(c, c.req.valid('param').slug)))
    .openapi(topicJson, async (c) => jsonFeed(c, await newsOfTopic(c, c.req.valid('param').slug)))
