import { and, count, countDistinct, desc, eq } from 'drizzle-orm'
import type { HistoricAct } from '../core/resolution/history.ts'
import { canonicalId } from './author-records.ts'
import type { Reader } from './database.ts'
import { authors } from './tables/people.ts'
import { predictions } from './tables/questions.ts'
import { wasSaid } from './taken-back.ts'

/** An act on a question and whose it is: of a record that is merged, who that counts for. */
export type SpokenAct = HistoricAct & { authorId: string; versionId: string }

const spokenOn = (questionId: string) => and(eq(predictions.questionId, questionId), wasSaid)

/** The acts on a question that were said last, at most `limit`, in the order of saying; nothing of them but when, by whom and what. */
export const actsSpokenOn = async (reader: Reader, questionId: string, limit: number): Promise<SpokenAct[]> => {
  const rows = await reader
    .select({
      id: predictions.id,
      authorId: canonicalId,
      versionId: predictions.versionId,
      act: predictions.act,
      form: predictions.form,
      refersTo: predictions.refersTo,
      expiresAt: predictions.expiresAt,
      said: { earliest: predictions.saidEarliest, latest: predictions.saidLatest },
    })
    .from(predictions)
    .innerJoin(authors, eq(authors.id, predictions.authorId))
    .where(spokenOn(questionId))
    .orderBy(desc(predictions.saidLatest), desc(predictions.id))
    .limit(limit)
  return rows.reverse()
}

/** How many acts there are on a question, and of how many authors. */
export const spokenCounts = async (reader: Reader, questionId: string): Promise<{ acts: number; authors: number }> => {
  const [row] = await reader
    .select({ acts: count(), authors: countDistinct(canonicalId) })
    .from(predictions)
    .innerJoin(authors, eq(authors.id, predictions.authorId))
    .where(spokenOn(questionId))
  return row ?? { acts: 0, authors: 0 }
}
