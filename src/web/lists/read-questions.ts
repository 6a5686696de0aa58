import { Problem } from '../../core/problem.ts'
import type { Question } from '../../core/question.ts'
import { statuses } from '../../core/resolution/lifecycle.ts'
import type { Collection } from '../../core/source.ts'
import { TopicSlug } from '../../core/topic.ts'
import { mustFindCollection } from '../../queries/collections.ts'
import { search } from '../../queries/following/search.ts'
import { mustFindAuthor } from '../../queries/must-find-author.ts'
import { publicQuestion } from '../../queries/public.ts'
import { recordsOf } from '../../storage/author-records.ts'
import { listCollections } from '../../storage/collections.ts'
import type { Reader } from '../../storage/database.ts'
import { listQuestions } from '../../storage/questions.ts'
import { filledIn, ROWS } from './list-query.ts'

/** What the list of questions is narrowed by, as the address tells it. */
export const questionFields = ['q', 'status', 'topic', 'collection', 'author', 'cursor'] as const
export type Asked = Partial<Record<(typeof questionFields)[number], string>>

/** Collections that the form offers by name. */
const OFFERED = 50

export type QuestionsView = {
  asked: Asked
  collections: Collection[]
  items: Question[]
  next: string | null
  /** What is wrong with what was asked; then nothing is listed. */
  wrong: string | null
  status: 200 | 404 | 422
}

const found = async (reader: Reader, asked: Asked): Promise<{ items: Question[]; next: string | null }> => {
  const page = { limit: ROWS, cursor: asked.cursor ?? null }
  if (asked.q !== undefined) {
    const { items, next } = await search(reader, { q: asked.q, kinds: ['question'] }, page)
    return { items: items.flatMap((one) => (one.kind === 'question' ? [one.thing] : [])), next }
  }
  const status = statuses.find((one) => one === asked.status) ?? null
  const topic = asked.topic === undefined ? null : TopicSlug.safeParse(asked.topic.toLowerCase())
  if (topic && !topic.success) {
    const [issue] = topic.error.issues
    throw new Problem('invalid-input', issue?.message ?? 'that is no topic', 'or leave it empty')
  }
  const { author, collection } = asked
  const filter = {
    status,
    topic: topic?.data ?? null,
    familyId: null,
    authorIds:
      author === undefined ? null : await recordsOf(reader, (await mustFindAuthor(reader, author, 'author')).id),
    collectionId: collection === undefined ? null : (await mustFindCollection(reader, collection)).id,
  }
  const { items, next } = await listQuestions(reader, filter, page)
  return { items: items.map(publicQuestion), next }
}

/** A page of questions, newest first, or by words the best match first. */
export const readQuestions = async (reader: Reader, query: Record<string, string>): Promise<QuestionsView> => {
  const collections = (await listCollections(reader, { limit: OFFERED, cursor: null })).items
  const nothing = { collections, items: [], next: null }
  try {
    const asked = filledIn(query, questionFields)
    try {
      return { asked, collections, ...(await found(reader, asked)), wrong: null, status: 200 }
    } catch (error) {
      return { asked, ...nothing, ...refusedAs(error) }
    }
  } catch (error) {
    return { asked: {}, ...nothing, ...refusedAs(error) }
  }
}

/** What is said of a list that was asked for wrongly; what is nobody's input is thrown on. */
export const refusedAs = (error: unknown): { wrong: string; status: 404 | 422 } => {
  if (!(error instanceof Problem) || !['invalid-input', 'not-found'].includes(error.code)) throw error
  return { wrong: `${error.message}; ${error.remedy}`, status: error.code === 'not-found' ? 404 : 422 }
}
