import { describe, expect, it } from 'vitest'
import { countsFromArrays, countsOf, pool } from '../../../src/core/scoring/counts.ts'
import { sum, sumOver } from '../../../src/core/scoring/numbers/sum.ts'
import { lossesOf, sumsByFamily, tally } from '../../../src/core/scoring/tally.ts'

describe('pool', () => {
  it.each([
    { rows: [], counts: [] },
    { rows: [{ p: 0.7, n: 0, hits: 0 }], counts: [] },
    {
      rows: [
        { p: 0.7, n: 1, hits: 1 },
        { p: 0.2, n: 1, hits: 0 },
        { p: 0.7, n: 2, hits: 1 },
      ],
      counts: [
        { p: 0.2, n: 1, hits: 0 },
        { p: 0.7, n: 3, hits: 2 },
      ],
    },
    {
      rows: [
        { p: 0.1 + 0.2, n: 1, hits: 1 },
        { p: 0.3, n: 1, hits: 0 },
      ],
      counts: [
        { p: 0.3, n: 1, hits: 0 },
        { p: 0.30000000000000004, n: 1, hits: 1 },
      ],
    },
  ])('pools equal p as given and sorts: $rows', ({ rows, counts }) => {
    expect(pool(rows)).toEqual(counts)
  })

  it.each([
    { p: Number.NaN, n: 1, hits: 0 },
    { p: -0.1, n: 1, hits: 0 },
    { p: 1.1, n: 1, hits: 0 },
    { p: 0.5, n: 1.5, hits: 0 },
    { p: 0.5, n: 1, hits: 2 },
    { p: 0.5, n: 1, hits: -1 },
    { p: 0.5, n: -1, hits: -1 },
  ])('refuses a row that cannot be: $p $n $hits', (row) => {
    expect(() => pool([row])).toThrow('cannot be')
  })

  it('does not change its input', () => {
    const rows = [Object.freeze({ p: 0.5, n: 1, hits: 0 }), Object.freeze({ p: 0.5, n: 1, hits: 1 })]
    expect(pool(rows)).toEqual([{ p: 0.5, n: 2, hits: 1 }])
  })
})

describe('countsFromArrays', () => {
  const rows = (said: readonly number[], came: readonly number[]) =>
    countsFromArrays(Float64Array.from(said), Uint8Array.from(came))

  it('pools and sorts', () => {
    expect(rows([0.7, 0.2, 0.7, 0.7], [1, 0, 0, 1])).toEqual([
      { p: 0.2, n: 1, hits: 0 },
      { p: 0.7, n: 3, hits: 2 },
    ])
    expect(rows([], [])).toEqual([])
    expect(rows([1, 0, 1], [1, 1, 1])).toEqual([
      { p: 0, n: 1, hits: 1 },
      { p: 1, n: 2, hits: 2 },
    ])
  })

  // Enough for the table; the second set holds one p that is no whole micro-probability.
  it.each([
    { name: 'micro-probabilities', last: 0.3 },
    { name: 'any probabilities', last: 0.1 + 0.2 },
  ])('gives what single forecasts give: $name', ({ last }) => {
    const said = [...Array.from({ length: 60_000 }, (_, at) => ((at * 7919) % 1_000_001) / 1_000_000), 0.25, last]
    const came = said.map((_, at) => (at % 3 === 0 ? 1 : 0))
    expect(rows(said, came)).toEqual(countsOf(said.map((p, at) => ({ p, outcome: came[at] === 1 ? 1 : 0 }))))
  })

  it.each([
    { name: 'spread out', p: (at: number) => ((at * 7919) % 1009) / 1009 },
    { name: 'crowded in one place', p: (at: number) => (at % 3 === 0 ? ((at * 31) % 997) * 1e-9 : 1) },
    { name: 'all the same', p: () => 0.3 },
  ])('sorts forecasts that are $name', ({ p }) => {
    const said = Array.from({ length: 3000 }, (_, at) => p(at))
    const came = said.map((_, at) => (at % 5 < 2 ? 1 : 0))
    expect(rows(said, came)).toEqual(countsOf(said.map((one, at) => ({ p: one, outcome: came[at] === 1 ? 1 : 0 }))))
  })

  it.each([
    { said: [0.5, 1.1], came: [0, 1] },
    { said: [Number.NaN], came: [0] },
    { said: [0.5], came: [2] },
    { said: [0.5, 0.5], came: [1] },
    { said: [0.5], came: [1, 0] },
  ])('refuses what cannot be: $said $came', ({ said, came }) => {
    expect(() => rows(said, came)).toThrow('cannot be')
  })
})

describe('sum', () => {
  it.each([
    { values: [], total: 0 },
    { values: [1, 1e100, 1, -1e100], total: 2 },
    { values: Array.from({ length: 10 }, () => 0.1), total: 1 },
    { values: [1, Infinity, 1], total: Infinity },
  ])('sum($values) = $total', ({ values, total }) => {
    expect(sum(values)).toBe(total)
  })
})

describe('sumOver', () => {
  it('is the sum of the terms, compensated', () => {
    expect(sumOver([1, 1e100, 1, -1e100], (x) => x)).toBe(2)
    expect(sumOver([1, 2], (x) => x * x)).toBe(5)
    expect(sumOver([1, 0], (x) => 1 / x)).toBe(Infinity)
  })
})

describe('tally', () => {
  it('keeps the counts of all and of each family', () => {
    const forecasts = [
      { family: 'a', p: 0.2, outcome: 1 as const },
      { family: 'b', p: 0.7, outcome: 1 as const },
      { family: 'a', p: 0.2, outcome: 0 as const },
    ]
    const { counts, families } = tally(forecasts)
    expect(counts).toEqual(countsOf(forecasts))
    expect(families).toEqual([[{ p: 0.2, n: 2, hits: 1 }], [{ p: 0.7, n: 1, hits: 1 }]])
    expect(lossesOf(families)).toEqual([
      { n: 2, losses: expect.closeTo(0.68, 14) },
      { n: 1, losses: expect.closeTo(0.09, 14) },
    ])
  })

  it('sums differences by family', () => {
    const items = ['a', 'b', 'a'].map((family, i) => ({ family, loss: i }))
    expect(sumsByFamily(items)).toEqual([
      { n: 2, losses: 2 },
      { n: 1, losses: 1 },
    ])
  })
})
