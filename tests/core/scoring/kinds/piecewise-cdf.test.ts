import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scoreFamily } from '../../../../src/core/scoring/kinds/families.ts'
import { type CdfPoint, cdfCrps, cdfPit } from '../../../../src/core/scoring/kinds/piecewise-cdf.ts'
import { refused } from '../refused.ts'

const points = (...pairs: [number, number][]): CdfPoint[] => pairs.map(([at, below]) => ({ at, below }))
const even = points([0, 0], [1, 1])

describe('a distribution by points', () => {
  it.each([
    { given: even, outcome: 0.5, crps: 1 / 12, pit: 0.5 },
    { given: even, outcome: 0, crps: 1 / 3, pit: 0 },
    { given: even, outcome: 1, crps: 1 / 3, pit: 1 },
    { given: even, outcome: 3, crps: 1 / 3 + 2, pit: 1 },
    { given: even, outcome: -2, crps: 1 / 3 + 2, pit: 0 },
    { given: points([0, 0.1], [1, 0.9]), outcome: 0, crps: (0.81 + 0.09 + 0.01) / 3, pit: 0.1 },
    { given: points([0, 0], [2, 0], [2, 1], [3, 1]), outcome: 1, crps: 1, pit: 0 },
    { given: points([0, 0], [2, 0], [2, 1], [3, 1]), outcome: 2, crps: 0, pit: 1 },
  ])('%j', ({ given, outcome, crps, pit }) => {
    expect(cdfCrps(given, outcome)).toBeCloseTo(crps, 12)
    expect(cdfPit(given, outcome)).toBeCloseTo(pit, 12)
  })

  it('is the uniform family with two points, and does not change with points added on its lines', () => {
    const finite = fc.integer({ min: -30, max: 50 })
    fc.assert(
      fc.property(finite, fc.integer({ min: 1, max: 19 }), (outcome, cut) => {
        const plain = points([0, 0], [20, 1])
        const more = points([0, 0], [cut, cut / 20], [20, 1])
        const family = scoreFamily({ family: 'uniform', min: 0, max: 20 }, outcome)
        expect(cdfCrps(plain, outcome)).toBeCloseTo(family.crps, 10)
        expect(cdfCrps(more, outcome)).toBeCloseTo(family.crps, 10)
        expect(cdfPit(more, outcome)).toBeCloseTo(family.pit, 12)
      }),
    )
  })

  it.each<[string, CdfPoint[], RegExp]>([
    ['a distribution that falls', points([0, 0.5], [1, 0.4]), /falls from 0.5 to 0.4/],
    ['points out of order', points([1, 0], [0, 1]), /out of order/],
    ['one point', points([1, 1]), /at least two/],
    ['what is no probability', points([0, 0], [1, 1.2]), /no probability/],
  ])('refuses %s', (_, given, detail) => {
    refused(() => cdfCrps(given, 0.5), detail)
    refused(() => cdfPit(given, 0.5), detail)
  })
})
