import { createRoute, z } from '@hono/zod-openapi'
import { RecordCollection, recordCollection } from '../../actions/record-collection.ts'
import { Funnel } from '../../core/funnel.ts'
import { Collection, FrameCoverage } from '../../core/source.ts'
import { mustFindCollection } from '../../queries/collections.ts'
import { frameCoverage } from '../../queries/report/frame-coverage.ts'
import { funnel } from '../../queries/report/funnel.ts'
import { mustBeAsAsked } from '../../queries/report/pinned-report.ts'
import { listCollections } from '../../storage/collections.ts'
import { PinnedQuery, readsPinned } from '../as-of.ts'
import { reading, writing } from '../env.ts'
import { PageQuery, pageRequest, pageSchema } from '../page.ts'
import { asOfAnswers, body, createRouter, putAnswers, readAnswers, securedWrite } from '../router.ts'

const tags = ['collections']
const RecordedCollection = z.object({ collection: Collection, created: z.boolean() }).meta({ id: 'RecordedCollection' })

const record = createRoute({
  method: 'post',
  path: '/v1/collections',
  operationId: 'recordCollection',
  tags,
  summary: 'Record a collection: a sampling frame, without which nobody is ranked',
  ...securedWrite('review'),
  request: { body: body(RecordCollection) },
  responses: putAnswers(RecordedCollection, 'The collection'),
})

const list = createRoute({
  method: 'get',
  path: '/v1/collections',
  operationId: 'listCollections',
  tags,
  summary: 'List collections, newest first',
  request: { query: PageQuery },
  responses: readAnswers(pageSchema(Collection).meta({ id: 'CollectionPage' }), 'A page'),
})

const CollectionFunnel = Funnel.extend({
  outlets: z.array(FrameCoverage).meta({ description: 'how far each outlet of the frame was read' }),
}).meta({ id: 'CollectionFunnel' })

const readFunnel = createRoute({
  method: 'get',
  path: '/v1/collections/{id}/funnel',
  operationId: 'readCollectionFunnel',
  tags,
  summary: 'Read how much of what a collection was read for came to be scored, and why the rest did not',
  middleware: [readsPinned],
  request: {
    params: z.object({ id: z.string().min(1).max(300).meta({ description: 'id or slug' }) }),
    query: PinnedQuery,
  },
  responses: asOfAnswers(CollectionFunnel, 'Counts, stage by stage, which add up'),
})

export const collectionRoutes = () =>
  createRouter()
    .openapi(record, async (c) => {
      const recorded = await recordCollection(writing(c), c.req.valid('json'))
      return c.json(recorded, recorded.created ? 201 : 200)
    })
    .openapi(list, async (c) =>
      c.json(await listCollections(reading(c).reader, pageRequest(c.req.valid('query'))), 200),
    )
    .openapi(readFunnel, async (c) => {
      const { reader, now, snapshot } = reading(c)
      const collection = await mustFindCollection(reader, c.req.valid('param').id, 'id')
      if (snapshot) mustBeAsAsked(snapshot, { collection, timing: undefined, voice: undefined })
      const counts = await funnel(reader, { collectionId: collection.id }, now)
      return c.json({ ...counts, outlets: await frameCoverage(reader, collection, now) }, 200)
    })
