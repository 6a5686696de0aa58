import { createRoute, z } from '@hono/zod-openapi'
import { JobStanding } from '../../core/job.ts'
import { Problem } from '../../core/problem.ts'
import { replicaStates } from '../../core/replica.ts'
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
    status: z.enum(['ok', 'degraded']).meta({
      description:
        'degraded: it answers, but a job is not on time, nothing can be recorded, or the replica does not answer or is none',
    }),
    disk: z
      .literal('full')
      .optional()
      .meta({ description: 'nothing can be recorded until there is room; reads go on' }),
    replica: z
      .object({
        state: z.enum(replicaStates).meta({
          description:
            'ok: public reads go to it; behind: it does not hold yet what the primary held a moment ago; away: it does not answer; other: it ' +
            'is no standby of this database; unknown: the primary does not say how far it is. The primary answers for one that is not ok',
        }),
        position: z.int().min(0).meta({ description: 'how far its ledger goes' }),
      })
      .optional()
      .meta({ description: 'of the standby that public reads may go to, where there is one' }),
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
    'A job that is late, failing or never ran shows as `degraded`, with 200, and so does a disk of the embedded database that is full, which still can be read, and a replica that does not answer: requests are answered all the same, and every instance reads the same database, so that a 503 would take all of them out of a load balancer at once. Watch `status`.',
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
      const { isFull, replica } = c.var.services.database
      const [standings, standing] = await Promise.all([standingsSoon(reading(c)), replica?.standing()])
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
      const disk = isFull?.() ? { disk: 'full' as const } : {}
      const isWhole = disk.disk === undefined && !['away', 'other'].includes(standing?.state ?? 'ok')
      const status = isWhole && jobs.every(({ state }) => state === 'on-time') ? 'ok' : 'degraded'
      return c.json({ status, ...disk, ...(standing && { replica: standing }), jobs } as const, 200)
    })
