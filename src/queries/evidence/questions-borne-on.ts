import { z } from 'zod'
import { aliasesOf } from '../../core/entity-aliases.ts'
import { type Asked, askedKeys, askedOf } from '../../core/evidence/asked.ts'
import { findingOf, yearOf } from '../../core/evidence/find.ts'
import { rank, type Statistics } from '../../core/evidence/rank.ts'
import { type Term, termsOf } from '../../core/evidence/terms.ts'
import type { Tagger } from '../../core/extraction/sentences/token.ts'
import type { SearchTerm } from '../../core/matching/search-terms.ts'
import { wordsFor } from '../../core/matching/vocabulary.ts'
import { Question } from '../../core/question.ts'
import type { Day } from '../../core/time.ts'
import { questionsLikeAny } from '../../storage/claim-search.ts'
import type { Reader } from '../../storage/database.ts'
import { passageStatistics } from '../../storage/passage-statistics.ts'
import { passagesIn, type StoredPassage } from '../../storage/passages.ts'
import { firstSaidOn } from '../../storage/predictions.ts'
import { questionsByIds } from '../../storage/questions.ts'
import { askedSince, FoundEvidence, foundEvidence } from './question-evidence.ts'

/** A question that a new text may settle, with the place that bears most on it. */
export const BorneOn = FoundEvidence.extend({ question: Question }).meta({ id: 'BorneOn' })
export type BorneOn = z.infer<typeof BorneOn>
export const BorneOnList = z.object({ items: z.array(BorneOn) }).meta({ id: 'BorneOnList' })

/** So many passages of a text are read, and so many of them look for questions, of which each is shown so many. */
const MOST_READ = 300
const MOST_PASSAGES = 60
const MOST_EACH = 20
/** So many questions are compared with the passages. */
const MOST_QUESTIONS = 200
/** What speaks of less of a claim is not listed. */
const LEAST = 0.2

/** Questions that nobody has decided. */
const undecided = ['open', 'due'] as const

/** The words by which a question is looked up that speaks of the same: other names of a country, words for the same. */
const searchTerm = ({ kind, own, same, written }: Term): SearchTerm => {
  const others = kind === 'entity' ? aliasesOf(own.slice(1)).filter((name) => !name.includes(' ')) : []
  const synonyms = same?.startsWith('~') ? wordsFor(same.slice(1)).filter((words) => !words.includes(' ')) : []
  return { words: [...new Set([written, ...others, ...synonyms])], weight: kind === 'word' ? 1 : 2 }
}

/** Ids of undecided questions whose wordings share words with some passage. */
const likelyQuestions = (reader: Reader, passages: readonly StoredPassage[], tagger: Tagger): Promise<string[]> => {
  const texts = passages.slice(0, MOST_PASSAGES).map(({ quote }) => {
    const terms = termsOf(tagger(quote).flat()).filter(({ light }) => !light)
    return [...new Map(terms.map((term) => [term.own, term])).values()].map(searchTerm)
  })
  return questionsLikeAny(reader, texts, { each: MOST_EACH, limit: MOST_QUESTIONS, states: undecided })
}

type Posed = { question: Question; asked: Asked; since: Day }

const posed = async (
  reader: Reader,
  passages: readonly StoredPassage[],
  { publishedOn, commentaryId }: StoredPassage,
  tagger: Tagger,
): Promise<Posed[]> => {
  const questions = await questionsByIds(reader, await likelyQuestions(reader, passages, tagger))
  const first = await firstSaidOn(
    reader,
    questions.map(({ id }) => id),
  )
  return questions.flatMap((question) => {
    const said = first.get(question.id)
    const since = askedSince(question, said)
    if (since >= publishedOn || (commentaryId !== null && said?.commentaryIds.includes(commentaryId))) return []
    return [{ question, since, asked: askedOf(question.version.wording, tagger) }]
  })
}

/** The passage of a text that bears most on a question, where any bears enough. */
const bearing = (one: Posed, passages: readonly StoredPassage[], statistics: Statistics, tagger: Tagger): BorneOn[] => {
  const [best] = rank(one.asked, passages, statistics, yearOf(one.since))
  if (!best || best.score < LEAST) return []
  return [{ ...foundEvidence(findingOf(one.asked, best, one.since, tagger)), question: one.question }]
}

/** The undecided questions that a commentary or an event bears on, best first: those that were asked before it was published. */
export const questionsBorneOn = async (
  reader: Reader,
  text: { commentaryId: string } | { eventId: string },
  { tagger, limit }: { tagger: Tagger; limit: number },
): Promise<BorneOn[]> => {
  const passages = await passagesIn(reader, text, MOST_READ)
  const [first] = passages
  if (!first) return []
  const questions = await posed(reader, passages, first, tagger)
  const keys = new Set(questions.flatMap(({ asked }) => askedKeys(asked)))
  const statistics = await passageStatistics(reader, [...keys])
  return questions
    .flatMap((one) => bearing(one, passages, statistics, tagger))
    .sort((a, b) => b.score - a.score || (a.question.id < b.question.id ? -1 : 1))
    .slice(0, limit)
}
