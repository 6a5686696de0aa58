import { describe, expect, it } from 'vitest'
import {
  baselineScore,
  brier,
  brierError,
  brierIfCalibrated,
  logScore,
} from '../../../../src/core/scoring/binary/proper-scores.ts'
import { counts, rufibach } from './counting.ts'

describe('brier', () => {
  it.each([
    { name: 'nothing', given: counts(), score: null },
    { name: 'Rufibach 2010, model 1', given: counts([0.2, 2, 1]), score: 0.34 },
    { name: 'one hit at 70 %', given: counts([0.7, 1, 1]), score: 0.09 },
    { name: 'always 50 %', given: counts([0.5, 8, 3]), score: 0.25 },
    { name: 'certain and right', given: counts([0, 2, 0], [1, 2, 2]), score: 0 },
    { name: 'certain and wrong', given: counts([0, 2, 2], [1, 2, 0]), score: 1 },
  ])('$name', ({ given, score }) => {
    if (score === null) expect(brier(given)).toBeNull()
    else expect(brier(given)).toBeCloseTo(score, 14)
  })
})

describe('logScore', () => {
  const LN_LIMIT = -Math.log(0.001)

  it.each([
    { name: 'one hit at 70 %', given: counts([0.7, 1, 1]), raw: 0.35667494393873245, clipped: 0.35667494393873245 },
    { name: 'always 50 %', given: counts([0.5, 4, 1]), raw: Math.LN2, clipped: Math.LN2 },
    { name: 'certain and right', given: counts([0, 1, 0], [1, 1, 1]), raw: 0, clipped: 0.0010005003335835344 },
    { name: 'certain and wrong', given: counts([0, 1, 1], [1, 1, 0]), raw: Infinity, clipped: LN_LIMIT },
    { name: 'one certain miss among others', given: counts([0.5, 3, 1], [1, 1, 0]), raw: Infinity, clipped: 2.2468 },
    { name: 'one in a trillion, rightly', given: counts([1e-12, 1, 0]), raw: 1e-12, clipped: 0.0010005003335835344 },
  ])('$name', ({ given, raw, clipped }) => {
    const score = logScore(given)
    if (raw === Infinity) expect(score?.raw).toBe(Infinity)
    else expect(score?.raw).toBeCloseTo(raw, 14)
    expect(score?.clipped).toBeCloseTo(clipped, 4)
  })

  it('has no value without forecasts', () => {
    expect(logScore([])).toBeNull()
  })
})

describe('the spread of the Brier score', () => {
  it('is that of the single losses', () => {
    expect(brierError(rufibach)).toBeCloseTo(0.3, 14)
    expect(brierError(counts([0.3, 5, 0]))).toBe(0)
    expect(brierError(counts([0.7, 1, 1]))).toBeNull()
    expect(brierError([])).toBeNull()
  })

  it('is known beforehand if calibrated', () => {
    expect(brierIfCalibrated(rufibach)?.mean).toBeCloseTo(0.16, 14)
    expect(brierIfCalibrated(rufibach)?.sd).toBeCloseTo(Math.sqrt(2 * 0.36 * 0.16) / 2, 14)
    expect(brierIfCalibrated(counts([0, 2, 1], [1, 1, 1]))).toEqual({ mean: 0, sd: 0 })
    expect(brierIfCalibrated([])).toBeNull()
  })
})

describe('baselineScore', () => {
  it.each([
    { name: 'one hit at 70 %', given: counts([0.7, 1, 1]), score: 100 * (Math.log2(0.7) + 1) },
    { name: 'always 50 %', given: counts([0.5, 4, 1]), score: 0 },
    { name: 'certain and right', given: counts([1, 1, 1]), score: 100 * (Math.log2(0.999) + 1) },
    { name: 'certain and wrong', given: counts([1, 1, 0]), score: 100 * (Math.log2(0.001) + 1) },
  ])('$name', ({ given, score }) => {
    expect(baselineScore(given)).toBeCloseTo(score, 11)
  })

  it('has no value without forecasts', () => {
    expect(baselineScore([])).toBeNull()
  })
})
