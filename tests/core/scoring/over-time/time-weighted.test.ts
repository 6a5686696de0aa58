import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  meanOverTime,
  type Question,
  type QuestionScore,
  questionOverTime,
  weightedCounts,
  weightedReliability,
} from '../../../../src/core/scoring/over-time/time-weighted.ts'
import { refused } from '../refused.ts'

const question = (updates: [number, number][], outcome: 0 | 1 = 1, close = 10): Question => ({
  open: 0,
  close,
  outcome,
  updates: updates.map(([at, p]) => ({ at, p })),
})
const scored = (...questions: Question[]): QuestionScore[] => questions.flatMap((one) => questionOverTime(one) ?? [])

describe('questionOverTime', () => {
  it.each([
    { updates: [[5, 0.8]], wanted: { timeWeighted: 0.04, coverage: 0.5, first: 0.04, final: 0.04, fillHalf: 0.145 } },
    {
      updates: [
        [0, 0.5],
        [8, 1],
      ],
      wanted: { timeWeighted: 0.2, coverage: 1, first: 0.25, final: 0, fillHalf: 0.2 },
    },
    // Said before the opening: stands from it on. Said after the close: never.
    {
      updates: [
        [-5, 0.4],
        [-2, 0.6],
        [12, 1],
      ],
      wanted: { timeWeighted: 0.16, coverage: 1, first: 0.16, final: 0.16, fillHalf: 0.16 },
    },
    // Two at one time: the later one stands alone.
    {
      updates: [
        [0, 0.1],
        [0, 0.9],
      ],
      wanted: { timeWeighted: 0.01, coverage: 1, first: 0.01, final: 0.01, fillHalf: 0.01 },
    },
  ] as { updates: [number, number][]; wanted: Record<string, number> }[])('%j', ({ updates, wanted }) => {
    const found = questionOverTime(question(updates))
    for (const [rule, value] of Object.entries(wanted)) {
      expect(found?.[rule as 'timeWeighted'], rule).toBeCloseTo(value, 12)
    }
  })

  it('is nothing where no forecast stood before the close', () => {
    expect(questionOverTime(question([]))).toBeNull()
    expect(questionOverTime(question([[10, 0.5]]))).toBeNull()
  })

  it('refuses what cannot be', () => {
    refused(
      () =>
        questionOverTime(
          question([
            [5, 0.5],
            [4, 0.5],
          ]),
        ),
      /cannot be/,
    )
    refused(() => questionOverTime(question([[5, 1.5]])), /cannot be/)
    refused(() => questionOverTime(question([[5, 0.5]], 1, 0)), /closes before it opens/)
  })
})

describe('over several questions', () => {
  const two = scored(
    question([
      [0, 0.2],
      [5, 0.6],
    ]),
    question([[0, 0.5]], 0, 30),
  )

  it('averages questions alike, and time alike where pooled', () => {
    const found = meanOverTime(two)
    expect(found?.timeWeighted).toBeCloseTo((0.4 + 0.25) / 2, 12)
    expect(found?.pooled).toBeCloseTo((4 + 7.5) / 40, 12)
    // Residuals 4 − .2875 · 10 and its negative: √(2 · 2 · 1.125²)/40.
    expect(found?.pooledError).toBeCloseTo((2 * 1.125) / 40, 12)
    expect(meanOverTime(two.slice(0, 1))?.pooledError).toBeNull()
    expect(meanOverTime([])).toBeNull()
  })

  it('spreads one question over its probabilities', () => {
    expect(weightedCounts(two)).toEqual([
      { p: 0.2, weight: 0.5, hits: 0.5 },
      { p: 0.5, weight: 1, hits: 0 },
      { p: 0.6, weight: 0.5, hits: 0.5 },
    ])
    expect(weightedReliability(weightedCounts(two))).toBeCloseTo((0.5 * 0.64 + 0.25 + 0.5 * 0.16) / 2, 12)
    expect(weightedReliability([])).toBeNull()
  })

  it('weighs every question 1, and is never above the score itself', () => {
    const updates = fc
      .array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 10 })), { minLength: 1, maxLength: 5 })
      .map((all) => all.toSorted((a, b) => a[0] - b[0]).map(([at, p]): [number, number] => [at, p / 10]))
    fc.assert(
      fc.property(fc.array(fc.tuple(updates, fc.constantFrom<0 | 1>(0, 1)), { minLength: 1 }), (given) => {
        const scores = scored(...given.map(([each, outcome]) => question(each, outcome)))
        const counts = weightedCounts(scores)
        expect(counts.reduce((so, { weight }) => so + weight, 0)).toBeCloseTo(scores.length, 9)
        expect(weightedReliability(counts)).toBeLessThanOrEqual((meanOverTime(scores)?.timeWeighted ?? 0) + 1e-12)
      }),
    )
  })
})
