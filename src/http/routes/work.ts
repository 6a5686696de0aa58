import { createRoute, z } from '@hono/zod-openapi'
import { LeaseWork, leaseWork, RenewLease, releaseWork, renewWork } from '../../actions/lease-work.ts'
import { idOf } from '../../core/id.ts'
import { Day, dayOf } from '../../core/time.ts'
import { VersionWorkItem, WorkItem, WorkLease, workResolvers } from '../../core/work.ts'
import { publicProposal, publicQuestion, publicVersion } from '../../queries/public.ts'
import { workList } from '../../queries/work-list.ts'
import { listVersionsWaiting } from '../../storage/work.ts'
import { reading, writing } from '../env.ts'
import { PageQuery, pageRequest, pageSchema } from '../page.ts'
import { body, createAnswers, createRouter, emptyAnswers, readAnswers, secured, securedWrite } from '../router.ts'

const tags = ['work']
const params = z.object({ id: idOf('lease') })

const Leased = z
  .object({ lease: WorkLease.nullable().meta({ description: 'null: nothing was free' }), items: z.array(WorkItem) })
  .meta({ id: 'LeasedWork' })

const list = createRoute({
  method: 'get',
  path: '/v1/work',
  operationId: 'listWork',
  tags,
  summary: 'List questions that need an outcome, the window that ended first first',
  description: 'Those that are due, and open ones whose window ends before a day.',
  request: {
    query: PageQuery.extend({
      due_before: Day.optional().meta({ description: 'open ones whose window ends before this day; today' }),
      resolver: z.enum(workResolvers).optional(),
    }),
  },
  responses: readAnswers(pageSchema(WorkItem).meta({ id: 'WorkPage' }), 'A page'),
})

const versions = createRoute({
  method: 'get',
  path: '/v1/work/versions',
  operationId: 'listVersionWork',
  tags,
  summary: 'List older versions whose statements wait for an outcome on their own terms',
  description:
    'Their question was decided on other terms, or is open by a newer version. A person settles one by `POST /v1/resolutions` with its number.',
  request: { query: PageQuery },
  responses: readAnswers(pageSchema(VersionWorkItem).meta({ id: 'VersionWorkPage' }), 'A page'),
})

const take = createRoute({
  method: 'post',
  path: '/v1/work/leases',
  operationId: 'leaseWork',
  tags,
  summary: 'Take questions that need an outcome and that nobody holds, for a while',
  description:
    'For programs that work side by side: one holder a question. A lease that runs out frees its questions. It divides the work and no more: on a question that somebody holds, others may still propose.',
  ...securedWrite('submit'),
  request: { body: body(LeaseWork) },
  responses: createAnswers(Leased, 'The lease and its questions; no lease when nothing is free'),
})

const renew = createRoute({
  method: 'post',
  path: '/v1/work/leases/{id}/renewals',
  operationId: 'renewLease',
  tags,
  summary: 'Hold a lease for longer, counted from now',
  ...securedWrite('submit'),
  request: { params, body: body(RenewLease) },
  responses: createAnswers(WorkLease, 'The lease'),
})

const release = createRoute({
  method: 'delete',
  path: '/v1/work/leases/{id}',
  operationId: 'releaseLease',
  tags,
  summary: 'Give a lease back before it runs out',
  ...secured('submit'),
  request: { params },
  responses: emptyAnswers('Its questions are free'),
})

const publicItem = ({ question, proposals, heldUntil }: WorkItem): WorkItem => ({
  question: publicQuestion(question),
  proposals: proposals.map(publicProposal),
  heldUntil,
})

export const workRoutes = () =>
  createRouter()
    .openapi(list, async (c) => {
      const { reader, now } = reading(c)
      const { due_before, resolver, ...page } = c.req.valid('query')
      const filter = { dueBefore: due_before ?? dayOf(now), resolver: resolver ?? null, now }
      const { items, next } = await workList(reader, filter, pageRequest(page))
      return c.json({ items: items.map(publicItem), next }, 200)
    })
    .openapi(versions, async (c) => {
      const { items, next } = await listVersionsWaiting(reading(c).reader, pageRequest(c.req.valid('query')))
      return c.json({ items: items.map((item) => ({ ...item, version: publicVersion(item.version) })), next }, 200)
    })
    .openapi(take, async (c) => {
      const { lease, items } = await leaseWork(writing(c), c.req.valid('json'))
      return c.json({ lease, items: items.map(publicItem) }, 201)
    })
    .openapi(renew, async (c) => {
      const { id } = c.req.valid('param')
      return c.json(await renewWork(writing(c), { leaseId: id, ...c.req.valid('json') }), 201)
    })
    .openapi(release, async (c) => {
      const { id } = c.req.valid('param')
      await releaseWork(writing(c), { leaseId: id })
      return c.body(null, 204)
    })
