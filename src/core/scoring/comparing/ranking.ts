import { normalQuantile } from '../numbers/normal.ts'
import { board } from './board.ts'
import type { MeasuredEffect, Rival } from './effects.ts'
import { moderated } from './moderated.ts'
import { type RankInterval, rankIntervals } from './rank-intervals.ts'
import { type Shrunk, shrink } from './shrinkage.ts'

/** Below this many forecasters the spread of true values is too badly known to shrink by. */
export const FEWEST_TO_SHRINK = 20
/** What the interval of a rank covers. */
export const RANK_LEVEL = 0.9

export type ShrunkEffect = Shrunk & { low: number; high: number }

/**
 * A place: `rank` from 1, the best; `tiedWith` whom the evidence does not tell apart. `rankInterval`, `topTen` (chance of the
 * first ten places) and `shrunk` only where effects are shrunk.
 */
export type Place = {
  id: string
  rank: number
  tiedWith: string[]
  rankInterval: { low: number; high: number; level: number } | null
  topTen: number | null
  shrunk: ShrunkEffect | null
}
export type Ranking = {
  method: 'shrunk' | 'head-to-head'
  /** Best first. */
  places: Place[]
  unplaced: Map<string, string>
}

type Standing = { id: string; shrunk: Shrunk; interval: RankInterval }

/** Told ahead: the whole of the one's rank interval comes before the other's, and the shrunk value is the higher. */
const isAhead = (one: Standing, other: Standing): boolean =>
  one.interval.high < other.interval.low && one.shrunk.value > other.shrunk.value

const LEVEL = 0.95

/**
 * Ranks from shrunk effects, best first. One's rank is one more than the number of those told ahead of one, and never smaller
 * than that of anybody of higher value. So ranks are whole, start at 1, never fall down the list, and differ wherever two are
 * told apart; those whose rank intervals overlap are ties, of the same rank unless somebody between them is told apart.
 *
 * Example: rank intervals 1 to 2, 1 to 2, 3 to 3 in the order of value → ranks 1, 1, 3.
 */
export const ranked = (standings: readonly Standing[]): Place[] => {
  const ordered = [...standings].sort((a, b) => b.shrunk.value - a.shrunk.value || (a.id < b.id ? -1 : 1))
  const z = normalQuantile((1 + LEVEL) / 2)
  let least = 1
  return ordered.map((one) => {
    least = Math.max(least, 1 + ordered.filter((other) => isAhead(other, one)).length)
    const { id, shrunk, interval } = one
    return {
      id,
      rank: least,
      tiedWith: ordered
        .filter((other) => other.id !== id && !isAhead(other, one) && !isAhead(one, other))
        .map((other) => other.id),
      rankInterval: { low: interval.low, high: interval.high, level: RANK_LEVEL },
      topTen: interval.top,
      shrunk: { ...shrunk, low: shrunk.value - z * shrunk.error, high: shrunk.value + z * shrunk.error },
    }
  })
}

const byShrinking = (measured: readonly (MeasuredEffect & { id: string })[], seed: string): Ranking => {
  const known = measured.flatMap(({ id, mean, error, families }) =>
    error !== null && error > 0 ? [{ id, value: mean, error, families }] : [],
  )
  const errors = moderated(known)
  const { authors } = shrink(known.map(({ value }, at) => ({ value, error: errors[at] ?? Number.NaN })))
  const intervals = rankIntervals(authors, seed)
  const standings = known.flatMap(({ id }, at) => {
    const [shrunk, interval] = [authors[at], intervals[at]]
    return shrunk && interval ? [{ id, shrunk, interval }] : []
  })
  const placed = new Set(known.map(({ id }) => id))
  const unplaced = measured
    .filter(({ id }) => !placed.has(id))
    .map(({ id }) => [id, 'a rank needs a difference that varies between events, to tell luck from skill'] as const)
  return { method: 'shrunk', places: ranked(standings), unplaced: new Map(unplaced) }
}

const headToHead = (rivals: readonly Rival[], measured: ReadonlyMap<string, MeasuredEffect>): Ranking => {
  const { placed, unplaced } = board(rivals.filter(({ id }) => measured.has(id)))
  const none = { rankInterval: null, topTen: null, shrunk: null }
  // Where each of the best is beaten by another of them, nobody is unbeaten: they share the first place.
  const best = placed.reduce((so, { rank }) => Math.min(so, rank), Infinity)
  return {
    method: 'head-to-head',
    places: placed.map(({ id, rank, tiedWith }) => ({ id, rank: rank - best + 1, tiedWith, ...none })),
    unplaced: new Map(unplaced.map(({ id, rule }) => [id, rule])),
  }
}

/**
 * Places of everybody whose effect was measured, the raw effect ordering nobody. From 20 on with a standard error: effects are
 * shrunk to their common mean (`shrink`), ordered by what is left, and ranks drawn from the posterior (`rankIntervals`, 90 %,
 * by lot from `seed`). Below: one's rank is one more than the number of those who are better head to head beyond the 95 %
 * interval on at least ten common questions (`board`).
 *
 * The same in whatever order rivals and their items come, if both are sorted first. Goldstein & Spiegelhalter 1996; Efron &
 * Morris 1975.
 */
export const ranking = (
  rivals: readonly Rival[],
  measured: ReadonlyMap<string, MeasuredEffect>,
  seed: string,
): Ranking => {
  const effects = [...measured].map(([id, effect]) => ({ id, ...effect }))
  const shrinkable = effects.filter(({ error }) => error !== null && error > 0).length >= FEWEST_TO_SHRINK
  return shrinkable ? byShrinking(effects, seed) : headToHead(rivals, measured)
}
