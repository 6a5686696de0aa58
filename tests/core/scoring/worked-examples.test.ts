import { expect, test } from 'vitest'
import { binsByForecast } from '../../../src/core/scoring/binary/bins.ts'
import { brierLoss, logLoss } from '../../../src/core/scoring/binary/proper-scores.ts'
import { skillByFamilyAgainst } from '../../../src/core/scoring/binary/skill.ts'
import {
  averageLogE,
  extended,
  hoeffding,
  intrinsicTime,
  NO_RUN,
  runOf,
  stitched,
} from '../../../src/core/scoring/comparing/confidence-sequence.ts'
import { evidence } from '../../../src/core/scoring/comparing/e-values.ts'
import { total } from '../../../src/core/scoring/counts.ts'
import { beta, gamma, uniform } from '../../../src/core/scoring/kinds/families-bounded.ts'
import {
  logistic,
  lognormal,
  normal,
  studentT,
  twoPieceNormal,
} from '../../../src/core/scoring/kinds/families-unbounded.ts'
import {
  baselineStanding,
  peerStandingBefore,
  relativeWeight,
} from '../../../src/core/scoring/more/metaculus-legacy.ts'
import { spotBaseline, spotTime } from '../../../src/core/scoring/over-time/baseline.ts'
import { spotPeer } from '../../../src/core/scoring/over-time/peer.ts'
import {
  meanOverTime,
  questionOverTime,
  weightedReliability,
} from '../../../src/core/scoring/over-time/time-weighted.ts'

// What the comments on these functions say they give, to the digits that stand there.

const frame = { open: 0, scheduledClose: 10, actualClose: 4, outcome: 1, kind: { of: 'choice' } } as const
const says = (user: string, p: number, until: number | null = null) => ({ user, shares: [1 - p, p], from: 0, until })
const lasting = (p: number, close: number) => {
  const scored = questionOverTime({ open: 0, close, updates: [{ at: 0, p }], outcome: 1 })
  if (!scored) throw new Error('not scored')
  return scored
}
const spot = spotBaseline([says('a', 0.9), says('b', 0.5, 2)], frame, 3)
const peers = spotPeer([says('a', 0.9), says('b', 0.5)], frame, 3)
const means = meanOverTime([lasting(0.9, 1), lasting(0.5, 3)])
const equal = runOf([0, 0, 0, 0, 0])
const both = evidence([{ first: 1, second: 0, outcome: 1 }])

test.each<[string, number | undefined | null, number]>([
  ['brierLoss', brierLoss(0.2, { n: 2, hits: 1 }), 0.68],
  ['logLoss', logLoss(0.2, { n: 2, hits: 1 }), 1.83258],
  [
    'skillByFamilyAgainst',
    skillByFamilyAgainst([[{ p: 0.8, n: 1, hits: 1 }], [{ p: 0.8, n: 1, hits: 1 }]], 0.5)?.skill,
    0.84,
  ],
  ['runOf', runOf([0.1, 0.3]).spread, 0.05],
  ['extended', extended(NO_RUN, 0.1).spread, 0.01],
  ['intrinsicTime', intrinsicTime(runOf([1, -1])), 5],
  ['hoeffding', hoeffding(equal)?.high, 1.37901],
  ['stitched', stitched(equal)?.high, 5.39353],
  ['averageLogE', averageLogE(runOf(Array.from({ length: 100 }, () => 0.3))), 13.98995],
  ['evidence for the first', both.first.stopped.e, 1.5],
  ['evidence for the second', both.second.stopped.e, 0.5],
  ['spotTime revealed', spotTime(10, null, 3), 3],
  ['spotTime too late', spotTime(10, 12, 3), 10],
  ['spotBaseline', spot.get('a')?.score, 84.8],
  ['spotBaseline of nobody', spot.get('b')?.coverage, 0],
  ['spotPeer', peers.get('a')?.score, 58.78],
  ['spotPeer of the other', peers.get('b')?.score, -58.78],
  ['meanOverTime', means?.timeWeighted, 0.13],
  ['meanOverTime pooled', means?.pooled, 0.19],
  ['meanOverTime error', means?.pooledError, 0.09],
  ['weightedReliability', weightedReliability([{ p: 0.9, weight: 2, hits: 1 }]), 0.16],
  ['uniform', uniform({ min: 0, max: 1 }, 0.5).crps, 0.08333],
  ['beta', beta({ shape1: 1, shape2: 1 }, 0.5).crps, 0.08333],
  ['gamma', gamma({ shape: 1, rate: 1 }, 1).crps, 0.23576],
  ['normal', normal({ mean: 0, sd: 1 }, 0).crps, 0.23369],
  ['lognormal', lognormal({ meanlog: 0, sdlog: 1 }, 1).crps, 0.26741],
  ['logistic', logistic({ location: 0, scale: 1 }, 0).crps, 0.38629],
  ['studentT', studentT({ df: 2, location: 0, scale: 1 }, 0).crps, 0.30349],
  ['twoPieceNormal', twoPieceNormal({ location: 0, scale1: 1, scale2: 2 }, 0).crps, 0.46739],
  ['relativeWeight', relativeWeight(0.5, 0), 0.5],
  ['peerStandingBefore', peerStandingBefore(Array.from({ length: 10 }, () => ({ score: 16 }))), 4],
  ['baselineStanding', baselineStanding([{ score: 20 }, { score: -5 }]), 15],
])('%s', (_, found, said) => {
  const digits = String(said).split('.')[1]?.length ?? 0
  expect(Number((found ?? Number.NaN).toFixed(digits))).toBe(said)
})

test('total and binsByForecast', () => {
  expect(
    total([
      { n: 2, hits: 1 },
      { n: 3, hits: 0 },
    ]),
  ).toEqual({ n: 5, hits: 1 })
  expect(
    binsByForecast([
      { p: 0.2, n: 2, hits: 1 },
      { p: 0.7, n: 1, hits: 1 },
    ]),
  ).toMatchObject([
    { forecast: 0.2, observed: 0.5 },
    { forecast: 0.7, observed: 1 },
  ])
})
