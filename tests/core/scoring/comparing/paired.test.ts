import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Pair, paired, pairedFamilyTest } from '../../../../src/core/scoring/comparing/paired.ts'
import { pairedTest } from '../../../../src/core/scoring/comparing/paired-test.ts'

describe('paired', () => {
  const pair = (family: string, first: number, second: number, outcome: 0 | 1) => ({ family, first, second, outcome })

  it('is positive when the first forecaster is better', () => {
    const result = paired([pair('a', 0.8, 0.6, 1)])
    expect(result?.meanDifference).toBeCloseTo(0.12, 14)
    expect(result).toMatchObject({ commonQuestions: 1, families: 1, low: null, high: null })
  })

  it('counts questions of one family as one, and changes sign when swapped', () => {
    const pairs = [pair('a', 0.8, 0.6, 1), pair('a', 0.7, 0.6, 1), pair('b', 0.2, 0.5, 0), pair('c', 0.9, 0.4, 0)]
    const result = paired(pairs)
    const swapped = paired(pairs.map((one) => ({ ...one, first: one.second, second: one.first })))
    expect(result).toMatchObject({ commonQuestions: 4, families: 3 })
    expect(swapped?.meanDifference).toBeCloseTo(-(result?.meanDifference ?? 0), 14)
    expect(swapped?.low).toBeCloseTo(-(result?.high ?? 0), 14)
  })

  it('has no value without common questions', () => {
    expect(paired([])).toBeNull()
  })
})

describe('pairedFamilyTest', () => {
  const said = fc.integer({ min: 0, max: 20 }).map((at) => at / 20)
  const arbitrary = fc.record({
    first: said,
    second: said,
    outcome: fc.constantFrom(0 as const, 1 as const),
    family: fc.integer({ min: 0, max: 12 }).map(String),
  })

  it('is the worked example, and nothing where there is no spread', () => {
    const pairs: Pair[] = [
      { family: 'a', first: 0.8, second: 0.6, outcome: 1 },
      { family: 'b', first: 0.6, second: 0.6, outcome: 1 },
    ]
    expect(pairedFamilyTest(pairs)).toEqual({ t: expect.closeTo(1, 12), p: expect.closeTo(0.5, 12) })
    expect(pairedFamilyTest(pairs.map((pair) => ({ ...pair, family: 'a' })))).toBeNull()
    expect(pairedFamilyTest(pairs.map((pair) => ({ ...pair, second: 0.3, first: 0.4 })))).toBeNull()
  })

  it('agrees with the interval that stands beside it', () =>
    fc.assert(
      fc.property(fc.array(arbitrary, { minLength: 2, maxLength: 60 }), (pairs) => {
        const test = pairedFamilyTest(pairs)
        const { meanDifference, low, high } = paired(pairs) ?? {}
        if (test === null || low == null || high == null) return
        expect(Math.sign(test.t)).toBe(Math.sign(meanDifference ?? Number.NaN))
        // At p = .05 itself rounding decides.
        if (Math.abs(test.p - 0.05) > 1e-9) expect(test.p < 0.05).toBe(low > 0 || high < 0)
      }),
      { numRuns: 1000 },
    ))

  it('is the plain test with one question a family', () =>
    fc.assert(
      fc.property(fc.array(arbitrary, { minLength: 2, maxLength: 40 }), (said) => {
        const pairs = said.map((pair, at) => ({ ...pair, family: String(at) }))
        const [plain, test] = [pairedTest(pairs), pairedFamilyTest(pairs)]
        if (test === null || plain?.t == null) return
        expect(test.t).toBeCloseTo(plain.t, 6)
        expect(test.p).toBeCloseTo(plain.p ?? Number.NaN, 9)
      }),
      { numRuns: 1000 },
    ))
})
