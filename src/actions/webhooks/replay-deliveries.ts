import { z } from 'zod'
import { DAY, plusMs } from '../../core/fetching/pace.ts'
import { idOf } from '../../core/id.ts'
import { missing, Problem } from '../../core/problem.ts'
import { DELIVERIES_KEPT } from '../../core/webhooks/delivery.ts'
import type { Webhook } from '../../core/webhooks/webhook.ts'
import { deleteDeliveries, hasDelivery, type Replayed, replayDeliveries, wholeFrom } from '../../storage/deliveries.ts'
import { action, type Transacting } from '../context.ts'
import { mustFindWebhook, mustStand } from './manage-webhooks.ts'

export const ReplayDeliveries = z
  .object({
    deliveryId: idOf('delivery').optional().meta({ description: 'this one alone' }),
    fromSequence: z.int().min(1).optional().meta({ description: 'this one and those after it' }),
    fromPosition: z.int().min(1).optional().meta({ description: 'those of facts at this position and after it' }),
    status: z.enum(['delivered', 'dead']).optional().meta({ description: 'those alone; left out: both' }),
  })
  .refine(
    ({ deliveryId, fromSequence, fromPosition }) =>
      [deliveryId, fromSequence, fromPosition].filter((one) => one !== undefined).length === 1,
    'give one of deliveryId, fromSequence and fromPosition',
  )
  .meta({
    id: 'ReplayDeliveries',
    description: 'one of deliveryId, fromSequence and fromPosition',
    examples: [
      { fromSequence: 1 },
      { fromPosition: 1, status: 'dead' },
      { deliveryId: 'dlv_01m80qrsxn6zssv4f1wcbpb0s8' },
    ],
  })
export type ReplayDeliveries = z.infer<typeof ReplayDeliveries>

const refused = (field: string, detail: string, remedy = 'read /v1/changes from that position'): Problem =>
  new Problem('not-found', detail, remedy, [{ field, detail }])

/**
 * What is asked for, where all of it is kept; of a status that is named, what is kept of it. Throws `not-found` with the field
 * that asks for more.
 */
const replayedOf = async ({ tx }: Transacting, webhook: Webhook, asked: ReplayDeliveries): Promise<Replayed> => {
  const { id: webhookId, sequence: last } = webhook
  const { deliveryId, fromSequence, fromPosition, status } = asked
  const of = { webhookId, status: status ?? null }
  if (deliveryId !== undefined) {
    if (await hasDelivery(tx, webhookId, deliveryId)) return { ...of, deliveryId }
    throw missing('delivery', deliveryId, 'deliveryId')
  }
  const whole = status === undefined ? await wholeFrom(tx, webhookId, last) : null
  const anyway = status !== undefined
  if (fromSequence !== undefined) {
    if (fromSequence > last) throw refused('fromSequence', `this webhook has come to ${last}`, `give at most ${last}`)
    if (anyway || (whole !== null && fromSequence >= whole.sequence)) return { ...of, fromSequence }
    throw refused('fromSequence', `what this webhook was sent from ${fromSequence} on is no longer kept whole`)
  }
  if (fromPosition === undefined) throw new Error('a replay of nothing passed its schema')
  const kept = whole === null ? last === 0 : whole.sequence === 1 || fromPosition >= whole.position
  if (anyway || kept) return { ...of, fromPosition }
  throw refused('fromPosition', `what this webhook was sent from position ${fromPosition} on is no longer kept whole`)
}

/**
 * Sends settled deliveries again from now on, each under its id and sequence; what waits already is left as it is. Returns how
 * many. Throws `not-found` where some of them are no longer kept, `illegal-step` for a webhook that has ended.
 */
export const replay = action<{ id: string } & ReplayDeliveries, { replayed: number }>(
  async (scope, { id, ...asked }) => {
    const webhook = await mustFindWebhook(scope, id)
    mustStand(webhook)
    return { replayed: await replayDeliveries(scope.tx, await replayedOf(scope, webhook, asked), scope.now) }
  },
)

/** Deliveries deleted in one transaction. */
const BATCH = 2_000

/** Deletes deliveries that have been kept long enough since they were settled, one batch; `done` when none was left by the limit. */
export const forgetDeliveries = action<{ limit?: number }, { forgotten: number; done: boolean }>(
  async ({ tx, now }, { limit = BATCH }) => {
    const before = {
      delivered: plusMs(now, -DELIVERIES_KEPT.delivered * DAY),
      other: plusMs(now, -DELIVERIES_KEPT.other * DAY),
    }
    const deleted = await deleteDeliveries(tx, before, limit)
    return { forgotten: deleted, done: deleted < limit }
  },
)
