import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { betaP } from '../../../../src/core/scoring/numbers/beta.ts'
import { betaMean, betaVariance, varianceOfSquare } from '../../../../src/core/scoring/words/beta-moments.ts'
import { expectedScores } from '../../../../src/core/scoring/words/expected-score.ts'
import { pointScores } from '../../../../src/core/scoring/words/point-score.ts'
import { lexicon, someStatements, turned } from './arbitrary.ts'

const said = (phrase: string, n: number, hits: number) => ({ phrase, polarity: '+' as const, n, hits })

/** E f(P), the chance of each of many narrow strips taken from the distribution function. */
const mean = (f: (p: number) => number, { alpha, beta }: { alpha: number; beta: number }): number => {
  const strips = 4000
  let so = 0
  for (let at = 0; at < strips; at++)
    so += f((at + 0.5) / strips) * (betaP((at + 1) / strips, alpha, beta) - betaP(at / strips, alpha, beta))
  return so
}

describe('moments of a Beta distribution', () => {
  const shapes = [
    { alpha: 1, beta: 1 },
    { alpha: 3, beta: 1.5 },
    { alpha: 15.2, beta: 5.7 },
    { alpha: 0.84, beta: 9.19 },
  ]
  it.each(shapes)('of $alpha, $beta are those of its distribution function', (shape) => {
    expect(betaMean(shape)).toBeCloseTo(
      mean((p) => p, shape),
      5,
    )
    expect(betaVariance(shape)).toBeCloseTo(
      mean((p) => (p - betaMean(shape)) ** 2, shape),
      5,
    )
    for (const c of [0, 0.3, 1]) {
      const square = mean((p) => (p - c) ** 2, shape)
      expect(varianceOfSquare(shape, c)).toBeCloseTo(
        mean((p) => ((p - c) ** 2 - square) ** 2, shape),
        5,
      )
    }
  })

  it('of a uniform one, around a half, is 1/180', () => {
    expect(varianceOfSquare({ alpha: 1, beta: 1 }, 0.5)).toBeCloseTo(1 / 180, 15)
  })
})

describe('expectedScores', () => {
  it('is the worked example', () => {
    expect(expectedScores({ numbers: [], words: [said('likely', 2, 1)] }, lexicon)).toMatchObject({
      n: 2,
      pointBrier: 0.3125,
      lexiconVariance: expect.closeTo(0.0375, 15),
      expectedBrier: expect.closeTo(0.35, 15),
      expectedLog: expect.closeTo(13 / 12, 14),
    })
  })

  it('takes numbers as they stand, and mixes them by how many there are', () => {
    const numbers = [{ p: 0.8, n: 2, hits: 1 }]
    const alone = expectedScores({ numbers, words: [] }, lexicon)
    expect(alone).toMatchObject({
      pointBrier: expect.closeTo(0.34, 15),
      lexiconVariance: 0,
      sd: { shared: 0, independent: 0 },
    })
    const mixed = expectedScores({ numbers, words: [said('likely', 2, 1)] }, lexicon)
    expect(mixed?.pointBrier).toBeCloseTo((0.34 + 0.3125) / 2, 15)
    expect(mixed?.lexiconVariance).toBeCloseTo(0.0375 / 2, 15)
  })

  it('has an infinite log score when a stated certainty failed, and no score for nothing', () => {
    const failed = expectedScores({ numbers: [{ p: 1, n: 1, hits: 0 }], words: [said('likely', 1, 1)] }, lexicon)
    expect(failed?.expectedLog).toBe(Infinity)
    expect(failed?.pointBrier).toBe((1 + 0.0625) / 2)
    expect(expectedScores({ numbers: [], words: [] }, lexicon)).toBeNull()
    expect(expectedScores({ numbers: [], words: [said('likely', 0, 0)] }, lexicon)).toBeNull()
  })

  it('does not change when questions are turned round, and adds up', () => {
    fc.assert(
      fc.property(someStatements, (statements) => {
        const [one, other] = [expectedScores(statements, lexicon), expectedScores(turned(statements), lexicon)]
        expect(one === null).toBe(other === null)
        if (one === null || other === null) return
        expect(other.expectedBrier).toBeCloseTo(one.expectedBrier, 12)
        expect(other.expectedLog).toBeCloseTo(one.expectedLog, 12)
        expect(other.sd.shared).toBeCloseTo(one.sd.shared, 12)
        expect(one.expectedBrier).toBeCloseTo(one.pointBrier + one.lexiconVariance, 15)
        expect(one.lexiconVariance).toBeLessThanOrEqual(0.25)
      }),
    )
  })
})

describe('pointScores', () => {
  it('is the worked example at the mean and at the median', () => {
    const median = 0.5 ** (1 / 3)
    const scores = pointScores({ numbers: [], words: [said('likely', 2, 1)] }, lexicon)
    expect(scores?.atMean).toBe(0.3125)
    expect(scores?.atMedian).toBeCloseTo((median ** 2 + (1 - median) ** 2) / 2, 12)
    expect(pointScores({ numbers: [], words: [] }, lexicon)).toBeNull()
  })

  it('at the mean is what the expected score calls its point', () => {
    fc.assert(
      fc.property(someStatements, (statements) => {
        const scores = pointScores(statements, lexicon)
        const exact = expectedScores(statements, lexicon)
        expect(scores === null).toBe(exact === null)
        if (scores && exact) expect(scores.atMean).toBeCloseTo(exact.pointBrier, 12)
      }),
    )
  })
})
