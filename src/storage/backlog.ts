import { count, eq, sql } from 'drizzle-orm'
import type { Instant } from '../core/time.ts'
import type { Backlog } from '../core/watch.ts'
import type { Reader } from './database.ts'
import { isDue } from './due.ts'
import { feeds } from './tables/fetching.ts'
import { ledgerLeaves as leaves, unsealedFacts as waiting } from './tables/ledger.ts'
import { webhookDeliveries as deliveries } from './tables/webhooks.ts'

/** What waits to be done at an instant, by one statement over what its indexes hold. */
export const backlogAt = async (reader: Reader, now: Instant): Promise<Backlog> => {
  const last = reader.select({ position: sql`coalesce(max(${leaves.position}), 0)` }).from(leaves)
  const facts = reader.select({ waiting: count() }).from(waiting)
  const unsent = reader.select({ waiting: count() }).from(deliveries).where(eq(deliveries.status, 'pending'))
  const unasked = reader
    .select({ due: count() })
    .from(feeds)
    .where(sql`${feeds.status} = 'active' and ${isDue(feeds.nextPollAt, now)}`)
  const [row] = await reader
    .select({
      position: sql<number>`(${last})`.mapWith(Number),
      waiting: sql<number>`(${facts})`.mapWith(Number),
      deliveries: sql<number>`(${unsent})`.mapWith(Number),
      feeds: sql<number>`(${unasked})`.mapWith(Number),
    })
    .from(sql`(select 1) as one`)
  return row ?? { position: 0, waiting: 0, deliveries: 0, feeds: 0 }
}
