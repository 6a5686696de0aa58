import { type Actor, contextOf, type Services } from '../actions/context.ts'
import { keepStandingReports } from '../actions/keep-standing-reports.ts'
import { MINUTE, plusMs } from '../core/fetching/pace.ts'
import type { Instant } from '../core/time.ts'
import { madeByAt, standingBody } from '../queries/report/standing-answer.ts'
import { MOST_MADE_ANEW } from '../queries/report/standing-report.ts'
import { authorsByIds } from '../storage/authors.ts'
import type { Reader } from '../storage/database.ts'
import { lastSummary } from '../storage/job-runs.ts'
import { lastLeaf } from '../storage/ledger.ts'
import { lastKeptAt } from '../storage/snapshots.ts'
import { authorsOfMuch, authorsOutdated, authorsTouched, boardsOfMuch } from '../storage/standing-reports.ts'
import { type Job, runJob } from './run-job.ts'

/** A run takes up nobody new so long before its time is over; the next run goes on. */
const LONGEST_STEP = 5 * MINUTE
/** After more facts than this all authors are looked at instead of whom each fact has a bearing on. */
const MOST_FACTS = 100_000

type Due = { ids: Set<string>; from: number; through: number }

/** Whose reports must be made: of whom something was sealed since the last run, and those that are kept by other rules or months. */
const dueAuthors = async (reader: Reader, most: number, scheduledAt: Instant, now: Instant): Promise<Due> => {
  const from = (await lastSummary(reader, 'keep-reports', scheduledAt))?.['through'] ?? null
  const through = (await lastLeaf(reader))?.position ?? 0
  const isMuch = from === null || from > through || through - from > MOST_FACTS
  const outdated = await authorsOutdated(reader, madeByAt(now), await lastKeptAt(reader))
  const touched = isMuch ? await authorsOfMuch(reader, most) : await authorsTouched(reader, { from, through }, most)
  return { ids: new Set([...outdated, ...touched]), from: from ?? 0, through }
}

/** Makes the reports of one author on each board where much of theirs is settled; how many. */
const keepOf = async (services: Services, actor: Actor, most: number, authorId: string): Promise<number> => {
  const { reader } = services.database
  const context = contextOf(services, actor)
  const boards = await boardsOfMuch(reader, authorId, most)
  const [author] = boards.length > 0 ? await authorsByIds(reader, [authorId]) : []
  const reports = []
  if (author)
    for (const scope of boards) reports.push({ ...scope, body: await standingBody(reader, author, scope, context.now) })
  await keepStandingReports(context, { authorId, reports, ...madeByAt(context.now) })
  return reports.length
}

/**
 * Keeps the answer that is the report of each author of whom more than `most` forecasts are settled, on every board: read, it costs the
 * same however much they said. Only what was sealed since the last run, a month that ended, a night's board or new rules have it made
 * again, one author a transaction. What a run did not come to is made by the next; what could not be made
 * is thrown when all else is done.
 */
export const keepReportsAbove =
  (most: number): Job =>
  (services, actor, scheduledAt, stopping = null) =>
    runJob(services, { job: 'keep-reports', scheduledAt }, async (end) => {
      const until = plusMs(end, -LONGEST_STEP)
      const goesOn = (): boolean => services.clock() < until && !stopping?.aborted
      const { reader } = services.database
      const { ids, from, through } = await dueAuthors(reader, most, scheduledAt, services.clock())
      const report = { authors: 0, made: 0, left: 0 }
      const unexpected: unknown[] = []
      for (const id of ids) {
        if (!goesOn()) report.left += 1
        else {
          report.authors += 1
          // One whose report cannot be made holds up nobody else's.
          report.made += await keepOf(services, actor, most, id).catch((error) => {
            unexpected.push(error)
            return 0
          })
        }
      }
      if (unexpected.length > 0) throw unexpected[0]
      // The next run begins where this one did, unless this one came to everybody.
      return { ...report, through: report.left > 0 ? from : through }
    })

export const keepReports = keepReportsAbove(MOST_MADE_ANEW)
