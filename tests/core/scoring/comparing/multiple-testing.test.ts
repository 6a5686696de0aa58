import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  benjaminiHochberg,
  benjaminiYekutieli,
  bonferroni,
  eBenjaminiHochberg,
  holm,
  meanE,
} from '../../../../src/core/scoring/comparing/multiple-testing.ts'
import { refused } from '../refused.ts'

const near = (values: number[]) => values.map((value) => expect.closeTo(value, 12))
const ps = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 12 })

describe('adjusted p-values', () => {
  it('are these, in the order given', () => {
    const given = [0.04, 0.01, 0.03]
    expect(bonferroni(given)).toEqual(near([0.12, 0.03, 0.09]))
    expect(holm(given)).toEqual(near([0.06, 0.03, 0.06]))
    expect(benjaminiHochberg(given)).toEqual(near([0.04, 0.03, 0.04]))
    expect(benjaminiYekutieli([0.01, 0.04])).toEqual(near([0.03, 0.06]))
    expect([bonferroni([]), holm([]), benjaminiHochberg([]), benjaminiYekutieli([])]).toEqual([[], [], [], []])
  })

  it('are ordered as they promise, and keep the order of p', () => {
    fc.assert(
      fc.property(ps, (given) => {
        const [plain, stepped, rate, anyhow] = [
          bonferroni(given),
          holm(given),
          benjaminiHochberg(given),
          benjaminiYekutieli(given),
        ]
        for (const [at, p] of given.entries()) {
          expect(stepped[at]).toBeLessThanOrEqual((plain[at] ?? 0) + 1e-12)
          expect(rate[at]).toBeLessThanOrEqual((stepped[at] ?? 0) + 1e-12)
          expect(anyhow[at]).toBeGreaterThanOrEqual((rate[at] ?? 0) - 1e-12)
          expect(rate[at]).toBeGreaterThanOrEqual(p - 1e-12)
          for (const [other, q] of given.entries()) if (p < q) expect(rate[at]).toBeLessThanOrEqual(rate[other] ?? 0)
        }
      }),
    )
  })

  it('refuses what is no p-value', () => refused(() => holm([0.5, 1.5]), /outside 0 to 1/))
})

describe('e-values', () => {
  it.each([
    [[50, 1, 25], 0.1, [0, 2]],
    [[50, 1, 14], 0.1, [0]],
    [[29, 1, 1], 0.1, []],
    [[Infinity, 0], 0.05, [0]],
    [[9, 9], 0.1, []],
    [[10, 10], 0.1, [0, 1]],
    [[], 0.1, []],
  ])('of %j at %f finds %j', (es, alpha, found) => expect(eBenjaminiHochberg(es, alpha)).toEqual(found))

  it('average, and refuse what is below 0', () => {
    expect(meanE([30, 0])).toBe(15)
    expect(meanE([])).toBeNull()
    refused(() => eBenjaminiHochberg([-1]), /below 0/)
  })
})
