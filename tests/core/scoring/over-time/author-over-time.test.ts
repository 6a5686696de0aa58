import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  authorOverTime,
  overTimeMeasures,
  questionFigures,
  type Stood,
  type TimedQuestion,
} from '../../../../src/core/scoring/over-time/author-over-time.ts'
import { definitions } from '../../../../src/core/scoring/report/definitions.ts'

const ten = (stood: Stood[], actualClose = 10, family = 'one'): TimedQuestion => ({
  family,
  open: 0,
  actualClose,
  scheduledClose: 10,
  stood,
})
const says = (user: string, came: number, from: number, until: number | null = null): Stood => ({
  user,
  from,
  until,
  came,
})

describe('questionFigures', () => {
  it('are those of the docstring for one who came halfway and was alone', () => {
    const found = questionFigures(ten([says('a', 0.8, 5)]), 'a')
    expect(found).toMatchObject({ timeCoverage: 0.5, spotCoverage: 1, peerScore: null, spotScore: null })
    expect(found?.timeWeightedBrier).toBeCloseTo(0.04, 12)
    expect(found?.filledBrier).toBeCloseTo(0.145, 12)
    expect(found?.timeWeightedLog).toBeCloseTo(-Math.log(0.8), 12)
    expect(found?.filledLog).toBeCloseTo((-Math.log(0.8) - Math.log(0.5)) / 2, 12)
    expect(found?.timeWeightedBaseline).toBeCloseTo(33.903595, 6)
  })

  it('count the time that was withdrawn as silence', () => {
    const found = questionFigures(ten([says('a', 0.6, 0, 4), says('a', 0.9, 8)]), 'a')
    // Four days of .16 and two of .01, of ten.
    expect(found?.timeWeightedBrier).toBeCloseTo((4 * 0.16 + 2 * 0.01) / 6, 12)
    expect(found?.filledBrier).toBeCloseTo((4 * 0.16 + 2 * 0.01 + 4 * 0.25) / 10, 12)
    expect(found).toMatchObject({ timeCoverage: expect.closeTo(0.6, 12), spotCoverage: 1 })
    expect(questionFigures(ten([says('a', 0.6, 0, 4)]), 'a')?.spotCoverage).toBe(0)
  })

  it('of a failed certainty are infinite where nothing is clipped', () => {
    const found = questionFigures(ten([says('a', 0, 0), says('b', 0.5, 0)]), 'a')
    expect(found).toMatchObject({ timeWeightedLog: Infinity, finalForecastLog: Infinity, filledLog: Infinity })
    expect(found?.timeWeightedLogClipped).toBeCloseTo(-Math.log(0.001), 12)
    expect(found?.peerScore).toBeCloseTo(100 * Math.log(0.001 / 0.5), 9)
    expect(authorOverTime([ten([says('a', 0, 0)])], 'a').figures.timeWeightedLog).toMatchObject({ value: Infinity })
  })

  it('are none where nothing stood before the close', () => {
    expect(questionFigures(ten([says('a', 0.6, 6)], 5), 'a')).toBeNull()
    expect(questionFigures(ten([says('b', 0.6, 0)]), 'a')).toBeNull()
    expect(authorOverTime([], 'a')).toMatchObject({ scored: 0, families: 0, others: null })
  })
})

it('authorOverTime weighs every question alike and clusters by family', () => {
  const questions = [ten([says('a', 0.8, 9)]), ten([says('a', 0.6, 0), says('b', 0.5, 0)], 10, 'two')]
  const { scored, families, others, figures } = authorOverTime(questions, 'a')
  expect({ scored, families, others }).toEqual({ scored: 2, families: 2, others: 0.5 })
  expect(figures.timeWeightedBrier).toMatchObject({ value: expect.closeTo(0.1, 12), n: 2 })
  // The standard error of .04 and .16 is .06, t of one degree of freedom 12.7062.
  expect(figures.timeWeightedBrier?.interval?.high).toBeCloseTo(0.1 + 12.7062 * 0.06, 4)
  expect(figures.peerScore).toMatchObject({ n: 1, families: 1, interval: null })
})

const stood = fc.record({
  user: fc.constantFrom<string>('a', 'b', 'c', 'd'),
  from: fc.integer({ min: -3, max: 12 }),
  length: fc.integer({ min: 1, max: 14 }),
  came: fc.integer({ min: 0, max: 1000 }).map((k) => k / 1000),
})

/** One's forecasts do not overlap: each ends where the next begins. */
const apart = (all: readonly { user: string; from: number; length: number; came: number }[]): Stood[] =>
  all.map(({ user, from, length, came }, at) => {
    const later = all.filter((one, n) => one.user === user && (one.from > from || (one.from === from && n > at)))
    const until = Math.min(from + length, ...later.map((one) => one.from))
    return { user, from, until: until > 10 ? null : until, came }
  })

describe('peer and spot scores', () => {
  it('of all who forecast sum to 0', () =>
    fc.assert(
      fc.property(fc.array(stood, { minLength: 1, maxLength: 12 }), fc.integer({ min: 1, max: 10 }), (all, close) => {
        const question = ten(apart(all), close)
        for (const measure of ['peerScore', 'spotScore'] as const) {
          const scores = ['a', 'b', 'c', 'd'].map((user) => questionFigures(question, user)?.[measure] ?? 0)
          expect(scores.reduce((so, score) => so + score, 0)).toBeCloseTo(0, 8)
        }
      }),
      { numRuns: 1000 },
    ))

  it('keep every figure within the range of its definition', () =>
    fc.assert(
      fc.property(fc.array(stood, { minLength: 1, maxLength: 8 }), fc.integer({ min: 1, max: 10 }), (all, close) => {
        const found = questionFigures(ten(apart(all), close), 'a')
        for (const measure of overTimeMeasures) {
          const [low, high] = definitions.find(({ id }) => id === measure)?.range ?? []
          const value = found?.[measure] ?? null
          if (value === null) continue
          expect(value, measure).toBeGreaterThanOrEqual((low ?? Number.NEGATIVE_INFINITY) - 1e-9)
          expect(value, measure).toBeLessThanOrEqual((high ?? Number.POSITIVE_INFINITY) + 1e-9)
        }
      }),
      { numRuns: 1000 },
    ))
})
