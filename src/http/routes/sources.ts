import { createRoute, z } from '@hono/zod-openapi'
import { recordCoverage } from '../../actions/resolving/record-coverage.ts'
import { RecordSource, recordSource } from '../../actions/resolving/record-source.ts'
import { idOf } from '../../core/id.ts'
import { Source } from '../../core/source.ts'
import { Day } from '../../core/time.ts'
import { listSources } from '../../storage/sources.ts'
import { reading, writing } from '../env.ts'
import { PageQuery, pageRequest, pageSchema } from '../page.ts'
import { body, createRouter, putAnswers, readAnswers, securedWrite } from '../router.ts'

const tags = ['sources']
const RecordedSource = z.object({ source: Source, created: z.boolean() }).meta({ id: 'RecordedSource' })
const ReadThrough = z.object({ readThrough: Day }).meta({ id: 'ReadThrough' })
const RecordedCoverage = ReadThrough.extend({ sourceId: idOf('source'), created: z.boolean() }).meta({
  id: 'RecordedCoverage',
})

const record = createRoute({
  method: 'post',
  path: '/v1/sources',
  operationId: 'recordSource',
  tags,
  summary: 'Record an outlet',
  ...securedWrite('submit'),
  request: { body: body(RecordSource) },
  responses: putAnswers(RecordedSource, 'The source'),
})

const list = createRoute({
  method: 'get',
  path: '/v1/sources',
  operationId: 'listSources',
  tags,
  summary: 'List outlets, newest first',
  request: { query: PageQuery },
  responses: readAnswers(pageSchema(Source).meta({ id: 'SourcePage' }), 'A page'),
})

const cover = createRoute({
  method: 'post',
  path: '/v1/sources/{id}/coverage',
  operationId: 'recordCoverage',
  tags,
  summary: 'Record that an outlet was read whole through a day',
  ...securedWrite('resolve'),
  request: { params: z.object({ id: idOf('source') }), body: body(ReadThrough) },
  responses: putAnswers(RecordedCoverage, 'The coverage'),
})

export const sourceRoutes = () =>
  createRouter()
    .openapi(record, async (c) => {
      const recorded = await recordSource(writing(c), c.req.valid('json'))
      return c.json(recorded, recorded.created ? 201 : 200)
    })
    .openapi(list, async (c) => c.json(await listSources(reading(c).reader, pageRequest(c.req.valid('query'))), 200))
    .openapi(cover, async (c) => {
      const coverage = { sourceId: c.req.valid('param').id, ...c.req.valid('json') }
      const created = await recordCoverage(writing(c), coverage)
      return c.json({ ...coverage, created }, created ? 201 : 200)
    })
