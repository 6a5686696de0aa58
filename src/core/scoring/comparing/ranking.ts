import { normalQuantile } from '../numbers/normal.ts'
import { tTwoSided } from '../numbers/student.ts'
import { type MeasuredEffect, OTHERS, type Rival } from './effects.ts'
import { comparedInPairs, lossesByQuestion, type Matrix, MINIMUM_COMMON, matrixOf, placesOf } from './head-to-head.ts'
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

type Measured = MeasuredEffect & { id: string }

/** Effects from one baseline: the difference of two with independent errors, by Student's t of the fewer families. */
const comparedEffects = (effects: readonly Measured[]): Matrix =>
  matrixOf(effects.length, (at, beside) => {
    const [one, other] = [effects[at], effects[beside]]
    if (!one || !other) return null
    if (one.error === null || other.error === null) return 0
    const difference = one.mean - other.mean
    const half = tTwoSided(LEVEL, Math.min(one.families, other.families) - 1) * Math.hypot(one.error, other.error)
    if (Math.abs(difference) <= half) return 0
    return difference > 0 ? 1 : -1
  })

const byPairs = (effects: readonly Measured[], matrix: Matrix): Place[] => {
  const none = { rankInterval: null, topTen: null, shrunk: null }
  const standings = effects.map(({ id, mean }) => ({ id, value: mean }))
  return placesOf(standings, matrix).map((place) => ({ ...place, ...none }))
}

/** Who has ten questions in common with nobody is compared with nobody, and has no place. */
const headToHead = (effects: readonly Measured[], rivals: readonly Rival[]): Ranking => {
  const items = new Map(rivals.map((rival) => [rival.id, rival]))
  const matrix = comparedInPairs(effects.map(({ id }) => lossesByQuestion(items.get(id) ?? { id, items: [] })))
  const isCompared = (_: unknown, at: number): boolean => matrix[at]?.some((told) => told !== null) ?? false
  const places = byPairs(
    effects.filter(isCompared),
    matrix.filter(isCompared).map((row) => row.filter(isCompared)),
  )
  const rule = `a rank needs ${MINIMUM_COMMON} questions in common with another ranked author`
  const unplaced = effects.filter((_, at) => !isCompared(_, at)).map(({ id }) => [id, rule] as const)
  return { method: 'head-to-head', places, unplaced: new Map(unplaced) }
}

/**
 * Places of everybody whose effect was measured. From 20 on with a standard error: effects are shrunk to their common mean
 * (`shrink`), ordered by what is left, and ranks drawn from the posterior (`rankIntervals`, 90 %, by lot from `seed`).
 *
 * Below, ordered by the measured effect, and told apart two by two at 95 %: against the others, head to head on at least ten
 * common questions (`comparedInPairs`); against a recorded baseline by their effects, with or without a question in common. The
 * errors of two are then taken for independent; common events make them move together, so intervals are too wide rather
 * than too narrow. Ranks and ties: `placesOf`.
 *
 * The same in whatever order rivals and their items come, if both are sorted first. Goldstein & Spiegelhalter 1996; Efron &
 * Morris 1975. Example: two with ten questions in common, .8 and .6 said and all true: ranks 1 and 2, head to head.
 */
export const ranking = (
  rivals: readonly Rival[],
  measured: ReadonlyMap<string, MeasuredEffect>,
  seed: string,
): Ranking => {
  const effects = [...measured].map(([id, effect]) => ({ id, ...effect }))
  const shrinkable = effects.filter(({ error }) => error !== null && error > 0).length >= FEWEST_TO_SHRINK
  if (shrinkable) return byShrinking(effects, seed)
  const isOfOthers = effects.every(({ against }) => against === OTHERS)
  if (isOfOthers) return headToHead(effects, rivals)
  // One alone beside a baseline has nobody to be ranked among.
  const alone = new Map(effects.slice(0, 1).map(({ id }) => [id, 'nobody to compare with']))
  if (effects.length < 2) return { method: 'head-to-head', places: [], unplaced: alone }
  return { method: 'head-to-head', places: byPairs(effects, comparedEffects(effects)), unplaced: new Map() }
}
