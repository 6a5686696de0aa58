import { and, eq, exists, not, notInArray, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Standing } from '../core/resolution/lifecycle.ts'
import type { Instant } from '../core/time.ts'
import type { Reader } from './database.ts'
import { afterCursor, newestFirst, type Page, type PageRequest, pageOf } from './keyset.ts'
import { disputeRulings, disputes, exclusions } from './tables/disputes.ts'
import { predictions } from './tables/questions.ts'
import { resolutionEntries } from './tables/resolution.ts'

const entry = resolutionEntries
const before = alias(resolutionEntries, 'before')
const after = alias(resolutionEntries, 'after')

/** A decision that replaced another, or took it back: an entry of the log, and what stood before it. */
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

/** Every decision after a first one, newest first. A reopening is one of its own where nothing was decided with it. */
export const listCorrections = async (reader: Reader, page: PageRequest): Promise<Page<Correction>> => {
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
      before: { outcome: before.outcome, voidReason: before.voidReason },
      dispute: { id: disputes.id, role: disputes.role },
      recordedAt: entry.recordedAt,
    })
    .from(entry)
    .innerJoin(before, and(eq(before.questionId, entry.questionId), isLastDecisionBefore))
    .leftJoin(disputeRulings, eq(disputeRulings.resolutionId, entry.id))
    .leftJoin(disputes, eq(disputes.id, disputeRulings.disputeId))
    .where(
      and(
        notInArray(entry.step, ['close', 'close-version']),
        or(notInArray(entry.step, ['reopen', 'reopen-version']), not(exists(decidedAtOnce))),
        afterCursor(page, entry.recordedAt, entry.id),
      ),
    )
    .orderBy(...newestFirst(entry.recordedAt, entry.id))
    .limit(page.limit + 1)
  return pageOf(rows, page)
}

/** A statement that an upheld dispute took out of the scores. */
export type Excluded = {
  id: string
  predictionId: string
  questionId: string
  authorId: string
  rulingId: string
  disputeId: string
  reason: string
  recordedAt: Instant
}

export const listExcluded = async (reader: Reader, page: PageRequest): Promise<Page<Excluded>> => {
  const rows = await reader
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
    .where(afterCursor(page, exclusions.recordedAt, exclusions.id))
    .orderBy(...newestFirst(exclusions.recordedAt, exclusions.id))
    .limit(page.limit + 1)
  return pageOf(rows, page)
}
