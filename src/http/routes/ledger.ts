import { createRoute, z } from '@hono/zod-openapi'
import { Checkpoint } from '../../core/ledger/checkpoint.ts'
import { LedgerState } from '../../core/ledger/position.ts'
import { ConsistencyProof, InclusionProof } from '../../core/ledger/proofs.ts'
import { mustFindCheckpoint, proveConsistency, proveInclusion } from '../../queries/ledger-proofs.ts'
import { listCheckpoints } from '../../storage/checkpoints.ts'
import { countWaiting, lastLeaf } from '../../storage/ledger.ts'
import { reading } from '../env.ts'
import { PageQuery, pageRequest, pageSchema } from '../page.ts'
import { createRouter, readAnswers } from '../router.ts'

const tags = ['ledger']

const Size = z.coerce.number<number>().int().min(1).max(Number.MAX_SAFE_INTEGER)
const CheckpointSize = z
  .union([z.literal('latest'), Size], 'give a size, or latest')
  .meta({ description: 'how many facts it covers, or `latest`', examples: ['latest'] })

const read = createRoute({
  method: 'get',
  path: '/v1/ledger',
  operationId: 'readLedger',
  tags,
  summary: 'Read how far the ledger is sealed',
  description:
    'Each committed fact gets a position, within about a minute. What reads take as `as_of` goes up to the last.',
  responses: readAnswers(LedgerState, 'The last position, and what waits for one'),
})

const list = createRoute({
  method: 'get',
  path: '/v1/ledger/checkpoints',
  operationId: 'listCheckpoints',
  tags,
  summary: 'List the signed checkpoints of the ledger, newest first',
  description:
    'Each is a signed note (c2sp.org/signed-note) of how many facts the ledger had and the root of its Merkle tree (RFC 9162). ' +
    'Who keeps one elsewhere can tell later whether anything before it was changed: docs/ledger.md.',
  request: { query: PageQuery },
  responses: readAnswers(pageSchema(Checkpoint).meta({ id: 'CheckpointPage' }), 'A page'),
})

const readOne = createRoute({
  method: 'get',
  path: '/v1/ledger/checkpoints/{size}',
  operationId: 'readCheckpoint',
  tags,
  summary: 'Read a signed checkpoint of the ledger',
  request: { params: z.object({ size: CheckpointSize }) },
  responses: readAnswers(Checkpoint, 'The checkpoint'),
})

const prove = createRoute({
  method: 'get',
  path: '/v1/ledger/proof/{id}',
  operationId: 'proveInclusion',
  tags,
  summary: 'Prove that a fact stands in the ledger of a checkpoint',
  description:
    'The hash of the fact with those of the proof make the root of the checkpoint (RFC 9162, section 2.1.3). The id of what belongs ' +
    'to a collection is that of both with a slash between, written `%2F` here.',
  request: {
    params: z.object({ id: z.string().min(1).max(200).meta({ description: 'of a fact: `prd_…`, `res_…`, …' }) }),
    query: z.object({ size: CheckpointSize.default('latest') }),
  },
  responses: readAnswers(InclusionProof, 'The proof'),
})

const proveGrowth = createRoute({
  method: 'get',
  path: '/v1/ledger/consistency',
  operationId: 'proveConsistency',
  tags,
  summary: 'Prove that the ledger of one size begins with that of another',
  description: 'That nothing was changed between them, and facts were only added (RFC 9162, section 2.1.4).',
  request: {
    query: z.object({
      from: z.coerce.number<number>().int().min(0).max(Number.MAX_SAFE_INTEGER).meta({ description: 'the older size' }),
      to: Size.optional().meta({ description: 'the newer size; without it that of the newest checkpoint' }),
    }),
  },
  responses: readAnswers(ConsistencyProof, 'The proof, with both roots'),
})

export const ledgerRoutes = () =>
  createRouter()
    .openapi(read, async (c) => {
      const { reader } = reading(c)
      const last = await lastLeaf(reader)
      const waiting = await countWaiting(reader)
      return c.json({ position: last?.position ?? 0, sealedAt: last?.sealedAt ?? null, waiting }, 200)
    })
    .openapi(list, async (c) => {
      const { reader } = reading(c)
      return c.json(await listCheckpoints(reader, pageRequest(c.req.valid('query'))), 200)
    })
    .openapi(readOne, async (c) => {
      const { reader } = reading(c)
      return c.json(await mustFindCheckpoint(reader, c.req.valid('param').size), 200)
    })
    .openapi(prove, async (c) => {
      const { reader } = reading(c)
      const proof = await proveInclusion(
        reader,
        c.var.services.hash,
        c.req.valid('param').id,
        c.req.valid('query').size,
      )
      return c.json(proof, 200)
    })
    .openapi(proveGrowth, async (c) => {
      const { reader } = reading(c)
      return c.json(await proveConsistency(reader, c.var.services.hash, c.req.valid('query')), 200)
    })
