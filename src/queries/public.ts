import { type Candidate, capQuote } from '../core/commentary.ts'
import type { Event, Evidence } from '../core/event.ts'
import type { EventCandidate } from '../core/event-candidate.ts'
import type { Prediction } from '../core/prediction.ts'
import type { Proposal, ResolutionEntry } from '../core/proposal.ts'
import type { Question, QuestionVersion } from '../core/question.ts'
import type { StoredPrediction } from '../storage/predictions.ts'
import type { FoundEvidence, QuestionEvidence } from './evidence/question-evidence.ts'
import type { BorneOn } from './evidence/questions-borne-on.ts'
import { withProbability } from './probabilities.ts'

const capped = (quote: string | null): string | null => (quote === null ? null : capQuote(quote))

/** What leaves without a key: no quote is longer than the cap, wherever it stands. */
export const publicEvent = (event: Event): Event => ({ ...event, quote: capped(event.quote) })

export const publicCandidate = (candidate: Candidate): Candidate => ({ ...candidate, quote: capQuote(candidate.quote) })

/** The title is made of the words of the quote, and is no longer than the cap. */
export const publicEventCandidate = (candidate: EventCandidate): EventCandidate => ({
  ...candidate,
  quote: capQuote(candidate.quote),
})

export const publicEvidence = (evidence: Evidence[]): Evidence[] =>
  evidence.map((one) => ({ ...one, quote: capped(one.quote) }))

export const publicProposal = (proposal: Proposal): Proposal => ({
  ...proposal,
  evidence: publicEvidence(proposal.evidence),
})

export const publicEntry = (entry: ResolutionEntry): ResolutionEntry => ({
  ...entry,
  evidence: publicEvidence(entry.evidence),
})

/** A passage whose acceptance was undone is for reviewers again, and its quote with it; what an author marks as a slip was said by them. */
export const publicQuote = (stored: StoredPrediction): StoredPrediction => ({
  ...stored,
  quote: stored.takenBack !== null && stored.candidateId !== null ? null : capped(stored.quote),
})

export const publicPrediction = (stored: StoredPrediction): Prediction => withProbability(publicQuote(stored))

/** A wording is a quote where a candidate made the question. */
export const publicVersion = (version: QuestionVersion): QuestionVersion => ({
  ...version,
  wording: capQuote(version.wording),
})

export const publicQuestion = (question: Question): Question => ({
  ...question,
  version: publicVersion(question.version),
})

const publicFound = <Found extends FoundEvidence>(found: Found): Found => ({ ...found, quote: capQuote(found.quote) })

export const publicQuestionEvidence = (evidence: QuestionEvidence): QuestionEvidence => ({
  ...evidence,
  recorded: publicEvidence(evidence.recorded),
  found: evidence.found.map(publicFound),
})

export const publicBorneOn = (one: BorneOn): BorneOn => ({
  ...publicFound(one),
  question: publicQuestion(one.question),
})
