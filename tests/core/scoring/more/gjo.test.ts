import { describe, expect, it } from 'vitest'
import { dailyScores } from '../../../../src/core/scoring/more/gjo.ts'
import { refused } from '../refused.ts'

describe('dailyScores', () => {
  it('is the example worked by hand', () => {
    const { users, medians } = dailyScores({
      first: 1,
      last: 2,
      outcome: 1,
      forecasts: [
        { user: 'a', day: 1, p: 0.3 },
        { user: 'b', day: 2, p: 0.6 },
      ],
    })
    expect(medians).toEqual([expect.closeTo(0.98, 12), expect.closeTo(0.65, 12)])
    expect(users.get('a')).toMatchObject({ averageBrier: expect.closeTo(0.98, 12), participation: 1 })
    expect(users.get('b')).toEqual({
      averageBrier: expect.closeTo(0.32, 12),
      participation: 0.5,
      medianAllDays: expect.closeTo(0.815, 12),
      medianActiveDays: expect.closeTo(0.65, 12),
      accuracyAllDays: expect.closeTo(-0.2475, 12),
      accuracyActiveDays: expect.closeTo(-0.165, 12),
    })
  })

  it('takes the later of two on a day, carries an early one in, and has no median while nobody spoke', () => {
    const forecasts = [
      { user: 'a', day: 2, p: 0.1 },
      { user: 'a', day: 2, p: 0.5 },
      { user: 'late', day: 9, p: 0.5 },
    ]
    const { users, medians } = dailyScores({ first: 1, last: 3, outcome: 0, forecasts })
    expect(medians).toEqual([null, 0.5, 0.5])
    expect([...users.keys()]).toEqual(['a'])
    const early = dailyScores({ first: 1, last: 2, outcome: 0, forecasts: [{ user: 'a', day: -3, p: 0.5 }] })
    expect(early.users.get('a')?.participation).toBe(1)
  })

  it('refuses what cannot be', () => {
    refused(() => dailyScores({ first: 2, last: 1, outcome: 0, forecasts: [] }), /before the first/)
    const forecasts = [{ user: 'a', day: 1, p: 2 }]
    refused(() => dailyScores({ first: 1, last: 1, outcome: 0, forecasts }), /outside 0 to 1/)
  })
})
