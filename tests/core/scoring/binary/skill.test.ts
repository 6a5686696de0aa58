import { describe, expect, it } from 'vitest'
import { skillAgainst, skillAgainstBaseRate, skillAgainstConstant } from '../../../../src/core/scoring/binary/skill.ts'
import { counts, rufibach, textbook } from './counting.ts'

describe('skill', () => {
  it.each([
    { name: 'against 50 %', skill: skillAgainstConstant(rufibach)?.skill, value: -0.36 },
    { name: 'against the base rate', skill: skillAgainstBaseRate(textbook)?.skill, value: 0.385 },
    { name: 'against a crowd of .2', skill: skillAgainst(rufibach, 0.2), value: 1 - 0.34 / 0.2 },
    { name: 'of the reference itself', skill: skillAgainstBaseRate(counts([0.25, 8, 2]))?.skill, value: 0 },
    { name: 'of certainty', skill: skillAgainstBaseRate(counts([0, 2, 0], [1, 2, 2]))?.skill, value: 1 },
  ])('$name', ({ skill, value }) => {
    expect(skill).toBeCloseTo(value, 14)
  })

  it('has no value against a perfect reference, without forecasts, or when all outcomes are alike', () => {
    expect(skillAgainst(rufibach, 0)).toBeNull()
    expect(skillAgainst([], 0.25)).toBeNull()
    expect(skillAgainstConstant([])).toBeNull()
    expect(skillAgainstBaseRate(counts([0.3, 5, 0]))).toBeNull()
    expect(skillAgainstConstant(counts([0.3, 5, 0]), 0)).toBeNull()
  })

  it('carries the spread of both scores and their covariance', () => {
    // By hand: BS .41/3, BS_ref 2/9, r = .615; s − r·s_ref of the three: .01 − .27333, .36 − .06833, .04 − .06833.
    const [a, b, c] = [0.01 - (0.615 * 4) / 9, 0.36 - 0.615 / 9, 0.04 - 0.615 / 9]
    const byHand = Math.sqrt((a * a + b * b + c * c) / 2 / 3) / (2 / 9)
    expect(skillAgainstBaseRate(textbook)?.sd).toBeCloseTo(byHand, 13)
    expect(skillAgainstConstant(counts([0.7, 1, 1]))?.sd).toBeNull()
  })
})
