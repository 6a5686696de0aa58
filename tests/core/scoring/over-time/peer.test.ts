import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { baseline, baselineAt, spotBaseline, spotTime } from '../../../../src/core/scoring/over-time/baseline.ts'
import { peer, peerStanding, spotPeer } from '../../../../src/core/scoring/over-time/peer.ts'
import type { Frame, Standing } from '../../../../src/core/scoring/over-time/standing.ts'
import { refused } from '../refused.ts'

const frame = (more: Partial<Frame> = {}): Frame => ({
  open: 0,
  actualClose: 100,
  scheduledClose: 100,
  outcome: 1,
  kind: { of: 'choice' },
  ...more,
})
const says = (user: string, p: number, from = 0, until: number | null = null): Standing => ({
  user,
  from,
  until,
  shares: [1 - p, p],
})
const close = (score: number, coverage: number) => ({
  score: expect.closeTo(score, 9),
  coverage: expect.closeTo(coverage, 12),
})
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

describe('peer', () => {
  it('is the example worked by hand', () => {
    const found = peer([says('a', 0.9), says('b', 0.5), says('c', 0.1)], frame())
    expect(found.get('a')).toEqual(close(100 * (Math.log(0.9) - Math.log(0.05) / 2), 1))
    expect(found.get('c')).toEqual(close(-190.33312448851603, 1))
  })

  it('sums to 0 at every instant, however people come and go', () => {
    const probability = fc.integer({ min: 1, max: 99 }).map((k) => k / 100)
    const life = fc.tuple(fc.integer({ min: -20, max: 110 }), fc.option(fc.integer({ min: 1, max: 80 })))
    fc.assert(
      fc.property(fc.array(fc.tuple(probability, life), { minLength: 1, maxLength: 8 }), (given) => {
        const standings = given.map(([p, [from, lasts]], at) =>
          says(`u${at}`, p, from, lasts === null ? null : from + lasts),
        )
        const scores = [...peer(standings, frame()).values()]
        expect(scores.reduce((so, { score }) => so + score, 0)).toBeCloseTo(0, 8)
        const own = [...baseline(standings, frame()).values()]
        for (const [at, { coverage }] of scores.entries()) {
          expect(coverage).toBeGreaterThanOrEqual((own[at]?.coverage ?? 0) - 1e-12)
        }
      }),
    )
  })

  it('halves quantities, and reads a new option from the last one for everybody', () => {
    const standing = (user: string, shares: (number | null)[]): Standing => ({ user, from: 0, until: null, shares })
    const halved = peer([says('a', 0.8), says('b', 0.4)], frame({ kind: { of: 'quantity', openBounds: 0 } }))
    expect(halved.get('a')?.score).toBeCloseTo(50 * Math.LN2, 10)
    const late = peer([standing('a', [0.6, null, 0.4]), standing('b', [0.8, null, 0.2])], frame())
    expect([late.get('a')?.score, late.get('b')?.score]).toEqual([
      expect.closeTo(100 * Math.LN2, 10),
      expect.closeTo(-100 * Math.LN2, 10),
    ])
  })

  it('at the spot compares with the crowd as it stood just before', () => {
    const standings = [says('a', 0.8), says('b', 0.4, 0, 50), says('b', 0.1, 50)]
    expect(spotPeer(standings, frame(), 60).get('a')?.score).toBeCloseTo(100 * Math.log(8), 10)
    expect(spotPeer(standings, frame(), 50).get('a')?.score).toBeCloseTo(100 * Math.LN2, 10)
    expect(spotPeer(standings, frame(), 0).get('a')).toEqual({ score: 0, coverage: 0 })
  })

  it('refuses a forecast of 0 on what came', () =>
    refused(() => peer([says('a', 0), says('b', 0.5)], frame()), /a gave the outcome nothing/))
})

describe('peerStanding', () => {
  const all = (questions: number) => Array.from({ length: questions }, () => ({ score: 15, coverage: 1, weight: 1 }))
  it.each([
    [0, 0],
    [10, 5],
    [30, 15],
    [60, 15],
  ])('of %i questions of +15', (questions, standing) => expect(peerStanding(all(questions))).toBeCloseTo(standing, 12))
})
