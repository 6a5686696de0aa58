import { createRoute } from '@hono/zod-openapi'
import { LedgerState } from '../../core/ledger/position.ts'
import { countWaiting, lastLeaf } from '../../storage/ledger.ts'
import { reading } from '../env.ts'
import { createRouter, readAnswers } from '../router.ts'

const read = createRoute({
  method: 'get',
  path: '/v1/ledger',
  operationId: 'readLedger',
  tags: ['ledger'],
  summary: 'Read how far the ledger is sealed',
  description:
    'Each committed fact gets a position, within about a minute. What reads take as `as_of` goes up to the last.',
  responses: readAnswers(LedgerState, 'The last position, and what waits for one'),
})

export const ledgerRoutes = () =>
  createRouter().openapi(read, async (c) => {
    const { reader } = reading(c)
    const last = await lastLeaf(reader)
    const waiting = await countWaiting(reader)
    return c.json({ position: last?.position ?? 0, sealedAt: last?.sealedAt ?? null, waiting }, 200)
  })
