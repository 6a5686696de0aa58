import { createRoute, z } from '@hono/zod-openapi'
import { RecordAuthor, recordAuthor } from '../../actions/predicting/record-author.ts'
import { Author, authorKinds } from '../../core/author.ts'
import { Funnel } from '../../core/funnel.ts'
import { namePrefixes } from '../../core/search.ts'
import { authorAt } from '../../queries/must-find-author.ts'
import { OpenPrediction, openPredictions } from '../../queries/open-predictions.ts'
import { publicPrediction } from '../../queries/public.ts'
import { funnel } from '../../queries/report/funnel.ts'
import { authorRevision } from '../../storage/author-links.ts'
import { listAuthors } from '../../storage/authors.ts'
import { PinnedQuery, readsPinned } from '../as-of.ts'
import { reading, writing } from '../env.ts'
import { filters, idsNamed } from '../list-filters.ts'
import { PageQuery, pageRequest, pageSchema } from '../page.ts'
import { asOfAnswers, body, createRouter, putAnswers, readAnswers, securedWrite } from '../router.ts'
import { AuthorParams, ofAuthor } from './author-query.ts'

const tags = ['authors']
const params = AuthorParams

const RecordedAuthor = z.object({ author: Author, created: z.boolean() }).meta({ id: 'RecordedAuthor' })

const record = createRoute({
  method: 'post',
  path: '/v1/authors',
  operationId: 'recordAuthor',
  tags,
  summary: 'Record an author who submits forecasts',
  ...securedWrite('submit'),
  request: { body: body(RecordAuthor) },
  responses: putAnswers(RecordedAuthor, 'The author'),
})

const list = createRoute({
  method: 'get',
  path: '/v1/authors',
  operationId: 'listAuthors',
  tags,
  summary: 'List authors, newest first',
  description: 'Records that are merged into another are not among them; `/v1/author-links` tells which are.',
  request: {
    query: PageQuery.extend({
      kind: z.enum(authorKinds).optional(),
      q: z
        .string()
        .max(200)
        .refine((text) => namePrefixes(text).length > 0, 'give a letter or a digit')
        .optional()
        .meta({ description: 'beginnings of words of the name, in any order, accents or not', examples: ['ada qu'] }),
      collection: filters.collection.meta({ description: 'who has spoken on one of its questions; id or slug' }),
    }),
  },
  responses: readAnswers(pageSchema(Author).meta({ id: 'AuthorPage' }), 'A page'),
})

const read = createRoute({
  method: 'get',
  path: '/v1/authors/{id}',
  operationId: 'readAuthor',
  tags,
  summary: 'Read one author',
  request: { params },
  responses: ofAuthor(readAnswers(Author, 'The author')),
})

const listOpen = createRoute({
  method: 'get',
  path: '/v1/authors/{id}/open-predictions',
  operationId: 'listOpenPredictions',
  tags,
  summary: 'List what an author has standing on open questions, the soonest to close first',
  request: { params, query: PageQuery },
  responses: ofAuthor(
    readAnswers(pageSchema(OpenPrediction).meta({ id: 'OpenPredictionPage' }), 'A page of open questions'),
  ),
})

const readFunnel = createRoute({
  method: 'get',
  path: '/v1/authors/{id}/funnel',
  operationId: 'readAuthorFunnel',
  tags,
  summary: 'Read how much of what an author published came to be scored, and why the rest did not',
  middleware: [readsPinned],
  request: { params, query: PinnedQuery },
  responses: ofAuthor(asOfAnswers(Funnel, 'Counts, stage by stage, which add up')),
})

export const authorRoutes = () =>
  createRouter()
    .openapi(record, async (c) => {
      const recorded = await recordAuthor(writing(c), { ...c.req.valid('json'), bot: c.var.actor?.bot ?? false })
      return c.json(recorded, recorded.created ? 201 : 200)
    })
    .openapi(list, async (c) => {
      const { kind, q, collection, ...page } = c.req.valid('query')
      const { reader } = reading(c)
      const { collectionId } = await idsNamed(reader, { collection })
      const filter = { kind: kind ?? null, prefixes: q === undefined ? null : namePrefixes(q), collectionId }
      return c.json(await listAuthors(reader, filter, pageRequest(page)), 200)
    })
    .openapi(read, async (c) => {
      const { reader } = reading(c)
      const { id: named } = c.req.valid('param')
      // Before the body: that may be newer than its tag, never older.
      c.set('revision', await authorRevision(reader, (await authorAt(reader, named)).id))
      return c.json(await authorAt(reader, named), 200)
    })
    .openapi(listOpen, async (c) => {
      const { reader, now } = reading(c)
      const { id: authorId } = await authorAt(reader, c.req.valid('param').id)
      const { items, next } = await openPredictions(reader, { authorId, now }, pageRequest(c.req.valid('query')))
      return c.json(
        { items: items.map((one) => ({ ...one, prediction: publicPrediction(one.prediction) })), next },
        200,
      )
    })
    .openapi(readFunnel, async (c) => {
      const { reader, now } = reading(c)
      const { id: authorId } = await authorAt(reader, c.req.valid('param').id)
      return c.json(await funnel(reader, { authorId }, now), 200)
    })
