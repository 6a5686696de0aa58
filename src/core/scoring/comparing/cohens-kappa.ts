import type { Interval } from '../intervals/proportion.ts'
import { wilson } from '../intervals/proportion.ts'
import { normalQuantile } from '../numbers/normal.ts'

/**
 * How often two raters put the same things in the same of k categories: a square of counts, a row for each category of the first
 * rater, a column for each of the second.
 */
export type RatingTable = readonly (readonly number[])[]
export type Kappa = { kappa: number; interval: Interval }

const sum = (values: readonly number[]): number => values.reduce((so, value) => so + value, 0)

/** The shares of the table, of its rows and of its columns; null of an empty one. */
const sharesOf = (table: RatingTable) => {
  const n = sum(table.map(sum))
  if (n === 0) return null
  const cells = table.map((row) => row.map((count) => count / n))
  const rows = cells.map(sum)
  const columns = cells.map((_, j) => sum(cells.map((row) => row[j] ?? 0)))
  const agreed = sum(cells.map((row, i) => row[i] ?? 0))
  const chance = sum(rows.map((share, i) => share * (columns[i] ?? 0)))
  return { n, cells, rows, columns, agreed, chance }
}
type Shares = NonNullable<ReturnType<typeof sharesOf>>

/** The large-sample standard error of κ where it is not nought: Fleiss, Cohen & Everitt 1969, Psychological Bulletin 72:323, eq. 13. */
const errorOf = ({ n, cells, rows, columns, agreed, chance }: Shares): number => {
  const kappa = (agreed - chance) / (1 - chance)
  let spread = 0
  for (const [i, row] of cells.entries()) {
    for (const [j, share] of row.entries()) {
      const margins = (columns[i] ?? 0) + (rows[j] ?? 0)
      spread += share * (i === j ? (1 - margins * (1 - kappa)) ** 2 : (1 - kappa) ** 2 * margins ** 2)
    }
  }
  const variance = spread - (kappa - chance * (1 - kappa)) ** 2
  return Math.sqrt(Math.max(0, variance) / n) / (1 - chance)
}

/**
 * Cohen's κ = (pₒ − pₑ)/(1 − pₑ): the agreement of two raters beyond what their own shares of each category would give by
 * chance. 1 is full agreement, 0 that of chance, below 0 less than that; −1 at the least. The interval is κ ± z·SE with the
 * large-sample error, cut to [−1, 1]; where they always agree that error is nought, and the lower end is what Wilson's lower end
 * of the agreement gives under the same pₑ. Null where nothing was rated, and where both put everything in one category: then
 * chance explains all, and κ is 0/0.
 *
 * κ falls as one category becomes rare, whatever the raters do: read it beside the raw agreement and the shares.
 * Sources: Cohen 1960, Educational and Psychological Measurement 20:37; the error as in `errorOf`.
 * Example: [[20, 5], [10, 15]] → pₒ = .7, pₑ = .5, κ = .4.
 */
export const cohensKappa = (table: RatingTable, level = 0.95): Kappa | null => {
  const shares = sharesOf(table)
  if (shares === null || shares.chance >= 1) return null
  const { n, agreed, chance } = shares
  const kappa = (agreed - chance) / (1 - chance)
  const half = normalQuantile((1 + level) / 2) * errorOf(shares)
  const always = table.every((row, i) => row.every((count, j) => i === j || count === 0))
  const low = always ? ((wilson(n, n, level)?.low ?? 0) - chance) / (1 - chance) : kappa - half
  return { kappa, interval: { low: Math.max(-1, low), high: Math.min(1, kappa + half), level } }
}
