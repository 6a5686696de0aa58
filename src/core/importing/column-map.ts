import { Problem } from '../problem.ts'
import { dayOf } from '../time.ts'
import { momentIn, mustMoment, mustProbability, mustText, type Row, RowRefused, textOf } from './cells.ts'
import type { ImportOutcome } from './import-item.ts'
import type { Mapping } from './mapping.ts'

/** What a column may be mapped to; the first four there must be. */
export const mappable = [
  'question',
  'probability',
  'said',
  'window-end',
  'author',
  'question-id',
  'forecast-id',
  'asked',
  'criteria',
  'url',
  'outcome',
  'resolved-at',
] as const
export type Mappable = (typeof mappable)[number]
const NEEDED: readonly Mappable[] = ['question', 'probability', 'said', 'window-end']

export type ColumnMap = {
  columns: Partial<Record<Mappable, string>>
  source: string
  /** Who said all of it, where no column tells. */
  author: string | null
  percent: boolean
}

const isMappable = (name: string): name is Mappable => (mappable as readonly string[]).includes(name)

const refuse = (detail: string, remedy: string): Problem => new Problem('invalid-input', detail, remedy)

/** Reads `question=Title,probability=P (yes),…`: what is meant, and the column that says it. Throws `invalid-input`. */
export const readColumnMap = (text: string): Partial<Record<Mappable, string>> => {
  const columns: Partial<Record<Mappable, string>> = {}
  for (const pair of text.split(',')) {
    const at = pair.indexOf('=')
    const [name, column] = [pair.slice(0, Math.max(0, at)).trim(), pair.slice(at + 1).trim()]
    if (!isMappable(name) || column === '')
      throw refuse(
        `${pair.trim() || 'an empty part'} maps nothing`,
        `write NAME=COLUMN; names are ${mappable.join(', ')}`,
      )
    if (columns[name] !== undefined) throw refuse(`${name} is mapped twice`, 'map it once')
    columns[name] = column
  }
  return columns
}

const outcomes: Readonly<Record<string, ImportOutcome['outcome']>> = {
  ...{ yes: 'yes', true: 'yes', '1': 'yes', no: 'no', false: 'no', '0': 'no' },
  ...{ void: 'void', annulled: 'void', ambiguous: 'void', 'n/a': 'void' },
}

/** The mapping that names its columns itself. Throws `invalid-input` where one that is needed is not named. */
export const mappingOf = ({ columns, source, author, percent }: ColumnMap): Mapping => {
  const missing = NEEDED.filter((name) => columns[name] === undefined)
  if (missing.length > 0)
    throw refuse(
      `no column is mapped to ${missing.join(', ')}`,
      `add ${missing.map((name) => `${name}=COLUMN`).join(',')}`,
    )
  if (columns.author === undefined && author === null)
    throw refuse('nobody is named as author', 'map a column to author, or give --author NAME')
  if (columns.outcome !== undefined && columns['resolved-at'] === undefined)
    throw refuse('outcomes are not dated', 'map a column to resolved-at: forecasts after an outcome do not count')
  const column = (name: Mappable): string => columns[name] ?? ''
  const text = (row: Row, name: Mappable): string | null =>
    columns[name] === undefined ? null : textOf(row, column(name))
  const outcomeOf = (row: Row, question: string): ImportOutcome | null => {
    const told = text(row, 'outcome')?.toLowerCase()
    if (told === undefined) return null
    const outcome = outcomes[told]
    if (outcome === undefined)
      throw new RowRefused(`${column('outcome')} is none of ${Object.keys(outcomes).join(', ')}: ${told.slice(0, 40)}`)
    return { question, outcome, resolvedAt: mustMoment(row, column('resolved-at')).latest }
  }
  return {
    source,
    note: `Read from a file of ${source} by the columns ${Object.entries(columns)
      .map(([name, one]) => `${name}=${one}`)
      .join(', ')}.`.slice(0, 2000),
    needed: [...new Set(Object.values(columns))],
    known: [],
    map: (row) => {
      const wording = mustText(row, column('question'))
      const said = mustMoment(row, column('said'))
      const who = text(row, 'author') ?? author ?? mustText(row, column('author'))
      const question = (text(row, 'question-id') ?? wording).slice(0, 300)
      const asked = columns.asked === undefined ? null : momentIn(row, column('asked'))
      const [criteria, url] = [text(row, 'criteria'), text(row, 'url')]
      return {
        forecast: {
          question,
          forecast: (text(row, 'forecast-id') ?? `${said.latest} ${who}`).slice(0, 300),
          wording,
          ...(criteria === null ? {} : { criteria }),
          ...(url === null ? {} : { url }),
          askedAt: (asked ?? said).latest,
          windowEnd: dayOf(mustMoment(row, column('window-end')).latest),
          author: who,
          probability: mustProbability(row, column('probability'), percent ? 100 : 1),
          said,
        },
        outcome: outcomeOf(row, question),
      }
    },
  }
}
