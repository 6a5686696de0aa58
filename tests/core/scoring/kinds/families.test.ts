import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Family, meanFamilyScore, scoreFamily } from '../../../../src/core/scoring/kinds/families.ts'
import { refused } from '../refused.ts'

/** One of each family with an outcome in its support, one outside or far out, and the stretch that holds its probability. */
const forecasts: { forecast: Family; outcomes: number[]; from: number; to: number }[] = [
  { forecast: { family: 'normal', mean: 3, sd: 2 }, outcomes: [2, 20], from: -20, to: 26 },
  { forecast: { family: 'lognormal', meanlog: 0.2, sdlog: 0.4 }, outcomes: [1.5, -1, 0, 6], from: 0, to: 30 },
  { forecast: { family: 'logistic', location: -1, scale: 0.5 }, outcomes: [0, -8], from: -25, to: 23 },
  { forecast: { family: 'student_t', df: 6.5, location: 1, scale: 0.3 }, outcomes: [0.7, 5], from: -80, to: 82 },
  { forecast: { family: 'uniform', min: -2, max: 5 }, outcomes: [1, -3, 9, 5], from: -2, to: 5 },
  { forecast: { family: 'beta', shape1: 2.5, shape2: 1.5 }, outcomes: [0.6, -0.2, 1.7], from: 0, to: 1 },
  { forecast: { family: 'gamma', shape: 2.2, rate: 1.5 }, outcomes: [1, -2, 0, 9], from: 0, to: 40 },
  {
    forecast: { family: 'two_piece_normal', location: 4, scale1: 1, scale2: 3 },
    outcomes: [3, 4, 9],
    from: -8,
    to: 40,
  },
]
const each = forecasts.flatMap(({ outcomes, ...rest }) => outcomes.map((outcome) => ({ ...rest, outcome })))

/** The integral by many small steps, each by Simpson's rule. */
const integral = (of: (x: number) => number, from: number, to: number): number => {
  const [steps, width] = [20_000, (to - from) / 20_000]
  let so = 0
  for (let step = 0; step < steps; step++) {
    const x = from + step * width
    so += (width / 6) * (of(x) + 4 * of(x + width / 2) + of(x + width))
  }
  return so
}

describe('scoreFamily', () => {
  it.each(each)('has the CRPS that the definition gives: %j', ({ forecast, outcome, from, to }) => {
    const cdf = (x: number): number => scoreFamily(forecast, x).pit
    const cut = Math.min(to, Math.max(from, outcome))
    const below = integral((x) => cdf(x) ** 2, from, cut)
    const above = integral((x) => (1 - cdf(x)) ** 2, cut, to)
    const outside = Math.max(0, from - outcome, outcome - to)
    expect(scoreFamily(forecast, outcome).crps).toBeCloseTo(below + above + outside, 5)
  })

  it.each(forecasts)('has a density that adds up to its cdf: %j', ({ forecast, outcomes, from }) => {
    const to = outcomes[0] ?? 0
    const density = (x: number): number => Math.exp(-scoreFamily(forecast, x).logLoss)
    const start = forecast.family === 'uniform' ? from : from + 1e-12
    expect(integral(density, start, to)).toBeCloseTo(scoreFamily(forecast, to).pit, 6)
  })

  it.each<[Family, number, { crps: number; logLoss: number; pit: number }]>([
    [
      { family: 'normal', mean: 0, sd: 1 },
      0.3,
      { crps: 0.26933290068666343, logLoss: 0.9639385332046727, pit: 0.6179114221889526 },
    ],
    [{ family: 'uniform', min: 0, max: 10 }, 12, { crps: 16 / 3, logLoss: Infinity, pit: 1 }],
    [{ family: 'gamma', shape: 1, rate: 2 }, 0, { crps: 0.25, logLoss: -Math.log(2), pit: 0 }],
    [{ family: 'beta', shape1: 1, shape2: 1 }, 0, { crps: 1 / 3, logLoss: 0, pit: 0 }],
    [{ family: 'beta', shape1: 1, shape2: 1 }, 1, { crps: 1 / 3, logLoss: 0, pit: 1 }],
    [{ family: 'lognormal', meanlog: 0, sdlog: 1 }, 0, { crps: 0.790562, logLoss: Infinity, pit: 0 }],
  ])('%j at %f', (forecast, outcome, wanted) => {
    const found = scoreFamily(forecast, outcome)
    expect(found.crps).toBeCloseTo(wanted.crps, 4)
    expect(found.logLoss).toBeCloseTo(wanted.logLoss, 10)
    expect(found.pit).toBeCloseTo(wanted.pit, 10)
  })

  it('does not depend on the unit: crps scales with it, pit stays', () => {
    fc.assert(
      fc.property(fc.double({ min: -5, max: 5, noNaN: true }), fc.integer({ min: 1, max: 1000 }), (y, unit) => {
        const [one, other] = [
          scoreFamily({ family: 'two_piece_normal', location: 1, scale1: 0.5, scale2: 2 }, y),
          scoreFamily({ family: 'two_piece_normal', location: unit, scale1: unit / 2, scale2: 2 * unit }, y * unit),
        ]
        expect(other.crps / unit).toBeCloseTo(one.crps, 9)
        expect(other.pit).toBeCloseTo(one.pit, 12)
        expect(other.logLoss - Math.log(unit)).toBeCloseTo(one.logLoss, 9)
      }),
    )
  })

  it('gives the two-piece normal with equal pieces as the normal, and Student with many df nearly so', () => {
    for (const y of [-3, 0, 0.4, 5]) {
      const normal = scoreFamily({ family: 'normal', mean: 0.4, sd: 2 }, y)
      const pieces = scoreFamily({ family: 'two_piece_normal', location: 0.4, scale1: 2, scale2: 2 }, y)
      const student = scoreFamily({ family: 'student_t', df: 1e7, location: 0.4, scale: 2 }, y)
      for (const key of ['crps', 'logLoss', 'pit'] as const) {
        expect(pieces[key]).toBeCloseTo(normal[key], 12)
        expect(student[key]).toBeCloseTo(normal[key], 5)
      }
    }
  })

  it.each<[Family, RegExp]>([
    [{ family: 'normal', mean: 0, sd: 0 }, /sd is 0/],
    [{ family: 'normal', mean: 0, sd: -1 }, /sd is -1/],
    [{ family: 'normal', mean: Number.NaN, sd: 1 }, /NaN/],
    [{ family: 'uniform', min: 3, max: 3 }, /no range/],
    [{ family: 'student_t', df: 1, location: 0, scale: 1 }, /no mean/],
    [{ family: 'beta', shape1: 1, shape2: 0 }, /shape2 is 0/],
    [{ family: 'two_piece_normal', location: 0, scale1: 1, scale2: -2 }, /scale2 is -2/],
  ])('refuses %j', (forecast, detail) => refused(() => scoreFamily(forecast, 1), detail))
})

describe('meanFamilyScore', () => {
  it('averages, is infinite with one outcome outside a support, and null for none', () => {
    const at = (y: number) => scoreFamily({ family: 'normal', mean: 0, sd: 1 }, y)
    const found = meanFamilyScore([at(0), at(0.3)])
    expect(found).toMatchObject({ n: 2, crps: expect.closeTo((0.23369498 + 0.2693329) / 2, 7) })
    const outside = scoreFamily({ family: 'uniform', min: 0, max: 1 }, 2)
    expect(meanFamilyScore([at(0), outside])?.logLoss).toBe(Infinity)
    expect(meanFamilyScore([])).toBeNull()
  })
})
