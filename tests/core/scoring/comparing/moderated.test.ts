import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { moderated } from '../../../../src/core/scoring/comparing/moderated.ts'

describe('moderated', () => {
  it('is the worked example', () => {
    const [first = 0, second = 0] = moderated([
      { error: 0.1, families: 31 },
      { error: 0.2, families: 31 },
    ])
    expect(first).toBeCloseTo(Math.sqrt(0.02), 12)
    expect(second).toBeCloseTo(Math.sqrt(0.03), 12)
  })

  it('lies between an own error and the common one, nearer the own the more families stand behind it', () => {
    const one = fc.record({
      error: fc.integer({ min: 1, max: 50 }).map((k) => k / 100),
      families: fc.integer({ min: 2, max: 2000 }),
    })
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 20 }), (all) => {
        const df = all.reduce((so, { families }) => so + families - 1, 0)
        const pooled = all.reduce((so, { error, families }) => so + (families - 1) * families * error * error, 0) / df
        const errors = moderated(all)
        for (const [at, { error, families }] of all.entries()) {
          const common = Math.sqrt(pooled / families)
          const [low, high] = [Math.min(error, common), Math.max(error, common)]
          expect(errors[at]).toBeGreaterThanOrEqual(low * (1 - 1e-9))
          expect(errors[at]).toBeLessThanOrEqual(high * (1 + 1e-9))
          const moved = Math.abs((errors[at] ?? 0) ** 2 - error ** 2)
          if (families > 1000) expect(moved).toBeLessThan(0.06 * Math.abs(common ** 2 - error ** 2) + 1e-15)
        }
      }),
    )
  })
})
