import type { Actor, Services } from '../actions/context.ts'
import type { FeedAnswers } from '../actions/resolving/read-feed-rule.ts'
import { type Tried, tryResolvers } from '../actions/resolving/try-resolvers.ts'
import { MINUTE, plusMs } from '../core/fetching/pace.ts'
import type { Instant } from '../core/time.ts'
import { claimDueQuestion } from '../storage/resolver-attempts.ts'
import { runJob } from './run-job.ts'

/** Longer than the rules of any one question take; what a crash held is free again after it. */
const LEASE = 10 * MINUTE
/** A run takes up nothing new so long before its time is over; the next run goes on. */
const LONGEST_STEP = 7 * MINUTE
const MOST = 5000

export type ResolveReport = { tried: number } & Tried

type Run = { services: Services; actor: Actor; scheduledAt: Instant; goesOn: () => boolean; unexpected: unknown[] }

const tryAll = async ({ services, actor, scheduledAt, goesOn, unexpected }: Run, report: ResolveReport) => {
  const { database, clock } = services
  const answers: FeedAnswers = new Map()
  while (goesOn() && report.tried < MOST) {
    const claimed = await database.transaction((tx) => claimDueQuestion(tx, clock(), LEASE))
    if (!claimed) return
    report.tried += 1
    try {
      const tried = await tryResolvers(services, actor, { ...claimed, asOf: scheduledAt, answers })
      report.proposed += tried.proposed
      report.settled += tried.settled
      report.conflicts += tried.conflicts
      report.failed += tried.failed
    } catch (error) {
      // Its lease holds it back; the other questions go on.
      unexpected.push(error)
    }
  }
}

/**
 * Tries the rules of the questions that are due, as of the scheduled instant, each question in transactions of its own.
 * What was claimed and not finished is free again after ten minutes, so a crash loses nothing; the same evidence again is
 * the same proposal. Told to stop, it finishes what it is at. What is no fault of a rule or source is thrown when all else
 * is done.
 */
export const resolveQuestions = (
  services: Services,
  actor: Actor,
  scheduledAt: Instant,
  stopping: AbortSignal | null = null,
): Promise<ResolveReport | null> =>
  runJob(services, { job: 'resolve-questions', scheduledAt }, async (end) => {
    const until = plusMs(end, -LONGEST_STEP)
    const goesOn = (): boolean => services.clock() < until && !stopping?.aborted
    const run: Run = { services, actor, scheduledAt, goesOn, unexpected: [] }
    const report: ResolveReport = { tried: 0, proposed: 0, settled: 0, conflicts: 0, failed: 0 }
    await tryAll(run, report)
    if (run.unexpected.length > 0) throw run.unexpected[0]
    return report
  })
