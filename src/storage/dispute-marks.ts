import { and, eq, inArray, isNull, or } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import { type DisputeMark, disputeStatus } from '../core/dispute.ts'
import type { Reader } from './database.ts'
import { rulingColumns } from './disputes.ts'
import { newestFirst } from './keyset.ts'
import { disputeConfirmations, disputeRulings, disputes } from './tables/disputes.ts'

/** Ids of things on a page, of which any may be disputed. */
export type Disputable = Partial<
  Record<'questionId' | 'candidateId' | 'predictionId' | 'resolutionId' | 'commentaryId', readonly (string | null)[]>
>
type Place = Record<keyof Disputable | 'authorId', string | null>
export type PlacedMark = { mark: DisputeMark; at: Place }

const among = (column: AnyPgColumn, ids: readonly (string | null)[] | undefined) => {
  const named = [...new Set((ids ?? []).filter((id) => id !== null))]
  return named.length > 0 ? inArray(column, named) : undefined
}

/** The confirmed disputes about any of these things, newest first, in one query. */
export const marksOn = async (reader: Reader, things: Disputable): Promise<PlacedMark[]> => {
  const about = or(
    among(disputes.questionId, things.questionId),
    among(disputes.candidateId, things.candidateId),
    among(disputes.predictionId, things.predictionId),
    among(disputes.resolutionId, things.resolutionId),
    among(disputes.commentaryId, things.commentaryId),
  )
  if (!about) return []
  const rows = await reader
    .select({ dispute: disputes, ruling: rulingColumns })
    .from(disputes)
    .innerJoin(
      disputeConfirmations,
      and(eq(disputeConfirmations.disputeId, disputes.id), isNull(disputeConfirmations.replyId)),
    )
    .leftJoin(disputeRulings, eq(disputeRulings.disputeId, disputes.id))
    .where(about)
    .orderBy(...newestFirst(disputes.recordedAt, disputes.id))
  return rows.map(({ dispute, ruling }) => {
    const { id, kind, ruleBy, questionId, candidateId, predictionId, resolutionId, commentaryId, authorId } = dispute
    return {
      mark: { id, about: kind, status: disputeStatus(true, ruling), ruleBy, ruling },
      at: { questionId, candidateId, predictionId, resolutionId, commentaryId, authorId },
    }
  })
}
