import { eq, sql } from 'drizzle-orm'
import { plusMs } from '../core/fetching/pace.ts'
import type { RobotsFile } from '../core/fetching/robots.ts'
import type { Instant } from '../core/time.ts'
import type { Reader, Transaction } from './database.ts'
import { isDue } from './due.ts'
import { hosts } from './tables/fetching.ts'

export type Host = typeof hosts.$inferSelect

export const findHost = async (reader: Reader, origin: string): Promise<Host | null> => {
  const [host] = await reader.select().from(hosts).where(eq(hosts.origin, origin))
  return host ?? null
}

/** Keeps the robots.txt of a host, with its age. */
export const keepRobots = async (
  tx: Transaction,
  origin: string,
  { state, text }: RobotsFile,
  fetchedAt: Instant,
): Promise<void> => {
  const robots = { robots: state, robotsText: text, robotsFetchedAt: fetchedAt }
  await tx
    .insert(hosts)
    .values({ origin, nextAllowedAt: fetchedAt, ...robots })
    .onConflictDoUpdate({ target: hosts.origin, set: robots })
}

/** Keeps the tdmrep.json of a host, with its age; an empty text for none. */
export const keepReservations = async (
  tx: Transaction,
  origin: string,
  text: string,
  fetchedAt: Instant,
): Promise<void> => {
  const reservations = { tdmText: text, tdmFetchedAt: fetchedAt }
  await tx
    .insert(hosts)
    .values({ origin, nextAllowedAt: fetchedAt, ...reservations })
    .onConflictDoUpdate({ target: hosts.origin, set: reservations })
}

export type Slot = { granted: boolean; at: Instant }
export type SlotRequest = { origin: string; now: Instant; gapMs: number; patienceMs: number }

/**
 * Takes the next free moment of a host, one gap after the last taken, in one statement, so that any number of workers
 * keep the gap together. Not granted when that moment lies further off than the patience; `at` then says when it is.
 */
export const claimSlot = async (tx: Transaction, { origin, now, gapMs, patienceMs }: SlotRequest): Promise<Slot> => {
  const gap = Math.round(gapMs)
  const [claimed] = await tx
    .insert(hosts)
    .values({ origin, nextAllowedAt: plusMs(now, gap) })
    .onConflictDoUpdate({
      target: hosts.origin,
      set: {
        nextAllowedAt: sql`case when ${isDue(hosts.nextAllowedAt, now)} then ${now}::timestamptz else ${hosts.nextAllowedAt} end + ${gap}::int * interval '1 millisecond'`,
      },
      setWhere: sql`${isDue(hosts.nextAllowedAt, now)} or ${hosts.nextAllowedAt} <= ${plusMs(now, patienceMs)}::timestamptz`,
    })
    .returning({ next: hosts.nextAllowedAt })
  if (claimed) return { granted: true, at: plusMs(claimed.next, -gap) }
  const host = await findHost(tx, origin)
  return { granted: false, at: host?.nextAllowedAt ?? now }
}

/** Leaves a host alone until an instant at least: it said that it is busy. */
export const noteBusy = async (tx: Transaction, origin: string, until: Instant): Promise<void> => {
  await tx
    .update(hosts)
    .set({
      failures: sql`${hosts.failures} + 1`,
      nextAllowedAt: sql`greatest(${hosts.nextAllowedAt}, ${until}::timestamptz)`,
    })
    .where(eq(hosts.origin, origin))
}

/** A host answered as it should: its next trouble starts from one again. */
export const noteAnswered = async (tx: Transaction, origin: string): Promise<void> => {
  await tx.update(hosts).set({ failures: 0 }).where(sql`${hosts.origin} = ${origin} and ${hosts.failures} > 0`)
}
