import type { Context } from '../../actions/context.ts'
import { reviewCandidate } from '../../actions/predicting/review-candidate.ts'
import type { Candidate } from '../../core/commentary.ts'
import type { Question } from '../../core/question.ts'
import type { Resolver } from '../../core/resolution/resolver.ts'
import { candidatesOf } from '../../storage/candidates.ts'
import { findPrediction } from '../../storage/predictions.ts'
import { findQuestion } from '../../storage/questions.ts'

export const POLICY =
  "accept the author's own forecasts and a named speaker's; reject what belongs to a group or an unnamed source, and what cannot be scored"

/** Why the policy rejects a candidate; null when it accepts it. */
const objection = ({ attribution, claimant, scorable, reasons }: Candidate): string | null => {
  if (attribution === 'reported') return 'it belongs to a group or an unnamed source'
  if (attribution === 'quoted' && claimant === null) return 'the text does not name who said it'
  return scorable ? null : `it cannot be scored: ${reasons.join('; ') || 'extraction marked it so'}`
}

type Span = { start: number; end: number }
const overlap = (a: Span, b: Span): number => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))

/** The candidate whose span a quote means: the largest overlap of at least half of the shorter of the two. */
export const candidateAt = (candidates: readonly Candidate[], text: string, quote: string): Candidate | null => {
  const start = text.indexOf(quote)
  if (start < 0) return null
  const span = { start, end: start + quote.length }
  const covered = candidates
    .map((candidate) => ({ candidate, shared: overlap(candidate, span) }))
    .filter(({ candidate, shared }) => shared >= 0.5 * Math.min(candidate.end - candidate.start, quote.length))
    .sort((a, b) => b.shared - a.shared)
  return covered[0]?.candidate ?? null
}

/**
 * What is declared of a candidate when it is accepted: the family that it stands or falls with, by a key of the folder's
 * own, and the rules by which its question resolves.
 */
export type Declared = {
  keyOf: (candidate: Candidate) => string | null
  ids: Map<string, string>
  rulesOf: (candidate: Candidate) => Resolver[]
}

/** Reviews every candidate of a commentary that is still pending, by the policy. */
export const reviewAll = async (context: Context, commentaryId: string, declared: Declared): Promise<void> => {
  for (const candidate of await candidatesOf(context.database.reader, commentaryId)) {
    const key = declared.keyOf(candidate)
    if (candidate.status !== 'pending') {
      const standing = await questionOf(context, candidate)
      if (key && standing) declared.ids.set(key, standing.familyId)
      continue
    }
    const reason = objection(candidate)
    const familyId = key ? declared.ids.get(key) : undefined
    const resolvers = declared.rulesOf(candidate)
    const framed = { ...(familyId ? { familyId } : {}), ...(resolvers.length > 0 ? { resolvers } : {}) }
    const { question } = await reviewCandidate(context, {
      candidateId: candidate.id,
      review: reason ? { decision: 'reject', reason } : { decision: 'accept', reason: `policy: ${POLICY}`, ...framed },
    })
    if (key && question) declared.ids.set(key, question.familyId)
  }
}

/** The question that an accepted candidate became a prediction on. */
export const questionOf = async ({ database }: Context, candidate: Candidate): Promise<Question | null> => {
  if (!candidate.predictionId) return null
  const prediction = await findPrediction(database.reader, candidate.predictionId)
  return prediction && findQuestion(database.reader, prediction.questionId)
}

type Outcome = 'yes' | 'no'

/**
 * An outcome given of the claim's own event, turned to the positive event of its question: accepting "she will remain
 * minister" asks for the day she leaves, so that it did not hold is a yes there.
 */
export const outcomeOn = (question: Question, candidate: Candidate, outcome: Outcome): Outcome => {
  if (question.version.orientation === candidate.orientation) return outcome
  return outcome === 'yes' ? 'no' : 'yes'
}
