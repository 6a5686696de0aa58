import { and, desc, eq, exists, inArray, max, not, type SQL } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import type { Instant } from '../core/time.ts'
import type { Reader } from './database.ts'
import { predictions } from './tables/questions.ts'
import { questionTopics } from './tables/references.ts'
import { resolutionEntries } from './tables/resolution.ts'
import { isTakenBack } from './taken-back.ts'
import { hasTopic } from './topics.ts'

/** Whose news, under all of their records, or about what. */
export type NewsOf = { authorIds: readonly string[] } | { topic: string }

/** What is decided, or undone: a window that closes is no news. */
const told = ['settle', 'void', 'reopen'] as const

/** The newest predictions of an author or on questions of a topic, and the newest steps on the same questions: at most `limit` each. */
export const newsIds = async (
  reader: Reader,
  of: NewsOf,
  limit: number,
): Promise<{ predictionIds: string[]; resolutionIds: string[] }> => {
  const spokeOn = (questionId: AnyPgColumn, authorIds: readonly string[]): SQL =>
    exists(
      reader
        .select({ id: predictions.id })
        .from(predictions)
        .where(and(eq(predictions.questionId, questionId), inArray(predictions.authorId, [...authorIds]))),
    )
  const said = await reader
    .select({ id: predictions.id })
    .from(predictions)
    .where(
      and(
        'topic' in of ? hasTopic(predictions.questionId, of.topic) : inArray(predictions.authorId, [...of.authorIds]),
        not(isTakenBack),
      ),
    )
    .orderBy(desc(predictions.recordedAt), desc(predictions.id))
    .limit(limit)
  const onThose =
    'topic' in of
      ? hasTopic(resolutionEntries.questionId, of.topic)
      : spokeOn(resolutionEntries.questionId, of.authorIds)
  const decided = await reader
    .select({ id: resolutionEntries.id })
    .from(resolutionEntries)
    .where(and(inArray(resolutionEntries.step, [...told]), onThose))
    .orderBy(desc(resolutionEntries.recordedAt), desc(resolutionEntries.id))
    .limit(limit)
  return { predictionIds: said.map(({ id }) => id), resolutionIds: decided.map(({ id }) => id) }
}

/** When a topic was last given or taken; null where no question ever had it. */
export const topicTouched = async (reader: Reader, topic: string): Promise<Instant | null> => {
  const [row] = await reader
    .select({ at: max(questionTopics.recordedAt) })
    .from(questionTopics)
    .where(eq(questionTopics.topic, topic))
  return row?.at ?? null
}
