import { parse } from 'csv-parse/sync'
import { Problem } from '../../core/problem.ts'
import { type Item, type ItemReader, isBlank, itemOf, LONGEST_LINE, storable, textOf } from './items.ts'
import type { Line } from './lines.ts'

/** The columns that a CSV may have: the fields of an item, each as text or written as JSON (numbers, true, lists). */
export type Columns = Readonly<Record<string, 'text' | 'json'>>

/** Lines that make one record: more than one where a quoted text breaks over them. */
type RawRecord = { line: number; through: number; text: string }

const malformed = (detail: string): Problem =>
  new Problem(
    'malformed-csv',
    detail,
    'quote a cell that holds a comma, a quote or a line break, and double its quotes',
  )

const miscounted = (cells: readonly string[], names: readonly string[]): Problem =>
  malformed(`it has ${cells.length} cells, and the first line names ${names.length} columns`)

/** The cells of records, each by itself a whole CSV: a return within a line is text, and ends no row. Throws what the parser refuses. */
const cellsOf = (text: string): string[][] => parse(text, { relax_column_count: true, record_delimiter: '\n' })

const cellsOfOne = ({ text }: RawRecord): string[] => {
  try {
    const [cells, more] = cellsOf(text)
    if (cells && !more) return cells
  } catch (error) {
    throw malformed(error instanceof Error ? error.message.replace(/ at line \d+/, '') : 'it cannot be read')
  }
  throw malformed('it cannot be read as one row')
}

/** The cells of many records at once where all are sound; null where one is not. */
const cellsOfAll = (records: readonly RawRecord[]): string[][] | null => {
  try {
    const all = cellsOf(records.map(({ text }) => text).join('\n'))
    return all.length === records.length ? all : null
  } catch {
    return null
  }
}

const headerOf = (record: RawRecord, columns: Columns): string[] => {
  const names = cellsOfOne(record).map((name) => name.trim())
  const known = Object.keys(columns)
  const strange = names.filter((name, at) => !known.includes(name) || names.indexOf(name) < at)
  if (strange.length === 0) return names
  throw new Problem(
    'invalid-input',
    `the first line names no such columns, or one twice: ${strange.join(', ')}`,
    `name columns among ${known.join(', ')}`,
    strange.map((field) => ({ field, detail: 'no column of its own' })),
  )
}

const cellValue = (text: string, kind: Columns[string] | undefined, field: string): unknown => {
  if (kind === 'text') return text
  try {
    return JSON.parse(text)
  } catch {
    const detail = 'this cell is not JSON'
    throw new Problem('malformed-json', `${field}: ${detail}`, 'write numbers as 0.7, and lists as JSON', [
      { field, detail },
    ])
  }
}

/** The item of a row: what is left empty is left out. */
const fieldsOf = (cells: readonly string[], names: readonly string[], columns: Columns): unknown => {
  if (cells.length !== names.length) throw miscounted(cells, names)
  const filled = names.flatMap((name, at): [string, unknown][] => {
    const cell = cells[at] ?? ''
    return cell === '' ? [] : [[name, cellValue(cell, columns[name], name)]]
  })
  return storable(Object.fromEntries(filled))
}

const QUOTE = '"'
const hasOddQuotes = (text: string): boolean => {
  let odd = false
  for (let at = text.indexOf(QUOTE); at >= 0; at = text.indexOf(QUOTE, at + 1)) odd = !odd
  return odd
}

type Found = RawRecord | Item
const isRecord = (found: Found): found is RawRecord => 'text' in found

/** The record that begins with one of these lines, its line breaks as they came; null where its quote is still open. */
const recordAt = (lines: readonly Line[], from: number): RawRecord | null => {
  const first = lines[from] as Line
  let text = textOf(first)
  let last = first
  for (let at = from + 1, open = hasOddQuotes(text); open; at += 1) {
    const line = lines[at]
    if (!line) return null
    const more = textOf(line)
    text += last.ending + more
    last = line
    if (text.length > LONGEST_LINE) throw malformed('a quote is opened and not closed')
    if (hasOddQuotes(more)) open = false
  }
  return { line: first.line, through: last.line, text }
}

/**
 * Rows of a CSV whose first line names the columns. A row that cannot be read is refused by its first line, and reading goes on with
 * the line after that: a quote that is never closed spoils its own row and no other. Throws `invalid-input` where the first line
 * names what is no column.
 */
export const csvReader = (columns: Columns): ItemReader => {
  let names: string[] | null = null
  /** Lines from one on whose quote is open. */
  let waiting: Line[] = []

  /** A record over several lines must be sound and of so many cells: else its quote was a slip, and the lines stand alone. */
  const mustBeSound = (record: RawRecord): void => {
    if (record.line === record.through) return
    const cells = cellsOfOne(record)
    if (names !== null && cells.length !== names.length) throw miscounted(cells, names)
  }

  /** The records that lines hold, and the refusals of lines that hold none. */
  const recordsOf = (lines: readonly Line[], isEnd: boolean): Found[] => {
    const found: Found[] = []
    const queue = [...waiting, ...lines]
    waiting = []
    for (let at = 0; at < queue.length; ) {
      const first = queue[at] as Line
      try {
        const record = isBlank(first) ? null : recordAt(queue, at)
        if (record) mustBeSound(record)
        else if (!isBlank(first) && isEnd) throw malformed('a quote is opened and never closed')
        else if (!isBlank(first)) {
          waiting = queue.slice(at)
          return found
        }
        if (record) found.push(record)
        at += record ? record.through - record.line + 1 : 1
      } catch (error) {
        if (!(error instanceof Problem)) throw error
        found.push({ line: first.line, through: first.line, problem: error })
        at += 1
      }
    }
    return found
  }

  const item = (record: RawRecord, cells: () => string[]): Item =>
    itemOf(record.line, record.through, () => fieldsOf(cells(), names ?? [], columns))

  const read = (lines: readonly Line[], isEnd: boolean): Item[] => {
    const found = recordsOf(lines, isEnd)
    if (names === null) {
      const first = found.shift()
      if (!first) return []
      if (!isRecord(first)) throw first.problem ?? malformed('the first line cannot be read')
      names = headerOf(first, columns)
    }
    const records = found.filter(isRecord)
    const cells = cellsOfAll(records)
    let at = 0
    return found.map((one) => {
      if (!isRecord(one)) return one
      const own = cells?.[at]
      at += 1
      return item(one, () => own ?? cellsOfOne(one))
    })
  }
  return { take: (lines) => read(lines, false), end: () => read([], true) }
}
