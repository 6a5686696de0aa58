import { describe, expect, it } from 'vitest'
import { binsBetween, binsByForecast } from '../../../../src/core/scoring/binary/bins.ts'
import { debiased, debiasedInRange, murphy, murphyDeviations } from '../../../../src/core/scoring/binary/murphy.ts'
import { brier } from '../../../../src/core/scoring/binary/proper-scores.ts'
import { counts, rufibach, textbook } from './counting.ts'

describe('murphy', () => {
  it('is the Brier score when nothing repeats', () => {
    const parts = murphy(binsByForecast(textbook))
    expect(parts?.rel).toBeCloseTo(0.41 / 3, 14)
    expect(parts?.res).toBeCloseTo(2 / 9, 14)
    expect(parts?.unc).toBeCloseTo(2 / 9, 14)
    expect(parts).toMatchObject({ wbv: 0, wbc: 0 })
  })

  it('accounts for what binning hides: worked by hand', () => {
    // One bin of .7 (true) and .78 (false): f .74, ō .5. WBV .0016; WBC = 2(.5 · −.04 + −.5 · .04)/2 = −.04.
    const pooled = counts([0.7, 1, 1], [0.78, 1, 0])
    const parts = murphy(binsBetween(pooled))
    expect(parts?.rel).toBeCloseTo(0.0576, 14)
    expect(parts?.res).toBeCloseTo(0, 14)
    expect(parts?.wbv).toBeCloseTo(0.0016, 14)
    expect(parts?.wbc).toBeCloseTo(-0.04, 14)
    expect(brier(pooled)).toBeCloseTo(0.0576 + 0.25 + 0.0016 + 0.04, 14)
  })

  it('has no value without bins', () => {
    for (const of of [murphy, murphyDeviations, debiased, debiasedInRange]) expect(of([])).toBeNull()
  })
})

describe('murphyDeviations', () => {
  it('is the spread of the linearised components', () => {
    // Rufibach: gap .3, so per forecast 2 · .3 · .8/2 − .045 = .195 and −2 · .3 · .2/2 − .045 = −.105: √(2 · .15²).
    expect(murphyDeviations(binsByForecast(rufibach))?.rel).toBeCloseTo(Math.sqrt(2) * 0.15, 14)
    expect(murphyDeviations(binsByForecast(rufibach))?.unc).toBe(0)
  })

  it('is 0 for the resolution of separable singles at a base rate of one half', () => {
    // Every hit contributes −(½)(1½)/N + 2(½)/N = ¼/N, every miss −(−½)(½)/N = ¼/N: all alike, so no spread at all.
    const separable = counts([0.4, 1, 0], [0.42, 1, 0], [0.45, 1, 0], [0.55, 1, 1], [0.58, 1, 1], [0.6, 1, 1])
    expect(murphyDeviations(binsByForecast(separable))?.res).toBe(0)
  })
})

describe('debiased', () => {
  it('subtracts the noise of repeated forecasts', () => {
    const parts = debiased(binsByForecast(rufibach))
    expect(parts?.rel).toBeCloseTo(-0.16, 14)
    expect(parts?.res).toBeCloseTo(0, 14)
    expect(parts?.unc).toBeCloseTo(0.5, 14)
  })

  it('goes no further than the components stay in range', () => {
    const parts = debiasedInRange(binsByForecast(textbook))
    expect(parts?.rel).toBeCloseTo(0.41 / 3, 14)
    expect(parts?.res).toBeCloseTo(0.25, 14)
    expect(parts?.unc).toBeCloseTo(0.25, 14)
    expect(debiasedInRange(binsByForecast(rufibach))).toMatchObject({ rel: expect.closeTo(0.09, 14), unc: 0.25 })
  })

  it('knows nothing of the noise of a single forecast', () => {
    const single = binsByForecast(counts([0.7, 1, 1]))
    expect(debiased(single)).toEqual({ rel: expect.closeTo(0.09, 14), res: null, unc: null })
    expect(debiasedInRange(single)).toBeNull()
  })
})
