import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sampleCrps, samplePit } from '../../../../src/core/scoring/kinds/samples.ts'
import { refused } from '../refused.ts'

const numbers = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 20 })

describe('sampleCrps', () => {
  it.each<[number[], number, number, number | null]>([
    [[3, 1, 2, 2, 5], 2, 0.28, 0.1],
    [[2, 2, 2], 5.5, 3.5, 3.5],
    [[1], 4, 3, null],
    [[0, 1], 0.5, 0.25, 0],
  ])('of %j and %f', (samples, outcome, edf, fair) => {
    const found = sampleCrps(samples, outcome)
    expect(found.edf).toBeCloseTo(edf, 12)
    if (fair === null) expect(found.fair).toBeNull()
    else expect(found.fair).toBeCloseTo(fair, 12)
  })

  it('is the double sum that defines it, in any order', () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: -80, max: 80 }), (samples, outcome) => {
        const m = samples.length
        const near = samples.reduce((so, x) => so + Math.abs(x - outcome), 0) / m
        const apart = samples.reduce((so, x) => so + samples.reduce((sum, z) => sum + Math.abs(x - z), 0), 0)
        const { edf, fair } = sampleCrps(samples.toReversed(), outcome)
        expect(edf).toBeCloseTo(near - apart / (2 * m * m), 9)
        if (m > 1) expect(fair).toBeCloseTo(near - apart / (2 * m * (m - 1)), 9)
        expect(edf).toBeGreaterThanOrEqual(-1e-12)
      }),
    )
  })

  it('loses no digits where the samples are far from 0', () => {
    const far = [3, 1, 2, 2, 5].map((x) => x + 2 ** 40)
    expect(sampleCrps(far, 2 ** 40 + 2).edf).toBeCloseTo(0.28, 12)
  })

  it('refuses no samples and what is no number', () => {
    refused(() => sampleCrps([], 1), /no samples/)
    refused(() => sampleCrps([1, Number.NaN], 1), /NaN/)
    refused(() => sampleCrps([1], Infinity), /Infinity/)
  })
})

describe('samplePit', () => {
  it.each<[number[], number, number, number]>([
    [[3, 1, 2, 2, 5], 2, 0.2, 0.6],
    [[2, 2, 2], 2, 0, 1],
    [[1, 2], 0, 0, 0],
    [[1, 2], 3, 1, 1],
  ])('of %j and %f', (samples, outcome, lower, upper) => {
    expect(samplePit(samples, outcome)).toEqual({ lower, upper })
  })
})
