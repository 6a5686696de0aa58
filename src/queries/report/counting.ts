import { z } from 'zod'
import { knownFrom } from '../../core/event.ts'
import type { Question } from '../../core/question.ts'
import { type FrameOf, whyNotScored } from '../../core/resolution/scored-statement.ts'
import type { Reader } from '../../storage/database.ts'
import { predictionsBy, type StoredPrediction } from '../../storage/predictions.ts'
import { findQuestion } from '../../storage/questions.ts'
import { type Judged, judgedQuestion } from './own-outcomes.ts'

/** Whether a prediction is the one of its author that counts on its question, as things stand, and if not why. */
export const Counting = z
  .object({
    counts: z.boolean().meta({ description: 'it is the one that is or will be scored, as far as is known now' }),
    reason: z.string().nullable().meta({
      description: 'why it does not count, or what it waits for though its question is settled; null where neither',
    }),
  })
  .meta({ id: 'Counting' })
export type Counting = z.infer<typeof Counting>

/** The frame that each version gives: by the event that decided it. What is only proposed takes nothing out. */
const framesOn =
  (question: Question, { versions, decisions }: Judged): FrameOf<StoredPrediction> =>
  ({ versionId }) => {
    const version = versions.find(({ id }) => id === versionId) ?? question.version
    const { event = null } = decisions.get(version.id) ?? {}
    return { windowEnd: version.windowEnd, referenceAt: version.referenceAt, decidedAt: event && knownFrom(event) }
  }

/** Tells the author of a prediction whether it counts. */
export const countingOf = async (reader: Reader, one: StoredPrediction): Promise<Counting> => {
  const question = await findQuestion(reader, one.questionId)
  if (!question) throw new Error(`prediction ${one.id} without its question`)
  if (question.status === 'void') return { counts: false, reason: `the question is void: ${question.voidReason}` }
  const statements = await predictionsBy(reader, one.questionId, one.authorId)
  const judged = await judgedQuestion(reader, question.id)
  const reason = whyNotScored(one, statements, framesOn(question, judged))
  if (reason !== null) return { counts: false, reason }
  return { counts: true, reason: judged.decisions.get(one.versionId)?.waits ?? null }
}
