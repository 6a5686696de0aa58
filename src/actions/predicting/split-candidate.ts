import type { Candidate } from '../../core/commentary.ts'
import { factOf } from '../../core/ledger/fact.ts'
import { Problem } from '../../core/problem.ts'
import { partsIn, type SplitCandidate } from '../../core/split.ts'
import { findCandidate, insertCandidates, partsOf } from '../../storage/candidates.ts'
import { textOf } from '../../storage/commentaries.ts'
import { insertReview } from '../../storage/reviews.ts'
import { action, type Transacting } from '../context.ts'
import { mustBePending } from './review-candidate.ts'

export type SplitCandidateInput = { candidateId: string; split: SplitCandidate }
export type Parted = { candidate: Candidate; parts: Candidate[] }

/** Names the hand that found what no extractor did. */
const BY_HAND = 'by hand'

const mustHaveText = async ({ tx }: Transacting, { commentaryId, textVersion }: Candidate): Promise<string> => {
  const text = await textOf(tx, commentaryId, textVersion)
  if (text !== null) return text
  throw new Problem('illegal-step', 'the text it was found in is removed', 'accept or reject the candidate as it is')
}

/**
 * Splits a pending candidate: it is decided, and its parts are candidates of their own, pending, with exact spans of its text. What
 * was read of the whole they inherit, for their own reviews to correct. Throws `not-found`, `already-exists` with what stands,
 * `invalid-input` where a span is none, `illegal-step` where the text is removed.
 */
export const splitCandidate = action<SplitCandidateInput, Parted>(async (scope, { candidateId, split }) => {
  const { tx, now, newId, newSalt, actor } = scope
  const [whole, position] = await mustBePending(scope, candidateId)
  const parts = partsIn(await mustHaveText(scope, whole), whole, split).map((part) => ({
    ...part,
    id: newId('candidate'),
  }))
  const row = {
    id: newId('review'),
    candidateId,
    position,
    decision: 'split' as const,
    reason: split.reason,
    corrections: null,
    predictionId: null,
    reviewer: actor.name,
    recordedAt: now,
  }
  const beside = { parts: parts.map(({ id, start, end, claim }) => ({ id, start, end, claim })) }
  await insertReview(tx, await factOf('review', row, newSalt, beside))
  const { status: _, partOf: __, reviewId, reviewReason, corrections, predictionId, match, ...inherited } = whole
  const made = { extractorVersion: BY_HAND, splitBy: row.id, recordedAt: now }
  await insertCandidates(
    tx,
    parts.map((part) => ({ ...inherited, ...part, ...made })),
  )
  const candidate = await findCandidate(tx, candidateId)
  if (!candidate) throw new Error(`candidate ${candidateId} vanished`)
  return { candidate, parts: await partsOf(tx, row.id) }
})
