import type { Candidate } from '../../core/commentary.ts'
import type { Tagger } from '../../core/extraction/sentences/token.ts'
import { type Compared, compare } from '../../core/matching/compare.ts'
import { type Horizon, horizonDiffers, horizonOf } from '../../core/matching/horizon.ts'
import { verdicts } from '../../core/matching/match.ts'
import { type Reading, readClaim } from '../../core/matching/read-claim.ts'
import { searchTermsOf } from '../../core/matching/search-terms.ts'
import { formOfPhrase } from '../../core/prediction.ts'
import type { Polarity } from '../../core/probability.ts'
import type { Question } from '../../core/question.ts'
import {
  openQuestionsLike,
  originsOf,
  questionsOfAuthorLike,
  type StatementOn,
  statementsBy,
} from '../../storage/claim-search.ts'
import type { Reader } from '../../storage/database.ts'
import { questionsByIds } from '../../storage/questions.ts'

/** So many questions are read and compared, of however many there are. */
const AT_MOST = 50

/** A question near to a candidate. `polarity`: what the candidate's words are said of there, its positive event or not. */
export type NearClaim = {
  question: Question
  compared: Compared
  polarity: Polarity
  horizon: Horizon
  /** What the candidate's author has said on it, in the order of saying. */
  statements: StatementOn[]
}

/** A text on a question, and the polarity with which its words are said there. */
type Wording = { text: string; hedge: string | null; condition: string | null; polarity: Polarity }

const turned = (polarity: Polarity): Polarity => (polarity === '+' ? '-' : '+')

const overlaps = (candidate: Candidate, { commentaryId, candidate: other }: StatementOn): boolean =>
  other !== null &&
  commentaryId === candidate.commentaryId &&
  other.start < candidate.end &&
  candidate.start < other.end

/** The wording of a question with what is known of the words it was made from. */
const wordingOf = ({ version }: Question, origin: StatementOn | undefined): Wording => ({
  text: version.wording,
  hedge: origin?.candidate?.hedge ?? null,
  condition: version.condition,
  polarity: version.orientation === 'as-worded' ? '+' : '-',
})

/** The words of a statement; a stated number keeps no polarity, so it is told by which of the two it became. */
const statedAs = ({ form, candidate }: StatementOn): Wording[] => {
  if (candidate === null) return []
  const { quote: text, hedge, condition, phrase } = candidate
  return [{ text, hedge, condition, polarity: form === formOfPhrase(phrase, '-') ? '-' : '+' }]
}

type Best = { compared: Compared; polarity: Polarity }
const closer = (a: Best, b: Best): number =>
  verdicts.indexOf(a.compared.verdict) - verdicts.indexOf(b.compared.verdict) ||
  b.compared.similarity - a.compared.similarity

export type Seen = { candidate: Candidate; authorId: string | null; tagger: Tagger }

const readingOf = ({ candidate, tagger }: Seen): Reading =>
  readClaim({ text: candidate.quote, hedge: candidate.hedge, condition: candidate.condition }, tagger)

/** Compares a candidate with questions, best first. Words that overlap its own in one text are another claim of a sentence. */
export const nearClaims = async (reader: Reader, seen: Seen, questionIds: readonly string[]): Promise<NearClaim[]> => {
  const { candidate, authorId, tagger } = seen
  const own = authorId === null ? [] : await statementsBy(reader, authorId, questionIds)
  const origins = new Map((await originsOf(reader, questionIds)).map((origin) => [origin.questionId, origin]))
  const reading = readingOf(seen)
  // Words are said of one event: a question of several options is none that they could be on.
  const binary = (await questionsByIds(reader, questionIds)).filter(({ kind }) => kind === 'binary')
  const claims = binary.flatMap((question): NearClaim[] => {
    const origin = origins.get(question.id)
    const statements = own.filter(
      ({ questionId, candidate: said }) => questionId === question.id && said?.id !== candidate.id,
    )
    const wordings = [
      ...(origin && (overlaps(candidate, origin) || origin.candidate?.id === candidate.id)
        ? []
        : [wordingOf(question, origin)]),
      ...statements.filter((statement) => !overlaps(candidate, statement)).flatMap(statedAs),
    ]
    const horizon = horizonOf(candidate.window, question.version)
    const [best] = wordings
      .map(({ polarity, ...claim }): Best => {
        const compared = compare(reading, readClaim(claim, tagger), horizonDiffers(horizon))
        return { compared, polarity: compared.flipped ? turned(polarity) : polarity }
      })
      .sort(closer)
    return best ? [{ question, ...best, horizon, statements }] : []
  })
  return claims.sort((a, b) => closer(a, b) || (a.question.id < b.question.id ? -1 : 1))
}

/** What the candidate's author has claimed before, on questions in whatever state: the nearest first. */
export const ownClaimsLike = async (reader: Reader, seen: Seen): Promise<NearClaim[]> => {
  if (seen.authorId === null) return []
  const ids = await questionsOfAuthorLike(reader, seen.authorId, searchTermsOf(readingOf(seen)), AT_MOST)
  return (await nearClaims(reader, seen, ids)).filter(({ statements }) => statements.length > 0)
}

/** Open questions of anyone that are like a candidate, and what its own author said on any: the nearest first. */
export const claimsLike = async (reader: Reader, seen: Seen): Promise<NearClaim[]> => {
  const terms = searchTermsOf(readingOf(seen))
  const own = seen.authorId === null ? [] : await questionsOfAuthorLike(reader, seen.authorId, terms, AT_MOST)
  const open = await openQuestionsLike(reader, terms, AT_MOST)
  return nearClaims(reader, seen, [...new Set([...own, ...open])])
}
