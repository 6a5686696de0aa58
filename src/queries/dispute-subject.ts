import { isReviewed } from '../core/commentary.ts'
import type { DisputeSubject } from '../core/dispute.ts'
import { missing, Problem } from '../core/problem.ts'
import { findCandidate } from '../storage/candidates.ts'
import { findCommentary } from '../storage/commentaries.ts'
import type { Reader } from '../storage/database.ts'
import { findPrediction } from '../storage/predictions.ts'
import { findEntry } from '../storage/resolutions.ts'

const questionOf = async (reader: Reader, predictionId: string | null): Promise<string | null> =>
  predictionId === null ? null : ((await findPrediction(reader, predictionId))?.questionId ?? null)

const field = 'subject'

/**
 * The question that a subject of dispute touches; null where it touches none. Throws `not-found` where there is no such
 * thing, or none that the one who asks may see, and `invalid-input` for an entry of the log that decides nothing.
 */
export const questionOfSubject = async (
  reader: Reader,
  subject: DisputeSubject,
  seesUnreviewed: boolean,
): Promise<string | null> => {
  if (subject.kind === 'candidate') {
    const candidate = await findCandidate(reader, subject.candidateId)
    if (!candidate || (!isReviewed(candidate.status) && !seesUnreviewed)) {
      throw missing('candidate', subject.candidateId, `${field}.candidateId`)
    }
    return questionOf(reader, candidate.predictionId)
  }
  if (subject.kind === 'prediction') {
    const questionId = await questionOf(reader, subject.predictionId)
    if (questionId === null) throw missing('prediction', subject.predictionId, `${field}.predictionId`)
    return questionId
  }
  if (subject.kind === 'byline') {
    const commentary = await findCommentary(reader, subject.commentaryId)
    if (!commentary) throw missing('commentary', subject.commentaryId, `${field}.commentaryId`)
    if (commentary.bylines.some(({ id }) => id === subject.authorId)) return null
    const detail = `${subject.authorId} does not sign ${subject.commentaryId}`
    throw new Problem('not-found', detail, 'read the commentary for who signs it', [
      { field: `${field}.authorId`, detail },
    ])
  }
  const entry = await findEntry(reader, subject.resolutionId)
  if (!entry) throw missing('resolution', subject.resolutionId, `${field}.resolutionId`)
  if (['settle', 'void', 'settle-version'].includes(entry.step)) return entry.questionId
  const detail = `this entry of the log is a ${entry.step}: it decides no outcome`
  throw new Problem('invalid-input', detail, 'name the entry that settles or voids the question', [
    { field: `${field}.resolutionId`, detail },
  ])
}
