import type { Actor, Services } from '../actions/context.ts'
import { pollFeed } from '../actions/reading/poll-feed.ts'
import { recordEntry } from '../actions/reading/record-entry.ts'
import { MINUTE, plusMs } from '../core/fetching/pace.ts'
import type { Instant } from '../core/time.ts'
import { claimDueEntry } from '../storage/feed-entries.ts'
import { claimDueFeed, findFeed } from '../storage/feeds.ts'
import { runJob } from './run-job.ts'

/** Longer than any one poll or page takes; what a crash held is free again after it. */
const LEASE = 10 * MINUTE
/** A run takes up nothing new so long before its time is over; the next run goes on. */
const LONGEST_STEP = 7 * MINUTE

export type PollReport = {
  polled: number
  failedPolls: number
  announced: number
  recorded: number
  known: number
  refused: number
  failed: number
  postponed: number
}

const nothing = (): PollReport => ({
  polled: 0,
  failedPolls: 0,
  announced: 0,
  recorded: 0,
  known: 0,
  refused: 0,
  failed: 0,
  postponed: 0,
})

type Run = { services: Services; actor: Actor; goesOn: () => boolean; report: PollReport; unexpected: unknown[] }

const pollDueFeeds = async ({ services, goesOn, report, unexpected }: Run): Promise<void> => {
  const { database, clock } = services
  while (goesOn()) {
    const feed = await database.transaction((tx) => claimDueFeed(tx, clock(), LEASE))
    if (!feed) return
    try {
      const { outcome, announced } = await pollFeed(services, feed)
      if (outcome !== 'postponed') report.polled += 1
      report.announced += announced
      if (outcome === 'failed' || outcome === 'gone') report.failedPolls += 1
    } catch (error) {
      // Its lease holds it back; the other feeds go on.
      unexpected.push(error)
    }
  }
}

const recordDueEntries = async ({ services, actor, goesOn, report, unexpected }: Run): Promise<void> => {
  const { database, clock } = services
  while (goesOn()) {
    const entry = await database.transaction((tx) => claimDueEntry(tx, clock(), LEASE))
    if (!entry) return
    const feed = await findFeed(database.reader, entry.feedId)
    if (!feed) throw new Error(`entry ${entry.id} without its feed`)
    const { end, unexpected: error } = await recordEntry(services, actor, entry, feed)
    if (error !== null) unexpected.push(error)
    report[end.status === 'pending' ? 'postponed' : end.status] += 1
  }
}

/**
 * Asks the feeds that are due and records what they announced, one piece a transaction. What was claimed and not finished
 * is free again after ten minutes, so a crash loses nothing. Told to stop, it finishes what it is at. What is no fault of
 * a site is thrown when all else is done.
 */
export const pollFeeds = (
  services: Services,
  actor: Actor,
  scheduledAt: Instant,
  stopping: AbortSignal | null = null,
): Promise<PollReport | null> =>
  runJob(services, { job: 'poll-feeds', scheduledAt }, async (end) => {
    const until = plusMs(end, -LONGEST_STEP)
    const goesOn = (): boolean => services.clock() < until && !stopping?.aborted
    const run: Run = { services, actor, goesOn, report: nothing(), unexpected: [] }
    await pollDueFeeds(run)
    await recordDueEntries(run)
    if (run.unexpected.length > 0) throw run.unexpected[0]
    return run.report
  })
