import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { corp } from '../../../src/core/scoring/corp.ts'
import { type Counts, pool, total } from '../../../src/core/scoring/counts.ts'
import { expected, hitTest } from '../../../src/core/scoring/expected.ts'
import { wilson } from '../../../src/core/scoring/interval.ts'
import { paired } from '../../../src/core/scoring/paired.ts'
import { brier, logScore } from '../../../src/core/scoring/proper-scores.ts'

// Values computed by independent software (scikit-learn, scipy, R); they stand beside the project, not in it.
const folder = new URL('../../../../shared/oracles/', import.meta.url)
const present = existsSync(new URL('public-binary.json', folder))
if (!present) console.warn('oracles.test.ts: shared/oracles is not beside the project; nothing compared')

type Expected = Record<string, { value: unknown }>
type BinaryCase = {
  id: string
  p?: number[]
  canonical_p?: number[]
  y?: number[]
  y_string?: string
  groups?: [number, number, number][]
  expected: Expected
}

const casesOf = <Case>(file: string): Case[] =>
  present ? (JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as { cases: Case[] }).cases : []

const countsOfCase = ({ p, canonical_p, y, y_string, groups }: BinaryCase): Counts => {
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

/** What this project computes for a key of the expected values. */
const ours: Record<string, (counts: Counts) => unknown> = {
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
  per_p: (counts) => counts.map(({ p, n, hits }) => ({ p, n, hits, freq: hits / n, wilson95: wilsonOf(hits, n) })),
}

let compared = 0
/** Compares every number of `theirs` with the same place in `mine`; keys that we do not compute are left out. */
const compare = (mine: unknown, theirs: unknown, path: string, relative = 1e-9): void => {
  if (Array.isArray(theirs)) {
    expect(mine, path).toHaveLength(theirs.length)
    theirs.forEach((value, i) => {
      compare((mine as unknown[])[i], value, `${path}[${i}]`, relative)
    })
  } else if (theirs !== null && typeof theirs === 'object') {
    for (const [key, value] of Object.entries(theirs))
      if (mine && Object.hasOwn(mine, key)) compare(Reflect.get(mine, key), value, `${path}.${key}`, relative)
  } else {
    compared++
    if (typeof theirs !== 'number') {
      expect(String(mine), path).toBe(String(theirs))
      return
    }
    const gap = Math.abs((mine as number) - theirs)
    expect(gap, `${path}: ours ${mine}, theirs ${theirs}`).toBeLessThanOrEqual(
      Math.max(1e-12, relative * Math.abs(theirs)),
    )
  }
}

describe.skipIf(!present)('values computed by independent software', () => {
  const cases = casesOf<BinaryCase>('public-binary.json')

  it.each(cases.map((one) => [one.id, one] as const))('%s', (id, one) => {
    const counts = countsOfCase(one)
    for (const [key, compute] of Object.entries(ours)) {
      const entry = one.expected[key]
      if (entry) compare(compute(counts), entry.value, `${id} ${key}`, key === 'citl_exact' ? 1e-8 : 1e-9)
    }
  })

  it('merges shards in any order', () => {
    type ShardCase = { id: string; shards: [number, number, number][][]; expected: Expected }
    for (const one of casesOf<ShardCase>('public-misc.json').filter(({ id }) => id === 'merge-shards')) {
      const shards = one.shards.map((rows) => pool(rows.map(([p, n, hits]) => ({ p, n, hits }))))
      const merged = pool(shards.toReversed().flat())
      for (const [key, compute] of Object.entries(ours))
        if (one.expected[key]) compare(compute(merged), one.expected[key].value, `${one.id} ${key}`, 1e-9)
    }
  })

  it('compares paired differences and their t intervals', () => {
    type PairedCase = { id: string; a: number[]; b: number[]; y: number[]; expected: Expected }
    for (const one of casesOf<PairedCase>('public-misc.json').filter(({ id }) => id.startsWith('compare-'))) {
      const result = paired(
        one.y.map((y, i) => ({
          family: String(i),
          first: one.a[i] ?? Number.NaN,
          second: one.b[i] ?? Number.NaN,
          outcome: y === 1 ? 1 : 0,
        })),
      )
      compare(result?.meanDifference, one.expected['mean_diff']?.value, `${one.id} mean_diff`)
      const interval = one.expected['t_ci95']?.value
      // scipy 1.10's t quantile is off by 5e-10 at 59 df (2.00099537704 for 2.000995378088, by 40-digit arithmetic).
      if (interval) compare([result?.low, result?.high], interval, `${one.id} t_ci95`, 2e-9)
    }
  })

  it('compared every case', () => {
    console.info(`oracles.test.ts: ${compared} numbers compared over ${cases.length} binary cases`)
    expect(compared).toBeGreaterThan(10_000)
  })
})
