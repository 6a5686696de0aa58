import type { Candidate } from '../../core/commentary.ts'
import type { Tagger } from '../../core/extraction/sentences/token.ts'
import { factOf } from '../../core/ledger/fact.ts'
import { MATCHING_VERSION, type Match } from '../../core/matching/match.ts'
import type { Question } from '../../core/question.ts'
import { decisionOn, type Found, type Restated } from '../../queries/matching/decision.ts'
import { type NearClaim, nearClaims, ownClaimsLike } from '../../queries/matching/near-claims.ts'
import { lockAuthor } from '../../storage/claim-search.ts'
import { insertMatch } from '../../storage/matches.ts'
import { lockQuestion } from '../../storage/questions.ts'
import type { Transacting } from '../context.ts'

export type Restating = Restated & { authorId: string; tagger: Tagger }

/**
 * Finds the earlier claim that a statement says again. Holds the author meanwhile, so that of two restatements accepted at
 * once the second finds the first, and the question found, so that nobody decides it before it is joined.
 */
export const findEarlier = async (scope: Transacting, restating: Restating): Promise<Found | null> => {
  const { tx } = scope
  await lockAuthor(tx, restating.authorId)
  const claims = await ownClaimsLike(tx, restating)
  const found = decisionOn(restating, claims)
  if (found?.did !== 'joined') return found
  const held = await lockQuestion(tx, found.near.question.id)
  if (!held || held.status === found.near.question.status) return found
  // It was decided between the two reads.
  return decisionOn(
    restating,
    claims.map((near) => (near.question.id === held.id ? { ...near, question: held } : near)),
  )
}

/** How a statement compares with the question that the reviewer names. */
export const compareWith = async (
  { tx }: Transacting,
  restating: Restating,
  question: Question,
): Promise<NearClaim | null> => (await nearClaims(tx, restating, [question.id]))[0] ?? null

type Done = Pick<Match, 'did' | 'decidedBy' | 'reason'>

/** Records what was done with a statement that says again what its author had said, and why: it may be disputed. */
export const recordMatch = async (
  { tx, now, newId, newSalt }: Transacting,
  { candidate, predictionId }: { candidate: Candidate; predictionId: string },
  near: NearClaim,
  done: Done,
): Promise<void> => {
  const { similarity, verdict, opposed, differs } = near.compared
  const row = {
    id: newId('match'),
    candidateId: candidate.id,
    predictionId,
    questionId: near.question.id,
    ...done,
    similarity,
    verdict,
    opposed,
    differs,
    rules: MATCHING_VERSION,
    recordedAt: now,
  }
  await insertMatch(tx, await factOf('match', row, newSalt))
}
