import { and, eq, exists, gt, inArray, isNotNull, ne, not, notInArray, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Excluded } from '../core/excluded.ts'
import type { Standing } from '../core/resolution/lifecycle.ts'
import type { Instant } from '../core/time.ts'
import type { Reader } from './database.ts'
import { afterCursor, newestFirst, type Page, type PageRequest, pageOf } from './keyset.ts'
import { disputeRulings, disputes, exclusions } from './tables/disputes.ts'
import { predictions } from './tables/questions.ts'
import { resolutionEntries } from './tables/resolution.ts'
import { scoredItems } from './tables/scores.ts'

const entry = resolutionEntries
const before = alias(resolutionEntries, 'before')
const after = alias(resolutionEntries, 'after')

/**
 * A decision that replaced another, took it back, or moved what had come out by one: an entry of the log, and what stood
 * before it.
 */
export type Correction = Pick<Standing, 'outcome' | 'voidReason'> & {
  id: string
  questionId: string
  step: (typeof entry.$inferSelect)['step']
  reason: string
  before: Pick<Standing, 'outcome' | 'voidReason'>
  /** The dispute that it followed, and whose. */
  dispute: { id: string; role: (typeof disputes.$inferSelect)['role'] } | null
  recordedAt: Instant
}

/** The last decision of the same question before an entry, or of the same of its older versions. */
const isLastDecisionBefore = sql`${before.position} = (select max(earlier.position) from ${entry} earlier
  where earlier.question_id = ${entry.questionId} and earlier.position < ${entry.position}
    and case when ${entry.step} in ('settle-version', 'reopen-version')
      then earlier.step = 'settle-version' and earlier.version_id = ${entry.versionId}
      else earlier.step in ('settle', 'void') end)`

/** How what an entry took out of the scores had come out, where all of it had come out the same. */
const outcomeMoved = (reader: Reader) =>
  reader
    .select({
      n: sql<number>`count(*)`.as('n'),
      outcome: sql<Standing['outcome']>`case when bool_and(${scoredItems.hit}) then 'yes'
        when not bool_or(${scoredItems.hit}) then 'no' end`.as('came_out'),
    })
    .from(scoredItems)
    .where(
      and(
        eq(scoredItems.questionId, entry.questionId),
        eq(sql`coalesce(${scoredItems.cause}, ${scoredItems.resolutionId})`, entry.id),
        eq(scoredItems.sign, -1),
        ne(scoredItems.state, 'pending'),
      ),
    )
    .as('moved')

/**
 * Every decision after a first one, and every other that moved what was scored, newest first. A reopening is one of its own
 * where nothing was decided with it.
 */
export const listCorrections = async (reader: Reader, page: PageRequest): Promise<Page<Correction>> => {
  const moved = outcomeMoved(reader)
  const decidedAtOnce = reader
    .select({ one: sql`1` })
    .from(after)
    .where(
      and(
        eq(after.questionId, entry.questionId),
        eq(after.position, sql`${entry.position} + 1`),
        eq(after.recordedAt, entry.recordedAt),
      ),
    )
  const rows = await reader
    .select({
      id: entry.id,
      questionId: entry.questionId,
      step: entry.step,
      outcome: entry.outcome,
      voidReason: entry.voidReason,
      reason: entry.reason,
      before: {
        outcome: sql<
          Standing['outcome']
        >`case when ${before.id} is null then ${moved.outcome} else ${before.outcome} end`,
        voidReason: sql<Standing['voidReason']>`${before.voidReason}`,
      },
      dispute: { id: disputes.id, role: disputes.role },
      recordedAt: entry.recordedAt,
    })
    .from(entry)
    .leftJoin(before, and(eq(before.questionId, entry.questionId), isLastDecisionBefore))
    .leftJoinLateral(moved, sql`true`)
    .leftJoin(disputeRulings, eq(disputeRulings.resolutionId, entry.id))
    .leftJoin(disputes, eq(disputes.id, disputeRulings.disputeId))
    .where(
      and(
        notInArray(entry.step, ['close', 'close-version']),
        or(isNotNull(before.id), gt(moved.n, 0)),
        or(notInArray(entry.step, ['reopen', 'reopen-version']), not(exists(decidedAtOnce))),
        afterCursor(page, entry.recordedAt, entry.id),
      ),
    )
    .orderBy(...newestFirst(entry.recordedAt, entry.id))
    .limit(page.limit + 1)
  return pageOf(rows, page)
}

const excludedFrom = (reader: Reader) =>
  reader
    .select({
      id: exclusions.id,
      predictionId: exclusions.predictionId,
      questionId: predictions.questionId,
      authorId: predictions.authorId,
      rulingId: exclusions.rulingId,
      disputeId: disputeRulings.disputeId,
      reason: disputeRulings.reason,
      recordedAt: exclusions.recordedAt,
    })
    .from(exclusions)
    .innerJoin(disputeRulings, eq(disputeRulings.id, exclusions.rulingId))
    .innerJoin(predictions, eq(predictions.id, exclusions.predictionId))
    .$dynamic()

export const excludedByIds = async (reader: Reader, ids: readonly string[]): Promise<Excluded[]> =>
  ids.length === 0 ? [] : excludedFrom(reader).where(inArray(exclusions.id, [...ids]))

export const listExcluded = async (reader: Reader, page: PageRequest): Promise<Page<Excluded>> => {
  const rows = await excludedFrom(reader)
    .where(afterCursor(page, exclusions.recordedAt, exclusions.id))
    .orderBy(...newestFirst(exclusions.recordedAt, exclusions.id))
    .limit(page.limit + 1)
  return pageOf(rows, page)
}
