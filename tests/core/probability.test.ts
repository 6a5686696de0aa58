import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formOfProbability } from '../../src/core/prediction.ts'
import { complement, fromMicro, MICRO, Probability, ProbabilityRange, toMicro } from '../../src/core/probability.ts'

describe('toMicro', () => {
  it.each([
    [0, 0],
    [1, 1_000_000],
    [0.5, 500_000],
    [0.68904001, 689_040],
    [0.3, 300_000],
    // Halves go to the even neighbour.
    [0.0000025, 2],
    [0.0000035, 4],
    [0.5000005, 500_000],
    [0.5000015, 500_002],
    // Only a certainty is stored as one.
    [0.0000001, 1],
    [0.0000005, 1],
    [Number.MIN_VALUE, 1],
    [0.9999996, 999_999],
    [1 - Number.EPSILON, 999_999],
  ])('%d is %i millionths', (p, micro) => {
    expect(toMicro(p)).toBe(micro)
  })

  it('gives every stored number back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: MICRO }), (micro) => {
        expect(toMicro(fromMicro(micro))).toBe(micro)
      }),
    )
  })

  it('is never off by more than half a millionth inside the ends, and keeps order', () => {
    const inside = fc.double({ min: 0.000001, max: 0.999999, noNaN: true })
    fc.assert(
      fc.property(inside, inside, (p, q) => {
        expect(Math.abs(fromMicro(toMicro(p)) - p)).toBeLessThanOrEqual(0.5000001 / MICRO)
        expect(Math.sign(toMicro(p) - toMicro(q)) * Math.sign(p - q)).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  // A number out of range is a mistake upstream; clamping it to .999999 would make a forecast nobody made.
  it.each([Number.NaN, Number.POSITIVE_INFINITY, -0.000001, 1.5, -1])('makes no form of %d', (p) => {
    expect(() => formOfProbability(p)).toThrow(expect.objectContaining({ code: 'invalid-input' }))
  })
})

describe('Probability', () => {
  it.each([0, 1, 0.5, Number.MIN_VALUE])('takes %d', (p) => {
    expect(Probability.safeParse(p).success).toBe(true)
  })
  it.each([-0.1, 1.1, Number.NaN, Number.POSITIVE_INFINITY, '0.5', null])('refuses %s', (p) => {
    expect(Probability.safeParse(p).success).toBe(false)
  })
})

describe('complement', () => {
  it('turns a range about', () => {
    expect(complement({ low: 0.05, mid: 0.187, high: 0.4 })).toEqual({ low: 0.6, mid: 0.813, high: 0.95 })
  })

  it('is its own inverse, and keeps low under high', () => {
    const micro = fc.integer({ min: 0, max: MICRO })
    fc.assert(
      fc.property(micro, micro, micro, (...three) => {
        const [low = 0, mid = 0, high = 0] = three.sort((a, b) => a - b).map(fromMicro)
        const range = ProbabilityRange.parse({ low, mid, high })
        expect(complement(complement(range))).toEqual(range)
        expect(complement(range).low).toBeLessThanOrEqual(complement(range).high)
      }),
    )
  })
})
