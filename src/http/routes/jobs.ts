import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { JobRun, JobStanding, jobNames, runStatuses } from '../../core/job.ts'
import { noQueue } from '../../outside/queues/none.ts'
import { queueKinds, type WorkQueue } from '../../outside/queues/queue.ts'
import { jobStandings } from '../../queries/job-standings.ts'
import { listRuns } from '../../storage/job-runs.ts'
import { may } from '../auth.ts'
import { type Env, reading } from '../env.ts'
import { PageQuery, pageRequest, pageSchema } from '../page.ts'
import { createRouter, further, readAnswers } from '../router.ts'

const tags = ['jobs']

/** What puts work off here, and why nothing does where nothing does. */
const JobQueue = z
  .object({
    kind: z.enum(queueKinds).meta({ description: 'none = each run is done at once, where its moment is told' }),
    lacking: z.string().nullable().meta({ description: 'why there is none' }),
  })
  .meta({ id: 'JobQueue' })

const list = createRoute({
  method: 'get',
  path: '/v1/jobs',
  operationId: 'listJobs',
  tags,
  summary: 'List the jobs of the clock: when each runs, when it last did, and what was missed since',
  ...further('admin', 'for the messages of errors', 'less'),
  responses: readAnswers(
    z.object({ items: z.array(JobStanding), queue: JobQueue }).meta({ id: 'JobList' }),
    'All of them',
  ),
})

const runs = createRoute({
  method: 'get',
  path: '/v1/jobs/runs',
  operationId: 'listJobRuns',
  tags,
  summary: 'List runs of jobs, newest first',
  description: 'The message of an error may name what is nobody else’s business: it is for keys with the scope admin.',
  ...further('admin', 'for the messages of errors', 'less'),
  request: {
    query: PageQuery.extend({ job: z.enum(jobNames).optional(), status: z.enum(runStatuses).optional() }),
  },
  responses: readAnswers(pageSchema(JobRun).meta({ id: 'JobRunPage' }), 'A page'),
})

/** The queue of a request; where nothing is put off, one that says so. */
export const queueOf = (c: Context<Env>): WorkQueue =>
  c.var.services.queue ?? noQueue('nothing is put off here', async () => 'done')

/** Anyone may see that a run failed, and by which problem; its message is for who runs the place. */
const publicRun =
  (c: Context<Env>) =>
  <T extends JobRun | null>(run: T): T =>
    run === null || may(c.var.actor, 'admin') ? run : { ...run, error: null }

export const jobRoutes = () =>
  createRouter()
    .openapi(list, async (c) => {
      const { reader, now } = reading(c)
      const shown = publicRun(c)
      const items = (await jobStandings(reader, now)).map((job) => ({
        ...job,
        lastRun: shown(job.lastRun),
        lastSuccess: shown(job.lastSuccess),
      }))
      const { kind, lacking } = queueOf(c)
      return c.json({ items, queue: { kind, lacking } }, 200)
    })
    .openapi(runs, async (c) => {
      const { reader, now } = reading(c)
      const { job, status, ...page } = c.req.valid('query')
      const { items, next } = await listRuns(
        reader,
        { job: job ?? null, status: status ?? null, now },
        pageRequest(page),
      )
      return c.json({ items: items.map(publicRun(c)), next }, 200)
    })
