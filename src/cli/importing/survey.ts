import type { z } from 'zod'
import { RowRefused } from '../../core/importing/cells.ts'
import { ImportForecast, ImportOutcome } from '../../core/importing/import-item.ts'
import { type Mapping, mustKnowColumns } from '../../core/importing/mapping.ts'
import { type FileForm, formOf, type Read, type RowsIn, readRows } from './read-rows.ts'

/** A file and how its rows are read. */
export type Source = { file: string; mapping: Mapping; ignored: readonly string[]; rowsIn: RowsIn }

/** What became of a row on its way in: a forecast, none though nothing is wrong, or refused. */
export type Told =
  | { line: number; forecast: ImportForecast; outcome: ImportOutcome | null }
  | { line: number; passedOver: string }
  | { line: number; wrong: string }

/** What is wrong with an item, by its fields. */
const wrongIn = ({ issues }: z.ZodError): string =>
  issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')

/** NUL and half characters, which no database keeps. */
const isUnstorable = (value: unknown): boolean =>
  typeof value === 'string' && (value.includes('\u0000') || !value.isWellFormed())

const toldBy = (mapping: Mapping, read: Read): Told => {
  if ('wrong' in read) return read
  const { line, row } = read
  try {
    const mapped = mapping.map(row)
    if ('passedOver' in mapped) return { line, ...mapped }
    const forecast = ImportForecast.safeParse(mapped.forecast)
    if (Object.values(mapped.forecast).some(isUnstorable))
      return { line, wrong: 'it holds characters that no text has' }
    if (!forecast.success) return { line, wrong: wrongIn(forecast.error) }
    const outcome = mapped.outcome === null ? null : ImportOutcome.safeParse(mapped.outcome)
    if (outcome?.error) return { line, wrong: wrongIn(outcome.error) }
    return { line, forecast: forecast.data, outcome: outcome?.data ?? null }
  } catch (error) {
    if (error instanceof RowRefused) return { line, wrong: error.message }
    throw error
  }
}

/** JSON of an interface grows fields; a CSV with a strange column has another format than is known. */
const isStrict = (form: FileForm): boolean => form === 'csv'

/** What each row of a file says, in its order; a forecast that stands in it twice is told once. */
export async function* tellRows({ file, mapping, ignored, rowsIn }: Source): AsyncGenerator<Told> {
  const seen = new Map<string, number>()
  const columns = (names: readonly string[]) =>
    mustKnowColumns(
      mapping,
      isStrict(formOf(file)) ? names : names.filter((name) => mapping.needed.includes(name)),
      ignored,
    )
  for await (const read of readRows(file, columns, rowsIn)) {
    const told = toldBy(mapping, read)
    if ('forecast' in told) {
      const key = `${told.forecast.question}\u001f${told.forecast.forecast}`
      const before = seen.get(key)
      if (before !== undefined) {
        yield { line: told.line, passedOver: 'the same forecast as on a line before' }
        continue
      }
      seen.set(key, told.line)
    }
    yield told
  }
}

/** What a file holds. `lines` are of the forecasts that would be recorded. */
export type Survey = {
  rows: number
  forecasts: number
  questions: number
  authors: number
  outcomes: Map<string, ImportOutcome>
  passedOver: Map<string, number>
  refused: { line: number; why: string }[]
  first: ImportForecast[]
}

const SHOWN = 3

/** Reads a file to its end and records nothing. */
export const survey = async (source: Source): Promise<Survey> => {
  const [questions, authors] = [new Set<string>(), new Set<string>()]
  const found: Survey = {
    rows: 0,
    forecasts: 0,
    questions: 0,
    authors: 0,
    outcomes: new Map(),
    passedOver: new Map(),
    refused: [],
    first: [],
  }
  for await (const told of tellRows(source)) {
    found.rows += 1
    if ('wrong' in told) found.refused.push({ line: told.line, why: told.wrong })
    else if ('passedOver' in told)
      found.passedOver.set(told.passedOver, (found.passedOver.get(told.passedOver) ?? 0) + 1)
    else {
      found.forecasts += 1
      questions.add(told.forecast.question)
      authors.add(told.forecast.author)
      if (told.outcome) found.outcomes.set(told.outcome.question, told.outcome)
      if (found.first.length < SHOWN) found.first.push(told.forecast)
    }
  }
  return { ...found, questions: questions.size, authors: authors.size }
}
