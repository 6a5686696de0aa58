import { createRoute, z } from '@hono/zod-openapi'
import { Sha256 } from '../../core/ledger/sha256.ts'
import { Problem } from '../../core/problem.ts'
import { Instant } from '../../core/time.ts'
import { describeArchive, findArchive } from '../../storage/archives.ts'
import { reading } from '../env.ts'
import { createRouter, readAnswers, secured } from '../router.ts'

const tags = ['events']
const params = z.object({ sha256: Sha256 })

const Archive = z
  .object({
    sha256: z.string(),
    url: z.string().meta({ description: 'where it was fetched' }),
    mediaType: z.string().meta({ description: 'as it was sent; the bytes are never served as such' }),
    size: z.int().meta({ description: 'in bytes' }),
    fetchedAt: Instant,
  })
  .meta({ id: 'Archive' })

const read = createRoute({
  method: 'get',
  path: '/v1/archives/{sha256}',
  operationId: 'readArchive',
  tags,
  summary: 'Read what is kept of a feed under a hash: whence, when, how much',
  description: 'The hash is the `archiveSha256` of an event. An archive may be deleted; the event keeps its hash.',
  request: { params },
  responses: readAnswers(Archive, 'The archived copy, without its bytes'),
})

const readBytes = createRoute({
  method: 'get',
  path: '/v1/archives/{sha256}/bytes',
  operationId: 'readArchiveBytes',
  tags,
  summary: 'Download an archived copy, byte for byte, for review',
  description: 'Always as a file and never as what it says it is: it was written by others.',
  ...secured('review'),
  request: { params },
  responses: {
    ...readAnswers(Archive, 'The bytes'),
    200: {
      description: 'The bytes',
      content: { 'application/octet-stream': { schema: z.string().meta({ format: 'binary' }) } },
    },
  },
})

const notKept = (sha256: string): Problem => {
  const detail = `nothing is kept under ${sha256}`
  const remedy = 'give the archiveSha256 of an event that a feed made; what was kept may have been deleted'
  return new Problem('not-found', detail, remedy, [{ field: 'sha256', detail }])
}

export const archiveRoutes = () =>
  createRouter()
    .openapi(read, async (c) => {
      const { sha256 } = c.req.valid('param')
      const archive = await describeArchive(reading(c).reader, sha256)
      if (!archive) throw notKept(sha256)
      return c.json(archive, 200)
    })
    .openapi(readBytes, async (c) => {
      const { sha256 } = c.req.valid('param')
      const archive = await findArchive(reading(c).reader, sha256)
      if (!archive) throw notKept(sha256)
      return c.body(archive.bytes, 200, {
        'content-type': 'application/octet-stream',
        'content-disposition': `attachment; filename="${sha256}.bin"`,
        'content-security-policy': "default-src 'none'; sandbox",
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
      })
    })
