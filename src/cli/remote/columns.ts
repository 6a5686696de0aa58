import Table from 'cli-table3'
import { shorten } from '../terminal.ts'

/** What a table shows of a thing, by heading. */
export type Columns<Item> = Readonly<Record<string, (item: Item) => unknown>>

const WIDEST = 60

const cellOf = (value: unknown): string => shorten(Array.isArray(value) ? value.join(' ') : String(value ?? ''), WIDEST)

/** Things as a table, or a sentence where there are none. */
export const tableText = <Item>(columns: Columns<Item>, items: readonly Item[]): string => {
  if (items.length === 0) return 'Nothing there.'
  const table = new Table({ head: Object.keys(columns), style: { head: [], border: [] } })
  for (const item of items) table.push(Object.values(columns).map((cell) => cellOf(cell(item))))
  return table.toString()
}

/** Only the day of an instant: what a table has room for. */
export const dayOnly = (instant: string | null): string => instant?.slice(0, 10) ?? ''

/** What a forecast says, as a number of two or three digits. */
export const shownProbability = (probability: number | null): string =>
  probability === null ? '' : String(Number(probability.toFixed(3)))
