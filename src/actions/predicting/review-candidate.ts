import { z } from 'zod'
import { MAX_CLAIM } from '../../core/candidate.ts'
import { correct, corrections, correctionsOf, orient } from '../../core/candidate-corrections.ts'
import { type Candidate, reviewDecisions } from '../../core/commentary.ts'
import { idOf } from '../../core/id.ts'
import { factOf } from '../../core/ledger/fact.ts'
import { type Form, formOfPhrase } from '../../core/prediction.ts'
import { polarities } from '../../core/probability.ts'
import { missing, Problem } from '../../core/problem.ts'
import { orientations, type Question } from '../../core/question.ts'
import { Resolvers } from '../../core/resolution/resolver.ts'
import { NamedTrigger } from '../../core/resolution/trigger.ts'
import { reviewStands } from '../../core/stands.ts'
import { leansYes } from '../../queries/matching/decision.ts'
import type { NearClaim } from '../../queries/matching/near-claims.ts'
import { findCandidate, lockCandidate } from '../../storage/candidates.ts'
import { addQuestionToCollectionsOf } from '../../storage/collections.ts'
import { findCommentary } from '../../storage/commentaries.ts'
import { holdLinks } from '../../storage/lock-order.ts'
import { insertPredictions } from '../../storage/predictions.ts'
import { insertReview, lastReview } from '../../storage/reviews.ts'
import { action, type Transacting } from '../context.ts'
import { postScores } from '../questions/post-scores.ts'
import { recordMatch } from './match-candidate.ts'
import { type Placed, placeOf } from './place-statement.ts'
import { recordClaimant } from './record-claimant.ts'

const Reason = z.string().trim().min(1, 'say why').max(2000)

const correctable = Object.keys(corrections) as (keyof typeof corrections)[]

export const ReviewCandidate = z
  .object({
    decision: z.enum(reviewDecisions),
    reason: Reason,
    questionId: idOf('question').optional().meta({ description: 'accept: joins this question instead of making one' }),
    wording: z
      .string()
      .trim()
      .min(1)
      .max(MAX_CLAIM)
      .optional()
      .meta({ description: 'accept: a self-contained wording' }),
    criteria: z.string().trim().min(1).max(5000).optional(),
    orientation: z.enum(orientations).optional(),
    polarity: z.enum(polarities).optional().meta({ description: 'of the words, towards the positive event' }),
    ...corrections,
    familyId: idOf('family').optional().meta({ description: 'accept: a new question of this family' }),
    resolvers: Resolvers.optional().meta({ description: 'accept: by which rules the new question is resolved' }),
    trigger: NamedTrigger.optional(),
    newQuestion: z
      .literal(true)
      .optional()
      .meta({ description: 'accept: not the same as anything its author said before' }),
  })
  .refine(({ phrase, probability }) => phrase === undefined || probability === undefined, {
    path: ['probability'],
    message: 'give either the phrase that was used or the number that was said',
  })
  .refine((review) => review.decision === 'accept' || correctable.every((field) => review[field] === undefined), {
    path: ['decision'],
    message: 'what is rejected is not corrected',
  })
  .meta({
    id: 'ReviewCandidate',
    examples: [
      { decision: 'accept', reason: 'a forecast in the voice of its author' },
      { decision: 'reject', reason: 'it tells of the past' },
      {
        decision: 'accept',
        reason: 'the end of the month was overlooked',
        window: { start: '2026-10-05', end: '2026-10-31' },
        phrase: 'likely',
      },
    ],
  })
export type ReviewCandidate = z.infer<typeof ReviewCandidate>
export type ReviewCandidateInput = { candidateId: string; review: ReviewCandidate }
export type Reviewed = { candidate: Candidate; question: Question | null }

/** Why a candidate may be listed but not scored; null when it may be scored. */
const unscoredReason = ({ scorable, reasons, attribution, directness, window }: Candidate): string | null => {
  if (!scorable) return reasons.join('; ') || 'extraction marked it as not scoreable'
  if (attribution !== 'own' && directness === 'paraphrase') {
    return 'a paraphrase: listed until its primary source is linked'
  }
  return window?.end ? null : 'its words set no end'
}

/** Said again leaning the same way it is a reaffirmation; turned round, or for the first time, a statement. */
const actOf = (form: Form, near: NearClaim | null, { did }: Placed['done']): 'state' | 'reaffirm' => {
  const last = did === 'joined' ? near?.statements.at(-1) : undefined
  return last && leansYes(last.form) === leansYes(form) ? 'reaffirm' : 'state'
}

/** Accepts a candidate as the review reads it. */
const accept = async (scope: Transacting, found: Candidate, review: ReviewCandidate) => {
  const candidate = correct(found, review)
  const { tx, now, newId, newSalt, actor } = scope
  const commentary = await findCommentary(tx, candidate.commentaryId)
  if (!commentary) throw new Error(`candidate ${candidate.id} without its commentary`)
  const tagger = await scope.tagger()
  const authorId = await recordClaimant(scope, candidate, commentary)
  const { question, polarity, near, done } = await placeOf(scope, { candidate, commentary, authorId, tagger }, review)
  const reason = unscoredReason(candidate)
  const form = formOfPhrase(candidate.phrase, review.polarity ?? polarity ?? orient(candidate).polarity)
  const prediction = {
    id: newId('prediction'),
    authorId,
    questionId: question.id,
    versionId: question.version.id,
    act: actOf(form, near, done),
    form,
    refersTo: null,
    expiresAt: null,
    saidEarliest: commentary.published.earliest,
    saidLatest: commentary.published.latest,
    attribution: candidate.attribution,
    directness: candidate.directness,
    weakHedge: candidate.weakHedge,
    scoreable: reason === null,
    unscoredReason: reason,
    origin: 'commentary' as const,
    quote: candidate.quote,
    commentaryId: commentary.id,
    candidateId: candidate.id,
    importId: null,
    importKey: null,
    recordingReason: null,
    recordedBy: actor.name,
    recordedAt: now,
  }
  await addQuestionToCollectionsOf(tx, question.id, commentary.id, now)
  await insertPredictions(tx, [await factOf('prediction', prediction, newSalt)])
  if (near) await recordMatch(scope, { candidate, predictionId: prediction.id }, near, done)
  await postScores(scope, question, prediction.id)
  return { predictionId: prediction.id, question }
}

/** Holds a candidate that waits for a decision, with the place of that among its reviews. Throws `already-exists` with the review that stands. */
export const mustBePending = async ({ tx, actor }: Transacting, candidateId: string): Promise<[Candidate, number]> => {
  await lockCandidate(tx, candidateId)
  const candidate = await findCandidate(tx, candidateId)
  if (!candidate) throw missing('candidate', candidateId)
  const last = await lastReview(tx, candidateId)
  if (candidate.status === 'pending') return [candidate, (last?.position ?? 0) + 1]
  const stands = last && reviewStands(last, actor.name)
  throw new Problem('already-exists', `this candidate is already ${candidate.status}`, 'read the candidate', [], stands)
}

/**
 * Accepts or rejects a candidate that is pending. Accepting makes a question of it, or joins the one named or the one on which
 * its author said the same, and records the prediction, as the review corrects it; what was corrected is kept with the review.
 * Throws `already-exists` with what stands when it is reviewed, `not-scoreable` when it is nobody's who could be scored.
 */
export const reviewCandidate = action<ReviewCandidateInput, Reviewed>(async (scope, { candidateId, review }) => {
  const { tx, now, newId, newSalt, actor } = scope
  await holdLinks(tx)
  const [candidate, position] = await mustBePending(scope, candidateId)
  const accepted = review.decision === 'accept' ? await accept(scope, candidate, review) : null
  const row = {
    id: newId('review'),
    candidateId,
    position,
    decision: review.decision,
    reason: review.reason,
    corrections: accepted && correctionsOf(candidate, review),
    predictionId: accepted?.predictionId ?? null,
    reviewer: actor.name,
    recordedAt: now,
  }
  await insertReview(tx, await factOf('review', row, newSalt))
  const reviewed = await findCandidate(tx, candidateId)
  if (!reviewed) throw new Error(`candidate ${candidateId} vanished`)
  return { candidate: reviewed, question: accepted?.question ?? null }
})
