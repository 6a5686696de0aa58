import Table from 'cli-table3'
import { Command } from 'commander'
import { CsvError, parse } from 'csv-parse/sync'
import { groupBy } from '../core/group-by.ts'
import { type FieldProblem, Problem } from '../core/problem.ts'
import { type Report, report } from '../core/scoring/report/report.ts'
import { withhold } from '../core/scoring/report/withhold.ts'
import { tally } from '../core/scoring/tally.ts'
import { Day } from '../core/time.ts'
import { reliabilityText } from './reliability-text.ts'
import { readInput, type Terminal } from './terminal.ts'

const required = ['author', 'question', 'probability', 'outcome'] as const
const LISTED = 20
const FIRST_COUNTS =
  'Of several forecasts by one author on one question the first by said_on (else the first in the file) is scored.'

type Outcome = 0 | 1 | 'void'
type Row = {
  line: number
  author: string
  question: string
  family: string
  p: number
  outcome: Outcome
  saidOn: string
}
type Cells = { line: number; cells: string[] }

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
  const remedy = `begin the file with the line ${required.join(',')} (and, if wanted, said_on,family)`
  if (header === undefined) throw new Problem('invalid-input', `${file} is empty`, remedy)
  const { line } = header
  const cells = header.cells.map((column) => column.toLowerCase())
  const missing = required.filter((column) => !cells.includes(column))
  const twice = cells.filter((column, i) => column !== '' && cells.indexOf(column) !== i)
  const wrong = [
    ...missing.map((column) => ({ field: `line ${line}, ${column}`, detail: 'this column is missing' })),
    ...twice.map((column) => ({ field: `line ${line}, ${column}`, detail: 'this column stands there twice' })),
  ]
  if (wrong.length > 0) throw new Problem('invalid-input', `the header of ${file} cannot be used`, remedy, wrong)
  return cells
}

const outcomes: ReadonlyMap<string, Outcome> = new Map<string, Outcome>([
  ['0', 0],
  ['1', 1],
  ['void', 'void'],
])
const numberForm = /^(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i

// Twelve digits, so that the noise of a spreadsheet (0.30000000000000004) does not split a tie.
const withoutNoise = (p: number): number => {
  const rounded = Number(p.toPrecision(12))
  return rounded === 1 ? p : rounded
}

const readRow = (header: string[], { line, cells }: Cells): { row: Row; wrong: FieldProblem[] } => {
  const wrong: FieldProblem[] = []
  const cell = (column: string): string => cells[header.indexOf(column)] ?? ''
  const refuse = (column: string, remedy: string): void => {
    const found = cell(column) === '' ? 'is empty' : `is "${cell(column).slice(0, 40)}"`
    wrong.push({ field: `line ${line}, ${column}`, detail: `${found}; ${remedy}` })
  }
  const [author, question, saidOn] = [cell('author'), cell('question'), cell('said_on')]
  const p = numberForm.test(cell('probability')) ? Number(cell('probability')) : Number.NaN
  const outcome = outcomes.get(cell('outcome').toLowerCase())
  if (author === '') refuse('author', 'give a name')
  if (question === '') refuse('question', 'give the question a name')
  if (!(p >= 0 && p <= 1)) refuse('probability', 'give a number from 0 to 1, such as 0.7')
  if (outcome === undefined) refuse('outcome', 'give 0, 1 or void')
  if (saidOn !== '' && !Day.safeParse(saidOn).success) refuse('said_on', 'give a day that exists, such as 2024-03-31')
  if (cells.slice(header.length).some((extra) => extra !== ''))
    wrong.push({ field: `line ${line}`, detail: 'has more cells than the header; quote a cell that contains a comma' })
  const row = { line, author, question, family: cell('family') || question, p: withoutNoise(p), saidOn }
  return { row: { ...row, outcome: outcome ?? 'void' }, wrong }
}

const contradictions = (rows: readonly Row[]): FieldProblem[][] =>
  [...groupBy(rows, ({ author, question }) => JSON.stringify([author, question])).values()].flatMap(
    ([first, ...more]) =>
      more
        .filter(({ outcome }) => outcome !== first?.outcome)
        .map(({ line, question, outcome }) => [
          {
            field: `line ${line}, outcome`,
            detail: `is ${outcome}, but ${first?.outcome} for "${question}" on line ${first?.line}; give one outcome`,
          },
        ]),
  )

const readRows = (bytes: Uint8Array, file: string): Row[] => {
  const [first, ...lines] = parseCsv(textOf(bytes, file), file)
  const header = readHeader(first, file)
  if (lines.length === 0)
    throw new Problem('invalid-input', `${file} has a header and no forecasts`, 'add a line for each forecast')
  const read = lines.map((line) => readRow(header, line))
  const bad = read.map(({ wrong }) => wrong).filter((wrong) => wrong.length > 0)
  const rows = read.map(({ row }) => row)
  const refused = bad.length > 0 ? bad : contradictions(rows)
  if (refused.length === 0) return rows
  const listed = refused.length > LISTED ? ` (the first ${LISTED} are listed)` : ''
  const detail = `${refused.length} of ${rows.length} rows of ${file} cannot be used${listed}; nothing was scored`
  throw new Problem(
    'invalid-input',
    detail,
    'correct these rows and run the command again',
    refused.slice(0, LISTED).flat(),
  )
}

/** Dated forecasts by day, then those without a day; the sort keeps the file's order among equals. */
const bySaidOn = (a: Row, b: Row): number =>
  (a.saidOn || 'later') < (b.saidOn || 'later') ? -1 : Number(a.saidOn !== b.saidOn)

type AuthorScore = { author: string; void: number; restatements: number; report: Report }

const scoreAuthor = (author: string, rows: readonly Row[]): AuthorScore => {
  const first = [...groupBy(rows, ({ question }) => question).values()].flatMap((said) =>
    said.sort(bySaidOn).slice(0, 1),
  )
  const settled = first.flatMap((row) => (row.outcome === 'void' ? [] : [{ ...row, outcome: row.outcome }]))
  return {
    author,
    void: first.length - settled.length,
    restatements: rows.length - first.length,
    report: report({ ...tally(settled), unsettled: [] }),
  }
}

const reasons: Record<string, string> = {
  interval: 'an interval needs two families',
  meanForecast: 'no forecasts in this range',
  observed: 'no forecasts in this range',
  wilson: 'no forecasts in this range',
}

/** No figure is a bare null: what cannot be computed says why. */
const withReasons = (key: string, value: unknown): unknown =>
  value === null && key !== 'value' ? { value: null, reason: reasons[key] ?? 'no settled forecasts' } : value

const toJson = (scores: readonly AuthorScore[]): string => {
  const authors = scores.map(({ report: full, ...author }) => {
    // Every row of the file is settled or void, so there is nothing left to bound.
    const { unsettled: _, bounds: __, ...figures } = full
    return { ...author, ...figures, withheld: withhold(full).withheld.filter(({ field }) => field !== 'bounds') }
  })
  return JSON.stringify({ scoredForecast: FIRST_COUNTS, authors }, withReasons, 2)
}

const fixed = (x: number | 'Infinity' | null | undefined): string =>
  typeof x === 'number' ? x.toFixed(4) : x === 'Infinity' ? 'infinite' : 'none'

const tableOf = (full: Report): string => {
  const { brier, logScore, decomposition } = full
  const withheld = new Set<string>(withhold(full).withheld.map(({ field }) => field))
  const { low, high } = brier?.interval ?? {}
  const interval = low === undefined ? 'needs 2 families' : `${fixed(low)} to ${fixed(high)}`
  const table = new Table({
    head: ['measure', 'value', '95 % interval', 'n', 'families', 'public page'],
    style: { head: [], border: [], compact: true },
  })
  const add = (field: keyof Report, measure: string, value: string, range = ''): void => {
    table.push([measure, value, range, full.n, full.families, withheld.has(field) ? 'withheld' : 'shown'])
  }
  add('brier', 'Brier score (0 best, 1 worst)', fixed(brier?.mean), interval)
  add('logScore', 'log score (nats, 0 best)', fixed(logScore?.raw))
  add('logScore', 'log score, p within .001 to .999', fixed(logScore?.clipped))
  add('baseRate', 'base rate', fixed(full.baseRate))
  add('hits', 'hits', String(full.hits))
  add('expectedHits', 'expected hits', fixed(full.expectedHits))
  add('hitTest', 'exact p of the hits, two-sided', fixed(full.hitTest?.twoSided))
  add('decomposition', 'miscalibration MCB (0 best)', fixed(decomposition?.mcb))
  add('decomposition', 'discrimination DSC (more is better)', fixed(decomposition?.dsc))
  add('decomposition', 'uncertainty UNC of the questions', fixed(decomposition?.unc))
  add('curve', 'reliability curve', 'below')
  add('groups', 'three pooled groups', 'below')
  return table.toString()
}

const toText = ({ author, void: voided, restatements, report: full }: AuthorScore): string => {
  const head = `\n${author}: ${full.n} scored in ${full.families} families; void: ${voided}; restatements, not scored: ${restatements}`
  if (full.curve === null) return `${head}\n  nothing settled yet, so there are no figures`
  return [
    head,
    tableOf(full),
    ...withhold(full).withheld.flatMap(({ field, rule }) => (field === 'bounds' ? [] : [`  withheld: ${rule}`])),
    '',
    reliabilityText({ curve: full.curve.points, blocks: full.curve.blocks }, full.groups),
  ].join('\n')
}

/**
 * `hindcast score FILE.csv|- [--json]`: a calculator over a CSV of forecasts with outcomes. It prints every figure with
 * its n and families, and marks what a public page would withhold. In JSON a figure that cannot be computed is
 * `{ "value": null, "reason": … }` and an infinite log score the string "Infinity". Throws a `Problem` that lists the bad
 * rows, and then scores nothing.
 */
export const scoreCommand = (terminal: Terminal): Command =>
  new Command('score')
    .description('score a CSV of forecasts and outcomes')
    .argument('<file>', `CSV with the columns ${required.join(',')}[,said_on][,family], or - for standard input`)
    .option('--json', 'print the full figures as JSON')
    .action(async (file: string, { json = false }: { json?: boolean }) => {
      const rows = readRows(await readInput(file), file === '-' ? 'standard input' : file)
      const scores = [...groupBy(rows, ({ author }) => author)].map(([author, said]) => scoreAuthor(author, said))
      if (json) terminal.print(toJson(scores))
      else for (const text of [FIRST_COUNTS, ...scores.map(toText)]) terminal.print(text)
    })
