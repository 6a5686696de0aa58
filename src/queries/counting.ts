import { z } from 'zod'
import { knownFrom } from '../core/event.ts'
import type { Question } from '../core/question.ts'
import { type ScoringFrame, whyNotScored } from '../core/resolution/scored-statement.ts'
import type { Instant } from '../core/time.ts'
import type { Reader } from '../storage/database.ts'
import { eventsBearingOn, findEvent } from '../storage/events.ts'
import { predictionsBy, type StoredPrediction } from '../storage/predictions.ts'
import { findQuestion } from '../storage/questions.ts'
import { logOf } from '../storage/resolutions.ts'

/** Whether a prediction is the one of its author that counts on its question, as things stand, and if not why. */
export const Counting = z
  .object({
    counts: z.boolean().meta({ description: 'it is the one that is or will be scored, as far as is known now' }),
    reason: z.string().nullable().meta({ description: 'why it does not count; null where it does' }),
  })
  .meta({ id: 'Counting' })
export type Counting = z.infer<typeof Counting>

/** When what decides was first known: by the event that decided, or while nothing has, by the earliest that evidence names. */
const decidedAt = async (reader: Reader, question: Question): Promise<Instant | null> => {
  if (question.status !== 'resolved') {
    const known = (await eventsBearingOn(reader, question.id)).map(knownFrom)
    return known.sort()[0] ?? null
  }
  const last = (await logOf(reader, question.id)).at(-1)
  const deciding = last?.evidence.find(({ id }) => id === last.decidingEvidenceId)
  const event = deciding?.eventId ? await findEvent(reader, deciding.eventId) : null
  return event && knownFrom(event)
}

const frameOf = async (reader: Reader, question: Question): Promise<ScoringFrame> => ({
  windowEnd: question.version.windowEnd,
  referenceAt: question.version.referenceAt,
  decidedAt: await decidedAt(reader, question),
})

/** Tells the author of a prediction whether it counts. */
export const countingOf = async (reader: Reader, one: StoredPrediction): Promise<Counting> => {
  const question = await findQuestion(reader, one.questionId)
  if (!question) throw new Error(`prediction ${one.id} without its question`)
  if (question.status === 'void') return { counts: false, reason: `the question is void: ${question.voidReason}` }
  const statements = await predictionsBy(reader, one.questionId, one.authorId)
  const reason = whyNotScored(one, statements, await frameOf(reader, question))
  return { counts: reason === null, reason }
}
