import { describe, expect, it } from 'vitest'
import { categoricalSpherical } from '../../../../src/core/scoring/more/categorical-spherical.ts'
import { refused } from '../refused.ts'

describe('categoricalSpherical', () => {
  it.each<[number[], number, number]>([
    [[0.7, 0.2, 0.1], 0, 0.7 / Math.sqrt(0.54)],
    [[0.25, 0.25, 0.25, 0.25], 1, 0.5],
    [[0, 1], 1, 1],
    [[0, 1], 0, 0],
  ])('of %j when %i came is %f', (given, came, score) => {
    expect(categoricalSpherical(given, came)).toBeCloseTo(score, 12)
  })

  it('refuses what is no distribution', () => refused(() => categoricalSpherical([0.5, 0.6], 0), /sum to 1.1/))
})
