import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { CsvError, parse } from 'csv-parse'
import type { Row } from '../../core/importing/cells.ts'
import { Problem } from '../../core/problem.ts'
import { isAbsent } from '../../outside/absent.ts'
import { linesIn } from '../../outside/lines.ts'

/** One row of a file and the line on which it begins; or why it is none. */
export type Read = { line: number; row: Row } | { line: number; wrong: string }

export type FileForm = 'csv' | 'ndjson' | 'json'

/** By the name of the file. Throws `invalid-input` for another. */
export const formOf = (file: string): FileForm => {
  if (/\.csv$/i.test(file)) return 'csv'
  if (/\.(?:ndjson|jsonl)$/i.test(file)) return 'ndjson'
  if (/\.json$/i.test(file)) return 'json'
  throw new Problem('invalid-input', `${file} is named neither .csv, .ndjson nor .json`, 'name it by what it holds')
}

/** What a reader does with the names of the columns, as soon as it knows them. */
type Columns = (names: readonly string[]) => void

const unreadable = (file: string, error: unknown): Problem => {
  if (error instanceof CsvError) {
    const field = { field: `line ${String(error['lines'] ?? '?')}`, detail: error.message }
    return new Problem('invalid-input', `${file} is not CSV`, 'write a quote inside a quoted cell twice', [field])
  }
  return new Problem('not-found', `${file} ${isAbsent(error) ? 'does not exist' : 'cannot be read'}`, 'check the path')
}

async function* csvRows(file: string, columns: Columns): AsyncGenerator<Read> {
  const layout = { bom: true, info: true, relax_column_count: true, skip_empty_lines: true } as const
  const input = createReadStream(file)
  const parser = input.on('error', (error) => parser.destroy(error)).pipe(parse(layout))
  let names: string[] | null = null
  for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
    // The parser counts to the end of a record; a cell may run over several lines.
    const line = info.lines - record.reduce((breaks, cell) => breaks + cell.split('\n').length - 1, 0)
    if (names === null) {
      names = record.map((name) => name.trim())
      columns(names)
    } else if (record.length !== names.length)
      yield { line, wrong: `it has ${record.length} cells and not ${names.length}` }
    else yield { line, row: Object.fromEntries(names.map((name, at) => [name, record[at]])) }
  }
  if (names === null) throw new Problem('invalid-input', `${file} is empty`, 'give a file with a line of column names')
}

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value)

async function* ndjsonRows(file: string, columns: Columns, rowsIn: RowsIn): AsyncGenerator<Read> {
  let [line, first] = [0, true]
  for await (const text of linesIn(createReadStream(file))) {
    line += 1
    if (text.trim() === '') continue
    let value: unknown
    try {
      value = JSON.parse(text)
    } catch {
      yield { line, wrong: 'it is not JSON' }
      continue
    }
    for (const row of isRow(value) ? rowsIn(value) : []) {
      if (first) columns(Object.keys(row))
      first = false
      yield { line, row }
    }
    if (!isRow(value)) yield { line, wrong: 'it is no object' }
  }
}

async function* jsonRows(file: string, columns: Columns, rowsIn: RowsIn): AsyncGenerator<Read> {
  let value: unknown
  const text = await readFile(file, 'utf8')
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new Problem('malformed-json', `${file} is not JSON`, error instanceof Error ? error.message : 'check it')
  }
  for (const [at, row] of rowsIn(value).entries()) {
    if (at === 0) columns(Object.keys(row))
    yield isRow(row) ? { line: at + 1, row } : { line: at + 1, wrong: 'it is no object' }
  }
}

/** The rows that one JSON value holds: a source may nest its forecasts in their questions. */
export type RowsIn = (value: unknown) => readonly Row[]
export const plainRows: RowsIn = (value) => (Array.isArray(value) ? value : [value as Row])

/**
 * The rows of a file, one after the other; `line` of a JSON document counts its rows. `columns` is told the names of its columns, of JSON
 * those of its first row, and throws where they are not what was expected.
 */
export async function* readRows(file: string, columns: Columns, rowsIn: RowsIn = plainRows): AsyncGenerator<Read> {
  const form = formOf(file)
  try {
    if (form === 'csv') yield* csvRows(file, columns)
    else if (form === 'ndjson') yield* ndjsonRows(file, columns, rowsIn)
    else yield* jsonRows(file, columns, rowsIn)
  } catch (error) {
    if (error instanceof CsvError || (error instanceof Error && 'code' in error && !(error instanceof Problem)))
      throw unreadable(file, error)
    throw error
  }
}

/** The rows of a file of questions by the column that tells them apart. Throws `invalid-input` where a column is missing. */
export const readQuestions = async (
  file: string,
  key: string,
  needed: readonly string[],
): Promise<Map<string, Row>> => {
  const rows = new Map<string, Row>()
  const columns: Columns = (names) => {
    const missing = needed.filter((column) => !names.includes(column))
    if (missing.length === 0) return
    const fields = missing.map((field) => ({ field, detail: 'this column is missing' }))
    throw new Problem('invalid-input', `${file} is no file of questions`, `expected are ${needed.join(', ')}`, fields)
  }
  for await (const read of readRows(file, columns)) if ('row' in read) rows.set(String(read.row[key]), read.row)
  return rows
}
