import { type Counts, pool } from '../counts.ts'
import { betaP, betaQuantile } from '../numbers/beta.ts'
import { poolAdjacentViolators } from './corp.ts'
import { areSingle } from './family-luck.ts'

/** Bounds of the true frequency at `x`; between points `low` holds on to the right and `high` to the left. */
export type HonestPoint = { x: number; low: number; high: number }

/** Hits and misses up to and before each row. */
const runningSums = (counts: Counts): { hits: number[]; misses: number[] } => {
  const [hits, misses] = [[0], [0]]
  counts.forEach((row, at) => {
    hits.push((hits[at] ?? 0) + row.hits)
    misses.push((misses[at] ?? 0) + row.n - row.hits)
  })
  return { hits, misses }
}

/** Who said each row: the number of a family, and how often. */
type Shares = readonly (readonly { family: number; n: number }[])[]

const sharesOf = (counts: Counts, families: readonly Counts[]): Shares => {
  const rows = new Map(counts.map(({ p }, row) => [p, row]))
  const shares: { family: number; n: number }[][] = counts.map(() => [])
  families.forEach((rowsOf, family) => {
    for (const { p, n } of rowsOf) shares[rows.get(p) ?? -1]?.push({ family, n })
  })
  return shares
}

/** For the runs that end at one row, from the shortest on: how many independent questions each of theirs is worth, to 1. */
const worthOf = (shares: Shares): ((end: number) => number[]) => {
  const families = 1 + shares.flat().reduce((so, { family }) => Math.max(so, family), -1)
  const said = new Float64Array(families)
  return (end) => {
    said.fill(0)
    let [n, squares] = [0, 0]
    const worth: number[] = []
    for (let start = end; start >= 0; start--) {
      for (const share of shares[start] ?? []) {
        const before = said[share.family] ?? 0
        said[share.family] = before + share.n
        squares += share.n * (2 * before + share.n)
        n += share.n
      }
      worth[start] = n / squares
    }
    return worth
  }
}

/** For each row the largest lower Clopper–Pearson limit of any run of rows that ends at or before it. */
const lowerBounds = (counts: Counts, alpha: number, shares: Shares | null): number[] => {
  const { hits, misses } = runningSums(counts)
  const worth = shares && worthOf(shares)
  let best = 0
  return counts.map((_, end) => {
    const each = worth?.(end)
    for (let start = 0; start <= end; start++) {
      const came = ((hits[end + 1] ?? 0) - (hits[start] ?? 0)) * (each?.[start] ?? 1)
      const failed = ((misses[end + 1] ?? 0) - (misses[start] ?? 0)) * (each?.[start] ?? 1)
      // A limit lies below the frequency of its run, and above `best` just where the chance of staying below that is less than
      // alpha: most runs need no more.
      if (came > best * (came + failed) && betaP(best, came, failed + 1) < alpha)
        best = betaQuantile(alpha, came, failed + 1)
    }
    return best
  })
}

/** Turns every question round: p to 1 − p, hits to misses, last row first. Lower bounds become upper ones. */
const turned = (counts: Counts): Counts => counts.map(({ p, n, hits }) => ({ p: 1 - p, n, hits: n - hits })).reverse()

const boundsOf = (
  counts: Counts,
  alpha: number,
  families: readonly Counts[] | undefined,
): { low: number[]; high: number[] } => {
  const level = alpha / (counts.length * (counts.length + 1))
  const shares = families === undefined || areSingle(families) ? null : sharesOf(counts, families)
  const high = lowerBounds(turned(counts), level, shares?.toReversed() ?? null).reverse()
  return { low: lowerBounds(counts, level, shares), high: high.map((bound) => 1 - bound) }
}

export type HonestOptions = { alpha?: number; nonCrossing?: boolean; families?: readonly Counts[] }

/** The band at the forecasts made, one point per row; see `honestBand`. */
export const honestBandAtForecasts = (
  counts: Counts,
  { alpha = 0.1, nonCrossing = false, families }: HonestOptions = {},
): HonestPoint[] => {
  const { low, high } = boundsOf(counts, alpha, families)
  const blocks = poolAdjacentViolators(counts)
  let at = 0
  return counts.map(({ p: x }, row) => {
    while (x > (blocks[at]?.high ?? Number.POSITIVE_INFINITY)) at++
    const curve = nonCrossing ? blocks[at]?.recalibrated : undefined
    const [lower, upper] = [low[row] ?? 0, high[row] ?? 1]
    return { x, low: Math.min(lower, curve ?? lower), high: Math.max(upper, curve ?? upper) }
  })
}

/** The forecasts in hundredths, for a band of many distinct p: at most 101 rows. */
export const inHundredths = (counts: Counts): Counts =>
  pool(counts.map((row) => ({ ...row, p: Math.round(row.p * 100) / 100 })))

/**
 * Honest simultaneous band: with probability 1 − α at least, in samples of any size, the whole true frequency curve lies
 * inside, if it does not fall and questions are independent. With K distinct p and α′ = α/(K(K + 1)), the lower bound at a
 * point is the largest Clopper–Pearson limit (level α′) of any run of neighbouring p that ends at or before it, the upper
 * one mirrors it. Reaches from x = 0 to x = 1. 0 to 1; very wide below some hundred forecasts; K² limits are computed, so
 * round p first where there are more than about 200. Bounds may cross where the frequencies clearly fall; `nonCrossing`
 * widens them to hold the recalibrated curve.
 *
 * `families` are the same forecasts by family, each with one fate: hits and misses of a run then count for n/Σ_g n_g² each, n_g the
 * forecasts of the run that are of family g, as if the run held as many questions as it tells of. That is the
 * band of one question a family where each holds one, or several at the same p; else the level holds about, not for sure.
 *
 * Empty for no forecasts. Source: Dimitriadis, Dümbgen, Henzi, Puke & Ziegel 2023, Biometrika 110:663. Example: .5 said
 * once and true, α = .1: α′ = .05, so 0 to 1 left of it and .05 to 1 from it on.
 */
export const honestBand = (counts: Counts, options: HonestOptions = {}): HonestPoint[] => {
  const points = honestBandAtForecasts(counts, options)
  const [first, last] = [points[0], points.at(-1)]
  return [
    ...(first && first.x > 0 ? [{ x: 0, low: 0, high: first.high }] : []),
    ...points,
    ...(last && last.x < 1 ? [{ x: 1, low: last.low, high: 1 }] : []),
  ]
}
