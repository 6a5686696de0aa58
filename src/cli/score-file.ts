import { CsvError, parse } from 'csv-parse/sync'
import { type FieldProblem, Problem } from '../core/problem.ts'
import { contradictions } from '../queries/calculator/contradictions.ts'
import {
  ForecastInput,
  fieldsOf,
  readScoresInput,
  refuseItems,
  type ScoresInput,
  type WrongField,
} from '../queries/calculator/score-input.ts'

/** Columns that a file must have; `phrase` may stand for `probability`. */
export const required = ['author', 'question', 'probability', 'outcome'] as const
const names = [
  'author',
  'question',
  'family',
  'probability',
  'phrase',
  'polarity',
  'outcome',
  'said_on',
  'settled_on',
] as const
type Name = (typeof names)[number]
/** Columns of references: `reference:market` is what the market said. */
const REFERENCE = 'reference:'

type Cells = { line: number; cells: string[] }
type Row = { line: number; item: unknown; wrong: FieldProblem[] }

const textOf = (bytes: Uint8Array, file: string): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new Problem('not-text', `${file} is not UTF-8 text`, 'save it as CSV in UTF-8')
  }
}

const parseCsv = (text: string, file: string): Cells[] => {
  const layout = { relax_column_count: true, skip_empty_lines: true, skip_records_with_empty_values: true }
  try {
    const records: unknown = parse(text, { bom: true, info: true, trim: true, ...layout })
    // The package's types leave out what `info: true` does to a record.
    return (records as { info: { lines: number }; record: string[] }[]).map(({ info, record }) => ({
      // The parser counts to the record's end; a cell may run over several lines.
      line: info.lines - record.join('').split('\n').length + 1,
      cells: record,
    }))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const field = { field: `line ${String(error['lines'] ?? '?')}`, detail: error.message }
    throw new Problem('invalid-input', `${file} is not CSV`, 'write a quote inside a quoted cell twice', [field])
  }
}

const readHeader = (header: Cells | undefined, file: string): string[] => {
  const remedy = `begin the file with the line ${required.join(',')} (and, if wanted, said_on,family,phrase,polarity)`
  if (header === undefined) throw new Problem('invalid-input', `${file} is empty`, remedy)
  const { line } = header
  const cells = header.cells.map((column) =>
    column.toLowerCase().startsWith(REFERENCE) ? column : column.toLowerCase(),
  )
  const missing = required.filter(
    (column) => !cells.includes(column) && !(column === 'probability' && cells.includes('phrase')),
  )
  const twice = cells.filter((column, i) => column !== '' && cells.indexOf(column) !== i)
  const wrong = [
    ...missing.map((column) => ({ field: `line ${line}, ${column}`, detail: 'this column is missing' })),
    ...twice.map((column) => ({ field: `line ${line}, ${column}`, detail: 'this column stands there twice' })),
  ]
  if (wrong.length > 0) throw new Problem('invalid-input', `the header of ${file} cannot be used`, remedy, wrong)
  return cells
}

const numberForm = /^(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i

/** A cell as the calculator takes it: numbers as numbers, what is none as it stands, to be refused by name. */
const cellValue = (name: Name | 'reference', cell: string): string | number => {
  if (name === 'outcome') return cell === '0' || cell === '1' ? Number(cell) : cell.toLowerCase()
  return (name === 'probability' || name === 'reference') && numberForm.test(cell) ? Number(cell) : cell
}

const readRow = (header: readonly string[], { line, cells }: Cells): Row => {
  const cell = (column: string): string => cells[header.indexOf(column)] ?? ''
  const given = names.flatMap((name) => (cell(name) === '' ? [] : [[name, cellValue(name, cell(name))] as const]))
  const references = header
    .filter((column) => column.toLowerCase().startsWith(REFERENCE) && cell(column) !== '')
    .map((column) => [column.slice(REFERENCE.length).trim(), cellValue('reference', cell(column))] as const)
  const item = {
    ...Object.fromEntries(given),
    ...(references.length > 0 && { references: Object.fromEntries(references) }),
  }
  return { line, item, wrong: wrongIn(item, line, cells.slice(header.length)) }
}

const wrongIn = (item: Readonly<Record<string, unknown>>, line: number, extra: readonly string[]): FieldProblem[] => {
  const at = (column: string): string => `line ${line}, ${column}`
  const empty = (['author', 'question'] as const)
    .filter((column) => item[column] === undefined)
    .map((column) => ({ field: at(column), detail: 'is empty; give a name' }))
  const read = ForecastInput.safeParse(item)
  const fields = read.success
    ? []
    : fieldsOf(read.error.issues, item).map(({ path, detail }) => ({
        field: at(
          path[0] === 'references' ? path.map(String).join('.').replace('references.', REFERENCE) : String(path[0]),
        ),
        detail: detail.replace(/^is missing/, 'is empty'),
      }))
  const spare = extra.some((cell) => cell !== '')
    ? [{ field: `line ${line}`, detail: 'has more cells than the header; quote a cell that contains a comma' }]
    : []
  return [...empty, ...fields, ...spare]
}

const contradicting = (items: readonly ForecastInput[], rows: readonly Row[]): WrongField[] =>
  contradictions(items).map(({ at, first, field, detail }) => ({
    at,
    field: `line ${rows[at]?.line}, ${field}`,
    detail: `${detail} for "${items[at]?.question}" on line ${rows[first]?.line}; give one ${field}`,
  }))

const readRows = (text: string, file: string): ScoresInput => {
  const [first, ...lines] = parseCsv(text, file)
  const header = readHeader(first, file)
  if (lines.length === 0)
    throw new Problem('invalid-input', `${file} has a header and no forecasts`, 'add a line for each forecast')
  const rows = lines.map((line) => readRow(header, line))
  const bad = rows.flatMap(({ wrong }, at) => wrong.map((field) => ({ at, ...field })))
  if (bad.length > 0) throw refuseItems(bad, rows.length, 'rows')
  const items = rows.map(({ item }) => ForecastInput.parse(item))
  const contradiction = contradicting(items, rows)
  if (contradiction.length > 0) throw refuseItems(contradiction, rows.length, 'rows')
  return { forecasts: items }
}

const parseJson = (text: string, file: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (error) {
    const why = error instanceof Error ? error.message : ''
    throw new Problem('malformed-json', `${file} is not JSON: ${why}`, 'give one JSON object, or CSV')
  }
}

/**
 * The forecasts of a file: CSV with a header, or, where it begins with a brace, the JSON that `POST /v1/scores` takes. Throws a
 * `Problem` that lists what cannot be used by line and column.
 */
export const readScoreFile = (bytes: Uint8Array, file: string): ScoresInput => {
  const text = textOf(bytes, file)
  return /^\uFEFF?\s*\{/.test(text)
    ? readScoresInput(parseJson(text.replace(/^\uFEFF/, ''), file))
    : readRows(text, file)
}
