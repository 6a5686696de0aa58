import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { describe, expect, it } from 'vitest'
import { eValue, familyEValue, type Open } from '../../../../src/core/scoring/binary/e-value.ts'
import { countsOf, pool } from '../../../../src/core/scoring/counts.ts'
import { counts } from './counting.ts'

describe('eValue', () => {
  it('is the mean of the likelihood ratios', () => {
    // At p = ½ the slope does not matter: q = expit(a). Ratio 2q: 7 slopes each for four a, 6 for a = 0 (ratio 1).
    const expit = (x: number) => 1 / (1 + Math.exp(-x))
    const byHand = (7 * 2 * (expit(-1) + expit(-0.5) + expit(0.5) + expit(1)) + 6) / 34
    expect(eValue(counts([0.5, 1, 1])).e).toBeCloseTo(byHand, 13)
    expect(eValue(counts([0.7, 1, 1])).log).toBeCloseTo(0.01125893236558051, 13)
    expect(eValue([])).toEqual({ e: 1, log: expect.closeTo(0, 14) })
  })

  it('takes the limit at certainties', () => {
    const open = counts([0.3, 5, 1], [0.8, 4, 4])
    expect(eValue([...counts([0, 3, 0]), ...open, ...counts([1, 2, 2])])).toEqual(eValue(open))
    expect(eValue(counts([0, 3, 1]))).toEqual({ e: Infinity, log: Infinity })
    expect(eValue(counts([1, 3, 2]))).toEqual({ e: Infinity, log: Infinity })
    expect(eValue(counts([1 - 1e-15, 1, 1])).e).toBeCloseTo(1, 4)
  })

  it('does not overflow in its logarithm', () => {
    const { e, log } = eValue(counts([0.9, 10_000, 1000]))
    expect(e).toBe(Infinity)
    expect(log).toBeGreaterThan(10_000)
    expect(Number.isFinite(log)).toBe(true)
  })

  it('averages at most 1 for a calibrated forecaster, and reaches 20 no more often than 1 time in 20', () => {
    const dice = xoroshiro128plus(7)
    const values = Array.from({ length: 4000 }, () => {
      const forecasts = Array.from({ length: 25 }, () => {
        const p = (1 + Math.floor(uniformFloat64(dice) * 19)) / 20
        return { p, outcome: uniformFloat64(dice) < p ? (1 as const) : (0 as const) }
      })
      return eValue(countsOf(forecasts)).e
    })
    const mean = values.reduce((so, e) => so + e, 0) / values.length
    const spread = Math.sqrt(values.reduce((so, e) => so + (e - mean) ** 2, 0)) / values.length
    // The expectation is exactly 1; four standard errors of the simulation.
    expect(Math.abs(mean - 1)).toBeLessThan(4 * spread)
    expect(values.filter((e) => e >= 20).length / values.length).toBeLessThanOrEqual(0.05)
  })
})

describe('familyEValue', () => {
  it('is the plain one with one forecast a family', () => {
    const single = [counts([0.3, 1, 1]), counts([0.3, 1, 0]), counts([0.8, 1, 1]), counts([1, 1, 1])]
    expect(familyEValue(single).log).toBeCloseTo(eValue(counts([0.3, 2, 1], [0.8, 1, 1])).log, 13)
    expect(familyEValue([]).e).toBe(1)
    expect(familyEValue([counts([0.3, 1, 0]), counts([0, 1, 1])])).toEqual({ e: Infinity, log: Infinity })
  })

  it('takes what is said again of the same thing for one piece of evidence', () => {
    const once = familyEValue([counts([0.7, 1, 1])])
    expect(familyEValue([counts([0.7, 3, 3])]).log).toBeCloseTo(once.log, 13)
    expect(once.log).toBeCloseTo(0.01125893236558051, 13)
  })

  it('averages at most 1 for a calibrated forecaster who says each thing ten times, where the plain one does not', () => {
    const dice = xoroshiro128plus(11)
    const values = Array.from({ length: 3000 }, () => {
      const families = Array.from({ length: 10 }, () => {
        const p = (1 + Math.floor(uniformFloat64(dice) * 19)) / 20
        return counts([p, 10, uniformFloat64(dice) < p ? 10 : 0])
      })
      return { ours: familyEValue(families).e, plain: eValue(pool(families.flat())).e }
    })
    const share = (of: 'ours' | 'plain') => values.filter((value) => value[of] >= 20).length / values.length
    const mean = values.reduce((so, { ours }) => so + ours, 0) / values.length
    const spread = Math.sqrt(values.reduce((so, { ours }) => so + (ours - mean) ** 2, 0)) / values.length
    expect(mean).toBeLessThan(1 + 4 * spread)
    expect(share('ours')).toBeLessThanOrEqual(0.05)
    expect(share('plain')).toBeGreaterThan(0.3)
  })
})

describe('families that share their counts', () => {
  it('weigh as much as families of the same counts apart', () => {
    const [one, other] = [[{ p: 0.7, n: 3, hits: 1 }], [{ p: 0.2, n: 1, hits: 1 }]]
    const shared = [one, other, one, one]
    expect(familyEValue(shared).log).toBeCloseTo(familyEValue(shared.map((family) => [...family])).log, 12)
    expect(familyEValue(shared).log).not.toBeCloseTo(familyEValue([one, other]).log, 3)
  })
})

describe('families that settle piece by piece', () => {
  it('weighs what is open at the lesser of its factors, never above what it will be', () => {
    const one = counts([0.7, 1, 1])
    expect(familyEValue([one], [[{ p: 0.7, n: 1 }]]).e).toBeCloseTo(0.8154862975645436, 12)
    expect(familyEValue([one], [[], [{ p: 0.7, n: 1 }]]).e).toBeCloseTo(0.597103478098579, 12)
    expect(familyEValue([], [[{ p: 1, n: 3 }]]).e).toBeCloseTo(1, 12)
    const told = [counts([0.2, 1, 0], [0.9, 2, 2]), counts([0.6, 1, 1])]
    const waiting: Open[][] = [[{ p: 0.4, n: 1 }], [], [{ p: 0.1, n: 1 }]]
    const so = familyEValue(told, waiting).log
    for (const [first, second] of [
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
    ] as const) {
      const whole = [pool([...(told[0] ?? []), ...counts([0.4, 1, first])]), told[1] ?? [], counts([0.1, 1, second])]
      expect(familyEValue(whole).log).toBeGreaterThanOrEqual(so - 1e-12)
    }
  })

  type Said = { p: number; outcome: 0 | 1; settledAt: number }
  const roll = (dice: ReturnType<typeof xoroshiro128plus>) => uniformFloat64(dice)

  /** How high E ever stood for a calibrated forecaster, looked at after every settlement. */
  const highest = (families: readonly (readonly Said[])[], e: (at: number) => number): number =>
    Math.max(...[...new Set(families.flat().map(({ settledAt }) => settledAt))].filter(Number.isFinite).map(e))

  const family = (
    dice: ReturnType<typeof xoroshiro128plus>,
    size: number,
    when: (said: { outcome: 0 | 1 }) => number,
  ): Said[] => {
    // One fate: each comes true with its own probability, and all as closely together as these allow.
    const fate = roll(dice)
    return Array.from({ length: size }, () => {
      const p = (1 + Math.floor(roll(dice) * 9)) / 10
      const outcome = fate < p ? (1 as const) : (0 as const)
      return { p, outcome, settledAt: when({ outcome }) }
    })
  }

  const ours = (families: readonly (readonly Said[])[], at: number): number => {
    const settled = families.map((said) => countsOf(said.filter(({ settledAt }) => settledAt <= at)))
    const open = families.map((said) => said.flatMap(({ p, settledAt }) => (settledAt > at ? [{ p, n: 1 }] : [])))
    return familyEValue(settled, open).e
  }
  const ofSettledAlone = (families: readonly (readonly Said[])[], at: number): number =>
    familyEValue(families.map((said) => countsOf(said.filter(({ settledAt }) => settledAt <= at)))).e

  type When = (said: { outcome: 0 | 1 }, dice: ReturnType<typeof xoroshiro128plus>) => number

  const shares = (seed: number, [many, size]: readonly [families: number, size: number], when: When) => {
    const dice = xoroshiro128plus(seed)
    const RUNS = 100
    let [mine, naive] = [0, 0]
    for (let run = 0; run < RUNS; run++) {
      const families = Array.from({ length: many }, () => family(dice, size, (said) => when(said, dice)))
      mine += Number(highest(families, (at) => ours(families, at)) >= 20)
      naive += Number(highest(families, (at) => ofSettledAlone(families, at)) >= 20)
    }
    return { mine: mine / RUNS, naive: naive / RUNS }
  }

  const anyOrder: When = (_, dice) => roll(dice)
  const late: When = ({ outcome }, dice) => (outcome === 1 ? roll(dice) : 1 + roll(dice))
  const never: When = ({ outcome }, dice) => (outcome === 1 ? roll(dice) : Number.POSITIVE_INFINITY)

  it.each([
    ['in whatever order outcomes come', anyOrder],
    ['"yes" settles at once and "no" waits', late],
    ['"yes" settles at once and "no" never', never],
  ])('convicts at most 1 calibrated forecaster in 20 who is looked at until the worst time: %s', (_, when) => {
    expect(shares(3, [12, 3], when).mine).toBeLessThanOrEqual(0.05)
  })

  it('holds where what is settled alone would convict most', () => {
    for (const when of [late, never]) {
      const { mine, naive } = shares(5, [40, 1], when)
      expect(mine).toBeLessThanOrEqual(0.05)
      expect(naive).toBeGreaterThan(0.5)
    }
  })
})
