import { type Count, type Counts, total } from '../counts.ts'
import { sum, sumOver } from '../numbers/sum.ts'

/** Neighbouring forecasts, what they said on average (`forecast`) and how often it happened (`observed`). */
export type Bin = { rows: Counts; n: number; hits: number; forecast: number; observed: number }

/** The tenths, each the double nearest to its decimal: 0.3 is an edge, not 0.30000000000000004. */
export const TENTHS: readonly number[] = Array.from({ length: 11 }, (_, i) => i / 10)

const binOf = (rows: Counts): Bin => {
  const { n, hits } = total(rows)
  return { rows, n, hits, forecast: sumOver(rows, (row) => row.n * row.p) / n, observed: hits / n }
}

/** Cuts ascending rows wherever `isNext` says that a row opens another bin. */
const cut = (counts: Counts, isNext: (row: Readonly<Count>) => boolean): Bin[] => {
  const bins: Bin[] = []
  let start = 0
  for (let at = 0; at < counts.length; at++) {
    if (isNext(counts[at] as Count) && at > 0) {
      bins.push(binOf(counts.slice(start, at)))
      start = at
    }
  }
  if (counts.length > 0) bins.push(binOf(counts.slice(start)))
  return bins
}

export type Edges = { edges?: readonly number[]; closed?: 'left' | 'right' }

/**
 * Bins between ascending edges (the tenths unless given), without the empty ones. Left-closed bins are [e_i, e_{i+1}),
 * the last one with its upper end; right-closed ones (e_i, e_{i+1}], the first one with its lower end. Each p is in
 * exactly one. Example: 0.15 and 0.2 said once each: two bins if left-closed, one, (0.1, 0.2], if right-closed.
 */
export const binsBetween = (counts: Counts, { edges = TENTHS, closed = 'left' }: Edges = {}): Bin[] => {
  const inner = edges.slice(1, -1)
  let passed = 0
  let edge = inner[0] ?? Number.POSITIVE_INFINITY
  const isBeyond = (p: number): boolean => (closed === 'left' ? p >= edge : p > edge)
  return cut(counts, ({ p }) => {
    if (!isBeyond(p)) return false
    while (isBeyond(p)) edge = inner[++passed] ?? Number.POSITIVE_INFINITY
    return true
  })
}

/**
 * Every distinct p a bin of its own, so that nothing varies within one: the bins of Murphy's decomposition. None for no forecasts.
 * Murphy 1973, J Appl Meteorol 12:595. Example: .2 said twice, once true, and .7 once, true: bins of .2 with
 * `observed` .5, and of .7 with 1.
 */
export const binsByForecast = (counts: Counts): Bin[] => cut(counts, () => true)

/**
 * At most `bins` bins of about equally many forecasts. Equal p are never split: a row belongs to the bin that its middle
 * forecast falls into, so that the result does not depend on any order. Empty bins are left out.
 * Example: 0.1, 0.2, 0.3, 0.4 once each into 2: {0.1, 0.2} and {0.3, 0.4}.
 */
export const binsOfEqualMass = (counts: Counts, bins = 10): Bin[] => {
  const { n } = total(counts)
  let before = 0
  let last = -1
  return cut(counts, (row) => {
    const place = Math.floor(((before + row.n / 2) / n) * bins)
    const isNext = place !== last
    before += row.n
    last = place
    return isNext
  })
}

/**
 * How far the bins lie from the diagonal: `ece` = Σ_b (n_b/N) · |forecast_b − observed_b|, `mce` the largest of these
 * distances. Both from 0 to 1, lower is better; both depend on the bins and are far from 0 for a perfect forecaster of
 * few questions (10 tenths, 50 questions: ECE about .14), so print them only beside their chance level. Null for no bins.
 * Source: Naeini, Cooper & Hauskrecht 2015, AAAI. Example: 0.2 said twice, once true: |.2 − .5| = .3 for both.
 */
export const calibrationError = (bins: readonly Bin[]): { ece: number; mce: number } | null => {
  const { n } = total(bins)
  if (n === 0) return null
  const distances = bins.map((bin) => Math.abs(bin.forecast - bin.observed))
  return {
    ece: sum(bins.map((bin, at) => (bin.n * (distances[at] ?? 0)) / n)),
    mce: distances.reduce((so, distance) => Math.max(so, distance), 0),
  }
}
