import { describe, expect, it } from 'vitest'
import { baseline, baselineAt, spotBaseline, spotTime } from '../../../../src/core/scoring/over-time/baseline.ts'
import type { Frame, Standing } from '../../../../src/core/scoring/over-time/standing.ts'
import { refused } from '../refused.ts'
import { close, frame, says } from './question.ts'

const base = (p: number): number => 100 * (Math.log2(p) + 1)

describe('baseline', () => {
  it.each<[string, Standing[], Partial<Frame>, number, number]>([
    ['all the time', [says('a', 0.9)], {}, base(0.9), 1],
    ['half of it', [says('a', 0.9, 50)], {}, base(0.9) / 2, 0.5],
    ['before it opened', [says('a', 0.9, -20, 25)], {}, base(0.9) / 4, 0.25],
    ['with an update', [says('a', 0.9, 0, 50), says('a', 0.4, 50)], {}, (base(0.9) + base(0.4)) / 2, 1],
    ['an early close', [says('a', 0.75)], { actualClose: 40 }, 0.4 * base(0.75), 0.4],
    ['too late', [says('a', 0.99, 120)], {}, 0, 0],
    ['nothing on what came, too late', [says('a', 0, 120)], {}, 0, 0],
  ])('%s', (_, standings, more, score, coverage) => {
    expect(baseline(standings, frame(more)).get('a')).toEqual(close(score, coverage))
  })

  it.each<[string, (number | null)[], number, Frame['kind'], number]>([
    ['an even choice of four', [0.25, 0.25, 0.25, 0.25], 2, { of: 'choice' }, 0],
    ['an option that came later', [0.3, 0.4, null, 0.3], 2, { of: 'choice' }, (100 * Math.log(0.9)) / Math.log(3)],
    ['an even quantity', [0, 0.25, 0.25, 0.25, 0.25, 0], 2, { of: 'quantity', openBounds: 0 }, 0],
    ['inside open ends', [0.05, 0.45, 0.45, 0.05], 1, { of: 'quantity', openBounds: 2 }, 0],
    ['one open end', [0, 0.475, 0.475, 0.05], 1, { of: 'quantity', openBounds: 1 }, 0],
    ['beyond an end', [0.1, 0.4, 0.4, 0.1], 3, { of: 'quantity', openBounds: 2 }, 50 * Math.log(2)],
    ['nothing', [1, 0], 1, { of: 'choice' }, -Infinity],
  ])('at one instant: %s', (_, shares, outcome, kind, score) => {
    const found = baselineAt({ user: 'a', from: 0, until: null, shares }, frame({ outcome, kind }))
    if (Number.isFinite(score)) expect(found).toBeCloseTo(score, 10)
    else expect(found).toBe(score)
  })

  it('is taken at the spot that was set, or revealed, but not after the close', () => {
    expect([spotTime(100, null, null), spotTime(100, null, 30), spotTime(100, 60, 30), spotTime(100, 160, 30)]).toEqual(
      [100, 30, 60, 100],
    )
    const at = spotBaseline([says('a', 0.9, 0, 30), says('b', 0.8, 30)], frame(), 30)
    expect(at).toEqual(
      new Map([
        ['a', { score: 0, coverage: 0 }],
        ['b', close(base(0.8), 1)],
      ]),
    )
  })

  it('refuses what cannot be scored', () => {
    refused(() => baseline([says('a', 0.9)], frame({ scheduledClose: 0 })), /closes before it opens/)
    refused(() => baseline([says('a', 0.9)], frame({ outcome: 5 })), /gives the outcome no probability/)
    refused(
      () => baselineAt({ user: 'a', from: 0, until: null, shares: [1, null] }, frame({ outcome: 0 })),
      /two options/,
    )
  })
})
