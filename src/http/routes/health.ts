import { createRoute, z } from '@hono/zod-openapi'
import { Problem } from '../../core/problem.ts'
import { isReady } from '../../storage/readiness.ts'
import { reading } from '../env.ts'
import { ProblemDocument } from '../problem.ts'
import { createRouter } from '../router.ts'

const Health = z.object({ status: z.literal('ok') }).meta({ id: 'Health' })
const ok = { description: 'It is', content: { 'application/json': { schema: Health } } }
const tags = ['health']

const healthz = createRoute({
  method: 'get',
  path: '/healthz',
  operationId: 'healthz',
  tags,
  summary: 'Is the process up?',
  responses: { 200: ok },
})

const readyz = createRoute({
  method: 'get',
  path: '/readyz',
  operationId: 'readyz',
  tags,
  summary: 'Can it answer: does the database, and are its migrations applied?',
  responses: {
    200: ok,
    503: { description: 'It cannot', content: { 'application/problem+json': { schema: ProblemDocument } } },
  },
})

export const healthRoutes = () =>
  createRouter()
    .openapi(healthz, (c) => c.json({ status: 'ok' as const }, 200))
    .openapi(readyz, async (c) => {
      if (await isReady(reading(c).reader)) return c.json({ status: 'ok' as const }, 200)
      throw new Problem(
        'database-unavailable',
        'the database does not answer',
        'check DATABASE_URL, then run hindcast migrate',
      )
    })
