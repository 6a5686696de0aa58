import { z } from 'zod'
import { Prediction } from '../core/prediction.ts'
import type { Question } from '../core/question.ts'
import { historyOf, standingAt } from '../core/resolution/history.ts'
import { endOf, Instant } from '../core/time.ts'
import type { Reader } from '../storage/database.ts'
import type { Page, PageRequest } from '../storage/keyset.ts'
import { openQuestionsOf } from '../storage/open-questions.ts'
import { predictionsByOn, type StoredPrediction } from '../storage/predictions.ts'
import { questionsByIds } from '../storage/questions.ts'
import { withProbability } from './probabilities.ts'

/** What ends a standing forecast first: its own expiry, the moment at which its question takes what counts, the window's end. */
export const closings = ['expiry', 'reference-time', 'window-end'] as const

export const OpenPrediction = z
  .object({
    prediction: Prediction,
    standsFrom: Instant,
    closesAt: Instant.nullable(),
    closesBy: z.enum(closings).nullable(),
  })
  .meta({ id: 'OpenPrediction' })
export type OpenPrediction = z.infer<typeof OpenPrediction>

type Closing = Pick<OpenPrediction, 'closesAt' | 'closesBy'>

const closingOf = ({ referenceAt, windowEnd }: Question['version'], expiresAt: Instant | null): Closing => {
  const possible: Closing[] = [
    { closesAt: expiresAt, closesBy: 'expiry' },
    { closesAt: referenceAt, closesBy: 'reference-time' },
    { closesAt: windowEnd && endOf(windowEnd), closesBy: 'window-end' },
  ]
  const ends = possible.filter(({ closesAt }) => closesAt !== null)
  return (
    ends.sort((a, b) => ((a.closesAt ?? '') < (b.closesAt ?? '') ? -1 : 1))[0] ?? { closesAt: null, closesBy: null }
  )
}

const standingOn = (acts: readonly StoredPrediction[], question: Question, now: Instant): OpenPrediction | null => {
  const interval = standingAt(historyOf(acts, null), now)
  const standing = acts.find(({ id }) => id === interval?.predictionId)
  if (!interval || !standing) return null
  const closing = closingOf(question.version, standing.expiresAt)
  return { prediction: withProbability(standing), standsFrom: interval.from, ...closing }
}

/**
 * What an author has standing on open questions, those first that close soonest. A page is one of questions: where what
 * was said on one was withdrawn or has expired, the page holds fewer.
 */
export const openPredictions = async (
  reader: Reader,
  { authorId, now }: { authorId: string; now: Instant },
  page: PageRequest,
): Promise<Page<OpenPrediction>> => {
  const { items: places, next } = await openQuestionsOf(reader, authorId, page)
  const ids = places.map(({ id }) => id)
  const questions = new Map((await questionsByIds(reader, ids)).map((question) => [question.id, question]))
  const acts = await predictionsByOn(reader, ids, authorId)
  const items = ids.flatMap((id) => {
    const question = questions.get(id)
    return (question && standingOn(acts.get(id) ?? [], question, now)) ?? []
  })
  return { items, next }
}
