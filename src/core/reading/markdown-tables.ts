/** The row under the head of a table: `| --- | :-: |`, with or without the outer bars. */
const delimiters = /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?$/
/** What a line of a list or a quote begins with. */
const lead = /^[ \t>]*/
const item = /^(?:[-+*]|\d{1,9}[.)])[ \t]+/

/** A line without the marks of the quotes and the list that it stands in. */
const inner = (line: string): string => line.replace(lead, '').replace(item, '').trimEnd()

/** Cells are parted by bars that no backslash stands before; the outer ones are optional. */
const cellsOf = (row: string): number => {
  const bare = row.replaceAll('\\\\', '').replaceAll('\\|', '')
  return bare.split('|').length - (bare.startsWith('|') ? 1 : 0) - (bare.length > 1 && bare.endsWith('|') ? 1 : 0)
}

/**
 * A Markdown text with each table as a blank line (GitHub Flavored Markdown, 4.10): CommonMark knows none and reads
 * `| Party | Seats |` as prose. A table is a row with a bar, a row of dashes of as many cells, and what follows up to a blank line.
 */
export const withoutTables = (source: string): string => {
  if (!source.includes('|')) return source
  const lines = source.split('\n')
  const kept: string[] = []
  for (let at = 0; at < lines.length; at++) {
    if (!startsTable(lines[at] ?? '', lines[at + 1] ?? '')) kept.push(lines[at] ?? '')
    else {
      while (inner(lines[at + 1] ?? '') !== '') at++
      kept.push('')
    }
  }
  return kept.join('\n')
}

const startsTable = (line: string, following: string): boolean => {
  if (!line.includes('|')) return false
  const under = inner(following)
  return delimiters.test(under) && under.includes('-') && cellsOf(inner(line)) === cellsOf(under)
}
