import { type Actor, contextOf, type Services } from '../actions/context.ts'
import { writeSnapshot } from '../actions/write-snapshot.ts'
import { farthestAhead, MINUTE, plusMs } from '../core/fetching/pace.ts'
import { askedIn, type Judge, type QuestionDifficulty, type Scope } from '../core/snapshot.ts'
import type { Instant } from '../core/time.ts'
import { type Moment, momentAsOf, momentNow } from '../queries/as-of.ts'
import { boardInput, inputDigest } from '../queries/board/board-input.ts'
import { judgeBoard } from '../queries/board/judge-board.ts'
import { RULES } from '../queries/report/versions.ts'
import { readAsOf } from '../storage/as-of.ts'
import type { Reader } from '../storage/database.ts'
import { lastLeaf } from '../storage/ledger.ts'
import { countedScopes, latestSnapshot, madeBy } from '../storage/snapshots.ts'
import { type Job, runJob } from './run-job.ts'

/** A run takes up no further board so long before its time is over; the next night begins with those that were left. */
const LONGEST_STEP = 7 * MINUTE

type Done = 'written' | 'unchanged' | 'empty'
type Run = { services: Services; actor: Actor; judge: Judge; moment: Moment }

/** Reads one board as of the moment, and keeps it with its reports and difficulties, unless that would say what the last one says. */
const writeBoard = async ({ services, actor, judge, moment }: Run, scope: Scope): Promise<Done> => {
  const { reader } = services.database
  const { position, now } = moment
  const dueBefore = now.slice(0, 7)
  const last = await latestSnapshot(reader, scope)
  const sameRules = last !== null && madeBy(last, RULES)
  if (sameRules && last.position === position && last.dueBefore === dueBefore) return 'unchanged'
  const { countsSha256, ...input } = await readAsOf(reader, position, (then) => boardInput(then, scope, now))
  if (input.authors.length === 0) return 'empty'
  const inputSha256 = await inputDigest(input)
  if (sameRules && last.inputSha256 === inputSha256) return 'unchanged'
  const id = services.newId('snapshot')
  const { board, reports, difficulty } = judge({ seed: id, ...input })
  const made = input.authors.map(({ id: authorId }) => {
    if (!reports.has(authorId)) throw new Error(`no report was made of ${authorId}`)
    return { authorId, body: reports.get(authorId), countsSha256: countsSha256.get(authorId) ?? '' }
  })
  const snapshot = { id, ...scope, at: now, position, dueBefore, ...RULES, inputSha256, board }
  const difficulties = difficulty.effects.map(
    ({ question, outcome, effect, authors }): QuestionDifficulty => ({
      ...askedIn(question),
      outcome: outcome === 1 ? 'yes' : 'no',
      effect,
      authors,
      rules: difficulty.rules,
    }),
  )
  const written = await writeSnapshot(contextOf(services, actor), { snapshot, reports: made, difficulties })
  return written ? 'written' : 'unchanged'
}

/**
 * What a run reads as of: what was sealed by its appointed moment; where the last was sealed by a clock that was more than a day ahead, all
 * that is sealed, or reports would say the same until that instant.
 */
const momentOf = async (reader: Reader, scheduledAt: Instant, clock: Instant): Promise<Moment> => {
  // A trigger may come a moment before it is due.
  const now = clock > scheduledAt ? clock : scheduledAt
  const last = await lastLeaf(reader)
  return last !== null && last.sealedAt > farthestAhead(now)
    ? momentNow(reader, scheduledAt)
    : momentAsOf(reader, scheduledAt, now)
}

/**
 * Writes the reports of everybody on every board on which something is counted: of all, and of each collection, prospective and
 * retrospective, own voice and quoted. All boards of a run are read as of the last position sealed by its appointed moment. A
 * board that would say what its last snapshot says is left alone, and nothing that was kept is ever changed: after a crash the
 * run begins anew and keeps what is missing.
 */
export const writeReportsBy =
  (judge: Judge): Job =>
  (services, actor, scheduledAt, stopping = null) =>
    runJob(services, { job: 'write-reports', scheduledAt }, async (end) => {
      const until = plusMs(end, -LONGEST_STEP)
      const goesOn = (): boolean => services.clock() < until && !stopping?.aborted
      const { reader } = services.database
      const moment = await momentOf(reader, scheduledAt, services.clock())
      const run: Run = { services, actor, judge, moment }
      const report: Record<Done | 'left', number> = { written: 0, unchanged: 0, empty: 0, left: 0 }
      for (const scope of await countedScopes(reader)) {
        if (goesOn()) report[await writeBoard(run, scope)] += 1
        else report.left += 1
      }
      return report
    })

export const writeReports = (
  services: Services,
  actor: Actor,
  scheduledAt: Instant,
  stopping: AbortSignal | null = null,
) => writeReportsBy(judgeBoard)(services, actor, scheduledAt, stopping)
