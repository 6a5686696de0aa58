import { z } from 'zod'
import { type Candidate, type CandidateReview, type Commentary, reviewDecisions } from '../core/commentary.ts'
import { idOf } from '../core/id.ts'
import { factOf } from '../core/ledger/fact.ts'
import { formOfPhrase } from '../core/prediction.ts'
import { type Polarity, polarities } from '../core/probability.ts'
import { missing, Problem } from '../core/problem.ts'
import { orientations, type Question } from '../core/question.ts'
import { findCandidate, insertReview, lockCandidate } from '../storage/candidates.ts'
import { addQuestionToCollectionsOf } from '../storage/collections.ts'
import { findCommentary } from '../storage/commentaries.ts'
import { insertPredictions } from '../storage/predictions.ts'
import { lockQuestion } from '../storage/questions.ts'
import { action, type Transacting } from './context.ts'
import { questionOfCandidate } from './create-question.ts'
import { postScores } from './post-scores.ts'
import { recordAuthor, recordUnattributedVoice } from './record-author.ts'

const Reason = z.string().trim().min(1, 'say why').max(2000)

export const ReviewCandidate = z
  .object({
    decision: z.enum(reviewDecisions),
    reason: Reason,
    questionId: idOf('question').optional().meta({ description: 'accept: joins this question instead of making one' }),
    wording: z.string().trim().min(1).max(2000).optional().meta({ description: 'accept: a self-contained wording' }),
    criteria: z.string().trim().min(1).max(5000).optional(),
    orientation: z.enum(orientations).optional(),
    polarity: z.enum(polarities).optional().meta({ description: 'of the words, towards the positive event' }),
    familyId: idOf('family').optional(),
  })
  .meta({ id: 'ReviewCandidate' })
export type ReviewCandidate = z.infer<typeof ReviewCandidate>
export type ReviewCandidateInput = { candidateId: string; review: ReviewCandidate }
export type Reviewed = { candidate: Candidate; question: Question | null }

const refuse = (detail: string, remedy: string): Problem => new Problem('not-scoreable', detail, remedy)

/** Whose prediction it becomes: the byline's, the unattributed voice's, or the named speaker's. */
const authorOf = async (scope: Transacting, candidate: Candidate, commentary: Commentary): Promise<string> => {
  if (candidate.attribution === 'reported') {
    throw refuse('this forecast belongs to a group or an unnamed source', 'reject it, with that as the reason')
  }
  if (candidate.attribution === 'quoted') {
    if (!candidate.claimant) throw refuse('the text does not name who said this', 'reject it, with that as the reason')
    return (await recordAuthor(scope, { name: candidate.claimant, kind: 'person' })).author.id
  }
  const [only, ...others] = commentary.bylines
  if (!only) {
    const { id: commentaryId, title, sourceId, publisher, publishedOn } = commentary
    const voice = {
      publisher: sourceId && publisher ? { id: sourceId, name: publisher } : null,
      commentaryId,
      title,
      publishedOn,
    }
    return (await recordUnattributedVoice(scope, voice)).author.id
  }
  if (others.length === 0) return only.id
  // What several people sign, they say together: none of them is credited alone.
  const name = commentary.bylines
    .map((byline) => byline.name)
    .sort()
    .join(', ')
  return (await recordAuthor(scope, { name: name.slice(0, 300), kind: 'organisation' })).author.id
}

/** Why a candidate may be listed but not scored; null when it may be scored. */
const unscoredReason = ({ scorable, reasons, attribution, directness, window }: Candidate): string | null => {
  if (!scorable) return reasons.join('; ') || 'extraction marked it as not scoreable'
  if (attribution !== 'own' && directness === 'paraphrase') {
    return 'a paraphrase: listed until its primary source is linked'
  }
  return window?.end ? null : 'its words set no end'
}

type Oriented = { orientation: Question['version']['orientation']; polarity: Polarity }

/**
 * The positive event is the departure from the status quo. That a state goes on is its opposite: "the war will likely go
 * on" becomes `likely:-` on the war's end, and "the war will not go on" `will:+` on the same.
 */
export const orient = ({ kind, polarity, orientation }: Candidate): Oriented => {
  if (kind !== 'state') return { orientation, polarity }
  return polarity === '+' ? { orientation: 'opposite', polarity: '-' } : { orientation: 'as-worded', polarity: '+' }
}

/** A question that stands keeps its wording and frame: what would change it is refused, not ignored. */
const mustOnlyJoin = (review: ReviewCandidate): void => {
  const fields = (['wording', 'criteria', 'orientation', 'familyId'] as const)
    .filter((field) => review[field] !== undefined)
    .map((field) => ({ field, detail: 'the question that is joined has its own' }))
  if (fields.length === 0) return
  throw new Problem('invalid-input', 'a question that stands is joined as it is', 'leave these fields out', fields)
}

const questionFor = async (
  scope: Transacting,
  candidate: Candidate,
  commentary: Commentary,
  review: ReviewCandidate,
): Promise<Question> => {
  if (review.questionId) {
    mustOnlyJoin(review)
    const question = await lockQuestion(scope.tx, review.questionId)
    if (question) return question
    throw missing('question', review.questionId, 'questionId')
  }
  const { window } = candidate
  return questionOfCandidate(scope, {
    hedge: candidate.hedge,
    wording: review.wording ?? candidate.claim,
    criteria: review.criteria,
    orientation: review.orientation ?? orient(candidate).orientation,
    condition: candidate.condition,
    windowStart: window?.start ?? commentary.publishedOn,
    windowEnd: window?.end ?? null,
    windowSource: window?.source ?? 'default',
    familyId: review.familyId,
  })
}

const accept = async (scope: Transacting, candidate: Candidate, review: ReviewCandidate) => {
  const { tx, now, newId, newSalt, actor } = scope
  const commentary = await findCommentary(tx, candidate.commentaryId)
  if (!commentary) throw new Error(`candidate ${candidate.id} without its commentary`)
  const authorId = await authorOf(scope, candidate, commentary)
  const question = await questionFor(scope, candidate, commentary, review)
  const reason = unscoredReason(candidate)
  const prediction = {
    id: newId('prediction'),
    authorId,
    questionId: question.id,
    versionId: question.version.id,
    act: 'state' as const,
    form: formOfPhrase(candidate.phrase, review.polarity ?? orient(candidate).polarity),
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
    recordedBy: actor.name,
    recordedAt: now,
  }
  await addQuestionToCollectionsOf(tx, question.id, commentary.id, now)
  await insertPredictions(tx, [await factOf('prediction', prediction, newSalt)])
  await postScores(scope, question)
  return { predictionId: prediction.id, question }
}

/**
 * Accepts or rejects a candidate, once. Accepting makes a question of it, or joins the one named, and records the
 * prediction. Throws `already-exists` when it is reviewed, `not-scoreable` when it is nobody's who could be scored.
 */
export const reviewCandidate = action<ReviewCandidateInput, Reviewed>(async (scope, { candidateId, review }) => {
  const { tx, now, newId, newSalt, actor } = scope
  await lockCandidate(tx, candidateId)
  const candidate = await findCandidate(tx, candidateId)
  if (!candidate) throw missing('candidate', candidateId)
  if (candidate.status !== 'pending') {
    throw new Problem('already-exists', `this candidate is already ${candidate.status}`, 'read the candidate')
  }
  const accepted = review.decision === 'accept' ? await accept(scope, candidate, review) : null
  const row: CandidateReview & { reviewer: string } = {
    id: newId('review'),
    candidateId,
    decision: review.decision,
    reason: review.reason,
    predictionId: accepted?.predictionId ?? null,
    reviewer: actor.name,
    recordedAt: now,
  }
  await insertReview(tx, await factOf('review', row, newSalt))
  const reviewed = await findCandidate(tx, candidateId)
  if (!reviewed) throw new Error(`candidate ${candidateId} vanished`)
  return { candidate: reviewed, question: accepted?.question ?? null }
})
