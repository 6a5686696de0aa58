import { type Cell, csvRows } from '../../core/csv-text.ts'
import type { Column } from './columns.ts'
import type { Pages } from './pages.ts'
import { parquetBytes } from './parquet.ts'

export const formats = ['ndjson', 'csv', 'parquet'] as const
export type Format = (typeof formats)[number]

export const mediaTypes: Readonly<Record<Format, string>> = {
  ndjson: 'application/x-ndjson; charset=utf-8',
  csv: 'text/csv; charset=utf-8; header=present',
  parquet: 'application/vnd.apache.parquet',
}

export type Bytes = AsyncGenerator<Uint8Array<ArrayBuffer>>
const encoder = new TextEncoder()

/** A value as it stands in a cell: what is nested is written as JSON. */
const cellOf = (value: unknown): Cell => {
  if (value === null || value === undefined) return null
  return typeof value === 'object' ? JSON.stringify(value) : (value as Cell)
}

async function* ndjsonBytes(pages: Pages): Bytes {
  for await (const rows of pages) {
    if (rows.length > 0) yield encoder.encode(rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
  }
}

async function* csvBytes(pages: Pages, columns: readonly Column[]): Bytes {
  yield encoder.encode(csvRows([columns.map(({ name }) => name)]))
  for await (const rows of pages) {
    const cells = rows.map((row) => columns.map(({ name }) => cellOf((row as Record<string, unknown>)[name])))
    if (cells.length > 0) yield encoder.encode(csvRows(cells))
  }
}

/** Rows as the bytes of a file, written as they come. */
export const bytesOf = (format: Format, pages: Pages, columns: readonly Column[]): Bytes => {
  if (format === 'ndjson') return ndjsonBytes(pages)
  return format === 'csv' ? csvBytes(pages, columns) : parquetBytes(pages, columns)
}
