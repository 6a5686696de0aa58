export type Cell = string | number | boolean | null

const cellText = (cell: Cell): string => {
  const text = String(cell ?? '')
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Rows as lines of a CSV (RFC 4180); null is an empty cell. */
export const csvRows = (rows: readonly (readonly Cell[])[]): string =>
  rows.map((row) => `${row.map(cellText).join(',')}\r\n`).join('')

/** A whole CSV, the names first. */
export const csvText = (names: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  csvRows([names, ...rows])
