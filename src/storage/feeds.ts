import { and, eq, sql } from 'drizzle-orm'
import type { Feed } from '../core/feed.ts'
import { plusMs } from '../core/fetching/pace.ts'
import type { KeptProblem } from '../core/kept-problem.ts'
import type { Instant } from '../core/time.ts'
import type { Reader, Transaction } from './database.ts'
import { isDue } from './due.ts'
import { afterCursor, newestFirst, type Page, type PageRequest, pageOf } from './keyset.ts'
import { type MadeBy, madeBy } from './made-by.ts'
import { feeds } from './tables/fetching.ts'

const columns = {
  id: feeds.id,
  url: feeds.url,
  title: feeds.title,
  publisher: feeds.publisher,
  collectionId: feeds.collectionId,
  status: feeds.status,
  etag: feeds.etag,
  lastModified: feeds.lastModified,
  nextPollAt: feeds.nextPollAt,
  polledAt: feeds.polledAt,
  failures: feeds.failures,
  lastError: feeds.lastError,
  recordedAt: feeds.recordedAt,
}

export type NewFeed = Pick<Feed, 'id' | 'url' | 'publisher' | 'collectionId' | 'recordedAt'> & { recordedBy: string }

/** The feed at this address, standing or new; a new one is due at once. */
export const putFeed = async (tx: Transaction, feed: NewFeed): Promise<{ feed: Feed; created: boolean }> => {
  const row = { ...feed, status: 'active' as const, nextPollAt: feed.recordedAt }
  const [inserted] = await tx.insert(feeds).values(row).onConflictDoNothing().returning(columns)
  if (inserted) return { feed: inserted, created: true }
  const [standing] = await tx.select(columns).from(feeds).where(eq(feeds.url, feed.url))
  if (!standing) throw new Error('a feed conflicted with none')
  return { feed: standing, created: false }
}

export const findFeed = async (reader: Reader, id: string): Promise<Feed | null> => {
  const [feed] = await reader.select(columns).from(feeds).where(eq(feeds.id, id))
  return feed ?? null
}

export const listFeeds = async (reader: Reader, page: PageRequest): Promise<Page<Feed>> => {
  const rows = await reader
    .select(columns)
    .from(feeds)
    .where(afterCursor(page, feeds.recordedAt, feeds.id))
    .orderBy(...newestFirst(feeds.recordedAt, feeds.id))
    .limit(page.limit + 1)
  return pageOf(rows, page)
}

/** Changes the status of a feed; false when it had that status. A feed set going again is due at once. */
export const setFeedStatus = async (
  tx: Transaction,
  id: string,
  status: 'active' | 'paused',
  now: Instant,
): Promise<boolean> => {
  const due = status === 'active' ? { nextPollAt: now, failures: 0, lastError: null } : {}
  const rows = await tx
    .update(feeds)
    .set({ status, ...due })
    .where(and(eq(feeds.id, id), sql`${feeds.status} <> ${status}`))
    .returning({ id: feeds.id })
  return rows.length > 0
}

/** Takes a feed that is due, until the lease ends: other workers pass it by, and a crash frees it. */
export const claimDueFeed = async (tx: Transaction, now: Instant, leaseMs: number): Promise<Feed | null> => {
  const due = sql`(select ${feeds.id} from ${feeds} where ${feeds.status} = 'active' and ${isDue(feeds.nextPollAt, now)}
    order by ${feeds.nextPollAt}, ${feeds.id} limit 1 for update skip locked)`
  const [feed] = await tx
    .update(feeds)
    .set({ nextPollAt: plusMs(now, leaseMs) })
    .where(eq(feeds.id, due))
    .returning(columns)
  return feed ?? null
}

/** What a poll leaves behind of the feed itself. */
export type Polled =
  | { polledAt: Instant; nextPollAt: Instant; etag: string | null; lastModified: string | null; title?: string | null }
  | { nextPollAt: Instant; lastError: KeptProblem; failed: boolean }
  | { gone: KeptProblem }

export const endPoll = async (tx: Transaction, id: string, polled: Polled): Promise<void> => {
  const set =
    'gone' in polled
      ? { status: 'gone' as const, lastError: polled.gone }
      : 'lastError' in polled
        ? {
            nextPollAt: polled.nextPollAt,
            lastError: polled.lastError,
            ...(polled.failed ? { failures: sql`${feeds.failures} + 1` } : {}),
          }
        : { ...polled, failures: 0, lastError: null }
  await tx.update(feeds).set(set).where(eq(feeds.id, id))
}

/** A feed has moved for good. Where another feed is at that address already, it stays where it is. */
export const moveFeed = async (tx: Transaction, id: string, url: string): Promise<void> => {
  const taken = sql`exists (select 1 from ${feeds} as other where other.url = ${url})`
  await tx
    .update(feeds)
    .set({ url })
    .where(and(eq(feeds.id, id), sql`not ${taken}`))
}

/** The feeds that some names recorded, in the order of ids. */
export const feedsMadeBy = (reader: Reader, made: MadeBy): Promise<Feed[]> =>
  reader
    .select(columns)
    .from(feeds)
    .where(madeBy(feeds.recordedBy, feeds.id, made))
    .orderBy(feeds.id)
    .limit(made.limit)
