import { createRoute, z } from '@hono/zod-openapi'
import { JobStanding } from '../../core/job.ts'
import { Problem } from '../../core/problem.ts'
import { Instant } from '../../core/time.ts'
import { jobStandings } from '../../queries/job-standings.ts'
import { isReady } from '../../storage/readiness.ts'
import { reading } from '../env.ts'
import { ProblemDocument } from '../problem.ts'
import { createRouter } from '../router.ts'

const Health = z
  .object({
    status: z.literal('ok'),
    sandbox: z.literal(true).optional().meta({ description: 'it is for practice: everything in it is fictional' }),
  })
  .meta({ id: 'Health' })
const ok = { description: 'It is', content: { 'application/json': { schema: Health } } }
const Readiness = z
  .object({
    status: z
      .enum(['ok', 'degraded'])
      .meta({ description: 'degraded: it answers, but a job is not on time, or nothing can be recorded' }),
    disk: z
      .literal('full')
      .optional()
      .meta({ description: 'nothing can be recorded until there is room; reads go on' }),
    jobs: z.array(
      JobStanding.pick({ name: true, state: true, missed: true }).extend({ lastSuccessAt: Instant.nullable() }),
    ),
  })
  .meta({ id: 'Readiness' })
const problemContent = { 'application/problem+json': { schema: ProblemDocument } }
const ready = { description: 'It can', content: { 'application/json': { schema: Readiness } } }
const tags = ['health']
const refused = { 422: { description: 'a parameter that it does not know', content: problemContent } }

const healthz = createRoute({
  method: 'get',
  path: '/healthz',
  operationId: 'healthz',
  tags,
  summary: 'Is the process up?',
  responses: { 200: ok, ...refused },
})

const readyz = createRoute({
  method: 'get',
  path: '/readyz',
  operationId: 'readyz',
  tags,
  summary: 'Can it answer: does the database, and are its migrations applied? And do the jobs run?',
  description:
    'A job that is late, failing or never ran shows as `degraded`, with 200, and so does a disk of the embedded database that is full, which still can be read: requests are answered all the same, and every instance reads the same database, so that a 503 would take all of them out of a load balancer at once. Watch `status`.',
  responses: {
    200: ready,
    503: { description: 'It cannot', content: problemContent },
    ...refused,
  },
})

/** Who asks whether it can answer wants to know soon: a database that takes longer cannot. */
const SOON_MS = 2000

/** How the jobs stand; null where the database cannot serve, or does not say so soon. */
const standingsSoon = async ({ reader, now }: ReturnType<typeof reading>) => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), SOON_MS)
  })
  const asked = isReady(reader).then((ready) => (ready ? jobStandings(reader, now) : null))
  // What comes too late is nobody's answer.
  asked.catch(() => undefined)
  try {
    return await Promise.race([asked, late])
  } finally {
    clearTimeout(timer)
  }
}

export const healthRoutes = () =>
  createRouter()
    .openapi(healthz, (c) =>
      c.json({ status: 'ok' as const, ...(c.var.services.sandbox ? { sandbox: true as const } : {}) }, 200),
    )
    .openapi(readyz, async (c) => {
      const standings = await standingsSoon(reading(c))
      if (standings === null) {
        throw new Problem(
          'database-unavailable',
          'the database does not answer',
          'check DATABASE_URL, then run hindcast migrate',
        )
      }
      const jobs = standings.map(({ name, state, missed, lastSuccess }) => ({
        name,
        state,
        missed,
        lastSuccessAt: lastSuccess?.finishedAt ?? null,
      }))
      const isFull = c.var.services.database.isFull?.() ?? false
      const status = !isFull && jobs.every(({ state }) => state === 'on-time') ? 'ok' : 'degraded'
      return c.json({ status, ...(isFull ? { disk: 'full' as const } : {}), jobs } as const, 200)
    })
