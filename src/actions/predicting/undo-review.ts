import { z } from 'zod'
import type { Candidate } from '../../core/commentary.ts'
import { idOf } from '../../core/id.ts'
import { factOf } from '../../core/ledger/fact.ts'
import { missing, Problem } from '../../core/problem.ts'
import type { Question } from '../../core/question.ts'
import { lastStep } from '../../core/resolution/lifecycle.ts'
import { entryStands, reviewStands } from '../../core/stands.ts'
import { baselinesFor } from '../../storage/baselines.ts'
import { findCandidate, lockCandidate, partsOf } from '../../storage/candidates.ts'
import { marksOn } from '../../storage/dispute-marks.ts'
import { handOf } from '../../storage/keys.ts'
import { holdLinks } from '../../storage/lock-order.ts'
import { findPrediction, insertPredictions, predictionsOn, type StoredPrediction } from '../../storage/predictions.ts'
import { findQuestion, triggersAmong } from '../../storage/questions.ts'
import { logOf } from '../../storage/resolutions.ts'
import { insertReview, lastReview, type Reviewing } from '../../storage/reviews.ts'
import { standingOn } from '../../storage/scored-items.ts'
import { opinionsOn } from '../../storage/second-opinions.ts'
import { action, type Transacting } from '../context.ts'
import { mustLockAll } from '../questions/follow-trigger.ts'
import { postScores } from '../questions/post-scores.ts'
import { resolveQuestion } from '../resolving/resolve-question.ts'

export const UndoReview = z
  .object({
    reviewId: idOf('review').optional().meta({
      description: 'the review that is taken back; left out: the one that stands',
    }),
    reason: z.string().trim().min(1).max(2000).default('taken back by its reviewer'),
  })
  .meta({ id: 'UndoReview', examples: [{ reason: 'the wrong key' }] })
export type UndoReview = z.infer<typeof UndoReview>
export type UndoReviewInput = { candidateId: string } & z.input<typeof UndoReview>
/** `question`: the one that the statement stood on, null where the review was no acceptance. */
export type Undone = { candidate: Candidate; question: Question | null }

const illegal = (detail: string, remedy: string, stands: Problem['stands'] = null): Problem =>
  new Problem('illegal-step', detail, remedy, [], stands)

/** The review that stands and is the caller's own, the one they mean. Throws `illegal-step`, `forbidden`. */
const mustBeOwn = async ({ tx, actor }: Transacting, { candidateId, reviewId }: UndoReviewInput) => {
  const last = await lastReview(tx, candidateId)
  if (!last || last.decision === 'undo') throw illegal('nothing is decided of this candidate', 'review it')
  if (reviewId !== undefined && reviewId !== last.id) {
    const detail = `${reviewId} is not the review that stands`
    throw illegal(detail, 'read the candidate, and decide again', reviewStands(last, actor.name))
  }
  if ((await handOf(tx, last.reviewer)) !== (await handOf(tx, actor.name))) {
    const remedy = 'ask who decided it, or dispute it'
    throw new Problem('forbidden', 'somebody else decided this', remedy, [], reviewStands(last, actor.name))
  }
  return last
}

/** Nobody takes back alone what another confirmed, nor what is disputed. Throws `illegal-step`. */
const mustBeFree = async (
  { tx }: Transacting,
  { id, candidateId, decision }: Reviewing,
  said: StoredPrediction | null,
): Promise<void> => {
  const opinions = await opinionsOn(tx, id)
  if (opinions.some(({ disputeId }) => disputeId === null)) {
    throw illegal('another reviewer has decided the same', 'dispute it, if both were wrong')
  }
  const marks = await marksOn(tx, { candidateId: [candidateId], predictionId: [said?.id ?? null] })
  if (marks.some(({ mark }) => mark.status === 'open')) throw illegal('it is disputed', 'let the dispute be ruled')
  // A rejection that a ruling overturned is taken back, to review it anew; an acceptance would only lose what was ruled of it.
  if (decision === 'accept' && marks.some(({ mark }) => mark.ruling !== null)) {
    throw illegal('a dispute of it is ruled', 'dispute it again, with what is new')
  }
}

/** A split is taken back while nobody has decided on a part. Throws `illegal-step`. */
const mustBeWhole = async ({ tx }: Transacting, { id, decision }: Reviewing): Promise<void> => {
  if (decision !== 'split') return
  const reviewed = (await partsOf(tx, id)).find(({ status }) => status !== 'pending')
  if (reviewed) throw illegal(`its part ${reviewed.id} is ${reviewed.status}`, 'take that back first')
}

const mustBeUndecided = async ({ tx }: Transacting, question: Question, said: StoredPrediction): Promise<void> => {
  const { scored } = await standingOn(tx, question.id)
  const counts = scored.some(({ predictionId, state }) => predictionId === said.id && state !== 'pending')
  if (!counts && (question.status === 'open' || question.status === 'due')) return
  const stands = entryStands(lastStep(await logOf(tx, question.id)))
  const remedy = 'dispute the statement: an upheld dispute takes it out of the scores'
  throw illegal(`the question ${question.id} is decided`, remedy, stands)
}

/**
 * Marks the statement as a mistake of its recording. It is said when the statement was: whatever is judged as of any moment, it was
 * never said.
 */
const markMistaken = async (scope: Transacting, question: Question, said: StoredPrediction, reason: string) => {
  const { tx, now, newId, newSalt, actor } = scope
  const { authorId, questionId, versionId, attribution, directness, weakHedge, commentaryId } = said
  const mark = {
    id: newId('prediction'),
    ...{ authorId, questionId, versionId, attribution, directness, weakHedge, commentaryId },
    act: 'mistake' as const,
    form: null,
    refersTo: said.id,
    expiresAt: null,
    saidEarliest: said.said.earliest,
    saidLatest: said.said.latest,
    scoreable: false,
    unscoredReason: 'it marks a mistake',
    origin: 'commentary' as const,
    quote: null,
    candidateId: null,
    importId: null,
    importKey: null,
    recordingReason: reason,
    recordedBy: actor.name,
    recordedAt: now,
  }
  await insertPredictions(tx, [await factOf('prediction', mark, newSalt)])
  await postScores(scope, question, mark.id)
}

/** Whether the question was made for a statement, and nothing is left that it is for: nobody built on it or spoke there. */
const isForNothing = async ({ tx }: Transacting, { id, recordedAt, version }: Question): Promise<boolean> => {
  const acts = await predictionsOn(tx, id)
  const mistaken = new Set(acts.map(({ refersTo }) => refersTo))
  const made = acts.some((one) => one.candidateId !== null && one.recordedAt === recordedAt)
  const left = acts.some((one) => one.act !== 'mistake' && !mistaken.has(one.id))
  if (!made || left || version.version > 1 || version.referenceAt !== null) return false
  if ((await triggersAmong(tx, [id])).size > 0) return false
  return ((await baselinesFor(tx, [id])).get(id) ?? []).length === 0
}

/** Takes back what an acceptance recorded. A question that stood for it alone is void: it broke, and its log says by what. */
const takeBack = async (scope: Transacting, said: StoredPrediction, reason: string): Promise<Question> => {
  const { tx } = scope
  const question = await mustLockAll(scope, said.questionId)
  await mustBeUndecided(scope, question, said)
  await markMistaken(scope, question, said, reason)
  if (await isForNothing(scope, question)) {
    const why = { voidReason: 'annulled' as const, reason: `the statement it was made for is taken back: ${reason}` }
    const step = { step: 'void' as const, questionId: question.id, ...why, evidence: [], correct: false }
    await resolveQuestion(scope, step)
  }
  const left = await findQuestion(tx, question.id)
  if (!left) throw new Error(`question ${question.id} vanished`)
  return left
}

const statementOf = async ({ tx }: Transacting, { predictionId }: Reviewing): Promise<StoredPrediction | null> =>
  predictionId === null ? null : findPrediction(tx, predictionId)

/**
 * Takes back the review of a candidate, by who decided it: it is pending again, and may be reviewed once more. What was accepted
 * is marked as a mistake and counts nowhere; a question that was made for it alone is void; the parts of a split are withdrawn.
 * Throws `not-found`, `forbidden` to another hand, and `illegal-step` where nothing is decided, it is disputed, its question is
 * decided, or a part is.
 */
export const undoReview = action<UndoReviewInput, Undone>(async (scope, input) => {
  const { tx, now, newId, newSalt, actor } = scope
  const { candidateId } = input
  const { reason } = UndoReview.parse(input)
  await holdLinks(tx)
  await lockCandidate(tx, candidateId)
  if (!(await findCandidate(tx, candidateId))) throw missing('candidate', candidateId)
  const review = await mustBeOwn(scope, input)
  const said = await statementOf(scope, review)
  await mustBeFree(scope, review, said)
  await mustBeWhole(scope, review)
  const question = said && (await takeBack(scope, said, reason))
  const row = {
    id: newId('review'),
    candidateId,
    position: review.position + 1,
    decision: 'undo' as const,
    reason,
    corrections: null,
    predictionId: null,
    reviewer: actor.name,
    recordedAt: now,
  }
  await insertReview(tx, await factOf('review', row, newSalt))
  const candidate = await findCandidate(tx, candidateId)
  if (!candidate) throw new Error(`candidate ${candidateId} vanished`)
  return { candidate, question }
})
