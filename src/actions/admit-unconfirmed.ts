import { UNCONFIRMED } from '../core/dispute.ts'
import { MINUTE, plusMs } from '../core/fetching/pace.ts'
import { allows } from '../core/key.ts'
import { RateLimited } from '../core/problem.ts'
import { cameInSince } from '../storage/dispute-records.ts'
import type { Transacting } from './context.ts'

const HOUR = 60 * MINUTE

/** Whether what this actor sends needs no confirmation: they could give it themselves. */
export const confirms = ({ actor }: Transacting): boolean => allows(actor.scopes, 'review')

/**
 * Refuses what was just written where too much of its kind waits to be confirmed, or too much came in within the hour. The
 * caller holds `lockUnconfirmed`, so the count is exact. Throws `rate-limited`.
 */
export const admitUnconfirmed = async ({ tx, now, actor }: Transacting, waiting: number): Promise<void> => {
  if (waiting > UNCONFIRMED.perSubject) {
    const detail = `${UNCONFIRMED.perSubject} of them wait to be confirmed on this already`
    throw new RateLimited(detail, plusMs(now, 24 * HOUR))
  }
  const { count, first } = await cameInSince(tx, actor.name, plusMs(now, -HOUR))
  if (count <= UNCONFIRMED.perHour) return
  throw new RateLimited(`${UNCONFIRMED.perHour} came in within the last hour`, plusMs(first ?? now, HOUR))
}
