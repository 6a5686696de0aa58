import { dayOf } from '../../time.ts'
import { mustMoment, mustProbability, mustText, type Row, RowRefused, textOf } from '../cells.ts'
import type { ImportOutcome } from '../import-item.ts'
import type { Mapping } from '../mapping.ts'

const outcomes: Readonly<Record<string, ImportOutcome['outcome']>> = {
  yes: 'yes',
  no: 'no',
  ambiguous: 'void',
  annulled: 'void',
}

const outcomeOf = (asked: Row, question: string, url: string | null): ImportOutcome | null => {
  const told = textOf(asked, 'Resolution')?.toLowerCase()
  if (told === undefined || told === 'none') return null
  const outcome = outcomes[told]
  if (outcome === undefined) throw new RowRefused(`Resolution of question ${question} is ${told.slice(0, 40)}`)
  const at = mustMoment(asked, textOf(asked, 'Resolution Known Time') ? 'Resolution Known Time' : 'Actual Close Time')
  return { question, outcome, resolvedAt: at.latest, ...(url === null ? {} : { url }) }
}

/** Columns of `question_data.csv` that are read. */
export const METACULUS_QUESTIONS = [
  'Question ID',
  'Question Title',
  'Question Type',
  'Open Time',
  'Scheduled Close Time',
  'Resolution',
] as const

/**
 * Metaculus’ data download, by the README that it comes with: `forecast_data.csv`, and beside it `question_data.csv`, whose rows are
 * handed in by `Question ID`.
 */
export const metaculus = (questions: ReadonlyMap<string, Row>): Mapping => ({
  source: 'Metaculus',
  note:
    'Read from the data download of Metaculus. A question’s scheduled close is the end of its window, its opening the moment at which its ' +
    'criteria were fixed. Binary questions alone; aggregates stand under the name of their method.',
  needed: ['Question ID', 'Forecaster Username', 'Start Time', 'Probability Yes'],
  known: [
    'Forecaster ID',
    'Is Bot',
    'End Time',
    'Forecaster Count',
    'Probability Yes Per Category',
    'Continuous CDF',
    'Probability Below Lower Bound',
    'Probability Above Upper Bound',
    '5th Percentile',
    '25th Percentile',
    'Median',
    '75th Percentile',
    '95th Percentile',
    'Probability of Resolution',
    'PDF at Resolution',
  ],
  map: (row) => {
    const id = mustText(row, 'Question ID')
    const asked = questions.get(id)
    if (asked === undefined) throw new RowRefused(`question ${id} does not stand in the file of questions`)
    if (mustText(asked, 'Question Type').toLowerCase() !== 'binary') return { passedOver: 'not of a binary question' }
    const said = mustMoment(row, 'Start Time')
    const author = `${mustText(row, 'Forecaster Username')} (Metaculus)`
    const url = textOf(asked, 'Question URL')
    return {
      forecast: {
        question: id,
        forecast: `${said.latest} ${textOf(row, 'Forecaster ID') ?? author}`.slice(0, 300),
        wording: mustText(asked, 'Question Title'),
        ...(url === null ? {} : { url }),
        askedAt: mustMoment(asked, 'Open Time').latest,
        windowEnd: dayOf(mustMoment(asked, 'Scheduled Close Time').latest),
        author,
        probability: mustProbability(row, 'Probability Yes'),
        said,
      },
      outcome: outcomeOf(asked, id, url),
    }
  },
})
