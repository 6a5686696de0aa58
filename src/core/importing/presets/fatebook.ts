import { dayOf } from '../../time.ts'
import { mustMoment, mustProbability, mustText, type Row, RowRefused, textOf } from '../cells.ts'
import type { ImportOutcome } from '../import-item.ts'
import type { Mapping } from '../mapping.ts'

const outcomes: Readonly<Record<string, ImportOutcome['outcome']>> = { YES: 'yes', NO: 'no', AMBIGUOUS: 'void' }

const outcomeOf = (row: Row, question: string): ImportOutcome | null => {
  const told = textOf(row, 'Resolution')
  if (told === null || told === 'undefined' || told === 'null') return null
  const outcome = outcomes[told]
  if (outcome === undefined) throw new RowRefused(`Resolution is none of YES, NO and AMBIGUOUS: ${told.slice(0, 40)}`)
  return { question, outcome, resolvedAt: mustMoment(row, 'Resolved at').latest }
}

/** Fatebook’s CSV (`Export all your predictions`), by the columns that its published code writes: a forecast a row, no ids. */
export const fatebook: Mapping = {
  source: 'Fatebook',
  note:
    'Read from the CSV export of Fatebook, which names no ids: a question is told apart by its title and the moment of its making. ' +
    '“Resolve by” is the end of its window. Questions over several options are passed over.',
  needed: [
    'Question title',
    'Forecast created by',
    'Forecast (scale = 0-1)',
    'Forecast created at',
    'Question created at',
    'Question resolve by',
    'Resolution',
    'Resolved at',
  ],
  known: [
    'Multiple choice option',
    'Question created by',
    'Your Brier score for this question',
    'Your relative Brier score for this question',
    'Question notes',
    'Question shared with',
    'Question shared publicly',
    'Question comments',
  ],
  map: (row) => {
    const option = textOf(row, 'Multiple choice option')
    if (option !== null && option !== 'undefined') return { passedOver: 'of a question over several options' }
    const title = mustText(row, 'Question title')
    const asked = mustMoment(row, 'Question created at').latest
    const question = `${asked} ${title}`.slice(0, 300)
    const author = mustText(row, 'Forecast created by')
    const said = mustMoment(row, 'Forecast created at')
    return {
      forecast: {
        question,
        forecast: `${said.latest} ${author}`.slice(0, 300),
        wording: title,
        askedAt: asked,
        windowEnd: dayOf(mustMoment(row, 'Question resolve by').latest),
        author,
        probability: mustProbability(row, 'Forecast (scale = 0-1)'),
        said,
      },
      outcome: outcomeOf(row, question),
    }
  },
}
