import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomFrom } from '../../../../src/core/scoring/numbers/random.ts'
import { baseline } from '../../../../src/core/scoring/over-time/baseline.ts'
import { peer, peerStanding, spotPeer } from '../../../../src/core/scoring/over-time/peer.ts'
import type { Standing } from '../../../../src/core/scoring/over-time/standing.ts'
import { refused } from '../refused.ts'
import { close, frame, says } from './question.ts'

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

  it('is the sum over instants of what each earns at them', () => {
    const random = randomFrom('instants')
    for (let run = 0; run < 50; run++) {
      const standings = Array.from({ length: 1 + Math.floor(random() * 12) }, (_, at) => {
        const from = Math.floor(random() * 130) - 20
        const until = random() < 0.3 ? null : from + Math.floor(random() * 60)
        // Somebody always stands: a gap would be covered by whoever stood before it.
        return says(`u${at}`, (1 + Math.floor(random() * 98)) / 100, at === 0 ? -20 : from, at === 0 ? null : until)
      })
      const found = peer(standings, frame())
      for (const { user, from, until, shares } of standings) {
        let score = 0
        for (let at = Math.max(0, from); at < Math.min(100, until ?? 100); at++) {
          const others = standings.filter((one) => one.user !== user && one.from <= at && at < (one.until ?? 100))
          const logs = others.map((one) => Math.log(one.shares[1] ?? 0))
          if (logs.length > 0) score += Math.log(shares[1] ?? 0) - logs.reduce((so, log) => so + log, 0) / logs.length
        }
        expect(found.get(user)?.score).toBeCloseTo(score, 9)
      }
    }
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
