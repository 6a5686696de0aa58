import { Candidate } from '../core/commentary.ts'
import { flagged } from '../core/dispute.ts'
import { Prediction } from '../core/prediction.ts'
import { ResolutionEntry } from '../core/proposal.ts'
import { Question } from '../core/question.ts'

/** What can be disputed, as it is read: with the disputes about it. */
export const FlaggedQuestion = Question.extend(flagged).meta({ id: 'FlaggedQuestion' })
export const FlaggedPrediction = Prediction.extend(flagged).meta({ id: 'FlaggedPrediction' })
export const FlaggedCandidate = Candidate.extend(flagged).meta({ id: 'FlaggedCandidate' })
export const FlaggedResolution = ResolutionEntry.extend(flagged).meta({ id: 'FlaggedResolution' })
