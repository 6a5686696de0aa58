import { z } from 'zod'
import { plusMs, SECOND } from '../core/fetching/pace.ts'
import { missing, Problem } from '../core/problem.ts'
import { Day, dayOf } from '../core/time.ts'
import { LEASE_SECONDS, type WorkItem, type WorkLease, workResolvers } from '../core/work.ts'
import { workItems } from '../queries/work-list.ts'
import { endLease, findLease, renewLease, takeWork } from '../storage/work.ts'
import { action, type Transacting } from './context.ts'

const Seconds = z
  .int()
  .min(LEASE_SECONDS.min)
  .max(LEASE_SECONDS.max)
  .default(LEASE_SECONDS.default)
  .meta({ description: `how long they are held, ${LEASE_SECONDS.min} to ${LEASE_SECONDS.max}` })

export const LeaseWork = z
  .object({
    limit: z.int().min(1).max(50).default(10).meta({ description: 'at most so many questions' }),
    seconds: Seconds,
    dueBefore: Day.optional().meta({ description: 'open questions whose window ends before this day; today' }),
    resolver: z.enum(workResolvers).optional(),
  })
  .meta({ id: 'LeaseWork' })
export type LeaseWork = z.infer<typeof LeaseWork>

export const RenewLease = z.object({ seconds: Seconds }).meta({ id: 'RenewLease' })
export type RenewLease = z.infer<typeof RenewLease>

export type LeasedWork = { lease: WorkLease | null; items: WorkItem[] }

/** Takes questions that need an outcome and that nobody holds, for a while. No lease where there are none. */
export const leaseWork = action<LeaseWork, LeasedWork>(async (scope, { limit, seconds, dueBefore, resolver }) => {
  const { tx, now, newId, actor } = scope
  const id = newId('lease')
  const until = plusMs(now, seconds * SECOND)
  const filter = { dueBefore: dueBefore ?? dayOf(now), resolver: resolver ?? null }
  const questionIds = await takeWork(tx, { leaseId: id, holder: actor.name, until, now, limit }, filter)
  if (questionIds.length === 0) return { lease: null, items: [] }
  const items = await workItems(
    tx,
    questionIds.map((questionId) => ({ id: questionId, heldUntil: until })),
  )
  return { lease: { id, until, questionIds }, items }
})

/** Throws unless the actor holds this lease: `not-found` when nothing is held by it, `forbidden` when it is another's. */
const mustHold = async ({ tx, actor }: Transacting, id: string): Promise<void> => {
  const lease = await findLease(tx, id)
  if (!lease) throw missing('lease', id)
  if (lease.holder === actor.name) return
  throw new Problem('forbidden', 'this lease is held by another key', 'use the key that took it')
}

/** Holds a lease for longer, counted from now. Throws `illegal-step` once it has run out. */
export const renewWork = action<{ leaseId: string } & RenewLease, WorkLease>(async (scope, { leaseId, seconds }) => {
  const { tx, now } = scope
  await mustHold(scope, leaseId)
  const until = plusMs(now, seconds * SECOND)
  const questionIds = await renewLease(tx, leaseId, { until, now })
  if (questionIds.length > 0) return { id: leaseId, until, questionIds }
  throw new Problem('illegal-step', 'this lease has run out', 'take another: others may be at its questions')
})

/** Gives a lease back before its time. */
export const releaseWork = action<{ leaseId: string }, void>(async (scope, { leaseId }) => {
  await mustHold(scope, leaseId)
  await endLease(scope.tx, leaseId)
})
