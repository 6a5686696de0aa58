import { type Counts, total } from '../counts.ts'
import { type Interval, wilson } from '../intervals/proportion.ts'
import { sum } from '../numbers/sum.ts'

/** Forecasts of one third of the scale: what they said on average and how often it happened; null when there are none. */
export type PooledGroup = {
  range: string
  n: number
  hits: number
  meanForecast: number | null
  observed: number | null
  wilson: Interval | null
}

// The thirds mirror each other: turning a question round moves a forecast to the opposite group, ends included.
const thirds = [
  { range: 'p <= 1/3', holds: (p: number) => p <= 1 / 3 },
  { range: '1/3 < p < 2/3', holds: (p: number) => p > 1 / 3 && p < 2 / 3 },
  { range: 'p >= 2/3', holds: (p: number) => p >= 2 / 3 },
] as const

/**
 * The three groups that 30 families can carry: p ≤ 1/3, between, p ≥ 2/3, always in that order. `observed` = hits / n
 * with its 95 % Wilson interval, to be held against `meanForecast`; all from 0 to 1. The interval takes forecasts for
 * independent: where families hold several, it is too narrow.
 * Example: 0.7 said ten times, eight true → the last group has meanForecast 0.7, observed 0.8, Wilson 0.490 to 0.943.
 */
export const pooledGroups = (counts: Counts): PooledGroup[] =>
  thirds.map(({ range, holds }) => {
    const rows = counts.filter(({ p }) => holds(p))
    const { n, hits } = total(rows)
    if (n === 0) return { range, n, hits, meanForecast: null, observed: null, wilson: null }
    const meanForecast = sum(rows.map((row) => row.n * row.p)) / n
    return { range, n, hits, meanForecast, observed: hits / n, wilson: wilson(hits, n) }
  })
