import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { auc } from '../../../src/core/scoring/binary/auc.ts'
import {
  binsBetween,
  binsByForecast,
  binsOfEqualMass,
  calibrationError,
} from '../../../src/core/scoring/binary/bins.ts'
import { spiegelhalter } from '../../../src/core/scoring/binary/calibration-tests.ts'
import { corp, decompose } from '../../../src/core/scoring/binary/corp.ts'
import { eValue } from '../../../src/core/scoring/binary/e-value.ts'
import { hitTest } from '../../../src/core/scoring/binary/expected.ts'
import { leaning } from '../../../src/core/scoring/binary/leaning.ts'
import { debiased, debiasedInRange, type Murphy, murphy } from '../../../src/core/scoring/binary/murphy.ts'
import { brier, logLoss, logScore } from '../../../src/core/scoring/binary/proper-scores.ts'
import { recalibration } from '../../../src/core/scoring/binary/recalibration.ts'
import { type Counts, countsFromArrays, countsOf, pool, total } from '../../../src/core/scoring/counts.ts'
import { familyInterval } from '../../../src/core/scoring/intervals/family.ts'
import { clopperPearson, jeffreys, wilson } from '../../../src/core/scoring/intervals/proportion.ts'
import { spherical } from '../../../src/core/scoring/more/spherical.ts'
import { bounds } from '../../../src/core/scoring/report/bounds.ts'
import { report } from '../../../src/core/scoring/report/report.ts'
import { lossesOf, tally } from '../../../src/core/scoring/tally.ts'

// A coarse grid, so that ties and certainties are common; and any micro-probability.
const p = fc.oneof(
  fc.integer({ min: 0, max: 20 }).map((k) => k / 20),
  fc.integer({ min: 0, max: 1_000_000 }).map((micro) => micro / 1_000_000),
)
const outcome = fc.constantFrom<0 | 1>(0, 1)
const forecasts = fc.array(fc.record({ p, outcome, family: fc.constantFrom('a', 'b', 'c', 'd') }), {
  minLength: 1,
  maxLength: 60,
})
type Forecast = { p: number; outcome: 0 | 1; family: string }
const check = <Values>(property: fc.IProperty<Values>) => fc.assert(property, { numRuns: 1000 })

/** The same question asked the other way round. */
const turned = ({ p: said, outcome: came, family }: Forecast): Forecast => ({
  p: 1 - said,
  outcome: came === 1 ? 0 : 1,
  family,
})

const value = <Result>(result: Result | null | undefined): Result => {
  if (result === null || result === undefined) throw new Error('one or more forecasts always have this figure')
  return result
}

/** Every figure that comes from counts alone. */
const figures = (counts: Counts) => ({
  brier: brier(counts),
  log: logScore(counts),
  spherical: spherical(counts),
  auc: auc(counts),
  corp: corp(counts),
  murphy: murphy(binsBetween(counts)),
  debiased: debiased(binsByForecast(counts)),
  ece: calibrationError(binsOfEqualMass(counts)),
  spiegelhalter: spiegelhalter(counts),
  hits: hitTest(counts),
  recalibration: recalibration(counts),
  leaning: leaning(counts),
  e: eValue(counts),
})

describe('counts', () => {
  it('are the same in any order, hence every figure bit for bit', () => {
    check(
      fc.property(forecasts, fc.infiniteStream(fc.nat()), (all, dice) => {
        const keys = new Map(all.map((one) => [one, dice.next().value]))
        const shuffled = all.toSorted((a, b) => (keys.get(a) ?? 0) - (keys.get(b) ?? 0))
        expect(countsOf(shuffled)).toEqual(countsOf(all))
        expect(figures(countsOf(shuffled))).toEqual(figures(countsOf(all)))
      }),
    )
  })

  it('give the same report in any order', () => {
    // A report draws bands and bootstraps, which takes its time; its figures are those of the test above.
    fc.assert(
      fc.property(forecasts, (all) => {
        const reversed = report({ ...tally(all.toReversed()), unsettled: [] })
        const { brier: _, ...exact } = report({ ...tally(all), unsettled: [] })
        expect(reversed).toMatchObject(exact)
      }),
      { numRuns: 50 },
    )
  })

  it('merge from shards in any order and grouping, bit for bit', () => {
    check(
      fc.property(forecasts, forecasts, forecasts, (a, b, c) => {
        const whole = countsOf([...a, ...b, ...c])
        expect(pool([...pool([...countsOf(c), ...countsOf(a)]), ...countsOf(b)])).toEqual(whole)
        expect(pool([...countsOf(a), ...pool([...countsOf(b), ...countsOf(c)])])).toEqual(whole)
      }),
    )
  })

  it('forget what is added and taken away again', () => {
    check(
      fc.property(forecasts, forecasts, (kept, corrected) => {
        const before = countsOf(kept)
        const twice = pool([...before, ...countsOf(corrected)])
        const undone = new Map(countsOf(corrected).map((row) => [row.p, row]))
        const after = pool(
          twice.map((row) => ({
            p: row.p,
            n: row.n - (undone.get(row.p)?.n ?? 0),
            hits: row.hits - (undone.get(row.p)?.hits ?? 0),
          })),
        )
        expect(after).toEqual(before)
      }),
    )
  })

  it('come out of arrays as out of single forecasts', () => {
    check(
      fc.property(forecasts, (all) => {
        const [said, came] = [all.map((one) => one.p), all.map((one) => one.outcome)]
        expect(countsFromArrays(Float64Array.from(said), Uint8Array.from(came))).toEqual(countsOf(all))
      }),
    )
  })
})

describe('turning questions round', () => {
  it('one by one leaves Brier, log, spherical, Spiegelhalter and over-confidence as they are', () => {
    check(
      fc.property(forecasts, fc.infiniteStream(fc.boolean()), (all, coins) => {
        const some = all.map((one) => (coins.next().value ? turned(one) : one))
        const [was, is] = [figures(countsOf(all)), figures(countsOf(some))]
        expect(is.brier).toBeCloseTo(value(was.brier), 12)
        // 1 − p is rounded for p near 0, which the log of a failed near-certainty sees.
        if (value(was.log).raw === Infinity) expect(is.log?.raw).toBe(Infinity)
        else expect(is.log?.raw).toBeCloseTo(value(was.log).raw, 8)
        expect(is.spherical).toBeCloseTo(value(was.spherical), 12)
        expect(is.leaning?.overconfidence).toBeCloseTo(value(was.leaning).overconfidence, 12)
        if (was.spiegelhalter === null) expect(is.spiegelhalter).toBeNull()
        else expect(is.spiegelhalter?.z).toBeCloseTo(was.spiegelhalter.z, 5)
      }),
    )
  })

  it('all together leaves MCB, DSC, UNC, AUC and the slope as they are', () => {
    check(
      fc.property(forecasts, (all) => {
        const [was, is] = [figures(countsOf(all)), figures(countsOf(all.map(turned)))]
        expect(is.corp?.mcb).toBeCloseTo(value(was.corp).mcb, 12)
        expect(is.corp?.dsc).toBeCloseTo(value(was.corp).dsc, 12)
        expect(is.corp?.unc).toBeCloseTo(value(was.corp).unc, 14)
        if (was.auc === null) expect(is.auc).toBeNull()
        else expect(is.auc).toBeCloseTo(was.auc, 13)
        expect(is.recalibration === null).toBe(was.recalibration === null)
        if (was.recalibration) expect(is.recalibration?.tests.both.p).toBeCloseTo(was.recalibration.tests.both.p, 6)
      }),
    )
  })
})

describe('decompositions', () => {
  it('by isotonic regression add up, and no part is negative', () => {
    check(
      fc.property(forecasts, (all) => {
        const counts = countsOf(all)
        const result = value(corp(counts))
        expect(result.mcb - result.dsc + result.unc).toBeCloseTo(result.brier, 13)
        expect(result.brier).toBe(brier(counts))
        expect(result.mcb).toBeGreaterThanOrEqual(0)
        expect(result.dsc).toBeGreaterThanOrEqual(0)
        expect(result.dsc).toBeLessThanOrEqual(result.unc + 1e-15)
      }),
    )
  })

  it('by isotonic regression of the log score add up too, infinite or not', () => {
    check(
      fc.property(forecasts, (all) => {
        const counts = countsOf(all)
        const { score, mcb, dsc, unc } = value(decompose(counts, logLoss))
        expect(score).toBeCloseTo(value(logScore(counts)).raw, 12)
        expect(mcb === Infinity).toBe(score === Infinity)
        if (score < Infinity) expect(mcb - dsc + unc).toBeCloseTo(score, 12)
        expect(mcb).toBeGreaterThanOrEqual(0)
        expect(dsc).toBeGreaterThanOrEqual(0)
        expect(dsc).toBeLessThanOrEqual(unc + 1e-14)
      }),
    )
  })

  const sumOf = ({ rel, res, unc, wbv, wbc }: Murphy): number => rel - res + unc + wbv - wbc

  it('over any bins add up to the Brier score', () => {
    check(
      fc.property(forecasts, fc.constantFrom<'left' | 'right'>('left', 'right'), (all, closed) => {
        const counts = countsOf(all)
        const score = value(brier(counts))
        for (const bins of [binsBetween(counts, { closed }), binsByForecast(counts), binsOfEqualMass(counts, 4)]) {
          expect(total(bins)).toEqual(total(counts))
          expect(sumOf(value(murphy(bins)))).toBeCloseTo(score, 12)
        }
        const { rel, res, unc, wbv, wbc } = value(murphy(binsByForecast(counts)))
        expect(rel - res + unc).toBeCloseTo(score, 13)
        expect([wbv, wbc]).toEqual([0, 0])
        expect(value(corp(counts)).mcb).toBeLessThanOrEqual(rel + 1e-14)
      }),
    )
  })

  it('freed of bias keep their sum, and in range stay in range', () => {
    check(
      fc.property(forecasts, (all) => {
        const bins = binsByForecast(countsOf(all))
        const [raw, ranged] = [value(debiased(bins)), debiasedInRange(bins)]
        expect([ranged === null, raw.res === null, raw.unc === null]).toEqual(Array(3).fill(all.length === 1))
        if (ranged === null || raw.res === null || raw.unc === null) return
        const score = value(brier(countsOf(all)))
        expect(raw.rel - raw.res + raw.unc).toBeCloseTo(score, 12)
        expect(ranged.rel - ranged.res + ranged.unc).toBeCloseTo(score, 12)
        expect(ranged.rel).toBeGreaterThanOrEqual(-1e-13)
        expect(ranged.res).toBeGreaterThanOrEqual(-1e-13)
        expect(ranged.unc).toBeLessThanOrEqual(0.25 + 1e-13)
      }),
    )
  })

  it('recalibrate monotonically, keep the mean, and their blocks strictly rise', () => {
    check(
      fc.property(forecasts, (all) => {
        const counts = countsOf(all)
        const { curve, blocks } = value(corp(counts))
        curve.slice(1).forEach((point, i) => {
          expect(point.recalibrated).toBeGreaterThanOrEqual(curve[i]?.recalibrated ?? 2)
        })
        blocks.slice(1).forEach((block, i) => {
          expect(block.recalibrated).toBeGreaterThan(blocks[i]?.recalibrated ?? 2)
        })
        expect(total(blocks)).toEqual(total(counts))
        expect(curve.reduce((so, point) => so + point.n * point.recalibrated, 0)).toBeCloseTo(total(counts).hits, 10)
      }),
    )
  })

  it('recalibrate to a discrimination that is no lower', () => {
    check(
      fc.property(forecasts, (all) => {
        const counts = countsOf(all)
        const recalibrated = pool(value(corp(counts)).curve.map((point) => ({ ...point, p: point.recalibrated })))
        const [was, is] = [auc(counts), auc(recalibrated)]
        if (was === null) expect(is).toBeNull()
        else expect(is).toBeGreaterThanOrEqual(Math.max(0.5, was) - 1e-13)
      }),
    )
  })
})

describe('scores and intervals', () => {
  it('stay in range, and the log score is never below the Brier score', () => {
    check(
      fc.property(forecasts, (all) => {
        const counts = countsOf(all)
        const score = value(brier(counts))
        const log = value(logScore(counts))
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(1)
        expect(log.raw).toBeGreaterThanOrEqual(score)
        expect(log.clipped).toBeLessThanOrEqual(6.9078)
        const error = value(calibrationError(binsBetween(counts)))
        expect(error.ece).toBeLessThanOrEqual(error.mce + 1e-15)
        expect(error.mce).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('are those of the e-value: not negative, 1 on average over the outcomes that calibration expects', () => {
    const open = fc.integer({ min: 1, max: 99 }).map((k) => k / 100)
    check(
      fc.property(fc.array(open, { minLength: 1, maxLength: 7 }), (said) => {
        let mean = 0
        for (let way = 0; way < 2 ** said.length; way++) {
          const all = said.map((one, at) => ({ p: one, outcome: ((way >> at) & 1) as 0 | 1 }))
          const chance = all.reduce((so, one) => so * (one.outcome === 1 ? one.p : 1 - one.p), 1)
          mean += chance * eValue(countsOf(all)).e
        }
        expect(mean).toBeCloseTo(1, 10)
      }),
    )
  })

  it('family sums give the mean of the counts, inside its interval', () => {
    check(
      fc.property(forecasts, (all) => {
        const { counts, families } = tally(all)
        const result = familyInterval(lossesOf(families))
        expect(result?.mean).toBeCloseTo(brier(counts) ?? -1, 13)
        expect(result?.interval === null).toBe(families.length < 2)
        expect(result?.interval?.low ?? 0).toBeLessThanOrEqual(result?.mean ?? -1)
        expect(result?.interval?.high ?? 1).toBeGreaterThanOrEqual(result?.mean ?? 2)
      }),
    )
  })

  it('of proportions hold the rate, stay within 0 and 1, and mirror each other', () => {
    check(
      fc.property(fc.integer({ min: 1, max: 10_000 }), fc.nat(), (n, seed) => {
        const hits = seed % (n + 1)
        for (const of of [wilson, clopperPearson, (h: number, of: number) => jeffreys(h, of, { corrected: true })]) {
          const [here, there] = [value(of(hits, n)), value(of(n - hits, n))]
          expect(0 <= here.low && here.low <= hits / n && hits / n <= here.high && here.high <= 1).toBe(true)
          expect(1 - there.high).toBeCloseTo(here.low, 11)
        }
      }),
    )
  })

  it('the two tails of the hit test overlap in the observed count', () => {
    check(
      fc.property(forecasts, (all) => {
        const { atMost, atLeast, twoSided } = hitTest(countsOf(all))
        expect(atMost + atLeast).toBeGreaterThanOrEqual(1 - 1e-12)
        expect(twoSided).toBeGreaterThanOrEqual(0)
        expect(twoSided).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('bounds hold whatever the open questions become', () => {
    check(
      fc.property(forecasts, forecasts, (settled, open) => {
        const range = bounds(
          countsOf(settled),
          open.map((one) => ({ p: one.p, n: 1 })),
        )
        const after = brier(countsOf([...settled, ...open])) ?? -1
        expect(after).toBeGreaterThanOrEqual((range?.brier.lowest ?? 2) - 1e-12)
        expect(after).toBeLessThanOrEqual((range?.brier.highest ?? -2) + 1e-12)
      }),
    )
  })
})
