import { createRoute, z } from '@hono/zod-openapi'
import { AsOf } from '../../core/ledger/position.ts'
import { DataLicence, licenceOf } from '../../core/snapshot-files.ts'
import { columnsOf } from '../../queries/exporting/columns.ts'
import { exportBytes, walkOf } from '../../queries/exporting/export.ts'
import { type Format, formats, mediaTypes } from '../../queries/exporting/formats.ts'
import { type ResourceName, resourceNames, resources } from '../../queries/exporting/resources.ts'
import { streamOf } from '../byte-stream.ts'
import { reading } from '../env.ts'
import { inlineFile } from '../file.ts'
import { createRouter, problemAnswers, readAnswers } from '../router.ts'

const tags = ['exports']

const Exports = z
  .object({
    items: z.array(
      z.object({
        name: z.string(),
        about: z.string(),
        files: z.record(z.enum(formats), z.string()).meta({ description: 'the address of the file in each format' }),
        columns: z.array(
          z.object({ name: z.string(), kind: z.enum(['text', 'number', 'integer', 'boolean', 'json']) }),
        ),
      }),
    ),
    licence: DataLicence,
  })
  .meta({ id: 'Exports' })

const list = createRoute({
  method: 'get',
  path: '/v1/exports',
  operationId: 'listExports',
  tags,
  summary: 'List what can be exported, with the columns of each, and the licence',
  responses: readAnswers(Exports, 'The resources'),
})

const files = resourceNames.flatMap((name) => formats.map((format) => `${name}.${format}` as const))
const [first, ...rest] = files as [(typeof files)[number], ...(typeof files)[number][]]

const FileQuery = z.object({
  as_of: AsOf.optional().meta({
    description: 'a position of the ledger or an instant: what stood there; left out, at the last position',
  }),
  changed_since: AsOf.optional().meta({
    description:
      'a position or an instant: what was recorded after it. Give the Hindcast-Position of the export before.',
  }),
})

/** Plain strings: what is typed as JSON would have to be given whole. */
const contents: Record<string, { schema: z.ZodType }> = Object.fromEntries(
  Object.values(mediaTypes).map((type) => [type.split(';')[0], { schema: z.string() }]),
)

const read = createRoute({
  method: 'get',
  path: '/v1/exports/{file}',
  operationId: 'readExport',
  tags,
  summary: 'Export a whole public resource as NDJSON, CSV or Parquet, streamed',
  description:
    'All of it is of one position, that in the header Hindcast-Position, however long it takes: facts in the order of the ledger, questions ' +
    'by id, what is no fact (authors, sources, collections) newest first. An item has the shape of its list; in CSV and Parquet what is ' +
    'nested is JSON. An answer that breaks off was cut: ask again. What was recorded in the last minute may lack a position yet.',
  request: { params: z.object({ file: z.enum([first, ...rest]) }), query: FileQuery },
  responses: {
    200: {
      description: 'The file',
      headers: z.object({
        'Hindcast-Position': z.string().meta({ description: 'of what it is; give it as changed_since next time' }),
      }),
      content: contents,
    },
    ...problemAnswers(401, 404, 422),
  },
})

export const exportRoutes = () =>
  createRouter()
    .openapi(list, (c) => {
      const items = resourceNames.map((name) => ({
        name,
        about: resources[name].about,
        files: Object.fromEntries(formats.map((format) => [format, `/v1/exports/${name}.${format}`])) as Record<
          Format,
          string
        >,
        columns: columnsOf(resources[name].schema),
      }))
      return c.json({ items, licence: licenceOf(c.var.services.dataLicence) }, 200)
    })
    .openapi(read, async (c) => {
      const { file } = c.req.valid('param')
      const { as_of: asOf, changed_since: changedSince } = c.req.valid('query')
      const { reader, now } = reading(c)
      const walk = await walkOf(reader, { asOf, changedSince }, now)
      const [name, format] = file.split('.') as [ResourceName, Format]
      return c.body(streamOf(c, exportBytes(walk, name, format)), 200, {
        'content-type': mediaTypes[format],
        'cache-control': 'no-store',
        'hindcast-position': String(walk.through.position),
        ...inlineFile(file),
      })
    })
