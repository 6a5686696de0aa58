import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cohensKappa, type RatingTable } from '../../../../src/core/scoring/comparing/cohens-kappa.ts'

const halfOf = (table: RatingTable): number => {
  const { interval, kappa } = cohensKappa(table) ?? { interval: { low: 0 }, kappa: 0 }
  return kappa - interval.low
}

/** κ straight from its definition, of shares in any table. */
const kappaOf = (shares: readonly (readonly number[])[]): number => {
  const k = shares.length
  let [agreed, chance] = [0, 0]
  for (let i = 0; i < k; i++) {
    agreed += shares[i]?.[i] ?? 0
    const row = shares[i]?.reduce((so, p) => so + p, 0) ?? 0
    chance += row * shares.reduce((so, cells) => so + (cells[i] ?? 0), 0)
  }
  return (agreed - chance) / (1 - chance)
}

/** The error by the delta method with numeric slopes, which knows nothing of the formula: √((Σ p s² − (Σ p s)²)/n). */
const numericError = (table: RatingTable): number => {
  const n = table.flat().reduce((so, count) => so + count, 0)
  const shares = table.map((row) => row.map((count) => count / n))
  const H = 1e-6
  const moved = (i: number, j: number, by: number) =>
    kappaOf(shares.map((row, at) => row.map((p, to) => (at === i && to === j ? p + by : p))))
  let [square, mean] = [0, 0]
  for (const [i, row] of shares.entries()) {
    for (const [j, p] of row.entries()) {
      const slope = (moved(i, j, H) - moved(i, j, -H)) / (2 * H)
      square += p * slope ** 2
      mean += p * slope
    }
  }
  return Math.sqrt((square - mean ** 2) / n)
}

const Z = 1.959963984540054

describe('Cohen’s κ', () => {
  // Worked by hand: pₒ = .70, pₑ = .5·.6 + .5·.4 = .50.
  const hand = [
    [20, 5],
    [10, 15],
  ]
  // Cohen 1960, table 1, as counts of 100: pₒ = .29, pₑ = .35.
  const cohen = [
    [25, 13, 12],
    [12, 2, 16],
    [3, 15, 2],
  ]
  // Fleiss, Levin & Paik 2003, table 18.1: diagnoses of 100 subjects, pₒ = .89, pₑ = .66.
  const fleiss = [
    [75, 1, 4],
    [5, 4, 1],
    [0, 0, 10],
  ]
  it.each<[string, RatingTable, number]>([
    ['two by two', hand, 0.4],
    ['less than chance', cohen, -0.06 / 0.65],
    ['three diagnoses', fleiss, 0.23 / 0.34],
    [
      'all apart',
      [
        [0, 20],
        [20, 0],
      ],
      -1,
    ],
    [
      'independent',
      [
        [16, 24],
        [24, 36],
      ],
      0,
    ],
  ])('of %s is as worked by hand', (_, table, kappa) => {
    expect(cohensKappa(table)?.kappa).toBeCloseTo(kappa, 12)
  })

  it('has the error of Fleiss, Cohen and Everitt, .087 of the diagnoses', () => {
    expect(halfOf(fleiss) / Z).toBeCloseTo(0.087, 2)
  })

  it('has the error that the delta method gives by numbers alone, of any table', () => {
    const counts = fc.integer({ min: 1, max: 60 })
    const square = fc.integer({ min: 2, max: 4 }).chain((k) => {
      const row = fc.array(counts, { minLength: k, maxLength: k })
      return fc.array(row, { minLength: k, maxLength: k })
    })
    fc.assert(
      fc.property(square, (table) => {
        const found = cohensKappa(table)
        if (!found || found.interval.low === -1) return
        expect(found.kappa).toBeCloseTo(
          kappaOf(table.map((row) => row.map((c) => c / table.flat().reduce((a, b) => a + b)))),
          10,
        )
        expect((found.kappa - found.interval.low) / Z).toBeCloseTo(numericError(table), 6)
      }),
    )
  })

  it('of raters who always agree is 1, with an interval that is no point', () => {
    const { kappa, interval } = cohensKappa([
      [20, 0],
      [0, 20],
    ]) ?? { kappa: 0, interval: { low: 1, high: 0 } }
    expect(kappa).toBe(1)
    // Wilson's lower end of 40 of 40 is 40/(40 + z²) = .9124; (.9124 − .5)/.5.
    expect(interval.low).toBeCloseTo((40 / (40 + Z ** 2) - 0.5) / 0.5, 10)
    expect(interval.high).toBe(1)
  })

  it('is none of nothing, nor where both put everything in one category', () => {
    expect(
      cohensKappa([
        [0, 0],
        [0, 0],
      ]),
    ).toBeNull()
    expect(
      cohensKappa([
        [50, 0],
        [0, 0],
      ]),
    ).toBeNull()
  })
})
