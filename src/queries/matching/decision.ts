import type { Candidate, Commentary } from '../../core/commentary.ts'
import { decide, type Earlier } from '../../core/matching/decide.ts'
import { type Form, formOfPhrase } from '../../core/prediction.ts'
import { probabilityOf } from '../probabilities.ts'
import type { NearClaim } from './near-claims.ts'

export type Restated = { candidate: Candidate; commentary: Commentary }

/** What the rule makes of an earlier claim: `did` is what it would do, `near` the claim. */
export type Found = { did: 'joined' | 'family'; near: NearClaim; reason: string }

/** Whether a form says that the positive event will rather come than not. */
export const leansYes = (form: Form): boolean => probabilityOf(form) >= 0.5

/** What a claim is to the rule, for a statement of this phrase. */
const earlierOf = (phrase: string, near: NearClaim): Earlier & { near: NearClaim } => {
  const { question, compared, polarity, statements } = near
  const last = statements.at(-1)
  return {
    near,
    questionId: question.id,
    familyId: question.familyId,
    status: question.status,
    windowStart: question.version.windowStart,
    windowEnd: question.version.windowEnd,
    compared,
    commentaryIds: statements.flatMap(({ commentaryId }) => commentaryId ?? []),
    sameSide: last !== undefined && leansYes(last.form) === leansYes(formOfPhrase(phrase, polarity)),
  }
}

/** What the rule says of a candidate, given what its author claimed before; null when nothing came near. */
export const decisionOn = ({ candidate, commentary }: Restated, claims: readonly NearClaim[]): Found | null => {
  const statement = {
    publishedOn: commentary.publishedOn,
    said: commentary.published,
    window: candidate.window,
    commentaryId: commentary.id,
  }
  const decision = decide(
    statement,
    claims.map((near) => earlierOf(candidate.phrase, near)),
  )
  return decision && { did: decision.did, near: decision.earlier.near, reason: decision.reason }
}
