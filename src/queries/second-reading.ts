import type { Candidate } from '../core/commentary.ts'
import type { Flagged } from '../core/dispute.ts'
import { type ReviewAgreement, reviewAgreement } from '../core/second-opinion.ts'
import type { Reader } from '../storage/database.ts'
import { decisionPairs } from '../storage/second-opinions.ts'

/** A candidate as its second reader sees it: as it was found, with nothing of what was decided or came of it. */
export const blindCandidate = (candidate: Candidate): Flagged<Candidate> => ({
  ...candidate,
  status: 'pending',
  reviewers: 0,
  reviewId: null,
  reviewReason: null,
  corrections: null,
  predictionId: null,
  match: null,
  disputes: [],
})

const SAMPLE =
  'every acceptance of a prediction that was made when its window was over or its question decided, and one in ten of all other decisions, by a hash of the candidate’s id; of several second opinions on one decision the first'

/** How reviewers agree, over everything that was judged twice. */
export const agreementOfReviewers = async (reader: Reader): Promise<ReviewAgreement> => ({
  ...reviewAgreement(await decisionPairs(reader)),
  sample: SAMPLE,
})
