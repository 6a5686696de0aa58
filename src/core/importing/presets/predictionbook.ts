import { dayOf, type Instant } from '../../time.ts'
import { momentIn, mustMoment, mustProbability, mustText, type Row, RowRefused, textOf } from '../cells.ts'
import type { ImportOutcome } from '../import-item.ts'
import type { Mapping } from '../mapping.ts'

const outcomes: Readonly<Record<string, ImportOutcome['outcome']>> = { true: 'yes', false: 'no', '1': 'yes', '0': 'no' }

const outcomeOf = (row: Row, question: string, url: string): ImportOutcome | null => {
  const told = textOf(row, 'outcome')?.toLowerCase()
  if (textOf(row, 'withdrawn')?.toLowerCase() === 'true') {
    return { question, outcome: 'void', resolvedAt: mustMoment(row, 'updated_at').latest, url }
  }
  if (told === undefined || told === 'null' || told === 'unknown') return null
  const outcome = outcomes[told]
  if (outcome === undefined) throw new RowRefused(`outcome is neither true nor false: ${told.slice(0, 40)}`)
  return { question, outcome, resolvedAt: mustMoment(row, 'updated_at').latest, url }
}

const latest = (a: Instant, b: Instant): Instant => (a > b ? a : b)

/**
 * PredictionBook, by the names of its API (`GET /api/my_predictions`, serializers of the published code): a prediction with its
 * responses, one response a row.
 */
export const predictionBook: Mapping = {
  source: 'PredictionBook',
  note:
    'Read from the JSON of PredictionBook. A prediction’s deadline is the end of its window, its creation the moment at which its ' +
    'criteria were fixed. PredictionBook does not tell when a prediction was judged: its last change stands for it.',
  needed: [
    'id',
    'description',
    'deadline',
    'created_at',
    'outcome',
    'updated_at',
    'response_id',
    'response_created_at',
    'confidence',
    'user_label',
  ],
  known: [
    'withdrawn',
    'visibility',
    'uuid',
    'version',
    'creator_id',
    'creator_label',
    'group_id',
    'prediction_group_id',
    'mean_confidence',
    'description_with_group',
    'comment',
    'user_id',
    'response_updated_at',
  ],
  map: (row) => {
    if (textOf(row, 'confidence') === null) return { passedOver: 'a comment without a forecast' }
    const id = mustText(row, 'id')
    const url = `https://predictionbook.com/predictions/${encodeURIComponent(id)}`
    const askedAt = mustMoment(row, 'created_at').latest
    const said = mustMoment(row, 'response_created_at')
    const deadline = momentIn(row, 'deadline')
    if (deadline === null) throw new RowRefused('deadline is empty')
    return {
      forecast: {
        question: id,
        forecast: mustText(row, 'response_id'),
        wording: mustText(row, 'description'),
        url,
        askedAt,
        // A deadline that was set before the prediction was made can only mean that day.
        windowEnd: dayOf(latest(deadline.latest, askedAt)),
        author: mustText(row, 'user_label'),
        probability: mustProbability(row, 'confidence', 100),
        said,
      },
      outcome: outcomeOf(row, id, url),
    }
  },
}

type Prediction = Record<string, unknown> & { responses: Record<string, unknown>[] }

/** One row a response of the JSON of `/api/my_predictions`, or of one of its predictions. */
export const rowsOfPredictionBook = (value: unknown): Row[] => {
  const { predictions } = (value ?? {}) as { predictions?: Prediction[] }
  const all = Array.isArray(value) ? (value as Prediction[]) : (predictions ?? [value as Prediction])
  return all.flatMap(({ responses, ...prediction }) =>
    Array.isArray(responses)
      ? responses.map(({ id, created_at, updated_at, ...response }) => ({
          ...prediction,
          ...response,
          response_id: id,
          response_created_at: created_at,
          response_updated_at: updated_at,
        }))
      : [prediction],
  )
}
