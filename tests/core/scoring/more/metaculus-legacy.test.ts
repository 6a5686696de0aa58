import { describe, expect, it } from 'vitest'
import {
  baselineStanding,
  peerStandingBefore,
  relativeScore,
  relativeWeight,
  tournamentTake,
} from '../../../../src/core/scoring/more/metaculus-legacy.ts'

describe('scores that Metaculus used before', () => {
  it('are these', () => {
    expect(relativeScore(0.8, 0.4)).toBe(1)
    expect(relativeScore(0.1, 0.4)).toBe(-2)
    expect(relativeWeight(0.5, 0)).toBe(0.5)
    expect(relativeWeight(0.5, 1)).toBeCloseTo(Math.E / 2, 12)
    const earned = Array.from({ length: 20 }, () => ({ score: 10 }))
    expect(peerStandingBefore(earned)).toBe(5)
    expect(peerStandingBefore([...earned, ...earned, ...earned])).toBe(10)
    expect(baselineStanding(earned)).toBe(200)
    expect([tournamentTake(-3), tournamentTake(0), tournamentTake(4)]).toEqual([0, 0, 16])
  })
})
