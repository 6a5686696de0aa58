import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { paired } from '../../../../src/core/scoring/comparing/paired.ts'
import { pairedTest, type Versus } from '../../../../src/core/scoring/comparing/paired-test.ts'
import { refused } from '../refused.ts'

const probability = fc.integer({ min: 0, max: 20 }).map((k) => k / 20)
const versus = fc.record({ first: probability, second: probability, outcome: fc.constantFrom<0 | 1>(0, 1) })

describe('pairedTest', () => {
  it('is the example worked by hand', () => {
    const found = pairedTest([
      { first: 0.8, second: 0.6, outcome: 1 },
      { first: 0.6, second: 0.6, outcome: 1 },
    ])
    expect(found?.mean).toBeCloseTo(0.06, 12)
    expect(found?.error).toBeCloseTo(0.06, 12)
    expect(found?.t).toBeCloseTo(1, 12)
    expect(found?.p).toBeCloseTo(0.5, 12)
    expect(found?.interval?.high).toBeCloseTo(0.06 + 12.7062047361747 * 0.06, 10)
  })

  it('has nothing to measure by with one question or equal differences, and says so by null', () => {
    const one: Versus = { first: 0.8, second: 0.6, outcome: 1 }
    expect(pairedTest([])).toBeNull()
    expect(pairedTest([one])).toMatchObject({ n: 1, error: null, t: null, p: null, interval: null })
    const same: Versus = { first: 0.5, second: 0.5, outcome: 0 }
    expect(pairedTest([same, same])).toMatchObject({ mean: 0, error: 0, t: null, p: null, interval: null })
  })

  it('changes its sign when the two are swapped, and is `paired` with a family for every question', () => {
    fc.assert(
      fc.property(fc.array(versus, { minLength: 2, maxLength: 30 }), (pairs) => {
        const found = pairedTest(pairs)
        const swapped = pairedTest(pairs.map((pair) => ({ ...pair, first: pair.second, second: pair.first })))
        expect(swapped?.mean).toBeCloseTo(-(found?.mean ?? 0), 12)
        if (found?.p) expect(swapped?.p).toBeCloseTo(found.p, 9)
        const clustered = paired(pairs.map((pair, at) => ({ ...pair, family: `${at}` })))
        expect(clustered?.meanDifference).toBeCloseTo(found?.mean ?? 0, 12)
        if (found?.interval && found.interval.low > -1) expect(clustered?.low).toBeCloseTo(found.interval.low, 9)
      }),
    )
  })

  it('refuses what is no probability', () =>
    refused(() => pairedTest([{ first: 1.2, second: 0.5, outcome: 1 }]), /outside 0 to 1/))
})
