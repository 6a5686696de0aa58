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
  stitched,
} from '../../../../src/core/scoring/comparing/confidence-sequence.ts'
import { bestRho, logMixture, mixtureBoundary } from '../../../../src/core/scoring/comparing/gamma-exponential.ts'
import { gammaP, logGamma } from '../../../../src/core/scoring/numbers/gamma.ts'
import { randomFrom } from '../../../../src/core/scoring/numbers/random.ts'
import { refused } from '../refused.ts'

const tuning = { c: 2, rho: bestRho(10, 0.05) }

/** The closed form with the incomplete gamma function, where it exists. */
const closedForm = (s: number, v: number, { c, rho }: typeof tuning): number => {
  const [a, x, r] = [(v + rho) / c ** 2, (c * s + v + rho) / c ** 2, rho / c ** 2]
  const lead = r * Math.log(r) - logGamma(r) - Math.log(gammaP(r, r))
  return lead + logGamma(a) + Math.log(gammaP(a, x)) - a * Math.log(x) + x - r
}

describe('logMixture', () => {
  it.each([
    [0, 0],
    [3, 1],
    [12, 5],
    [-2, 8],
    [60, 40],
    [400, 900],
  ])('is the closed form at s = %f, v = %f', (s, v) => {
    expect(logMixture(s, v, tuning)).toBeCloseTo(closedForm(s, v, tuning), 9)
  })

  it('rises in s, also far below 0, where the closed form does not exist, and is finite for long runs', () => {
    const values = [-5000, -500, -50, -5, 0, 5, 50, 500, 5000].map((s) => logMixture(s, 20, tuning))
    expect(values.every(Number.isFinite)).toBe(true)
    expect(values).toEqual(values.toSorted((a, b) => a - b))
    expect(logMixture(0, 0, tuning)).toBe(0)
  })

  it('reaches 1/α at its boundary', () => {
    for (const v of [1, 10, 300]) {
      const s = mixtureBoundary(v, 0.025, tuning)
      expect(logMixture(s, v, tuning)).toBeCloseTo(Math.log(40), 10)
    }
  })
})

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
