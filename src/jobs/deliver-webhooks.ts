import { type Actor, type Context, contextOf, type Sending, type Services } from '../actions/context.ts'
import { keepAttempt } from '../actions/webhooks/keep-attempt.ts'
import { planDeliveries } from '../actions/webhooks/plan-deliveries.ts'
import { sendMessage } from '../actions/webhooks/send-message.ts'
import { MINUTE, msBetween, plusMs, SECOND } from '../core/fetching/pace.ts'
import type { Instant } from '../core/time.ts'
import { eachLimited } from '../outside/models/each-limited.ts'
import type { Change } from '../queries/following/change.ts'
import { changesAt } from '../queries/following/changes.ts'
import { type Due, dueDeliveries } from '../storage/deliveries.ts'
import { lastLeaf } from '../storage/ledger.ts'
import {
  endWebhookLease,
  keepLease,
  type Leased,
  leaseWebhook,
  readyWebhooks,
  type Sendable,
} from '../storage/webhook-leases.ts'
import { setWebhookStatus } from '../storage/webhooks.ts'
import { runJob } from './run-job.ts'

/** Longer than any attempt takes, and held anew before each; what a crash held is free again after it. */
const LEASE = MINUTE
/** A run begins nothing new so long before its time is over. */
const LONGEST_STEP = MINUTE
/** Deliveries whose facts are read at one time. */
const BATCH = 25
/** So often a run reads on for a webhook in vain: a window each time. */
const EMPTY_READS = 20
/** What was read longer ago is read again before it is sent: a text may have been taken out. */
const FRESH = 5 * SECOND
const USUAL: Sending = { atOnce: 8, attempts: Number.POSITIVE_INFINITY }

export type SendingReport = {
  webhooks: number
  made: number
  attempts: number
  delivered: number
  failed: number
  dead: number
  paused: number
}

type Run = {
  services: Services
  actor: Actor
  goesOn: () => boolean
  reading: Pick<Sending, 'window'>
  report: SendingReport
}

const circumstances = ({ services, actor }: Run): Context => contextOf(services, actor)

const leaseOf = ({ id, leaseId }: Leased, now: Instant) => ({ id, leaseId, until: plusMs(now, LEASE), now })

/** Sends one delivery as its fact stands, and keeps what came of it. Where the next is sent; null where nothing is to be for now. */
const deliver = async (
  run: Run,
  webhook: Leased,
  { delivery, change, to }: { delivery: Due; change: Change | undefined; to: Sendable },
): Promise<Sendable | null> => {
  const { services, report } = run
  if (!change) throw new Error(`position ${delivery.position} of ${delivery.id} is not in the ledger`)
  const { id, sequence, kind, webhookId } = delivery
  const message = { type: kind, timestamp: change.sealedAt, webhookId, sequence, data: change }
  report.attempts += 1
  const sent = await sendMessage(services, { id, url: to.url, message, secrets: to })
  const dice = services.outbound.dice()
  const context = circumstances(run)
  const attempted = { delivery, lease: leaseOf(webhook, context.now), ...sent, failures: to.failures, dice }
  const { end, next } = await keepAttempt(context, attempted)
  if (end !== 'elsewhere') report[end] += 1
  return next
}

/** Sends what is due, in the order of its sequence; true when all of it was tried. */
const deliverAll = async (run: Run, webhook: Leased, due: readonly Due[]): Promise<boolean> => {
  const { clock, database } = run.services
  let to = await database.transaction((tx) => keepLease(tx, leaseOf(webhook, clock())))
  let changes = new Map<number, Change>()
  let readAt: Instant | null = null
  for (const [at, delivery] of due.entries()) {
    if (to === null || !run.goesOn()) return false
    const now = clock()
    if (readAt === null || msBetween(readAt, now) > FRESH) {
      const positions = due.slice(at).map(({ position }) => position)
      changes = await changesAt(database.reader, [...new Set(positions)])
      readAt = now
    }
    to = await deliver(run, webhook, { delivery, change: changes.get(delivery.position), to })
  }
  return to !== null
}

/**
 * Sends a webhook what is due, and reads on for it when nothing is, until there is neither, or nothing for it was found so often: the
 * next run reads on from there.
 */
const serve = async (run: Run, leased: Leased): Promise<void> => {
  const { clock, database } = run.services
  let webhook = leased
  let empty = 0
  while (run.goesOn()) {
    const due = await dueDeliveries(database.reader, webhook.id, clock(), BATCH)
    if (due.length > 0) {
      if (!(await deliverAll(run, webhook, due))) return
      continue
    }
    const planned = await planDeliveries(circumstances(run), { webhook, ...run.reading })
    if (planned === null) return
    run.report.made += planned.made
    if (planned.made === 0) empty += 1
    if (planned.made === 0 && (!planned.more || empty === EMPTY_READS)) return
    webhook = planned.webhook
  }
}

const serveOne = async (run: Run, id: string): Promise<void> => {
  const { database, clock, newId } = run.services
  const now = clock()
  const lease = { id, leaseId: newId('lease'), until: plusMs(now, LEASE), now }
  const webhook = run.goesOn() ? await database.transaction((tx) => leaseWebhook(tx, lease)) : null
  if (webhook === null) return
  run.report.webhooks += 1
  try {
    if (webhook.keyGood) return await serve(run, webhook)
    await database.transaction((tx) => setWebhookStatus(tx, id, { status: 'paused', reason: 'key-ended', now }))
    run.report.paused += 1
  } finally {
    await database.transaction((tx) => endWebhookLease(tx, id, lease.leaseId))
  }
}

/**
 * Sends each active webhook what was sealed since it was last read, and what is due again; several at once, each in the order of
 * its sequence. What a crash left unmarked is sent again: at least once. Told to stop, it finishes what it is at. What is no
 * fault of a receiver is thrown when all else is done.
 */
export const deliverWebhooks = (
  services: Services,
  actor: Actor,
  scheduledAt: Instant,
  stopping: AbortSignal | null = null,
): Promise<SendingReport | null> =>
  runJob(services, { job: 'deliver-webhooks', scheduledAt }, async (end) => {
    const { atOnce, attempts, ...reading } = services.sending ?? USUAL
    const until = plusMs(end, -LONGEST_STEP)
    const report = { webhooks: 0, made: 0, attempts: 0, delivered: 0, failed: 0, dead: 0, paused: 0 }
    const goesOn = (): boolean => services.clock() < until && report.attempts < attempts && !stopping?.aborted
    const run: Run = { services, actor, goesOn, reading, report }
    const { reader } = services.database
    const through = (await lastLeaf(reader))?.position ?? 0
    const unexpected: unknown[] = []
    await eachLimited(await readyWebhooks(reader, { now: services.clock(), through }), atOnce, (id) =>
      serveOne(run, id).catch((error) => unexpected.push(error)),
    )
    if (unexpected.length > 0) throw unexpected[0]
    return report
  })
