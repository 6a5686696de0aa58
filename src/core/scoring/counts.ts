import { Problem } from '../problem.ts'
import { sumOver } from './numbers/sum.ts'

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

/** Micro-probabilities in the whole range; a table of them pays from about this many forecasts on. */
const MICRO = 1_000_000
const MANY = 50_000

/** Counts by table when every p is a whole micro-probability; null when one is not. */
const countsByTable = (p: Float64Array, outcomes: Uint8Array): Counts | null => {
  const [said, came] = [new Uint32Array(MICRO + 1), new Uint32Array(MICRO + 1)]
  for (let at = 0; at < p.length; at++) {
    const value = p[at] ?? Number.NaN
    const micro = Math.round(value * MICRO)
    if (micro / MICRO !== value) return null
    said[micro] = (said[micro] ?? 0) + 1
    came[micro] = (came[micro] ?? 0) + (outcomes[at] ?? 0)
  }
  const counts: Count[] = []
  for (let micro = 0; micro <= MICRO; micro++) {
    const n = said[micro] ?? 0
    if (n > 0) counts.push({ p: micro / MICRO, n, hits: came[micro] ?? 0 })
  }
  return counts
}

/** The p of hits and of misses, each ascending: arrays of bare numbers sort fast, any others do not. */
const sortedByOutcome = (p: Float64Array, outcomes: Uint8Array): { hit: Float64Array; missed: Float64Array } => {
  let hits = 0
  for (const outcome of outcomes) hits += outcome
  const [hit, missed] = [new Float64Array(hits), new Float64Array(p.length - hits)]
  let [h, m] = [0, 0]
  for (let at = 0; at < p.length; at++) {
    if (outcomes[at] === 1) hit[h++] = p[at] ?? Number.NaN
    else missed[m++] = p[at] ?? Number.NaN
  }
  return { hit: hit.sort(), missed: missed.sort() }
}

/** Merges hits and misses, each sorted, into rows. */
const countsBySorting = (p: Float64Array, outcomes: Uint8Array): Counts => {
  const { hit, missed } = sortedByOutcome(p, outcomes)
  const counts: Count[] = []
  let [h, m] = [0, 0]
  while (h < hit.length || m < missed.length) {
    const [fromH, fromM] = [h, m]
    const [ofHit = 2, ofMissed = 2] = [hit[h], missed[m]]
    const value = ofHit < ofMissed ? ofHit : ofMissed
    while (hit[h] === value) h++
    while (missed[m] === value) m++
    counts.push({ p: value, n: h - fromH + m - fromM, hits: h - fromH })
  }
  return counts
}

/**
 * Many single forecasts, as two arrays of the same length, to counts; outcomes are 0 or 1. The same as `countsOf`, for
 * hundreds of thousands and more. Throws a `Problem` on a value that cannot be.
 * `countsFromArrays(Float64Array.of(0.7, 0.2, 0.7), Uint8Array.of(1, 0, 0))`
 * `= [{ p: 0.2, n: 1, hits: 0 }, { p: 0.7, n: 2, hits: 1 }]`
 */
export const countsFromArrays = (p: Float64Array, outcomes: Uint8Array): Counts => {
  for (let at = 0; at < Math.max(p.length, outcomes.length); at++)
    check({ p: p[at] ?? Number.NaN, n: 1, hits: outcomes[at] ?? Number.NaN })
  return (p.length < MANY ? null : countsByTable(p, outcomes)) ?? countsBySorting(p, outcomes)
}

/** How many forecasts, and how many of their events came true. */
export const total = (counts: readonly { n: number; hits: number }[]): { n: number; hits: number } => {
  let [n, hits] = [0, 0]
  for (const row of counts) {
    n += row.n
    hits += row.hits
  }
  return { n, hits }
}

/** Σ of a term over the rows, divided by the number of forecasts; null for no forecasts. */
export const meanOver = <Row extends { n: number; hits: number }>(
  rows: readonly Row[],
  term: (row: Row) => number,
): number | null => {
  const { n } = total(rows)
  return n === 0 ? null : sumOver(rows, term) / n
}
