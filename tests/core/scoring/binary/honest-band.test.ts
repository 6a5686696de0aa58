import { describe, expect, it } from 'vitest'
import { honestBand, honestBandAtForecasts } from '../../../../src/core/scoring/binary/honest-band.ts'
import { clopperPearson } from '../../../../src/core/scoring/intervals/proportion.ts'
import { counts } from './counting.ts'

describe('honestBand', () => {
  it('is one exact interval for one p', () => {
    // α′ = .1/2, hence the limits of a two-sided 90 % interval.
    const exact = clopperPearson(3, 8, 0.9)
    expect(honestBandAtForecasts(counts([0.4, 8, 3]))).toEqual([
      { x: 0.4, low: expect.closeTo(exact?.low ?? 9, 12), high: expect.closeTo(exact?.high ?? 9, 12) },
    ])
    const [left, at, right] = honestBand(counts([0.5, 1, 1]))
    expect(left).toEqual({ x: 0, low: 0, high: 1 })
    expect(at).toEqual({ x: 0.5, low: expect.closeTo(0.05, 12), high: 1 })
    expect(right).toEqual({ x: 1, low: expect.closeTo(0.05, 12), high: 1 })
  })

  it('adds no ends where forecasts reach them, and none to nothing', () => {
    expect(honestBand(counts([0, 1, 0], [1, 1, 1])).map(({ x }) => x)).toEqual([0, 1])
    expect(honestBand([])).toEqual([])
  })

  it('crosses where frequencies fall, and does not if told so', () => {
    const falling = counts([0.2, 200, 190], [0.8, 200, 10])
    const crossed = honestBandAtForecasts(falling)
    expect(crossed[1]?.low).toBeGreaterThan(crossed[1]?.high ?? 1)
    for (const { low, high } of honestBandAtForecasts(falling, { nonCrossing: true })) {
      expect(low).toBeLessThanOrEqual(0.5)
      expect(high).toBeGreaterThanOrEqual(0.5)
    }
  })
})
