import { appendFileSync } from 'node:fs'
import { cpus } from 'node:os'
import Table from 'cli-table3'

/** One figure: how two things that were measured in turn compare. `low`, `high`: the least and the most of all rounds. */
export type Figure = { id: string; ratio: number; low: number; high: number; runs: number; note: string }
/** What a ratio should be: at least, or at most. A figure without one is reported. */
export type Target = { least: number } | { most: number }
export type Measured = Figure & { target: Target | null }
/** Short: minutes for all of them together, on less data. */
export type Mode = 'short' | 'full'

/** Where `run.ts` collects what each program measured, a figure a line. */
export const RESULTS = 'HINDCAST_BENCH_RESULTS'

export const MACHINE = `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} of them, Node ${process.version}`

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}

/** The median of the ratios of rounds, with the least and the most of them. */
export const figureOf = (
  id: string,
  ratios: readonly number[],
  { note, target }: { note: string; target: Target | null },
): Measured => ({
  id,
  ratio: median(ratios),
  low: Math.min(...ratios),
  high: Math.max(...ratios),
  runs: ratios.length,
  note,
  target,
})

const isMet = ({ ratio, target }: Measured): boolean | null =>
  target === null ? null : 'least' in target ? ratio >= target.least : ratio <= target.most

const wanted = ({ target }: Measured): string =>
  target === null ? 'reported' : 'least' in target ? `≥ ${target.least}` : `≤ ${target.most}`

/** A number to three figures, as 0.531, 12.4 or 5120. */
const three = (value: number): string => (value >= 1000 ? value.toFixed(0) : value.toPrecision(3))

export const tableOf = (measured: readonly Measured[]): string => {
  const head = ['id', 'ratio', 'from', 'to', 'runs', 'wanted', '', 'what']
  const table = new Table({
    head,
    colWidths: [null, null, null, null, null, null, null, 60],
    wordWrap: true,
    style: { head: [], border: [] },
  })
  for (const one of measured) {
    const met = isMet(one)
    const verdict = met === null ? '' : met ? 'met' : 'missed'
    table.push([one.id, three(one.ratio), three(one.low), three(one.high), one.runs, wanted(one), verdict, one.note])
  }
  return table.toString()
}

/** Runs one program of this folder, shows what it measured, and hands it on where all are collected. */
export const bench = async (measure: (mode: Mode, given: readonly string[]) => Promise<Measured[]>): Promise<void> => {
  const given = process.argv.slice(2)
  const mode = given.includes('--full') ? 'full' : 'short'
  const measured = await measure(
    mode,
    given.filter((one) => one !== '--full'),
  )
  const into = process.env[RESULTS]
  if (into) appendFileSync(into, measured.map((one) => `${JSON.stringify(one)}\n`).join(''))
  else console.log(`${MACHINE}\n${tableOf(measured)}`)
}
