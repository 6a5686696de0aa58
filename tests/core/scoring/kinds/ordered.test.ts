import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { categoricalBrierSum } from '../../../../src/core/scoring/kinds/categorical.ts'
import {
  normalisedRankedProbability,
  orderedBrier,
  rankedProbability,
} from '../../../../src/core/scoring/kinds/ordered.ts'
import { refused } from '../refused.ts'

const shares = fc
  .array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 2, maxLength: 7 })
  .map((all) => all.map((weight) => weight / all.reduce((so, one) => so + one, 0)))

describe('scores of ordered categories', () => {
  it.each<[number[], number, number, number, number]>([
    [[0.1, 0.2, 0.4, 0.3], 0, 1.39, 1.39 / 3, (2 * 1.39) / 3],
    [[1, 0, 0, 0], 3, 3, 1, 2],
    [[1, 0, 0, 0], 1, 1, 1 / 3, 2 / 3],
    [[0, 1], 1, 0, 0, 0],
  ])('of %j when %i came', (given, came, plain, normalised, ordered) => {
    expect(rankedProbability(given, came)).toBeCloseTo(plain, 12)
    expect(normalisedRankedProbability(given, came)).toBeCloseTo(normalised, 12)
    expect(orderedBrier(given, came)).toBeCloseTo(ordered, 12)
  })

  it('is the mean Brier score over the ways to cut the order in two, by the published rule', () => {
    fc.assert(
      fc.property(shares, fc.nat(), (given, place) => {
        const came = place % given.length
        const cuts = given.slice(1).map((_, cut) => {
          const low = given.slice(0, cut + 1).reduce((so, p) => so + p, 0)
          return categoricalBrierSum([low, Math.max(0, 1 - low)], came <= cut ? 0 : 1)
        })
        expect(orderedBrier(given, came)).toBeCloseTo(cuts.reduce((so, cut) => so + cut, 0) / cuts.length, 10)
      }),
    )
  })

  it('does not depend on the direction of the order', () => {
    fc.assert(
      fc.property(shares, fc.nat(), (given, place) => {
        const came = place % given.length
        const mirrored = rankedProbability(given.toReversed(), given.length - 1 - came)
        expect(rankedProbability(given, came)).toBeCloseTo(mirrored, 10)
      }),
    )
  })

  it('refuses what is no distribution', () => refused(() => rankedProbability([0.5, 0.4], 0), /sum to 0.9/))
})
