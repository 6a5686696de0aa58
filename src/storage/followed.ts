import { and, inArray } from 'drizzle-orm'
import type { Reader } from './database.ts'
import { allOf, ofCommentary, ofQuestion, spokenOnBy } from './filters.ts'
import { commentaries } from './tables/commentary.ts'
import { questions } from './tables/questions.ts'

/** Which of these questions an author has spoken on, have a topic, belong to a collection: all that is asked (not null). */
export const questionsFollowed = async (
  reader: Reader,
  ids: readonly string[],
  filter: { authorId: string | null; topic: string | null; collectionId: string | null },
): Promise<Set<string>> => {
  if (ids.length === 0) return new Set()
  const { topic, collectionId } = ofQuestion(questions.id)
  const rows = await reader
    .select({ id: questions.id })
    .from(questions)
    .where(
      and(inArray(questions.id, [...ids]), allOf(filter, { authorId: spokenOnBy(questions.id), topic, collectionId })),
    )
  return new Set(rows.map(({ id }) => id))
}

/** Which of these commentaries belong to a collection. */
export const commentariesFollowed = async (
  reader: Reader,
  ids: readonly string[],
  collectionId: string,
): Promise<Set<string>> => {
  if (ids.length === 0) return new Set()
  const rows = await reader
    .select({ id: commentaries.id })
    .from(commentaries)
    .where(and(inArray(commentaries.id, [...ids]), ofCommentary(commentaries.id).collectionId(collectionId)))
  return new Set(rows.map(({ id }) => id))
}
