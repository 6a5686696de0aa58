import { type Counts, total } from '../counts.ts'
import { familyWilson } from '../intervals/family-proportion.ts'
import type { Interval } from '../intervals/proportion.ts'
import { sum } from '../numbers/sum.ts'

/** The thirds mirror each other: turning a question round moves a forecast to the opposite group, ends included. */
export const thirds = ['p <= 1/3', '1/3 < p < 2/3', 'p >= 2/3'] as const
export type Third = (typeof thirds)[number]

/** `thirdOf(0.5) = '1/3 < p < 2/3'` */
export const thirdOf = (p: number): Third => {
  if (p <= 1 / 3) return 'p <= 1/3'
  return p >= 2 / 3 ? 'p >= 2/3' : '1/3 < p < 2/3'
}

/** Forecasts of one third of the scale: what they said on average and how often it happened; null when there are none. */
export type PooledGroup = {
  range: Third
  n: number
  hits: number
  meanForecast: number | null
  observed: number | null
  wilson: Interval | null
}

/**
 * The three groups that 30 families can carry: p ≤ 1/3, between, p ≥ 2/3, always in that order. `observed` = hits / n
 * with its 95 % Wilson interval by family (see `familyWilson`), to be held against `meanForecast`; all from 0 to 1.
 * `families` holds the counts of each family, all of them together `counts`.
 * Example: 0.7 said in ten families, eight true → the last group has meanForecast 0.7, observed 0.8, Wilson 0.490 to 0.943.
 */
export const pooledGroups = (counts: Counts, families: readonly Counts[]): PooledGroup[] =>
  thirds.map((range) => {
    const inside = (rows: Counts): Counts => rows.filter(({ p }) => thirdOf(p) === range)
    const rows = inside(counts)
    const { n, hits } = total(rows)
    if (n === 0) return { range, n, hits, meanForecast: null, observed: null, wilson: null }
    const meanForecast = sum(rows.map((row) => row.n * row.p)) / n
    return {
      range,
      n,
      hits,
      meanForecast,
      observed: hits / n,
      wilson: familyWilson(families.map((of) => total(inside(of)))),
    }
  })
