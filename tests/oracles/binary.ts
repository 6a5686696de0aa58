import { corp } from '../../src/core/scoring/binary/corp.ts'
import { expected, hitTest } from '../../src/core/scoring/binary/expected.ts'
import { brier, logScore } from '../../src/core/scoring/binary/proper-scores.ts'
import { type Counts, pool, total } from '../../src/core/scoring/counts.ts'
import { wilson } from '../../src/core/scoring/intervals/proportion.ts'
import type { Oracle } from './oracle.ts'

type Case = {
  p?: number[]
  canonical_p?: number[]
  y?: number[]
  y_string?: string
  groups?: [number, number, number][]
}

const countsOf = ({ p, canonical_p, y, y_string, groups }: Case): Counts => {
  if (groups) return pool(groups.map(([at, n, hits]) => ({ p: at, n, hits })))
  const outcomes = y ?? [...(y_string ?? '')].map(Number)
  return pool((canonical_p ?? p ?? []).map((at, i) => ({ p: at, n: 1, hits: outcomes[i] ?? Number.NaN })))
}

const hitTestOf = (counts: Counts) => {
  const { atMost, atLeast, twoSided } = hitTest(counts)
  return { p_lower: atMost, p_upper: atLeast, p_two_sided_doubled: twoSided }
}
const corpOf = (counts: Counts) => {
  const result = corp(counts)
  return result && { S: result.brier, MCB: result.mcb, DSC: result.dsc, UNC: result.unc }
}
const wilsonOf = (hits: number, n: number) => {
  const interval = wilson(hits, n)
  return interval && [interval.low, interval.high]
}

/** What is computed from counts, by the key of the expected values; shards of counts must give the same. */
export const fromCounts: Record<string, (counts: Counts) => unknown> = {
  n: (counts) => total(counts).n,
  hits: (counts) => expected(counts)?.hits,
  base_rate: (counts) => expected(counts)?.baseRate,
  mean_p: (counts) => expected(counts)?.meanForecast,
  expected_hits: (counts) => expected(counts)?.expectedHits,
  distinct_p: (counts) => counts.length,
  brier,
  log_loss: (counts) => logScore(counts)?.raw,
  'log_loss_clip_0.001': (counts) => logScore(counts)?.clipped,
  pav_by_distinct_p: (counts) => corp(counts)?.curve.map(({ recalibrated }) => recalibrated),
  corp: corpOf,
  citl_exact: hitTestOf,
  wilson95: (counts) => wilsonOf(total(counts).hits, total(counts).n),
}

export const binary: Oracle = {
  kindOf: () => 'binary',
  computes: {
    binary: Object.fromEntries(Object.entries(fromCounts).map(([key, of]) => [key, (one: Case) => of(countsOf(one))])),
  },
  tolerance: {
    // The sums of the convolution differ in the last digits.
    citl_exact: 1e-8,
  },
}
