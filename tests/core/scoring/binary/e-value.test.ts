import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { describe, expect, it } from 'vitest'
import { eValue } from '../../../../src/core/scoring/binary/e-value.ts'
import { countsOf } from '../../../../src/core/scoring/counts.ts'
import { counts } from './counting.ts'

describe('eValue', () => {
  it('is the mean of the likelihood ratios', () => {
    // At p = ½ the slope does not matter: q = expit(a). Ratio 2q: 7 slopes each for four a, 6 for a = 0 (ratio 1).
    const expit = (x: number) => 1 / (1 + Math.exp(-x))
    const byHand = (7 * 2 * (expit(-1) + expit(-0.5) + expit(0.5) + expit(1)) + 6) / 34
    expect(eValue(counts([0.5, 1, 1])).e).toBeCloseTo(byHand, 13)
    expect(eValue(counts([0.7, 1, 1])).log).toBeCloseTo(0.01125893236558051, 13)
    expect(eValue([])).toEqual({ e: 1, log: expect.closeTo(0, 14) })
  })

  it('takes the limit at certainties', () => {
    const open = counts([0.3, 5, 1], [0.8, 4, 4])
    expect(eValue([...counts([0, 3, 0]), ...open, ...counts([1, 2, 2])])).toEqual(eValue(open))
    expect(eValue(counts([0, 3, 1]))).toEqual({ e: Infinity, log: Infinity })
    expect(eValue(counts([1, 3, 2]))).toEqual({ e: Infinity, log: Infinity })
    expect(eValue(counts([1 - 1e-15, 1, 1])).e).toBeCloseTo(1, 4)
  })

  it('does not overflow in its logarithm', () => {
    const { e, log } = eValue(counts([0.9, 10_000, 1000]))
    expect(e).toBe(Infinity)
    expect(log).toBeGreaterThan(10_000)
    expect(Number.isFinite(log)).toBe(true)
  })

  it('averages at most 1 for a calibrated forecaster, and reaches 20 no more often than 1 time in 20', () => {
    const dice = xoroshiro128plus(7)
    const values = Array.from({ length: 4000 }, () => {
      const forecasts = Array.from({ length: 25 }, () => {
        const p = (1 + Math.floor(uniformFloat64(dice) * 19)) / 20
        return { p, outcome: uniformFloat64(dice) < p ? (1 as const) : (0 as const) }
      })
      return eValue(countsOf(forecasts)).e
    })
    const mean = values.reduce((so, e) => so + e, 0) / values.length
    const spread = Math.sqrt(values.reduce((so, e) => so + (e - mean) ** 2, 0)) / values.length
    // The expectation is exactly 1; four standard errors of the simulation.
    expect(Math.abs(mean - 1)).toBeLessThan(4 * spread)
    expect(values.filter((e) => e >= 20).length / values.length).toBeLessThanOrEqual(0.05)
  })
})
