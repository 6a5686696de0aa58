import type { Corp } from '../core/scoring/binary/corp.ts'
import type { PooledGroup } from '../core/scoring/report/pooled-groups.ts'

// One column is 2 points of what was said, one row 5 points of what happened; ticks every 20 points.
const COLUMNS = 50
const ROWS = 20
const COLUMN_TICK = 10
const ROW_TICK = 4
const MANY = 10

/** `0.125` → `12.5 %`; what is not quite 0 or 1 never reads as 0 % or 100 %. */
const percent = (x: number): string => {
  if (x > 0 && x < 0.0005) return '<0.1 %'
  if (x < 1 && x >= 0.9995) return '>99.9 %'
  return `${Number((x * 100).toFixed(1))} %`
}

type Drawn = Pick<Corp, 'curve' | 'blocks'>

/** Rows of characters, the top one first: the diagonal, and over it the points of the curve. */
const plot = ({ curve }: Drawn): string[] => {
  const cells = new Map<string, number>()
  for (const { p, n, recalibrated } of curve) {
    const cell = `${Math.round(p * COLUMNS)} ${Math.round(recalibrated * ROWS)}`
    cells.set(cell, (cells.get(cell) ?? 0) + n)
  }
  const mark = (column: number, row: number): string => {
    const n = cells.get(`${column} ${row}`)
    if (n !== undefined) return n < MANY ? 'o' : 'O'
    return Math.round((column * ROWS) / COLUMNS) === row ? '·' : ' '
  }
  return Array.from({ length: ROWS + 1 }, (_, down) => {
    const row = ROWS - down
    const label = row % ROW_TICK === 0 ? percent(row / ROWS).padStart(7) : ' '.repeat(7)
    const line = Array.from({ length: COLUMNS + 1 }, (_, column) => mark(column, row)).join('')
    return `${label} |${line}`.trimEnd()
  })
}

const axis = (): string[] => {
  const ticks = Array.from({ length: COLUMNS / COLUMN_TICK + 1 }, (_, i) => percent((i * COLUMN_TICK) / COLUMNS))
  return [
    `        +${`+${'-'.repeat(COLUMN_TICK - 1)}`.repeat(COLUMNS / COLUMN_TICK)}+`,
    `         ${ticks.map((tick) => tick.padEnd(COLUMN_TICK)).join('')}`.trimEnd(),
  ]
}

const blockLine = ({ low, high, n, hits, recalibrated }: Corp['blocks'][number]): string => {
  const said = low === high ? percent(low) : `${percent(low)} to ${percent(high)}`
  return `  ${said.padEnd(20)}${percent(recalibrated).padStart(9)}   ${`${hits} of ${n}`.padStart(14)}`
}

const groupLine = ({ range, n, hits, meanForecast, observed, wilson }: PooledGroup): string => {
  const name = `  ${range.padEnd(15)}`
  if (meanForecast === null || observed === null || wilson === null) return `${name}no forecasts`
  const interval = `${percent(wilson.low)} to ${percent(wilson.high)}`
  const counted = `${hits} of ${n}`.padStart(14)
  return `${name}${percent(meanForecast).padStart(8)}${percent(observed).padStart(11)}${counted}   ${interval}`
}

/**
 * The reliability diagram as text, at most 78 columns wide: what was said runs to the right, what happened upwards; the
 * points are the forecasts at their recalibrated (PAV) frequency, the dots the diagonal of perfect calibration. Below
 * it the same as words and numbers: the blocks of the curve, and the three pooled groups with Wilson intervals.
 *
 * Lines joined by newlines, no colour codes. Example of a block line: `  70 % to 80 %   66.7 %   2 of 3`.
 */
export const reliabilityText = (corp: Drawn, groups: readonly PooledGroup[]): string =>
  [
    'Reliability: how often it happened (up) when so much was said (right)',
    ...plot(corp),
    ...axis(),
    '',
    `  o  forecasts at their recalibrated frequency, O with ${MANY} or more`,
    '  ·  perfect calibration; below it less happened than was said, above it more',
    '',
    `  ${'said'.padEnd(20)}${'happened'.padStart(9)}   ${'forecasts'.padStart(14)}`,
    ...corp.blocks.map(blockLine),
    '',
    `  ${'group'.padEnd(15)}${'said'.padStart(8)}${'happened'.padStart(11)}${'forecasts'.padStart(14)}   95 % interval (Wilson)`,
    ...groups.map(groupLine),
  ].join('\n')
