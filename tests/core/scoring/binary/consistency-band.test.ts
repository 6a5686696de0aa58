import { describe, expect, it } from 'vitest'
import {
  asymptoticConsistency,
  exactConsistency,
  resampledConsistency,
} from '../../../../src/core/scoring/binary/consistency-band.ts'
import { counts, grid, rufibach } from './counting.ts'

describe('exactConsistency', () => {
  it.each([
    { given: rufibach, level: 0.9, low: 0, high: 0.5 },
    { given: rufibach, level: 0.95, low: 0, high: 1 },
    { given: counts([0, 2, 0]), level: 0.9, low: 0, high: 0 },
    { given: counts([1, 2, 0]), level: 0.9, low: 1, high: 1 },
    { given: counts([0.95, 1, 1]), level: 0.9, low: 0, high: 1 },
  ])('$given at $level', ({ given, level, low, high }) => {
    expect(exactConsistency(given, level)).toEqual([{ p: given[0]?.p, low, high, level }])
  })
})

describe('asymptoticConsistency', () => {
  it('is the normal range, cut', () => {
    const [half, seldom] = asymptoticConsistency(counts([0.5, 4, 2], [0.9, 1, 1]))
    expect(half?.low).toBeCloseTo(0.5 - 1.6448536269514722 * 0.25, 13)
    expect(seldom).toMatchObject({ low: expect.closeTo(0.9 - 1.6448536269514722 * 0.3, 13), high: 1 })
  })
})

describe('resampledConsistency', () => {
  it('is the same for the same seed, and another for another', () => {
    const given = grid(10)
    const band = resampledConsistency(given, { seed: 'a', draws: 200 })
    expect(resampledConsistency(given, { seed: 'a', draws: 200 })).toEqual(band)
    expect(resampledConsistency(given, { seed: 'b', draws: 200 })).not.toEqual(band)
  })

  it('lies around the diagonal, rises, and narrows with n', () => {
    const [few, many] = [10, 1000].map((n) => resampledConsistency(grid(n), { seed: 's', draws: 400 }))
    for (const band of [few ?? [], many ?? []]) {
      band.forEach(({ p, low, high }, at) => {
        expect(low).toBeLessThanOrEqual(p)
        expect(high).toBeGreaterThanOrEqual(p)
        expect(low).toBeGreaterThanOrEqual(band[at - 1]?.low ?? 0)
      })
    }
    expect((many?.[9]?.high ?? 1) - (many?.[9]?.low ?? 0)).toBeLessThan((few?.[9]?.high ?? 0) - (few?.[9]?.low ?? 1))
    // One p alone: the frequency of 2,000 draws of chance ½ lies within ½ ± 1.645 √(¼/2000).
    const [one] = resampledConsistency(counts([0.5, 2000, 1000]), { seed: 's', draws: 4000 })
    expect(one?.high).toBeCloseTo(0.5 + 1.645 * Math.sqrt(0.25 / 2000), 2)
  })

  it('has no point without forecasts', () => {
    expect(resampledConsistency([], { seed: 's' })).toEqual([])
  })
})
