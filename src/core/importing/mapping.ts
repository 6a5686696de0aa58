import { Problem } from '../problem.ts'
import type { Row } from './cells.ts'
import type { ImportForecast, ImportOutcome } from './import-item.ts'

/** What a row says: a forecast, with how its question was resolved where the source tells; or why it is none. */
export type Mapped = { forecast: ImportForecast; outcome: ImportOutcome | null } | { passedOver: string }

/** How the rows of one source are read. */
export type Mapping = {
  /** Whose forecasts these are. */
  source: string
  /** What a reader must know of how they were read. */
  note: string
  /** Columns that must be there. */
  needed: readonly string[]
  /** Columns that the source is known to have besides. */
  known: readonly string[]
  /** Reads a row. Throws `RowRefused`. */
  map: (row: Row) => Mapped
}

const list = (columns: readonly string[]): string => columns.join(', ')

/**
 * Holds that a file has the columns that a mapping reads, and none that nobody knows: a source that changed its format is not
 * guessed at. Throws `invalid-input` with what was expected.
 */
export const mustKnowColumns = (
  { source, needed, known }: Mapping,
  columns: readonly string[],
  ignored: readonly string[] = [],
): void => {
  const missing = needed.filter((column) => !columns.includes(column))
  const strange = columns.filter((column) => ![...needed, ...known, ...ignored].includes(column))
  if (missing.length + strange.length === 0) return
  const fields = [
    ...missing.map((column) => ({ field: column, detail: 'this column is missing' })),
    ...strange.map((column) => ({ field: column, detail: 'nobody knows this column' })),
  ]
  const expected = `expected are ${list(needed)}${known.length > 0 ? `; known are ${list(known)}` : ''}`
  const remedy = missing.length > 0 ? expected : `${expected}; pass over others by --ignore ${strange.join(',')}`
  throw new Problem('invalid-input', `the columns are not those of ${source}`, remedy, fields)
}
