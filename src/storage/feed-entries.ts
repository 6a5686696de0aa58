import { and, eq, getTableColumns, sql } from 'drizzle-orm'
import type { FeedEntry } from '../core/feed.ts'
import { plusMs } from '../core/fetching/pace.ts'
import type { KeptProblem } from '../core/kept-problem.ts'
import type { Instant } from '../core/time.ts'
import type { Reader, Transaction } from './database.ts'
import { isDue } from './due.ts'
import { afterCursor, newestFirst, type Page, type PageRequest, pageOf } from './keyset.ts'
import { feedEntries, feeds, hosts } from './tables/fetching.ts'

const { origin: _, ...columns } = getTableColumns(feedEntries)

type Announced = Pick<
  FeedEntry,
  'id' | 'feedId' | 'guid' | 'url' | 'title' | 'authors' | 'publishedAt' | 'published' | 'recordedAt'
>

/** Keeps what a feed announces and is not known of it yet; how many were new. */
export const putEntries = async (tx: Transaction, announced: Announced[]): Promise<number> => {
  if (announced.length === 0) return 0
  const rows = announced.map((entry) => ({
    ...entry,
    origin: new URL(entry.url).origin,
    status: 'pending' as const,
    nextAttemptAt: entry.recordedAt,
  }))
  const kept = await tx.insert(feedEntries).values(rows).onConflictDoNothing().returning({ id: feedEntries.id })
  return kept.length
}

export type EntryFilter = { feedId: string; status: FeedEntry['status'] | null }

export const listEntries = async (reader: Reader, filter: EntryFilter, page: PageRequest): Promise<Page<FeedEntry>> => {
  const rows = await reader
    .select(columns)
    .from(feedEntries)
    .where(
      and(
        eq(feedEntries.feedId, filter.feedId),
        filter.status ? eq(feedEntries.status, filter.status) : undefined,
        afterCursor(page, feedEntries.recordedAt, feedEntries.id),
      ),
    )
    .orderBy(...newestFirst(feedEntries.recordedAt, feedEntries.id))
    .limit(page.limit + 1)
  return pageOf(rows, page)
}

/**
 * Takes an entry that is due, of a feed that is not paused, and counts the attempt; hosts that are free go first. Until the lease ends other workers pass it
 * by; a crash leaves it pending, to be taken again then.
 */
export const claimDueEntry = async (tx: Transaction, now: Instant, leaseMs: number): Promise<FeedEntry | null> => {
  const due = sql`(select entry.id from ${feedEntries} as entry
    join ${feeds} as feed on feed.id = entry.feed_id
    left join ${hosts} as host on host.origin = entry.origin
    where entry.status = 'pending' and ${isDue(sql`entry.next_attempt_at`, now)} and feed.status <> 'paused'
    order by coalesce(host.next_allowed_at > ${now}::timestamptz, false), entry.next_attempt_at, entry.id
    limit 1 for update of entry skip locked)`
  const [entry] = await tx
    .update(feedEntries)
    .set({ nextAttemptAt: plusMs(now, leaseMs), attempts: sql`${feedEntries.attempts} + 1` })
    .where(eq(feedEntries.id, due))
    .returning(columns)
  return entry ?? null
}

/** What became of an attempt. `notAsked`: the host was not free, so that it does not count as one. */
export type EntryEnd =
  | { status: 'recorded' | 'known'; commentaryId: string }
  | { status: 'refused' | 'failed'; problem: KeptProblem }
  | { status: 'pending'; problem: KeptProblem; nextAttemptAt: Instant; notAsked: boolean }

export const endEntry = async (tx: Transaction, id: string, end: EntryEnd): Promise<void> => {
  const set =
    end.status === 'pending'
      ? {
          problem: end.problem,
          nextAttemptAt: end.nextAttemptAt,
          ...(end.notAsked ? { attempts: sql`${feedEntries.attempts} - 1` } : {}),
        }
      : { problem: null, ...end }
  await tx.update(feedEntries).set(set).where(eq(feedEntries.id, id))
}
