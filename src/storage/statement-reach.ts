import { and, eq, gt, inArray } from 'drizzle-orm'
import { canonicalId } from './author-records.ts'
import type { Reader } from './database.ts'
import { authors } from './tables/people.ts'
import { predictions } from './tables/questions.ts'

/** Authors by their ids: those after one, up to another or all of them. */
export type Authors = { after: string; upTo: string | null }

/** Up to which author so many statements on these questions reach, from the author after one; null where no more are left. */
export const reachOfStatements = async (
  reader: Reader,
  questionIds: readonly string[],
  { after, most }: { after: string; most: number },
): Promise<string | null> => {
  const rows = await reader
    .select({ id: canonicalId })
    .from(predictions)
    .innerJoin(authors, eq(authors.id, predictions.authorId))
    .where(and(inArray(predictions.questionId, [...questionIds]), gt(canonicalId, after)))
    .orderBy(canonicalId)
    .limit(2)
    .offset(most - 1)
  return rows.length > 1 ? (rows[0]?.id ?? null) : null
}
