import { z } from 'zod'
import { knownFrom } from '../core/event.ts'
import type { Question } from '../core/question.ts'
import { type FrameOf, whyNotScored } from '../core/resolution/scored-statement.ts'
import type { Reader } from '../storage/database.ts'
import { eventsBearingOn } from '../storage/events.ts'
import { predictionsBy, type StoredPrediction } from '../storage/predictions.ts'
import { findQuestion, versionsOf } from '../storage/questions.ts'
import { logOf } from '../storage/resolutions.ts'
import { ownDecisions } from './own-outcomes.ts'

/** Whether a prediction is the one of its author that counts on its question, as things stand, and if not why. */
export const Counting = z
  .object({
    counts: z.boolean().meta({ description: 'it is the one that is or will be scored, as far as is known now' }),
    reason: z.string().nullable().meta({ description: 'why it does not count; null where it does' }),
  })
  .meta({ id: 'Counting' })
export type Counting = z.infer<typeof Counting>

/** The frame that each version gives: by the event that decided it, or while nothing has, by the earliest that evidence names. */
const framesOn = async (reader: Reader, question: Question): Promise<FrameOf<StoredPrediction>> => {
  const versions = await versionsOf(reader, question.id)
  const decisions = await ownDecisions(reader, (await logOf(reader, question.id)).at(-1), versions)
  const known = (await eventsBearingOn(reader, question.id)).map(knownFrom).sort()[0] ?? null
  return ({ versionId }) => {
    const version = versions.find(({ id }) => id === versionId) ?? question.version
    const event = decisions.get(version.id)?.event
    const decidedAt = question.status === 'resolved' ? (event ? knownFrom(event) : null) : known
    return { windowEnd: version.windowEnd, referenceAt: version.referenceAt, decidedAt }
  }
}

/** Tells the author of a prediction whether it counts. */
export const countingOf = async (reader: Reader, one: StoredPrediction): Promise<Counting> => {
  const question = await findQuestion(reader, one.questionId)
  if (!question) throw new Error(`prediction ${one.id} without its question`)
  if (question.status === 'void') return { counts: false, reason: `the question is void: ${question.voidReason}` }
  const statements = await predictionsBy(reader, one.questionId, one.authorId)
  const reason = whyNotScored(one, statements, await framesOn(reader, question))
  return { counts: reason === null, reason }
}
