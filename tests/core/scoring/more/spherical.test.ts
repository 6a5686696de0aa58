import { describe, expect, it } from 'vitest'
import { spherical } from '../../../../src/core/scoring/more/spherical.ts'
import { counts } from '../binary/counting.ts'

describe('spherical', () => {
  it.each([
    { given: counts([0.8, 1, 1]), value: 0.8 / Math.sqrt(0.68) },
    { given: counts([0.5, 4, 1]), value: Math.SQRT1_2 },
    { given: counts([0, 1, 0], [1, 1, 1]), value: 1 },
    { given: counts([0, 1, 1], [1, 1, 0]), value: 0 },
  ])('$given', ({ given, value }) => {
    expect(spherical(given)).toBeCloseTo(value, 14)
  })

  it('has no value without forecasts', () => {
    expect(spherical([])).toBeNull()
  })
})
