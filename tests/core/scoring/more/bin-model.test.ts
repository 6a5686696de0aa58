import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type BinParameters, binContributions, expectedBrier } from '../../../../src/core/scoring/more/bin-model.ts'
import { refused } from '../refused.ts'

const parameters = fc.record({
  bias: fc.double({ min: -1, max: 1, noNaN: true }),
  information: fc.double({ min: 0, max: 0.95, noNaN: true }),
  noise: fc.double({ min: 0, max: 2, noNaN: true }),
})

describe('expectedBrier', () => {
  it.each<[number, BinParameters, number]>([
    [0, { bias: 0, information: 0.5, noise: 0 }, 1 / 6],
    [0, { bias: 0, information: 0, noise: 0 }, 0.25],
    [-0.8, { bias: -0.5, information: 0.1, noise: 0.1 }, 0.1742535854470478],
  ])('at %f of %j is %f', (mu, given, wanted) => expect(expectedBrier(mu, given)).toBeCloseTo(wanted, 12))

  it('lies between 0 and 1, and no bias or noise is best', () => {
    fc.assert(
      fc.property(fc.double({ min: -2, max: 2, noNaN: true }), parameters, (mu, given) => {
        const found = expectedBrier(mu, given)
        expect(found).toBeGreaterThanOrEqual(0)
        expect(found).toBeLessThanOrEqual(1)
        expect(expectedBrier(mu, { ...given, bias: 0, noise: 0 })).toBeLessThanOrEqual(found + 1e-9)
      }),
    )
  })

  it('refuses what cannot be', () => {
    refused(() => expectedBrier(0, { bias: 0, information: 1, noise: 0 }), /information of 1/)
    refused(() => expectedBrier(0, { bias: 0, information: 0.5, noise: -1 }), /noise of -1/)
  })
})

describe('binContributions', () => {
  it('add up to the change, and blame nothing on what did not change', () => {
    fc.assert(
      fc.property(parameters, parameters, (from, to) => {
        const { bias, information, noise, total } = binContributions(0.3, from, to)
        expect(bias + information + noise).toBeCloseTo(total, 12)
        const quieter = binContributions(0.3, from, { ...from, noise: 0 })
        expect([quieter.bias, quieter.information]).toEqual([0, 0])
        expect(quieter.noise).toBeCloseTo(quieter.total, 12)
      }),
    )
  })
})
