import { z } from 'zod'
import { Window } from '../../core/candidate.ts'
import { claimantOf } from '../../core/claimant.ts'
import { type Candidate, type Commentary, candidateStatuses } from '../../core/commentary.ts'
import type { Tagger } from '../../core/extraction/sentences/token.ts'
import { idOf } from '../../core/id.ts'
import { compare } from '../../core/matching/compare.ts'
import { horizons } from '../../core/matching/horizon.ts'
import { Comparison, MATCHING_VERSION, verdicts } from '../../core/matching/match.ts'
import { readClaim } from '../../core/matching/read-claim.ts'
import { polarities } from '../../core/probability.ts'
import { Question } from '../../core/question.ts'
import { Moment } from '../../core/time.ts'
import { authorByIdentity } from '../../storage/authors.ts'
import { candidatesOf } from '../../storage/candidates.ts'
import { authorCounts } from '../../storage/claim-search.ts'
import type { Reader } from '../../storage/database.ts'
import { decisionOn } from './decision.ts'
import { claimsLike, type NearClaim } from './near-claims.ts'

const Said = z.object({ predictionId: idOf('prediction'), said: Moment, quote: z.string().nullable() })

export const Suggestion = Comparison.extend({
  question: Question,
  horizon: z.enum(horizons).meta({ description: 'of the candidate, seen from the question' }),
  polarity: z.enum(polarities).meta({ description: 'of its words, towards the positive event of the question' }),
  authors: z.int().meta({ description: 'how many have spoken on it' }),
  statements: z.array(Said).meta({ description: 'what the author of the candidate has said on it' }),
}).meta({ id: 'Suggestion' })
export type Suggestion = z.infer<typeof Suggestion>

/** Another candidate of the same voice in the same text that may say the same: a headline, a summary. */
export const Restatement = Comparison.extend({
  candidateId: idOf('candidate'),
  status: z.enum(candidateStatuses),
  quote: z.string(),
  window: Window.nullable(),
}).meta({ id: 'Restatement' })
export type Restatement = z.infer<typeof Restatement>

export const Suggestions = z
  .object({
    rules: z.string(),
    wouldBe: z
      .object({ did: z.enum(['joined', 'family', 'new']), questionId: idOf('question').nullable(), reason: z.string() })
      .nullable()
      .meta({ description: 'what accepting does if the reviewer says nothing else; null once it is reviewed' }),
    questions: z.array(Suggestion).meta({ description: 'open ones, and those its author has spoken on; best first' }),
    restatements: z.array(Restatement),
  })
  .meta({ id: 'Suggestions' })
export type Suggestions = z.infer<typeof Suggestions>

/** Longer lists help nobody to decide. */
const MOST = 20
/** So many candidates of a text are compared, those nearest by; pathological texts have thousands. */
const MOST_SIBLINGS = 200

const authorIdOf = async (reader: Reader, candidate: Candidate, commentary: Commentary): Promise<string | null> => {
  const claimant = claimantOf(candidate, commentary)
  if (claimant === null) return null
  if (claimant.by === 'byline') return claimant.authorId
  return (await authorByIdentity(reader, claimant.identity))?.id ?? null
}

const suggestionsOf = (claims: readonly NearClaim[], counts: Map<string, number>): Suggestion[] =>
  claims
    .filter(({ compared }) => compared.verdict !== 'other')
    .slice(0, MOST)
    .map(({ question, compared: { flipped: _, ...comparison }, horizon, polarity, statements }) => ({
      ...comparison,
      question,
      horizon,
      polarity,
      authors: counts.get(question.id) ?? 0,
      statements: statements.map(({ predictionId, said, quote }) => ({ predictionId, said, quote })),
    }))

const sameVoice = (a: Candidate, b: Candidate): boolean => a.attribution === b.attribution && a.claimant === b.claimant
const disjoint = (a: Candidate, b: Candidate): boolean => a.end <= b.start || b.end <= a.start
const textOf = ({ quote: text, hedge, condition }: Candidate) => ({ text, hedge, condition })
const endOfWindow = ({ window }: Candidate): string | null =>
  window === null || window.source === 'default' ? null : window.end

/** The other candidates of the text that may say the same, best first. */
const restatementsIn = (candidate: Candidate, siblings: readonly Candidate[], tagger: Tagger): Restatement[] => {
  const reading = readClaim(textOf(candidate), tagger)
  return siblings
    .filter((other) => other.id !== candidate.id && sameVoice(candidate, other) && disjoint(candidate, other))
    .sort((a, b) => Math.abs(a.start - candidate.start) - Math.abs(b.start - candidate.start))
    .slice(0, MOST_SIBLINGS)
    .map((other) => {
      const [end, otherEnd] = [endOfWindow(candidate), endOfWindow(other)]
      const differs = end !== null && otherEnd !== null && end !== otherEnd
      const { flipped: _, ...comparison } = compare(reading, readClaim(textOf(other), tagger), differs)
      const { id: candidateId, status, quote, window } = other
      return { ...comparison, candidateId, status, quote, window }
    })
    .filter(({ verdict }) => verdict !== 'other')
    .sort((a, b) => verdicts.indexOf(a.verdict) - verdicts.indexOf(b.verdict) || b.similarity - a.similarity)
    .slice(0, MOST)
}

export type Asked = { candidate: Candidate; commentary: Commentary; tagger: Tagger }

/** What a reviewer should see beside a candidate: the claims it may be saying again, and what the rule makes of them. */
export const suggestionsFor = async (
  reader: Reader,
  { candidate, commentary, tagger }: Asked,
): Promise<Suggestions> => {
  const authorId = await authorIdOf(reader, candidate, commentary)
  const claims = await claimsLike(reader, { candidate, authorId, tagger })
  const own = claims.filter(({ statements }) => statements.length > 0)
  const found = decisionOn({ candidate, commentary }, own)
  const counts = await authorCounts(
    reader,
    claims.map(({ question }) => question.id),
  )
  const wouldBe = found
    ? { did: found.did, questionId: found.near.question.id, reason: found.reason }
    : { did: 'new' as const, questionId: null, reason: 'its author has said nothing near it' }
  return {
    rules: MATCHING_VERSION,
    wouldBe: candidate.status === 'pending' ? wouldBe : null,
    questions: suggestionsOf(claims, counts),
    restatements: restatementsIn(candidate, await candidatesOf(reader, commentary.id), tagger),
  }
}
