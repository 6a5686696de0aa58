import { Problem } from '../problem.ts'
import { sum } from './numbers/sum.ts'

/** `n` forecasts that said probability `p` for the positive event, of which `hits` came true. */
export type Count = { p: number; n: number; hits: number }

/**
 * The sufficient statistic of a set of binary forecasts: one row per distinct `p`, ascending. Every function of this
 * folder that takes `Counts` relies on that order and on ties being pooled; `pool` and `countsOf` provide both.
 */
export type Counts = readonly Readonly<Count>[]

const check = ({ p, n, hits }: Count): void => {
  if (p >= 0 && p <= 1 && Number.isInteger(n) && Number.isInteger(hits) && hits >= 0 && hits <= n) return
  throw new Problem(
    'invalid-input',
    `a count of p ${p}, n ${n}, hits ${hits} cannot be`,
    'give 0 <= p <= 1 and whole numbers with 0 <= hits <= n',
  )
}

/**
 * Rows in any order, with repeats, to counts: equal `p` pooled, sorted, empty rows dropped. Merging shards is
 * `pool([...a, ...b])`; only integers are added, so the result is the same in any order and grouping. `p` is taken as
 * given (the database gives whole micro-probabilities). Throws a `Problem` on a row that cannot be.
 *
 * `pool([{ p: 0.7, n: 1, hits: 1 }, { p: 0.2, n: 1, hits: 0 }, { p: 0.7, n: 2, hits: 1 }])`
 * `= [{ p: 0.2, n: 1, hits: 0 }, { p: 0.7, n: 3, hits: 2 }]`
 */
export const pool = (rows: Iterable<Readonly<Count>>): Counts => {
  const byP = new Map<number, Count>()
  for (const row of rows) {
    check(row)
    const pooled = byP.get(row.p)
    if (pooled === undefined) byP.set(row.p, { p: row.p, n: row.n, hits: row.hits })
    else {
      pooled.n += row.n
      pooled.hits += row.hits
    }
  }
  return [...byP.values()].filter((row) => row.n > 0).sort((a, b) => a.p - b.p)
}

/** One forecast and what happened: 1 when the positive event came true, else 0. */
export type ForecastOutcome = { p: number; outcome: 0 | 1 }

/** Single forecasts to counts. `countsOf([{ p: 0.7, outcome: 1 }]) = [{ p: 0.7, n: 1, hits: 1 }]` */
export const countsOf = (forecasts: readonly ForecastOutcome[]): Counts =>
  pool(forecasts.map(({ p, outcome }) => ({ p, n: 1, hits: outcome })))

/** How many forecasts, and how many of their events came true. */
export const total = (counts: readonly { n: number; hits: number }[]): { n: number; hits: number } => ({
  n: counts.reduce((so, { n }) => so + n, 0),
  hits: counts.reduce((so, { hits }) => so + hits, 0),
})

/** Σ of a term over the rows, divided by the number of forecasts; null for no forecasts. */
export const meanOver = <Row extends { n: number; hits: number }>(
  rows: readonly Row[],
  term: (row: Row) => number,
): number | null => {
  const { n } = total(rows)
  return n === 0 ? null : sum(rows.map(term)) / n
}
