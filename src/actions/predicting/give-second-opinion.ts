import { orient } from '../../core/candidate-corrections.ts'
import type { Candidate } from '../../core/commentary.ts'
import type { DisputeSubject } from '../../core/dispute.ts'
import { factOf } from '../../core/ledger/fact.ts'
import { formOfProbability } from '../../core/prediction.ts'
import { missing, Problem } from '../../core/problem.ts'
import {
  disagreement,
  type FirstDecision,
  type GiveSecondOpinion,
  type SecondOpinion,
} from '../../core/second-opinion.ts'
import { findCandidate, lockCandidate } from '../../storage/candidates.ts'
import { handOf } from '../../storage/keys.ts'
import { lastReview, type Reviewing } from '../../storage/reviews.ts'
import { asksForSecond, insertOpinion, opinionsOn } from '../../storage/second-opinions.ts'
import { action, type Transacting } from '../context.ts'
import { fileDispute } from '../disputes/file-dispute.ts'

export type GiveSecondOpinionInput = { candidateId: string; opinion: GiveSecondOpinion }

type First = FirstDecision & { review: Reviewing }

/** The decision that stands. Throws `illegal-step` where there is none that another could judge. */
const mustBeDecided = async ({ tx }: Transacting, found: Candidate): Promise<First> => {
  const review = await lastReview(tx, found.id)
  if (review?.decision === 'accept' || review?.decision === 'reject') {
    return { review, decision: review.decision, found, corrections: review.corrections }
  }
  throw new Problem(
    'illegal-step',
    `this candidate is ${found.status}`,
    'review it: a second opinion follows a decision',
  )
}

/** Agreement is measured on what nobody chose: an opinion on another decision is not taken. */
const mustBeJudgedTwice = async ({ tx }: Transacting, { review }: First): Promise<void> => {
  if (await asksForSecond(tx, review.id)) return
  throw new Problem(
    'illegal-step',
    'this decision is not one of those that are judged twice, which are late acceptances and one in ten of all others, by a hash',
    'take one that GET /v1/candidates?second_opinion=waiting lists; where you hold this decision to be wrong, dispute it',
  )
}

/** Nobody is their own second reader, and nobody is one twice; a person and their keys are one hand. */
const mustBeAnother = async ({ tx, actor }: Transacting, { review }: First): Promise<void> => {
  const hand = await handOf(tx, actor.name)
  if ((await handOf(tx, review.reviewer)) === hand) {
    throw new Problem('forbidden', 'the first decision was yours', 'leave it to somebody else')
  }
  for (const { reviewer } of await opinionsOn(tx, review.id)) {
    if ((await handOf(tx, reviewer)) !== hand) continue
    throw new Problem('already-exists', 'you have given your opinion on this', 'read the candidate for what stands')
  }
}

/** What the second reader would record: as found, where they say nothing else; nothing of what they reject. */
const readingOf = (found: Candidate, opinion: GiveSecondOpinion) => {
  if (opinion.decision === 'reject') return { orientation: null, polarity: null, phrase: null, windowEnd: null }
  const { orientation, polarity } = orient(found)
  const number = opinion.probability === undefined ? null : formOfProbability(opinion.probability)
  return {
    orientation: opinion.orientation ?? orientation,
    polarity: opinion.polarity ?? polarity,
    phrase: opinion.phrase ?? number ?? found.phrase,
    windowEnd: opinion.windowEnd ?? found.window?.end ?? null,
  }
}

const said = {
  decision: { accept: 'would accept it', reject: 'would reject it' },
  orientation: 'reads it the other way',
}

/** Opens a dispute of its own about what was decided, on the second reader's grounds. */
const dispute = async (
  scope: Transacting,
  first: First,
  { decision, reason }: GiveSecondOpinion,
  { opinionId, over }: { opinionId: string; over: keyof typeof said },
) => {
  const { predictionId, candidateId } = first.review
  const subject: DisputeSubject =
    predictionId === null ? { kind: 'candidate', candidateId } : { kind: 'prediction', predictionId }
  const what = over === 'decision' ? said.decision[decision] : said.orientation
  const grounds = `A second reviewer, who was not told of the first decision, ${what}: ${reason}`
  return (await fileDispute(scope, { subject, role: 'other', grounds, opinionId })).dispute.id
}

/**
 * Records what another reviewer decides of a candidate that is decided, without having been told how. The first decision stands.
 * Where the two differ on whether it is a forecast, or on what it is one of, a dispute is opened, for somebody else to rule. Throws
 * `not-found`, `illegal-step` where nothing is decided or the decision is not of those that are judged twice, `forbidden` to who
 * decided first, `already-exists` where they have said it.
 */
export const giveSecondOpinion = action<GiveSecondOpinionInput, SecondOpinion>(
  async (scope, { candidateId, opinion }) => {
    const { tx, now, newId, newSalt, actor } = scope
    await lockCandidate(tx, candidateId)
    const found = await findCandidate(tx, candidateId)
    if (!found) throw missing('candidate', candidateId)
    const first = await mustBeDecided(scope, found)
    await mustBeJudgedTwice(scope, first)
    await mustBeAnother(scope, first)
    const second = { decision: opinion.decision, ...readingOf(found, opinion) }
    const over = disagreement(first, second)
    const id = newId('secondOpinion')
    const shown = {
      id,
      candidateId,
      reviewId: first.review.id,
      ...second,
      reason: opinion.reason,
      disputeId: over && (await dispute(scope, first, opinion, { opinionId: id, over })),
      recordedAt: now,
    }
    await insertOpinion(tx, await factOf('second-opinion', { ...shown, reviewer: actor.name }, newSalt))
    return shown
  },
)
