import { createRoute, z } from '@hono/zod-openapi'
import { importOutcomes } from '../../actions/predicting/import-outcomes.ts'
import { importPart } from '../../actions/predicting/import-part.ts'
import { openImport } from '../../actions/predicting/open-import.ts'
import { idOf } from '../../core/id.ts'
import { Import, ImportForecast, ImportOutcome, OpenImport } from '../../core/importing/import-item.ts'
import { Collection } from '../../core/source.ts'
import { answerBatch, type Batch, BatchQuery, STREAMED } from '../batch/answer.ts'
import { writing } from '../env.ts'
import { body, createRouter, putAnswers, secured, securedWrite } from '../router.ts'
import { batchAnswers, streamed } from './batches.ts'

const tags = ['imports']
const params = z.object({ id: idOf('import') })

const OpenedImport = z
  .object({
    import: Import,
    collection: Collection.meta({ description: 'in which what it brings is ranked, apart from everything else' }),
    created: z.boolean(),
  })
  .meta({ id: 'OpenedImport' })

const open = createRoute({
  method: 'post',
  path: '/v1/imports',
  operationId: 'openImport',
  tags,
  summary: 'Open an import of forecasts that were made elsewhere',
  description:
    'Once: the same name again answers 200 with the one that stands, where its source and licence are the same.',
  ...securedWrite('admin'),
  request: { body: body(OpenImport) },
  responses: putAnswers(OpenedImport, 'The import, and the collection in which it is ranked'),
})

const rules = 'Streamed as NDJSON or CSV, each line answered by itself, as in `POST /v1/predictions/batch`.'

const forecasts = createRoute({
  method: 'post',
  path: '/v1/imports/{id}/forecasts/batch',
  operationId: 'importForecasts',
  tags,
  summary: 'Import forecasts with the questions they are on',
  description:
    `${rules} They count as said when their source says, and are marked as imported. A forecast is known by its import and by what its ` +
    'source knows it by: sent again, it is `standing`.',
  ...secured('admin'),
  request: { params, query: BatchQuery, body: streamed(ImportForecast) },
  responses: batchAnswers('What became of each, one line each, and a closing line'),
})

const outcomes = createRoute({
  method: 'post',
  path: '/v1/imports/{id}/outcomes/batch',
  operationId: 'importOutcomes',
  tags,
  summary: 'Import how the source resolved its questions',
  description:
    `${rules} The evidence is the source’s own resolution, and says so: an event that happened when the source resolved the question, or at the ` +
    'end of its window where that came first. Send them after all forecasts. `id` is that of the question.',
  ...secured('admin'),
  request: { params, query: BatchQuery, body: streamed(ImportOutcome) },
  responses: batchAnswers('What became of each, one line each, and a closing line'),
})

const forecastsInto = (importId: string): Batch<ImportForecast> => ({
  schema: ImportForecast,
  columns: {
    question: 'text',
    forecast: 'text',
    wording: 'text',
    criteria: 'text',
    url: 'text',
    askedAt: 'text',
    windowEnd: 'text',
    author: 'text',
    probability: 'json',
    said: 'text',
  },
  chunk: 1000,
  record: (context, items) => importPart(context, { importId, items }),
})

const outcomesInto = (importId: string): Batch<ImportOutcome> => ({
  schema: ImportOutcome,
  columns: { question: 'text', outcome: 'text', resolvedAt: 'text', url: 'text' },
  chunk: 100,
  record: (context, items) => importOutcomes(context, { importId, items }),
})

export const importRoutes = () =>
  createRouter()
    .openapi(open, async (c) => {
      const opened = await openImport(writing(c), c.req.valid('json'))
      return c.json(opened, opened.created ? 201 : 200)
    })
    .openapi(forecasts, async (c) =>
      c.body(await answerBatch(c, forecastsInto(c.req.valid('param').id), c.req.valid('query')), 200, STREAMED),
    )
    .openapi(outcomes, async (c) =>
      c.body(await answerBatch(c, outcomesInto(c.req.valid('param').id), c.req.valid('query')), 200, STREAMED),
    )
