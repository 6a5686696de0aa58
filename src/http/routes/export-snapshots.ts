import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { missing, Problem } from '../../core/problem.ts'
import { DataLicence, licenceOf, MANIFEST, Manifest, type SnapshotFiles } from '../../core/snapshot-files.ts'
import { Day } from '../../core/time.ts'
import { type Format, formats, mediaTypes } from '../../queries/exporting/formats.ts'
import { disputeRedactedSince } from '../../storage/redactions.ts'
import { streamOf } from '../byte-stream.ts'
import type { Env } from '../env.ts'
import { inlineFile } from '../file.ts'
import { createRouter, problemAnswers, readAnswers } from '../router.ts'

const tags = ['exports']
const kept =
  'A server on Node writes one each night into its data folder and keeps the last seven; at the edge there is none (404).'

const Kept = z
  .object({ items: z.array(z.object({ name: Day, manifest: z.string() })), licence: DataLicence })
  .meta({ id: 'ExportSnapshots' })

const list = createRoute({
  method: 'get',
  path: '/v1/exports/snapshots',
  operationId: 'listExportSnapshots',
  tags,
  summary: 'List the full snapshots that are kept, newest first',
  description: kept,
  responses: readAnswers(Kept, 'Their manifests'),
})

const read = createRoute({
  method: 'get',
  path: '/v1/exports/snapshots/{name}',
  operationId: 'readExportSnapshot',
  tags,
  summary: 'Read the manifest of a full snapshot: its position, its licence, and the hash of each file',
  description: kept,
  request: { params: z.object({ name: Day }) },
  responses: readAnswers(Manifest, 'The manifest'),
})

/** Plain strings: what is typed as JSON would have to be given whole. */
const fileTypes: Record<string, { schema: z.ZodType }> = {
  ...Object.fromEntries(Object.values(mediaTypes).map((type) => [type.split(';')[0], { schema: z.string() }])),
  'application/json': { schema: Manifest },
}

const download = createRoute({
  method: 'get',
  path: '/v1/exports/snapshots/{name}/{file}',
  operationId: 'downloadSnapshotFile',
  tags,
  summary: 'Download a file of a full snapshot',
  description: `${kept} Its bytes have the SHA-256 that the manifest names, and never change.`,
  request: {
    params: z.object({
      name: Day,
      file: z
        .string()
        .max(100)
        .meta({ examples: ['questions.ndjson'] }),
    }),
  },
  responses: {
    200: { description: 'The file', content: fileTypes },
    ...problemAnswers(401, 404, 422),
  },
})

const mustKeep = (c: Context<Env>): SnapshotFiles => {
  const { snapshotFiles } = c.var.services
  if (snapshotFiles) return snapshotFiles
  throw new Problem(
    'not-found',
    'this server has no place to keep full snapshots',
    'take the exports at /v1/exports, all with one as_of: they hold the same',
  )
}

const mustFind = async (c: Context<Env>, name: string, file: string) => {
  const found = await mustKeep(c).read(name, file)
  if (!found) throw missing('snapshot', `${name}/${file}`, 'name')
  return found
}

const readManifest = async (c: Context<Env>, name: string): Promise<Manifest> => {
  const { stream } = await mustFind(c, name, MANIFEST)
  return Manifest.parse(await new Response(stream).json())
}

/** What was taken out after a snapshot was made is in its file still: that file is given to nobody any more. */
const mustHoldNoRedacted = async (c: Context<Env>, name: string, file: string): Promise<void> => {
  if (!file.startsWith('disputes.') && !file.startsWith('ledger.')) return
  const { position } = await readManifest(c, name)
  if (!(await disputeRedactedSince(c.var.services.database.reader, position))) return
  throw new Problem(
    'not-found',
    `${name}/${file} holds a text that was redacted since`,
    'take /v1/exports/disputes.ndjson, or the snapshot of the next night',
  )
}

const typeOf = (file: string): string => {
  const format = formats.find((one) => file.endsWith(`.${one}`))
  return format ? mediaTypes[format satisfies Format] : 'application/json'
}

async function* partsOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* stream
}

export const exportSnapshotRoutes = () =>
  createRouter()
    .openapi(list, async (c) => {
      const names = (await mustKeep(c).list()) as Day[]
      const items = names.map((name) => ({ name, manifest: `/v1/exports/snapshots/${name}` }))
      return c.json({ items, licence: licenceOf(c.var.services.dataLicence) }, 200)
    })
    .openapi(read, async (c) => c.json(await readManifest(c, c.req.valid('param').name), 200))
    .openapi(download, async (c) => {
      const { name, file } = c.req.valid('param')
      await mustHoldNoRedacted(c, name, file)
      const { stream, bytes } = await mustFind(c, name, file)
      return c.body(streamOf(c, partsOf(stream)), 200, {
        'content-type': typeOf(file),
        'content-length': String(bytes),
        // It may have to be withdrawn: no cache answers for it without asking.
        'cache-control': 'no-cache',
        ...inlineFile(`${name}-${file}`),
      })
    })
