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

type Sorted = { said: Float64Array; came: Uint8Array }

/** Into equal slots of 0 to 1 with about this many forecasts each; one with more than `CROWDED` is no slot to sort in. */
const PER_SLOT = 8
const CROWDED = 64

/** Where each slot begins, counted from 1; null when one is crowded. */
const slotsOf = (p: Float64Array, slots: number): Uint32Array | null => {
  const starts = new Uint32Array(slots + 2)
  for (let at = 0; at < p.length; at++) {
    const slot = Math.floor((p[at] ?? 0) * slots) + 1
    starts[slot] = (starts[slot] ?? 0) + 1
  }
  for (let slot = 1; slot < starts.length; slot++) {
    const inside = starts[slot] ?? 0
    if (inside > CROWDED) return null
    starts[slot] = inside + (starts[slot - 1] ?? 0)
  }
  return starts
}

/** Moves each forecast down to its place among its few neighbours. */
const insert = ({ said, came }: Sorted): void => {
  for (let at = 1; at < said.length; at++) {
    const [value, outcome] = [said[at] ?? 0, came[at] ?? 0]
    let place = at
    for (; place > 0 && (said[place - 1] ?? 0) > value; place--) {
      said[place] = said[place - 1] ?? 0
      came[place] = came[place - 1] ?? 0
    }
    said[place] = value
    came[place] = outcome
  }
}

/** Forecasts by p in linear time, where p is spread out; null where it is not. */
const sortedBySlots = (p: Float64Array, outcomes: Uint8Array): Sorted | null => {
  const slots = Math.ceil(p.length / PER_SLOT)
  const next = slotsOf(p, slots)
  if (next === null) return null
  const sorted = { said: new Float64Array(p.length), came: new Uint8Array(p.length) }
  for (let at = 0; at < p.length; at++) {
    const value = p[at] ?? 0
    const slot = Math.floor(value * slots)
    const place = next[slot] ?? 0
    next[slot] = place + 1
    sorted.said[place] = value
    sorted.came[place] = outcomes[at] ?? 0
  }
  insert(sorted)
  return sorted
}

/** The same by sorting bare numbers, hits and misses apart: within equal p the order plays no part. */
const sortedByOutcome = (p: Float64Array, outcomes: Uint8Array): Sorted => {
  const [hit, missed] = [1, 0].map((outcome) => p.filter((_, at) => outcomes[at] === outcome).sort())
  const sorted = { said: new Float64Array(p.length), came: new Uint8Array(p.length) }
  let [h, m] = [0, 0]
  for (let at = 0; at < p.length; at++) {
    const [ofHit = 2, ofMissed = 2] = [hit?.[h], missed?.[m]]
    const isHit = ofHit < ofMissed
    sorted.said[at] = isHit ? ofHit : ofMissed
    sorted.came[at] = isHit ? 1 : 0
    if (isHit) h++
    else m++
  }
  return sorted
}

const distinct = (ascending: Float64Array): number => {
  let values = 0
  for (let at = 0; at < ascending.length; at++) if (ascending[at] !== ascending[at - 1]) values++
  return values
}

const countsBySorting = (p: Float64Array, outcomes: Uint8Array): Counts => {
  const { said, came } = sortedBySlots(p, outcomes) ?? sortedByOutcome(p, outcomes)
  // Made at its full length: growing one of a million rows takes as long again.
  const counts = new Array<Count>(distinct(said))
  for (let [row, at] = [0, 0]; row < counts.length; row++) {
    const value = said[at] ?? Number.NaN
    let [n, hits] = [0, 0]
    for (; said[at] === value; at++) {
      n++
      hits += came[at] ?? 0
    }
    counts[row] = { p: value, n, hits }
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
  for (let at = 0; at < Math.max(p.length, outcomes.length); at++) {
    const said = p[at] ?? Number.NaN
    const came = outcomes[at] ?? Number.NaN
    if (!(said >= 0 && said <= 1 && came <= 1)) check({ p: said, n: 1, hits: came })
  }
  return (p.length < MANY ? null : countsByTable(p, outcomes)) ?? countsBySorting(p, outcomes)
}

/**
 * How many forecasts, Σn_k, and how many of their events came true, Σh_k: whole numbers from 0.
 * `total([{ n: 2, hits: 1 }, { n: 3, hits: 0 }]) = { n: 5, hits: 1 }`
 */
export const total = (counts: readonly { n: number; hits: number }[]): { n: number; hits: number } => {
  let [n, hits] = [0, 0]
  for (let at = 0; at < counts.length; at++) {
    const row = counts[at] as { n: number; hits: number }
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

const contentOf = (counts: Counts): string => counts.map(({ p, n, hits }) => `${p}:${n}:${hits}`).join()

/** Counts of families in an order of their own, so that sums over them come out the same to the last digit in whatever order they are given. */
export const inContentOrder = (families: readonly Counts[]): Counts[] =>
  families
    .map((counts) => ({ counts, content: contentOf(counts) }))
    .sort((a, b) => (a.content < b.content ? -1 : Number(a.content > b.content)))
    .map(({ counts }) => counts)
