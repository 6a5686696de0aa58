import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  averageLogE,
  empiricalBernstein,
  extended,
  hoeffding,
  intrinsicTime,
  NO_RUN,
  runOf,
  runsBetween,
  stitched,
} from '../../../../src/core/scoring/comparing/confidence-sequence.ts'
import { randomFrom } from '../../../../src/core/scoring/numbers/random.ts'
import { refused } from '../refused.ts'

describe('confidence sequences', () => {
  it('are the ones worked out for five equal forecasts', () => {
    const run = runOf([0, 0, 0, 0, 0])
    expect(intrinsicTime(run)).toBe(1)
    expect(empiricalBernstein(run)).toEqual({
      low: expect.closeTo(-2.01726, 5),
      high: expect.closeTo(2.01726, 5),
      level: 0.95,
    })
    expect(hoeffding(run)?.high).toBeCloseTo(1.37901, 5)
    expect(stitched(run)?.high).toBeCloseTo(5.39353, 5)
    expect(averageLogE(run)).toBe(0)
  })

  it('say nothing of none, and refuse a difference beyond 1', () => {
    expect([empiricalBernstein(NO_RUN), hoeffding(NO_RUN), stitched(NO_RUN)]).toEqual([null, null, null])
    refused(() => runOf([1.5]), /1.5 cannot be/)
  })

  it('keep of the order only what the spread around the running mean takes', () => {
    const difference = fc.integer({ min: -10, max: 10 }).map((k) => k / 10)
    fc.assert(
      fc.property(fc.array(difference, { minLength: 1, maxLength: 20 }), (all) => {
        const run = runOf(all)
        expect(all.reduce(extended, NO_RUN)).toEqual(run)
        expect(run.total).toBeCloseTo(
          all.reduce((so, d) => so + d, 0),
          10,
        )
        const interval = empiricalBernstein(run)
        expect(((interval?.low ?? 0) + (interval?.high ?? 0)) / 2).toBeCloseTo(run.total / run.n, 10)
      }),
    )
  })

  it('hold at every look for at least 95 % of runs', () => {
    const random = randomFrom('looks')
    const runs = 200
    let missed = 0
    for (let at = 0; at < runs; at++) {
      let run = NO_RUN
      let outside = false
      for (let n = 1; n <= 120; n++) {
        // Mean 0.1, between −0.4 and 0.6.
        run = extended(run, 0.1 + (random() - 0.5))
        if (n % 10 !== 0) continue
        const interval = empiricalBernstein(run)
        if (interval && (interval.low > 0.1 || interval.high < 0.1)) outside = true
      }
      if (outside) missed++
    }
    expect(missed / runs).toBeLessThanOrEqual(0.05)
  })
})

describe('runsBetween', () => {
  it('is one run where all is settled, and holds every way in which what is open may come out', () => {
    expect(runsBetween([{ low: 0.1, high: 0.1 }])).toEqual({ least: runOf([0.1]), most: runOf([0.1]) })
    expect(runsBetween([{ low: -1, high: 1 }])).toEqual({
      least: { n: 1, total: -1, spread: 1 },
      most: { n: 1, total: 1, spread: 1 },
    })
    const { least, most } = runsBetween([
      { low: 0.2, high: 0.2 },
      { low: -0.3, high: 0.5 },
      { low: -0.1, high: -0.1 },
    ])
    for (const open of [-0.3, 0, 0.2, 0.5]) {
      const { total, spread } = runOf([0.2, open, -0.1])
      expect(least.total).toBeLessThanOrEqual(total + 1e-12)
      expect(most.total).toBeGreaterThanOrEqual(total - 1e-12)
      expect(least.spread).toBeGreaterThanOrEqual(spread - 1e-12)
      expect(most.spread).toBe(least.spread)
    }
  })
})
