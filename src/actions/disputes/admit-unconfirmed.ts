import { UNCONFIRMED } from '../../core/dispute.ts'
import { DAY, HOUR, plusMs } from '../../core/fetching/pace.ts'
import { allows } from '../../core/key.ts'
import { RateLimited } from '../../core/problem.ts'
import type { Instant } from '../../core/time.ts'
import { cameInSince } from '../../storage/dispute-records.ts'
import type { Transacting } from '../context.ts'

/** Whether what this actor sends needs no confirmation: they could give it themselves. */
export const confirms = ({ actor }: Transacting): boolean => allows(actor.scopes, 'review')

/** What waits longer than a day no longer keeps others out: else a few idle messages would silence the one who is judged. */
export const waitingSince = ({ now }: Transacting): Instant => plusMs(now, -DAY)

/**
 * Refuses what was just written where too much of its kind came in within a day and waits to be confirmed, or too much
 * came in within the hour. The caller holds `lockUnconfirmed`, so the count is exact. Throws `rate-limited`.
 */
export const admitUnconfirmed = async ({ tx, now, actor }: Transacting, waiting: number): Promise<void> => {
  if (waiting > UNCONFIRMED.perSubject) {
    const detail = `${UNCONFIRMED.perSubject} of them came in on this within a day and wait to be confirmed`
    throw new RateLimited(detail, plusMs(now, DAY))
  }
  const { count, first } = await cameInSince(tx, actor.name, plusMs(now, -HOUR))
  if (count <= UNCONFIRMED.perHour) return
  throw new RateLimited(`${UNCONFIRMED.perHour} came in within the last hour`, plusMs(first ?? now, HOUR))
}
