import { describe, expect, it } from 'vitest'
import { pitUniformity } from '../../../../src/core/scoring/kinds/pit.ts'
import { randomFrom } from '../../../../src/core/scoring/numbers/random.ts'
import { refused } from '../refused.ts'

describe('pitUniformity', () => {
  it.each([
    [[0.75], 0.75, 0.5],
    [[0.25, 0.75], 0.25, 1],
    [[0, 0], 1, 0],
  ])('of %j', (pits, statistic, p) => {
    const found = pitUniformity(pits)
    expect(found?.statistic).toBeCloseTo(statistic, 12)
    expect(found?.p).toBeCloseTo(p, 12)
  })

  it('is below .05 for 5 % of even samples', () => {
    const random = randomFrom('even')
    const rejected = Array.from({ length: 1000 }, () => pitUniformity(Array.from({ length: 25 }, random))?.p ?? 1)
    expect(Math.abs(rejected.filter((p) => p < 0.05).length / 1000 - 0.05)).toBeLessThan(0.02)
  })

  it('has nothing to say of none, and refuses what is no cdf', () => {
    expect(pitUniformity([])).toBeNull()
    refused(() => pitUniformity([0.5, 1.5]), /outside 0 to 1/)
  })
})
