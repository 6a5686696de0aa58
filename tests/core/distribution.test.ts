import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { distributionOf, formOfDistribution, toMicroShares } from '../../src/core/distribution.ts'
import { Form } from '../../src/core/prediction.ts'
import { MICRO } from '../../src/core/probability.ts'

const id = (n: number): string => `opt_${String(n).padStart(26, '0')}`
const sum = (shares: readonly number[]): number => shares.reduce((so, share) => so + share, 0)

describe('toMicroShares', () => {
  it.each<[number[], number[]]>([
    [[1], [1_000_000]],
    [
      [0.25, 0.75],
      [250_000, 750_000],
    ],
    [
      [1 / 3, 1 / 3, 1 / 3],
      [333_334, 333_333, 333_333],
    ],
    [
      [0.333, 0.333, 0.333],
      [333_334, 333_333, 333_333],
    ],
    [
      [1, 0],
      [1_000_000, 0],
    ],
    [
      [1 - 1e-9, 1e-9],
      [999_999, 1],
    ],
    [
      [0.5, 0.5000001, 1e-12, 1e-12],
      [499_999, 499_999, 1, 1],
    ],
  ])('of %j', (given, shares) => {
    expect(sum(toMicroShares(given))).toBe(MICRO)
    toMicroShares(given).forEach((share, at) => {
      expect(Math.abs(share - (shares[at] ?? 0))).toBeLessThanOrEqual(1)
    })
  })

  it.each([[[0.5, 0.4]], [[0.6, 0.6]], [[0, 0]], [[]], [[Number.NaN, 1]]])('refuses %j', (given) => {
    expect(() => toMicroShares(given)).toThrow(expect.objectContaining({ code: 'invalid-input' }))
  })

  it('always sums to a million, keeps what is above 0 above it, and rounds by less than one a share', () => {
    const weights = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 2, maxLength: 50 })
    fc.assert(
      fc.property(
        weights.filter((all) => sum(all) > 0.01),
        (all) => {
          const probabilities = all.map((weight) => weight / sum(all))
          const shares = toMicroShares(probabilities)
          expect(sum(shares)).toBe(MICRO)
          shares.forEach((share, at) => {
            const p = probabilities[at] ?? 0
            expect(Number.isInteger(share) && share >= 0).toBe(true)
            expect(share > 0).toBe(p > 0)
            expect(Math.abs(share - p * MICRO)).toBeLessThan(share > MICRO / 50 ? 50 : 1.000001)
          })
        },
      ),
      { numRuns: 500 },
    )
  })
})

describe('a distribution as a form', () => {
  const options = [id(1), id(2), id(3)]
  const shares = [
    { optionId: id(3), probability: 0.2 },
    { optionId: id(1), probability: 0.5 },
    { optionId: id(2), probability: 0.3 },
  ]

  it('is the same in whatever order it is sent, and is read as it was said', () => {
    const form = formOfDistribution(shares, options)
    expect(form).toBe(`options:${id(1)}=500000,${id(2)}=300000,${id(3)}=200000`)
    expect(formOfDistribution([...shares].reverse(), options)).toBe(form)
    expect(Form.parse(form)).toBe(form)
    expect(distributionOf(form)).toEqual([shares[1], shares[2], shares[0]])
  })

  it('is none for other forms', () => {
    expect(distributionOf('micro:1')).toBeNull()
    expect(distributionOf('phrase:likely:+')).toBeNull()
  })

  it.each<[string, typeof shares, RegExp]>([
    ['leaves an option out', shares.slice(1), /nothing is said of opt_0*3/],
    ['names a strange one', [...shares, { optionId: id(9), probability: 0 }], /opt_0*9 is no option/],
    ['names one twice', [...shares, { optionId: id(1), probability: 0 }], /twice/],
    ['does not sum to 1', shares.map((share) => ({ ...share, probability: 0.3 })), /sum to 0.9/],
  ])('%s: refused', (_, given, message) => {
    expect(() => formOfDistribution(given, options)).toThrow(message)
  })
})
