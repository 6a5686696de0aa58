import type { Tagger } from '../../core/extraction/sentences/token.ts'
import { compare } from '../../core/matching/compare.ts'
import { readClaim } from '../../core/matching/read-claim.ts'
import { searchTermsOf } from '../../core/matching/search-terms.ts'
import type { Question } from '../../core/question.ts'
import { statuses } from '../../core/resolution/lifecycle.ts'
import { questionsLikeAny } from '../../storage/claim-search.ts'
import type { Reader } from '../../storage/database.ts'
import { questionsByIds } from '../../storage/questions.ts'

/** So many are read and compared, of however many share words with it. */
const COMPARED = 20

const readingOf = ({ version: { wording, condition } }: Question, tagger: Tagger) =>
  readClaim({ text: wording, hedge: null, condition }, tagger)

/** Questions in whatever state whose wordings speak of the same as this one's, the most alike first. */
export const similarQuestions = async (
  reader: Reader,
  question: Question,
  { tagger, limit }: { tagger: Tagger; limit: number },
): Promise<Question[]> => {
  const own = readingOf(question, tagger)
  const terms = searchTermsOf(own)
  if (terms.length === 0) return []
  const ids = await questionsLikeAny(reader, [terms], { each: COMPARED + 1, limit: COMPARED + 1, states: statuses })
  const others = (await questionsByIds(reader, ids)).filter(({ id }) => id !== question.id)
  return others
    .map((other) => ({ other, similarity: compare(own, readingOf(other, tagger), false).similarity }))
    .filter(({ similarity }) => similarity > 0)
    .sort((a, b) => b.similarity - a.similarity || (a.other.id < b.other.id ? -1 : 1))
    .slice(0, limit)
    .map(({ other }) => other)
}
